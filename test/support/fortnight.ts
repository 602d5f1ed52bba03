import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Framework, isInForce } from '../../src/domain/framework.ts';
import { type Inspections, openInspections } from '../../src/inspections.ts';
import { openLocalSlack, type Person as SlackPerson } from '../../src/local-slack/index.ts';
import { type Connected, connect } from '../../src/slack/app.ts';
import { type Files, realFiles } from '../../src/store/files.ts';
import { jsonLines } from '../../src/store/json-lines.ts';
import type { Entry, Store } from '../../src/store/port.ts';
import { postgres } from '../../src/store/postgres.ts';
import { conforming } from '../conformance/of.ts';
import { freePort } from '../main/free-port.ts';
import { afterTheTest } from './closing.ts';
import { frameworks } from './frameworks.ts';
import { holidays } from './holidays.ts';
import { people, type Who } from './people.ts';
import { aDatabase } from './postgres.ts';
import { clumsyCounts, neededAndOptional } from './shown.ts';
import { botScopes, teamChannel, workspace } from './workspace.ts';

/** What every test leaves behind: nothing that Slack would not take, no clumsy word, no fault that the test does not speak of. */
const kept = ({ slack, faults }: Pick<Fortnight, 'slack' | 'faults'>): void => {
  conforming(slack, botScopes);
  expect(neededAndOptional(slack), 'fields that are called optional and needed at once').toEqual([]);
  expect(clumsyCounts(slack), 'a bare count between two colons').toEqual([]);
  expect(faults, 'faults that the test did not expect').toEqual([]);
};

/** The time at which a test begins: Tuesday 19 November 2013, 09:00 in London. */
export const firstMorning = '2013-11-19T09:00:00.000Z';

/** The real app over real files, connected to a local Slack, all of it gone after the test. */
export const openFortnight = async ({
  files = realFiles,
  others = 0,
  rooms = 0,
  more = [],
  known = frameworks.all,
  retentionYears = null,
  slackWaits = workspace().patience,
  over = 'sockets',
  slackMinute = 0,
  patience = 2000,
  keeper = process.env.KEEPER === 'database' ? 'database' : 'folder',
}: {
  files?: Files;
  others?: number;
  /** For so many of them there is a channel of their inspection. */
  rooms?: number;
  /** People that the workspace has beside those of every test. */
  more?: readonly SlackPerson[];
  known?: readonly Framework[];
  retentionYears?: number | null;
  /** How long Slack waits for an answer, in milliseconds: for a test that sends what nobody answers. */
  slackWaits?: number;
  over?: 'sockets' | 'http';
  /** How long the minute is by which the app goes at Slack's pace, in milliseconds: none, so that no test waits for nothing. */
  slackMinute?: number;
  /** How long the app waits for what Slack does not answer, in milliseconds. */
  patience?: number;
  /** Where it keeps the record: the tests about keeping are run over both. */
  keeper?: 'folder' | 'database';
} = {}) => {
  const port = over === 'http' ? await freePort() : 0;
  const folder = mkdtempSync(join(tmpdir(), 'fortnight-'));
  const address = keeper === 'database' ? await aDatabase() : null;
  let moment = Date.parse(firstMorning);
  let wrongBy = 0;
  let asleep = 0;
  const clock = () => new Date(moment);
  const ticking = new Set<() => void>();
  const slack = await openLocalSlack({ ...workspace(others, more, rooms), patience: slackWaits }, clock);
  const faults: { reference: string; error: unknown }[] = [];
  const lines: string[] = [];
  const counts: string[] = [];
  const line = (words: string): void => void lines.push(words);

  const report = () => undefined;
  const opened = async () => {
    if (address !== null) return { store: await postgres({ address, random: randomBytes, report, settles: 0 }) };
    const store = await jsonLines({ folder, files, random: randomBytes, report });
    return { store, answering: store.answering };
  };

  const run = async () => {
    const { store, answering } = await opened();
    const inspections = await openInspections(store, () => undefined);
    const app = await connect({
      inspections,
      frameworks: known,
      holidays,
      botToken: slack.botToken,
      transport:
        over === 'http' ? { over, signingSecret: slack.signingSecret, port } : { over, appToken: slack.appToken },
      webApi: slack.webApi,
      timeZone: 'Europe/London',
      clock: () => new Date(moment + wrongBy),
      passed: () => moment - asleep,
      chance: randomBytes,
      everyMinute: (tick) => {
        ticking.add(tick);
        return () => void ticking.delete(tick);
      },
      retentionYears,
      slackMinute,
      slackWaits: 3000,
      patience,
      log: { info: line, warn: line, error: line },
      signedIn: (_, itIs) => line(itIs),
      count: (...what) => void counts.push(what.join(' ')),
      fault: (reference, error) => faults.push({ reference, error }),
    });
    if (over === 'http') slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
    else await slack.connected(1);
    answering?.(app.operated);
    slack.follow(app.idle);
    if (store.shared) app.catchUp();
    return { store, inspections, app };
  };

  const all = new Set<Running>();
  const someoneOnDuty = () =>
    expect.poll(() => [...all].some(({ inspections }) => inspections.replicas.isOnDuty())).toBe(true);
  const begun = async (): Promise<Running> => {
    const started = await run();
    all.add(started);
    await someoneOnDuty();
    return started;
  };
  const ended = async (replica: Running): Promise<void> => {
    if (!all.delete(replica)) return;
    await replica.app.stop();
    await replica.inspections.close();
    if (all.size > 0) await someoneOnDuty();
  };
  let running = await begun();
  const stop = () => ended(running);
  const fortnight = {
    slack,
    replica: () => running,
    folder,
    /** What Bolt had to say for the log. */
    lines,
    /** What was counted, as it came. */
    counts,
    /** What went wrong unexpectedly. A test that means it to takes it out. */
    faults,
    as: (who: Who) => slack.person(people[who]),
    forward: (minutes: number) => {
      moment += minutes * 60_000;
    },
    /** From now on the clock of the app's machine is so many minutes ahead of Slack's, or behind it. */
    setWrong: (minutes: number) => {
      wrongBy = minutes * 60_000;
    },
    /** The machine sleeps: its clock is right afterwards, and what it counts of passing time stood still. */
    sleep: (minutes: number) => {
      moment += minutes * 60_000;
      asleep += minutes * 60_000;
    },
    /** Lets the app's minute pass. */
    tick: async () => {
      for (const tick of ticking) tick();
      await slack.quiet();
    },
    /** Moves the clock to a moment, in ISO 8601, and lets the app's minute pass there. */
    strike: async (at: string) => {
      moment = Date.parse(at);
      for (const tick of ticking) tick();
      await slack.quiet();
    },
    /** Stops the app and starts it again over the same folder. `meanwhile` happens while nothing listens. */
    restart: async (meanwhile: () => unknown = () => undefined) => {
      await stop();
      await meanwhile();
      running = await begun();
      if (!running.store.shared) running.app.catchUp();
    },
    /** Another replica of the app beside this one, until the test is over or it is told to end. */
    another: async () => {
      const other = await begun();
      afterTheTest(() => ended(other));
      return other;
    },
    /** Ends a replica. */
    end: ended,
    /** Destroys an entry's words in the store itself. */
    erase: (history: string, version: number): Promise<void> => running.store.erase(history, version),
    entries: (history: string): Promise<Entry[]> => running.store.read(history, 0),
    inspections: () => running.inspections,
    /** How many ways from Slack to the app are open, as it sees it. */
    open: () => running.app.open(),
    boardsWaiting: () => running.app.boardsWaiting(),
    /** Tells the app to stop, as a signal to its process does. */
    stop: () => running.app.stop(),
  };
  afterTheTest(async () => {
    await stop();
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
    kept(fortnight);
  });
  return fortnight;
};

