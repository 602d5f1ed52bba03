import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { aFolder, openStore } from './items.ts';
import { interleaved, median, timed } from './measuring.ts';
import { aSlack, type Program, startProgram, teamChannel } from './processes.ts';
import { keepInspection, keepMany, root } from './records.ts';
import { type Figure, held, inDigits, milliseconds, shown } from './report.ts';

const rounds = 15;
const inspections = 1000;
/** When its memory is looked at: everything that goes on in the background after a start is over. */
const aMinute = 60_000;
const starts = 5;
/** After this long a start has written down what Node made of the code. */
const keeps = 8000;

type Slack = Awaited<ReturnType<typeof aSlack>>;

const starting = (slack: Slack, program: Program, settings: Record<string, string>) => async (): Promise<number[]> => {
  const running = await startProgram(program, slack, settings);
  await running.stop();
  return [running.took];
};

/** Memory after each start, in MB, as the system counts it: what malloc keeps is not the same from one start to the next. */
const memoryOf = async (folder: string): Promise<number[]> => {
  const slack = await aSlack();
  const megabytes: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    const running = await startProgram('fortnight', slack, { DATA_DIR: folder });
    await after(aMinute);
    megabytes.push(running.memory());
    await running.stop();
  }
  await slack.close();
  return megabytes;
};

/** From the start of the process to the first form that it opens. */
const firstForm = async (slack: Slack, folder: string): Promise<number> => {
  const running = await startProgram('fortnight', slack, { DATA_DIR: folder });
  const opened = () => slack.calls.filter(({ method }) => method === 'views.open').length;
  const before = opened();
  const took = await timed(async () => {
    const answered = slack.person('UCHI').command(teamChannel, 'evidence');
    while (opened() === before) await new Promise(setImmediate);
    return answered;
  });
  await running.stop();
  return running.took + took;
};

const kept = async (keep: (store: Awaited<ReturnType<typeof openStore>>) => Promise<unknown>): Promise<string> => {
  const folder = aFolder();
  const store = await openStore(folder);
  await keep(store);
  await store.close();
  return folder;
};

export const measureStarting = async (): Promise<Figure[]> => {
  spawnSync(process.execPath, [join(root, 'src/start/build.mjs')], { stdio: 'inherit' });
  const none = aFolder();
  const many = await kept((store) => keepMany(store, inspections, { items: 250, signedOff: true }));
  const busy = await kept((store) => keepInspection(store, { channel: teamChannel, items: 1000 }));
  const slack = await aSlack();
  const first = await startProgram('fortnight', slack, { DATA_DIR: none });
  await after(keeps);
  await first.stop();

  const taken = await interleaved(
    {
      empty: starting(slack, 'acks', {}),
      none: starting(slack, 'fortnight', { DATA_DIR: none }),
      many: starting(slack, 'fortnight', { DATA_DIR: many }),
    },
    rounds,
  );
  const over = (all: number[][]): number =>
    median(all.map(([took = 0], index) => took / (taken.empty[index]?.[0] ?? Number.NaN)));
  const usual = (all: number[][]): string => milliseconds(median(all.flat()));
  const forms: number[] = [];
  for (let round = 0; round < rounds; round += 1) forms.push(await firstForm(slack, busy));
  await slack.close();
  // Side by side: it is waited for most of the time.
  const [memoryNone, memoryMany] = await Promise.all([memoryOf(none), memoryOf(many)]);
  const usually = { none: median(memoryNone), many: median(memoryMany) };
  const each = (all: number[]): string => `${inDigits(Math.min(...all))} to ${inDigits(Math.max(...all))} MB`;
  for (const folder of [none, many, busy]) rmSync(folder, { recursive: true });

  const signedOff = `${inspections.toLocaleString('en-GB')} signed-off inspections of 250 entries`;
  return [
    held('start to connected, over an empty Bolt app: nothing on disk', over(taken.none), 1.4, 'times'),
    held(`start to connected, over an empty Bolt app: ${signedOff}`, over(taken.many), 1.7, 'times'),
    shown('start to connected: an empty Bolt app', usual(taken.empty)),
    shown('start to connected: Fortnight, nothing on disk', usual(taken.none)),
    shown(`start to connected: Fortnight, ${signedOff}`, usual(taken.many)),
    held('from the start of the process to the first form, 1,000 items there', median(forms), 500, 'ms'),
    held('memory of the process, a minute after its start: nothing on disk', usually.none, 120, 'MB'),
    held(`memory of the process then: more with ${signedOff}`, usually.many - usually.none, 10, 'MB'),
    shown(`memory of the process then: nothing on disk, of ${starts} starts`, each(memoryNone)),
    shown(`memory of the process then: with ${signedOff}, of ${starts} starts`, each(memoryMany)),
  ];
};
