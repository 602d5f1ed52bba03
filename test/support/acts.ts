import type { Block, JsonObject, PersonAtSlack, Submission, Upshot } from '../../src/local-slack/index.ts';
import { type Fortnight, northmoor, openNorthmoor } from './fortnight.ts';
import type { Who } from './people.ts';
import { teamChannel } from './workspace.ts';

/** Steps that people take in nearly every test, and what is then looked at. */

/** Everything that stands in blocks for a person to read, to the letter, a line for each piece. */
export const wordsOf = (blocks: readonly Block[]): string => blocks.flatMap(pieces).join('\n');

const pieces = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(pieces);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text, ...rest } = value as JsonObject;
  if (type === 'rich_text_section' || type === 'rich_text_quote') return [pieces(rest.elements).join('')];
  const own = typeof text === 'string' ? [text] : pieces(text);
  return [...own, ...Object.values(rest).flatMap(pieces)];
};

/** What somebody was told, last first in the mind: the text of what only they saw. Empty where nothing was. */
export const told = ({ shown }: Upshot): string => shown.map(({ blocks }) => wordsOf(blocks)).join('\n');

/** What a form or a page in its place says. */
export const page = ({ view }: Pick<Submission, 'view'>): string => (view ? wordsOf(view.blocks) : '');

/** All errors under a form's fields, in one text. */
export const underFields = ({ errors }: Submission): string => Object.values(errors ?? {}).join('\n');

type Kept = { type: string } & Record<string, unknown>;

/** The events that are stored, in order, of Northmoor or another history. */
export const stored = async (fortnight: Fortnight, history = northmoor): Promise<Kept[]> =>
  (await fortnight.entries(history)).flatMap(({ events }) => (events ?? []) as Kept[]);

/** The events of one kind that are stored. */
export const storedOf = async (fortnight: Fortnight, type: string, history = northmoor): Promise<Kept[]> =>
  (await stored(fortnight, history)).filter((event) => event.type === type);

/** Sends /judge in the team channel. */
export const judge = (fortnight: Fortnight, who: Who, words: string) => fortnight.as(who).command(teamChannel, words);

/** What the board says in the team channel, once the app is done. */
export const boardOf = async ({ slack }: Fortnight): Promise<string> => {
  await slack.quiet();
  return wordsOf(slack.channel(teamChannel).pinned().at(-1)?.blocks ?? []);
};

/** Records evidence in one line and gives its number. */
export const record = async (fortnight: Fortnight, who: Who, line: string): Promise<string> => {
  const { said } = await judge(fortnight, who, `evidence ${line}`);
  const item = said?.text.match(/^Saved (E-\d+|W-\w+)/)?.[1];
  if (!item) throw new Error(`This was not recorded: ${line}\n${said?.text}`);
  return item;
};

/** A form's fields, filled in so that nothing is missing. */
export const something = {
  'Judgement area': ['help-and-protection'],
  'What did you find?': 'Decisions to hold strategy discussions were late.',
  'It is': 'concern',
} as const;

/** Opens a form and sends it. The page that follows stays open. */
export const fillIn = async (
  fortnight: Fortnight,
  who: Who,
  words: string,
  values: Parameters<PersonAtSlack['submit']>[0],
): Promise<Submission> => {
  await judge(fortnight, who, words);
  return fortnight.as(who).submit(values);
};

/** Gives an area its grade by the form, resting on all of the area's evidence. */
export const grade = async (
  fortnight: Fortnight,
  area: string,
  value: string,
  who: Who = 'lead',
): Promise<Submission> => {
  const values = { Grade: value, 'Why this grade?': `What was seen in ${area} bears this out.` };
  return fillIn(fortnight, who, `grade ${area}`, values);
};

/** Records one item for each area and grades it so. */
export const gradeAll = async (fortnight: Fortnight, grades: Record<string, string>): Promise<void> => {
  for (const [place, [area, value]] of Object.entries(grades).entries()) {
    const seen = place === 1 ? `- A concern seen in ${area}.` : `+ A strength seen in ${area}.`;
    await record(fortnight, 'inspector', `${area} ${seen}`);
    const { errors } = await grade(fortnight, area, value);
    if (errors) throw new Error(`${area} was not graded ${value}: ${Object.values(errors).join(' ')}`);
  }
};

export const allGood = {
  'help-and-protection': 'good',
  'looked-after-and-permanence': 'good',
  adoption: 'good',
  'care-leavers': 'good',
  leadership: 'good',
  lscb: 'good',
} as const;

/** Every area graded and the one expected overall grade set. */
export const readyToSign = async (fortnight: Fortnight): Promise<void> => {
  await gradeAll(fortnight, allGood);
  const { errors } = await fillIn(fortnight, 'lead', 'overall', {});
  if (errors) throw new Error(`The overall grade was not set: ${Object.values(errors).join(' ')}`);
};

/** Northmoor, every area judged and overall set, before any signature. */
export const openReadyToSign = async (): Promise<Fortnight> => {
  const fortnight = await openNorthmoor();
  await readyToSign(fortnight);
  return fortnight;
};

/** Both signatures. */
export const signOff = async (fortnight: Fortnight): Promise<void> => {
  await fillIn(fortnight, 'lead', 'sign-off', {});
  await fillIn(fortnight, 'qualityAssurance', 'sign-off', {});
};

/** The summary as it is looked at before it is posted: its headline, then all its replies, page by page. */
export const wholeSummary = async (fortnight: Fortnight, who: Who, words = 'summary'): Promise<string> => {
  const said = [told(await judge(fortnight, who, words))];
  for (let page = 1; page === 1 || said.at(-1)?.includes('Next page'); page += 1)
    said.push(told(await judge(fortnight, who, `${words} replies ${page}`)));
  return said.join('\n');
};

/** Everything of summaries that stands in a channel: headlines, and what is in their threads. */
export const postedSummary = (fortnight: Fortnight, channel = teamChannel): string =>
  fortnight.slack
    .channel(channel)
    .messages()
    .filter(({ metadata }) => metadata !== undefined)
    .map(({ blocks }) => wordsOf(blocks))
    .join('\n');