type Running = { app: Connected; inspections: Inspections; store: Store };

export type Fortnight = Awaited<ReturnType<typeof openFortnight>>;

export const northmoor = 'northmoor-2013-11-19';

/** A framework as it is chosen in the start form: the first of whatever it lets choose, and the box where it is not in force. */
export const choosing = (id: string, firstDay: string): Record<string, string | string[]> => {
  const framework = frameworks.all.find((each) => each.id === id);
  const [variant, theme] = [framework?.variants[0], framework?.themes[0]];
  return {
    'First day on site': firstDay,
    Framework: id,
    ...(framework && isInForce(framework, firstDay) ? {} : { 'Not in force on that day': ['yes'] }),
    ...(variant ? { 'Which one': variant.id } : {}),
    ...(theme ? { Theme: theme.id } : {}),
  };
};

/** An inspection of Northmoor with the whole team, started by its lead through the form. */
export const startNorthmoor = async (
  fortnight: Fortnight,
  framework = 'sif-2013',
  more: Record<string, string | string[]> = {},
): Promise<void> => {
  const lead = fortnight.as('lead');
  await lead.command(teamChannel, 'start');
  await lead.submit({
    'Local authority': 'Northmoor',
    ...choosing(framework, '2013-11-19'),
    'Lead inspector': people.lead,
    'Deputy lead': people.deputy,
    Inspectors: [people.inspector, people.secondInspector],
    'Quality assurance manager': people.qualityAssurance,
    'Daily summary at': '17:30',
    ...more,
  });
  await lead.closeView();
  await lead.command(teamChannel, 'team change');
  await lead.submit({
    'Partner inspectors': [people.partner],
    Analysts: [people.analyst],
    Observers: [people.observer],
  });
  await lead.closeView();
};

/** The app with that inspection begun. */
export const openNorthmoor = async (
  framework = 'sif-2013',
  more: Record<string, string | string[]> = {},
  opening: Parameters<typeof openFortnight>[0] = {},
): Promise<Fortnight> => {
  const fortnight = await openFortnight(opening);
  await startNorthmoor(fortnight, framework, more);
  return fortnight;
};
