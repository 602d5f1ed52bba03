import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { CalendarRefused } from './calendar.ts';
import { type Config, dataFolderRefused, readConfig, SettingRefused, version, withEnvFile } from './config.ts';
import { FrameworkRefused } from './frameworks.ts';
import { collectGarbageSoon } from './garbage.ts';
import { groundOf } from './ground.ts';
import { isRestrictedHistory, NotKept, openInspections } from './inspections.ts';
import { outliveRejections, program, stopOnSignals } from './program.ts';
import { type Connected, connect } from './slack/app.ts';
import { SlackRefused } from './slack/errors.ts';
import { FolderTaken } from './store/claim.ts';
import { realFiles } from './store/files.ts';
import { jsonLines } from './store/json-lines.ts';
import { calledDatabase, DatabaseRefused } from './store/postgres/called.ts';
import type { Report } from './store/report.ts';

/** How long Slack is waited for when the process stops, in milliseconds. What it did not answer is looked up after the next start. */
const slackHas = 2500;

const aDay = 24 * 60 * 60 * 1000;

/** What whoever reads the log has to know of the process before anything else. */
const whatStarts = ({ slack, databaseUrl, dataDir, timeZone }: Config) => ({
  version: version(),
  mode: slack?.transport.over === 'http' ? 'HTTP' : 'Socket Mode',
  timeZone,
  ...(databaseUrl === null ? { dataDir: resolve(dataDir) } : { database: calledDatabase(databaseUrl) }),
});

/** Where records are kept. What speaks to a database is loaded where one is set. */
const keeper = async ({ databaseUrl, dataDir }: Config, report: Report) => {
  if (databaseUrl !== null) {
    const { postgres } = await import('./store/postgres.ts');
    return { store: await postgres({ address: databaseUrl, random: randomBytes, report }) };
  }
  const store = await jsonLines({ folder: dataDir, files: realFiles, random: randomBytes, report }).catch((error) => {
    throw dataFolderRefused(error);
  });
  return { store, answering: store.answering };
};

/** Connects to Slack; where no token is set, gives the settings for practice, which is another program. */
const start = async (): Promise<Config | undefined> => {
  const config = readConfig(withEnvFile(process.env));
  if (config.slack === null) return config;
  // What counts takes longer to load than all frameworks to check, so it is loaded where somebody asks for its counts.
  const health = config.health && (await import('./health.ts'));
  const metrics = health?.openMetrics() ?? null;
  const { log, fault, unasked, frameworks, holidays } = groundOf(config, () => metrics?.fault());
  const { store, answering } = await keeper(config, (happening) => {
    log[happening.event === 'on-duty' || happening.event === 'off-duty' ? 'info' : 'warn'](happening);
    // Whoever took the folder over serves from here on; what is in hand here is told to nobody as saved.
    if (happening.event === 'owner-lost') process.exit(1);
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
  if (config.health && health && metrics)
    await health.openHealth({
      ...config.health,
      metrics,
      open: () => connected?.open() ?? 0,
      boardsWaiting: () => connected?.boardsWaiting() ?? 0,
      closed: inspections.closed,
      keeping:
        'whyNot' in store
          ? { ...store, freeBytes: async () => Number.NaN, onDuty: inspections.replicas.isOnDuty }
          : await health.inFolder(config.dataDir),
    });
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
  // Before, it would keep Slack's greeting waiting. Whoever asks for one meanwhile has it opened first.
  const opening = inspections.open();
  answering?.(fortnight.operated);
  outliveRejections(unasked);
  stopOnSignals(log, async () => {
    if (await Promise.race([fortnight.stop(), after(slackHas, 'late')]))
      log.warn('Slack did not answer in time: what it was asked is looked up after the next start');
    await inspections.close();
  });
  log.info({ frameworks: frameworks.all.length }, 'Fortnight is connected to Slack');
  await opening;
  collectGarbageSoon();
  fortnight.catchUp();
  setInterval(() => inspections.lookThrough().catch(unasked), aDay).unref();
  return undefined;
};

/** What is to be practised with, once that is known; undefined where Fortnight is connected. */
export const practice = program(start, [
  SettingRefused,
  FrameworkRefused,
  CalendarRefused,
  FolderTaken,
  DatabaseRefused,
  SlackRefused,
]);
