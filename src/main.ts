import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { bankHolidaysPlace, CalendarRefused, readBankHolidays } from './calendar.ts';
import { type Config, dataFolderRefused, readConfig, SettingRefused, version, withEnvFile } from './config.ts';
import { FrameworkRefused, readFrameworks } from './frameworks.ts';
import { isRestrictedHistory, NotKept, openInspections } from './inspections.ts';
import { type Log, openLog } from './log.ts';
import { openPractice, pagePlaces, pageWords } from './practice/open.ts';
import { PracticeStopped } from './practice/stopped.ts';
import { type Connected, connect } from './slack/app.ts';
import { SlackRefused } from './slack/errors.ts';
import { reference } from './slack/faults.ts';
import { FolderTaken } from './store/claim.ts';
import { realFiles } from './store/files.ts';
import { jsonLines } from './store/json-lines.ts';

/** A fault that whoever starts Fortnight can mend is one line; anything else keeps its stack for whoever mends Fortnight. */
const refusals = [SettingRefused, FrameworkRefused, CalendarRefused, FolderTaken, SlackRefused, PracticeStopped];

/** Whoever tells a process to stop may end it by force soon after. */
const stopsWithin = 3000;
/** Of that, how long Slack is waited for, in milliseconds. What it was asked and did not answer is looked up after the next start. */
const slackHas = 2500;

const aDay = 24 * 60 * 60 * 1000;

const stopOnSignals = (log: Log, stop: () => Promise<void>): void => {
  let stopping = false;
  const stopped = async (signal: string): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'Stopping: finishing what is in hand');
    setTimeout(() => {
      log.error('Stopping took too long: what is still in hand is left; everything that was told saved is kept');
      process.exit(1);
    }, stopsWithin).unref();
    await stop();
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stopped(signal));
  process.on('SIGINT', (signal) => void stopped(signal));
};

/** What whoever reads the log has to know of the process before anything else. */
const whatStarts = ({ slack, dataDir, timeZone }: Config) => ({
  version: version(),
  mode: slack?.transport.over === 'http' ? 'HTTP' : 'Socket Mode',
  timeZone,
  dataDir: resolve(dataDir),
});

const start = async (): Promise<void> => {
  const config = readConfig(withEnvFile(process.env));
  const log = openLog(config.logLevel);
  // What counts takes longer to load than all frameworks to check, so it is loaded where somebody asks for its counts.
  const health = config.health && (await import('./health.ts'));
  const metrics = health?.openMetrics() ?? null;
  const fault = (reference: string, error: unknown) => {
    metrics?.fault();
    log.error({ reference, fault: error }, 'Unexpected fault');
  };
  const frameworks = readFrameworks(config.frameworksDir);
  const holidays = readBankHolidays(bankHolidaysPlace);
  // Slack's client lets go of a promise of its own now and then, as when it is told to end while it connects. What
  // people are recording must not end with that.
  const outliveRejections = () => process.on('unhandledRejection', (error) => fault(reference(randomBytes(6)), error));
  if (config.slack === null) {
    const practice = await openPractice({ frameworks, holidays, log, fault }, pagePlaces, config.practicePort);
    process.stdout.write(`${pageWords(practice, pagePlaces.folder)}\n`);
    outliveRejections();
    return stopOnSignals(log, practice.close);
  }
  const store = await jsonLines({
    folder: config.dataDir,
    files: realFiles,
    random: randomBytes,
    report: (happening) => {
      log.warn(happening);
      // Whoever took the folder over serves from here on; what is in hand here is told to nobody as saved.
      if (happening.event === 'owner-lost') process.exit(1);
    },
  }).catch((error) => {
    throw dataFolderRefused(error);
  });
  const timedAppend = metrics?.timed(store.append) ?? store.append;
  // What is restricted is counted nowhere, not even as one entry more.
  const append: typeof store.append = (history, ...rest) =>
    isRestrictedHistory(history) ? store.append(history, ...rest) : timedAppend(history, ...rest);
  const timed = { ...store, append };
  const inspections = await openInspections(timed, (inspection, why) =>
    log.error({ inspection, why }, 'This record is closed'),
  ).catch((error) => {
    throw dataFolderRefused(error instanceof NotKept ? error.cause : error);
  });
  let connected: Connected | null = null;
  if (config.health && metrics)
    await health?.openHealth({
      ...config.health,
      metrics,
      open: () => connected?.open() ?? 0,
      boardsWaiting: () => connected?.boardsWaiting() ?? 0,
      closed: inspections.closed,
      folder: config.dataDir,
    });
  // While Slack is waited for.
  const opening = inspections.open();
  const fortnight = await connect({
    inspections,
    frameworks: frameworks.all,
    holidays,
    ...config.slack,
    webApi: config.slackApiUrl,
    timeZone: config.timeZone,
    clock: () => new Date(),
    passed: () => performance.now(),
    chance: randomBytes,
    everyMinute: (tick) => {
      const timer = setInterval(tick, 60_000);
      return () => clearInterval(timer);
    },
    retentionYears: config.retentionYears,
    slackMinute: 60_000,
    slackWaits: 3000,
    patience: 30_000,
    log,
    signedIn: (workspace, itIs) => log.info({ ...whatStarts(config), workspace }, `Fortnight starts. ${itIs}`),
    count: metrics?.count ?? (() => undefined),
    fault,
  });
  connected = fortnight;
  store.answering(fortnight.operated);
  outliveRejections();
  stopOnSignals(log, async () => {
    if (await Promise.race([fortnight.stop(), after(slackHas, 'late')]))
      log.warn('Slack did not answer in time: what it was asked is looked up after the next start');
    await inspections.close();
  });
  log.info({ frameworks: frameworks.all.length }, 'Fortnight is connected to Slack');
  await opening;
  fortnight.catchUp();
  setInterval(() => inspections.lookThrough().catch((error) => fault(reference(randomBytes(6)), error)), aDay).unref();
};

// Whoever reads the output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await start();
} catch (error) {
  const known = error instanceof Error && refusals.some((kind) => error instanceof kind);
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
