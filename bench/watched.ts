/**
 * The app in a process of its own, which tells how long anything held its event loop. Its parent asks it by messages; what Slack takes
 * of the processor's time is not in what it tells.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBankHolidays } from '../src/calendar.ts';
import { readFrameworks } from '../src/frameworks.ts';
import { openInspections } from '../src/inspections.ts';
import { papersOf } from '../src/reports/papers.ts';
import { connect } from '../src/slack/app.ts';
import { openStore } from './items.ts';
import { root } from './records.ts';

export type Started = { folder: string; botToken: string; appToken: string; webApi: string };
/** `watch` begins to look, `watched` gives the longest hold since; `take out` makes all papers, as the command line does. */
export type Asked = 'idle' | 'watch' | 'watched' | 'take out' | 'stop';

/** Milliseconds of the processor's time that this thread took: those of the thread that makes papers hold nobody up. */
const processor = (): number => Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[0]) / 1e6;

/** Between two turns of the event loop, the smaller of the time that passed and of the processor's, in milliseconds: the most since it began. */
const watching = () => {
  let most = 0;
  let on = true;
  let before = { wall: performance.now(), cpu: processor() };
  const look = (): void => {
    const now = { wall: performance.now(), cpu: processor() };
    most = Math.max(most, Math.min(now.wall - before.wall, now.cpu - before.cpu));
    before = now;
    if (on) setImmediate(look);
  };
  setImmediate(look);
  return async (): Promise<number> => {
    await new Promise(setImmediate);
    on = false;
    return most;
  };
};

const start = async ({ folder, ...slack }: Started) => {
  const inspections = await openInspections(await openStore(folder), () => {});
  const holidays = readBankHolidays(join(root, 'data/bank-holidays.json'));
  let moment = Date.parse('2013-11-20T16:00:00.000Z');
  const app = await connect({
    inspections,
    frameworks: readFrameworks(join(root, 'data/frameworks')).all,
    holidays,
    botToken: slack.botToken,
    transport: { over: 'sockets', appToken: slack.appToken },
    webApi: slack.webApi,
    timeZone: 'Europe/London',
    clock: () => {
      moment += 1;
      return new Date(moment);
    },
    passed: () => performance.now(),
    chance: randomBytes,
    everyMinute: () => () => {},
    retentionYears: null,
    slackMinute: 0,
    slackWaits: 60_000,
    patience: 60_000,
    log: { info() {}, warn() {}, error() {} },
    count: () => {},
    signedIn: () => {},
    fault: (reference, error) => process.stderr.write(`${reference} ${String(error)}\n`),
  });
  await inspections.open();
  app.catchUp();
  let watched = watching();
  const answers: Record<Asked, () => Promise<unknown>> = {
    idle: app.idle,
    watch: async () => {
      await watched();
      watched = watching();
    },
    watched: () => watched(),
    'take out': async () => {
      const id = (await inspections.running())[0]?.id ?? '';
      const copy = await inspections.copyOf(id);
      if (copy) await papersOf({ to: 'a folder', id, ordinary: copy.bytes, restricted: null, holidays });
    },
    stop: async () => {
      await watched();
      await app.stop();
      await inspections.close();
    },
  };
  process.on('message', async ({ number, asked }: { number: number; asked: Asked }) => {
    const answer = await answers[asked]();
    process.send?.({ number, answer });
    if (asked === 'stop') process.disconnect?.();
  });
  process.send?.({ number: 0, answer: null });
};

process.once('message', start);
