import { randomBytes } from 'node:crypto';
import type { Inspections } from '../inspections.ts';
import { openInspections } from '../inspections.ts';
import { type LocalSlack, openLocalSlack, type Snapshot, type Workspace } from '../local-slack/index.ts';
import { connect } from '../slack/app.ts';
import { realFiles } from '../store/files.ts';
import { jsonLines } from '../store/json-lines.ts';
import { type MovableClock, movableClock } from './clock.ts';
import type { Ground } from './open.ts';
import { type Passing, passing } from './passing.ts';
import type { Setting } from './setting.ts';
import { workspaceOf } from './workspace.ts';

/** So long is a minute of the local Slack's limits, in milliseconds: a thread is there in a second or two. */
const minute = 3000;

/** A practice workspace that stands open: a local Slack, the real app connected to it over a record of its own, and a clock to move. */
export type Session = {
  setting: Setting;
  workspace: Workspace;
  slack: LocalSlack;
  inspections: Inspections;
  clock: MovableClock;
  /** Moves the clock on, past everything that the app does of itself on the way. */
  pass: Passing;
  /** What went wrong unexpectedly so far, as it came. */
  faults: readonly unknown[];
  close(): Promise<void>;
};

type Where = {
  /** The app's manifest, for its command, scopes and events. */
  manifest: string;
  /** Where the record is kept: a folder that this process owns while the session is open. */
  folder: string;
  /** Removes the records that are there before anything else. Nothing but records is removed. */
  emptied: boolean;
  /** What stood in the local Slack when it was last closed; null for one in which nothing has happened. */
  stood: Snapshot | null;
};

/**
 * Opens a practice workspace; whatever was opened is closed again where something on the way fails.
 * @throws FolderTaken where another process has the folder
 */
export const openSession = async (
  { frameworks, holidays, log, fault }: Ground,
  setting: Setting,
  { manifest, folder, emptied, stood }: Where,
): Promise<Session> => {
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };

  try {
    const workspace = workspaceOf(setting, manifest);
    const clock = movableClock(setting, setting.begins);
    const faults: unknown[] = [];
    const parts = { folder, files: realFiles, random: randomBytes, report: () => undefined };
    const store = await jsonLines({ ...parts, anew: emptied });
    closing.push(() => store.close());
    const slack = await openLocalSlack(workspace, clock.now);
    closing.push(() => slack.close());
    if (stood) await slack.restore(stood);
    // Practice stands still until it is moved on, and whoever waits for Slack does so in real time: either lets a second pass.
    slack.limitRates(() => clock.now().getTime() + performance.now() * (60_000 / minute));
    clock.everyMinute(() => void slack.retryEvents());
    const inspections = await openInspections(store, (_, why) => faults.push(new Error(why)));
    const app = await connect({
      signedIn: () => undefined,
      inspections,
      frameworks: frameworks.all,
      holidays,
      botToken: slack.botToken,
      transport: { over: 'sockets', appToken: slack.appToken },
      webApi: slack.webApi,
      timeZone: setting.timeZone,
      clock: clock.now,
      // Whoever practises moves its clock, and with it what passes; so it never differs from the local Slack's.
      passed: () => clock.now().getTime(),
      chance: randomBytes,
      everyMinute: clock.everyMinute,
      retentionYears: null,
      slackMinute: minute,
      slackWaits: workspace.patience,
      patience: 30_000,
      log: { info: () => undefined, warn: (words) => log.warn(words), error: (words) => log.error(words) },
      count: () => undefined,
      fault: (reference, error) => {
        fault(reference, error);
        faults.push(error);
      },
    });
    closing.push(async () => {
      // Both ends of the connection take leave of each other; cut short, the app's end would wait for half a minute.
      const parted = slack.disconnected();
      await app.stop();
      await parted;
    });
    await slack.connected(1);
    slack.follow(app.idle);
    await inspections.open();
    app.catchUp();
    const pass = passing({ inspections, holidays, clock, zoned: setting, quiet: slack.quiet });
    return { setting, workspace, slack, inspections, clock, pass, faults, close };
  } catch (error) {
    await close();
    throw error;
  }
};
