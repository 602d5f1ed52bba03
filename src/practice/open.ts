import type { BankHolidays } from '../domain/working-days.ts';
import type { Frameworks } from '../frameworks.ts';
import type { Lines } from '../slack/bolt-logger.ts';
import type { Out } from './progress.ts';
import { PracticeStopped } from './stopped.ts';

/** What every practice workspace stands on. */
export type Ground = {
  frameworks: Frameworks;
  holidays: BankHolidays;
  /** Where warnings and errors go. Lines that only inform are left out: what people see is the replay. */
  log: Lines;
  /** Writes a fault down under its reference. */
  fault: (reference: string, error: unknown) => void;
};

export type Practice = Ground & { out: Out; places: Places };

export type Places = {
  /** The scenario to replay. */
  scenario: string;
  /** The app's manifest, for its command, scopes and events. */
  manifest: string;
  /** Where the practice record is kept. Records in it are removed when a replay begins; nothing outside it is touched. */
  folder: string;
};

/** Where the practice page's parts are, relative to the working directory, as the other settings' defaults are. */
export type PagePlaces = {
  /** The folder of the sample fortnights. */
  samples: string;
  manifest: string;
  /** Where everything that people practise with is kept. */
  folder: string;
  /** Where the page is kept once it is built. */
  cache: string;
};

export const pagePlaces: PagePlaces = {
  samples: 'data/practice',
  manifest: 'manifest.yml',
  folder: 'data/practice/workspace',
  cache: 'data/practice/page',
};

/** What the terminal says once the practice page stands open. */
export const pageWords = ({ url, now }: { url: string; now: string }, folder: string): string =>
  [
    `Practice is open: ${url}`,
    '',
    `${now}, by a clock that you move.`,
    `Everything in it is invented and stays on this machine, in ${folder}. Ctrl+C stops it; started again, it is as you left it.`,
    'To use Fortnight with your own workspace, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN: README.md, "Connect a real workspace".',
  ].join('\n');

/** Where a replay in the terminal keeps its record. */
export const replayFolder = 'data/practice/inspections';

const forDevelopment =
  /Cannot find package '(?:emulate|ws|yaml|vite|react|react-dom|slack-blocks-to-jsx|@vitejs\/[a-z-]+)'/;

const withPackages = async <Loaded>(load: () => Promise<Loaded>): Promise<Loaded> => {
  try {
    return await load();
  } catch (error) {
    if (error instanceof Error && forDevelopment.test(error.message))
      throw new PracticeStopped(
        'Practice needs the development packages: run npm ci. To connect to Slack instead, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN.',
      );
    throw error;
  }
};

/**
 * Opens a local Slack, connects the app to it and replays a sample fortnight; resolves when it is over and everything is closed.
 * @throws PracticeStopped in words for whoever started it: the packages are not there, or a step came to something else
 * than its scenario says
 * @throws FolderTaken where another practice run is under way
 */
export const openReplay = async (practice: Practice): Promise<void> => {
  const { runReplay } = await withPackages(() => import('./run-replay.ts'));
  return runReplay(practice);
};

/**
 * Opens the practice workspace and its page, on this machine only; `close` ends both, and everything in it is kept.
 * @throws PracticeStopped where the packages are not there or the port is taken
 * @throws FolderTaken where practice runs already
 */
export const openPractice = async (standing: Ground, places: PagePlaces, port: number) => {
  const { runPage } = await withPackages(() => import('./run-page.ts'));
  return withPackages(() => runPage(standing, places, port));
};
