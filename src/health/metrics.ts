import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { version } from '../config.ts';

/** What is looked up when somebody asks. */
const standing = {
  connections: 'Ways from Slack to here that are open: sockets, or 1 where it listens over HTTP',
  closed_records: 'Inspections whose record is closed, because it does not hold or is missing',
  boards_waiting: 'Boards in team channels that do not show yet how things stand',
  data_free_bytes:
    'Bytes that are left to the data folder, in whole mebibytes; NaN while it is gone, or where there is none',
  keeps: 'Whether what is sent can be kept at this moment: 1, or 0 where the data folder or database takes nothing',
  on_duty: 'Whether it is this process that posts and reminds: 1, or 0 where another replica does',
};
type Standing = Record<keyof typeof standing, number>;

/** What the process counts about itself. No label holds a name of a person or authority, or anything typed. */
export const openMetrics = () => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const build = { name: 'fortnight_build_info', help: 'Which version runs', labelNames: ['version'], registers };
  new Gauge(build).set({ version: version() }, 1);
  const asked = new Counter({
    name: 'fortnight_asked_total',
    help: 'What people sent (command, button, submission) by its word and what came of it',
    labelNames: ['by', 'word', 'outcome'],
    registers,
  });
  const refusals = new Counter({
    name: 'fortnight_slack_errors_total',
    help: 'Calls that Slack refused or did not answer, by method and code; ratelimited is its 429',
    labelNames: ['method', 'code'],
    registers,
  });
  const summaries = new Counter({
    name: 'fortnight_daily_summaries_total',
    help: 'Daily summaries that were sent, and tries that failed, each to one person',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of ['sent', 'failed']) summaries.inc({ outcome }, 0);
  const asLines = new Counter({
    name: 'fortnight_tables_as_lines_total',
    help: 'Messages whose table Slack refused, so that they were sent again as lines, by method',
    labelNames: ['method'],
    registers,
  });
  const faults = new Counter({ name: 'fortnight_faults_total', help: 'Unexpected faults', registers });
  const appends = new Histogram({
    name: 'fortnight_append_seconds',
    help: 'Keeping one entry, until it is on stable storage',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3],
    registers,
  });
  const gauges = new Map(
    Object.entries(standing).map(([name, help]) => [name, new Gauge({ name: `fortnight_${name}`, help, registers })]),
  );

  return {
    count: (by: string, word: string, outcome: string): void => {
      if (by === 'call') refusals.inc({ method: word, code: outcome });
      else if (by === 'table') asLines.inc({ method: word });
      else if (by === 'message') summaries.inc({ outcome });
      else asked.inc({ by, word, outcome });
    },
    fault: (): void => faults.inc(),
    /** The same act, its time counted as an append's, whatever comes of it. */
    timed:
      <Arguments extends unknown[], Result>(append: (...given: Arguments) => Promise<Result>) =>
      (...given: Arguments): Promise<Result> => {
        const end = appends.startTimer();
        return append(...given).finally(() => end());
      },
    text: (now: Standing): Promise<string> => {
      for (const [name, value] of Object.entries(now)) gauges.get(name)?.set(value);
      return registry.metrics();
    },
    type: registry.contentType,
  };
};

export type Metrics = ReturnType<typeof openMetrics>;
