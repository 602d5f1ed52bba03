import { z } from 'zod';
import { type Given, secretsIn, settingsIn } from './config/files.ts';
import { SettingRefused } from './config/refused.ts';

export { portRefused, SettingRefused } from './config/refused.ts';
export { version } from './config/version.ts';

/** What the system says of a folder in which nothing can be kept. */
const unusable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'EDQUOT', 'ENOTSUP']);

/** The same fault as one of the setting by which the folder was named; any other as it is. */
export const dataFolderRefused = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('code' in error) || !unusable.has(String(error.code))) return error;
  const full = ['ENOSPC', 'EDQUOT'].includes(String(error.code));
  const words = full
    ? 'The disk that DATA_DIR is on is full, so nothing new can be kept and Fortnight does not start. Nothing that was recorded is lost. Make room and start it again; until then fortnight verify, export and inspections still read.'
    : `DATA_DIR must name a folder that this process can write to (${error.code}).`;
  return new SettingRefused(words, { cause: error });
};

const portNumber = (name: string) => {
  const words = `${name} is a whole number from 1 to 65535.`;
  return z.coerce.number(words).int(words).min(1, words).max(65_535, words);
};

/** Over http: tokens go in clear, so only to this machine. */
const isSafe = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname));
};

const wholeYears = 'RETENTION_YEARS is a whole number of years from 1 to 100.';

/** Every setting there is. `.env.example` says of each what it is for. */
export const settings = z.object({
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'SLACK_BOT_TOKEN begins with xoxb-.').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'SLACK_APP_TOKEN begins with xapp-.').optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_BOT_TOKEN_FILE: z.string().optional(),
  SLACK_APP_TOKEN_FILE: z.string().optional(),
  SLACK_SIGNING_SECRET_FILE: z.string().optional(),
  PORT: portNumber('PORT').optional(),
  PRACTICE_PORT: portNumber('PRACTICE_PORT').default(3000),
  HEALTH_PORT: portNumber('HEALTH_PORT').optional(),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  SLACK_API_URL: z
    .url({ error: 'SLACK_API_URL is an address such as https://slack.com/api/.', abort: true })
    .refine(isSafe, 'SLACK_API_URL begins with https://, or with http:// on this machine alone: it is sent tokens.')
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol),
      'DATABASE_URL is an address such as postgresql://fortnight:password@db.example/fortnight.',
    )
    .optional(),
  DATABASE_URL_FILE: z.string().optional(),
  DATA_DIR: z.string().default('data/inspections'),
  FRAMEWORKS_DIR: z.string().default('data/frameworks'),
  TIME_ZONE: z
    .string()
    .default('Europe/London')
    .refine(
      (zone) => namesPlace(zone),
      'TIME_ZONE is the name of a place, such as Europe/London, or UTC. Letters and offsets such as EST, CET, GMT+1 and +01:00 mean another country’s time, or have no summer time.',
    ),
  RETENTION_YEARS: z.coerce.number(wholeYears).int(wholeYears).min(1, wholeYears).max(100, wholeYears).optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'LOG_LEVEL is debug, info, warn, error or silent.')
    .default('info'),
});

const namesPlace = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone });
    return zone === 'UTC' || /^(?!etc\/)[a-z_]+\/[a-z_/-]+$/i.test(zone);
  } catch {
    return false;
  }
};

/** How Slack reaches the app: over Socket Mode, or by signed requests at a port. */
export type Transport = { over: 'sockets'; appToken: string } | { over: 'http'; signingSecret: string; port: number };

export type Config = {
  /** The workspace to connect to; null where no token is set, which means practice. */
  slack: { botToken: string; transport: Transport } | null;
  slackApiUrl: string | null;
  /** Where it says how it is; null where nobody asked for that. */
  health: { port: number; host: string } | null;
  /** Where the practice page is served, on this machine only. */
  practicePort: number;
  /** The PostgreSQL in which records are kept; null where they are in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  frameworksDir: string;
  timeZone: string;
  /** For how many years after its last entry a record is kept; null until that is decided. */
  retentionYears: number | null;
  logLevel: string;
};

