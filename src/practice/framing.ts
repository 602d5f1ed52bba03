import type { Places } from './open.ts';
import { indented, wrapped } from './printing/wrapping.ts';
import type { Scenario } from './scenario.ts';

/** What is said before and after a replay. */

export const openingWords = (scenario: Scenario, { folder }: Places, width: number): string[] => [
  ...wrapped(`Fortnight, practice run: ${scenario.title}`, width),
  '',
  ...wrapped(scenario.about, width),
  '',
  ...wrapped(
    `The app runs against a Slack within this process, and its clock is moved by the replay. The record is kept in ${folder}; the records of earlier replays there were removed.`,
    width,
  ),
  '',
  'Who is who:',
  ...indented(
    scenario.people.map(({ name, is }) => `${name}, ${is}`),
    2,
  ),
];

export const closingWords = ({ folder }: Places, width: number): string[] => [
  '',
  'That was the fortnight.',
  '',
  ...wrapped(`Its record is in ${folder}: one file an inspection, one entry a line. To check that it is whole:`, width),
  `  DATA_DIR=${folder} npm run -s fortnight -- verify`,
  '',
  ...wrapped(
    'To use Fortnight with your own workspace: make a Slack app from manifest.yml at https://api.slack.com/apps, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, and run npm start again. README.md goes through it under "Connect a real workspace".',
    width,
  ),
];
