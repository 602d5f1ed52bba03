import { z } from 'zod';

/** A setting that makes starting impossible, by name. Never its value: it may be a secret. */
export class SettingRefused extends Error {
  override name = 'SettingRefused';
}

const settings = z.object({
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'SLACK_BOT_TOKEN begins with xoxb-.').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'SLACK_APP_TOKEN begins with xapp-.').optional(),
  SLACK_API_URL: z.url('SLACK_API_URL is an address such as https://slack.com/api/.').optional(),
  DATA_DIR: z.string().default('data/inspections'),
  FRAMEWORKS_DIR: z.string().default('data/frameworks'),
  TIME_ZONE: z
    .string()
    .default('Europe/London')
    .refine((zone) => isTimeZone(zone), 'TIME_ZONE is a name such as Europe/London.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'LOG_LEVEL is debug, info, warn, error or silent.')
    .default('info'),
});

const isTimeZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export type Config = {
  /** The workspace to connect to; null where no token is set, which means practice. */
  slack: { botToken: string; appToken: string } | null;
  slackApiUrl: string | null;
  dataDir: string;
  frameworksDir: string;
  timeZone: string;
  logLevel: string;
};

/**
 * The environment, parsed once. An empty setting counts as not set.
 * @throws SettingRefused naming every setting that is wrong, or is missing beside another
 */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = settings.safeParse(given);
  if (!read.success) throw new SettingRefused(read.error.issues.map((issue) => issue.message).join(' '));
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = read.data;
  if (botToken && !appToken)
    throw new SettingRefused('SLACK_BOT_TOKEN is set but SLACK_APP_TOKEN is not. Set both, or neither for practice.');
  if (appToken && !botToken)
    throw new SettingRefused('SLACK_APP_TOKEN is set but SLACK_BOT_TOKEN is not. Set both, or neither for practice.');
  return {
    slack: botToken && appToken ? { botToken, appToken } : null,
    slackApiUrl: read.data.SLACK_API_URL ?? null,
    dataDir: read.data.DATA_DIR,
    frameworksDir: read.data.FRAMEWORKS_DIR,
    timeZone: read.data.TIME_ZONE,
    logLevel: read.data.LOG_LEVEL,
  };
};