const modes = {
  'Socket Mode': ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'],
  HTTP: ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'PORT'],
} as const;
type Setting = (typeof modes)[keyof typeof modes][number];

const named = (settings: readonly Setting[]): string =>
  `${settings.join(' and ')} ${settings.length === 1 ? 'is' : 'are'}`;

/** The one mode whose settings are all there. None of them means practice; some, or some of both, is a mistake. */
const slackIn = (given: z.infer<typeof settings>): Config['slack'] => {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    PORT: port,
  } = given;
  const forHttp = modes.HTTP.filter((name) => name !== 'SLACK_BOT_TOKEN' && given[name] !== undefined);
  if (appToken && forHttp.length > 0)
    throw new SettingRefused(
      `SLACK_APP_TOKEN is for Socket Mode, but ${named(forHttp)} set, for HTTP. Remove SLACK_APP_TOKEN, or ${forHttp.join(' and ')}.`,
    );
  const mode = modes[forHttp.length > 0 ? 'HTTP' : 'Socket Mode'];
  const there = mode.filter((name) => given[name] !== undefined);
  const missing = mode.filter((name) => given[name] === undefined);
  if (there.length > 0 && missing.length > 0)
    throw new SettingRefused(
      `${named(there)} set but ${named(missing)} not. Set ${mode.join(' and ')}, or none of them for practice.`,
    );
  if (botToken && appToken) return { botToken, transport: { over: 'sockets', appToken } };
  if (botToken && signingSecret && port) return { botToken, transport: { over: 'http', signingSecret, port } };
  return null;
};

/**
 * The environment, and what `.env` in the working directory adds to it. What the environment has, even if empty, stays.
 * @throws SettingRefused where a line there is no setting
 */
export const withEnvFile = (environment: Given): Given => ({
  ...settingsIn('.env', Object.keys(settings.shape)),
  ...environment,
});

/** These settings as they are given, or in the files that are named. An empty one counts as not set. */
const parsed = <Shape extends z.ZodRawShape>(shape: z.ZodObject<Shape>, environment: Given) => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = shape.safeParse({ ...given, ...secretsIn(given, Object.keys(shape.shape)) });
  if (!read.success) throw new SettingRefused(read.error.issues.map((issue) => issue.message).join(' '));
  return read.data;
};

/**
 * The database in which records are kept; null where they are in a folder. No other setting is looked at.
 * @throws SettingRefused where that is no address, or can't be read
 */
export const databaseIn = (environment: Given): string | null =>
  parsed(settings.pick({ DATABASE_URL: true, DATABASE_URL_FILE: true }), environment).DATABASE_URL ?? null;

/** For how many years after its last entry a record is kept; null until that is decided. No other setting is looked at. */
export const retentionIn = (environment: Given): number | null =>
  parsed(settings.pick({ RETENTION_YEARS: true }), environment).RETENTION_YEARS ?? null;

/**
 * The environment, parsed once.
 * @throws SettingRefused naming every setting that is wrong, or is missing beside another
 */
export const readConfig = (environment: Given): Config => {
  const read = parsed(settings, environment);
  return {
    slack: slackIn(read),
    slackApiUrl: read.SLACK_API_URL ?? null,
    health: read.HEALTH_PORT ? { port: read.HEALTH_PORT, host: read.HEALTH_HOST } : null,
    practicePort: read.PRACTICE_PORT,
    databaseUrl: read.DATABASE_URL ?? null,
    dataDir: read.DATA_DIR,
    frameworksDir: read.FRAMEWORKS_DIR,
    timeZone: read.TIME_ZONE,
    retentionYears: read.RETENTION_YEARS ?? null,
    logLevel: read.LOG_LEVEL,
  };
};
