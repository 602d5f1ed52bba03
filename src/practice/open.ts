import type { BankHolidays } from '../domain/working-days.ts';
import type { Frameworks } from '../frameworks.ts';
import type { Lines } from '../slack/bolt-logger.ts';
import type { Out } from './progress.ts';
import { PracticeStopped } from './stopped.ts';

/** What every practice workspace stands on. */
export type Standing = {
  frameworks: Frameworks;
  holidays: BankHolidays;
  /** Where warnings and errors go. Lines that only inform are left out: what people see is the replay. */
  log: Lines;
  /** Writes a fault down under its reference. */
  fault: (reference: string, error: unknown) => void;
};

export type Practice = Standing & { out: Out; places: Places };

export type Places = {
  /** The scenario to replay. */
  scenario: string;
  /** The app's manifest, for its command, scopes and events. */
  manifest: string;
  /** Where the practice record is kept. Records in it are removed when a replay begins; nothing outside it is touched. */
  folder: string;
};

/** Relative to the working directory, as the other settings' defaults are. */
export const practicePlaces: Places = {
  scenario: 'data/practice/northmoor-2013.json',
  manifest: 'manifest.yml',
  folder: 'data/practice/inspections',
};

const forDevelopment = /Cannot find package '(?:emulate|ws|yaml)'/;

/**
 * Opens a local Slack, connects the app to it and replays a sample fortnight; resolves when it is over and everything is closed.
 * @throws PracticeStopped in words for whoever started it: the packages are not there, or a step came to something else
 * than its scenario says
 * @throws FolderTaken where another practice run is under way
 */
export const openPractice = async (practice: Practice): Promise<void> => {
  const { runPractice } = await import('./run.ts').catch((error: unknown) => {
    if (error instanceof Error && forDevelopment.test(error.message))
      throw new PracticeStopped(
        'Practice needs the development packages: run npm ci. To connect to Slack instead, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN.',
      );
    throw error;
  });
  return runPractice(practice);
};
