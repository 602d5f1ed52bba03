import { setTimeout as pass } from 'node:timers/promises';
import type { PersonAtSlack, Shown, View } from '../../../src/local-slack/index.ts';
import { teamChannel } from '../../support/workspace.ts';
import { receiptIn, type Told } from '../recording.ts';
import type { World } from './world.ts';

/** What somebody was told became of what they sent. */
export type Outcome = 'saved' | 'not saved' | 'not known' | 'unanswered' | 'something else';
export type Sent = { by: string; text: string; outcome: Outcome; told: Told | null; words: string };

/** So many milliseconds somebody looks for a form that they asked for. */
const looksFor = 4000;

const outcomeOf = (
  answered: boolean,
  shown: readonly (Shown | View | undefined)[],
  text: string,
  errors: Record<string, string> | null | undefined,
): Omit<Sent, 'by'> => {
  const told = shown.map((each) => receiptIn(each, text)).find((each) => each !== null) ?? null;
  const words = JSON.stringify([errors, ...shown.map((each) => each && { ...each, state: undefined })]);
  const as = (outcome: Outcome) => ({ text, outcome, told, words });
  if (told) return as('saved');
  if (/not known yet/.test(words)) return as('not known');
  // Given back with what is wrong under its field, or with why it is not kept.
  if (Object.keys(errors ?? {}).length > 0 || /[Nn]othing was saved/.test(words)) return as('not saved');
  return as(answered ? 'something else' : 'unanswered');
};

const until = async (found: () => boolean, within: number): Promise<boolean> => {
  const ends = performance.now() + within;
  while (!found() && performance.now() < ends) await pass(50);
  return found();
};

const byLine = async (person: PersonAtSlack, slack: World['slack'], text: string): Promise<Omit<Sent, 'by'>> => {
  const before = slack.ephemeral(person.id).length;
  const { answered, said } = await person.command(teamChannel, `evidence help - ${text}`);
  const later = () => slack.ephemeral(person.id).slice(before);
  // What is not said with the acknowledgement comes after it, or the form comes back with the text in it.
  if (answered && !said) await until(() => later().length > 0 || person.view() !== undefined, looksFor);
  return outcomeOf(answered, [said, ...later(), person.view()], text, null);
};

/** Null where no form came. */
const byForm = async (person: PersonAtSlack, text: string): Promise<Omit<Sent, 'by'> | null> => {
  await person.command(teamChannel, 'evidence');
  if (!(await until(() => person.view() !== undefined, looksFor))) return null;
  await person.fill({ 'Judgement area': ['help-and-protection'], 'What did you find?': text, 'It is': 'Concern' });
  const form = person.view()?.id;
  const { answered, errors } = await person.submit();
  const shown = person.views();
  // One that was asked for before may have come in its place, and takes its answer away.
  return outcomeOf(answered && shown.some(({ id }) => id === form), shown, text, errors);
};

/**
 * Everybody records, by lines and by forms, each a moment after the one before is answered or failed by Slack, until it is over.
 * Gives what each sent, and what they were told of it.
 */
export const recordAll = async (
  { slack, recorders, chance }: World,
  moment: number,
  over: AbortSignal,
): Promise<Sent[]> => {
  const sent: Sent[] = [];
  const one = async (id: string, place: number): Promise<void> => {
    const person = slack.person(id);
    for (let n = 1; !over.aborted; n += 1) {
      await pass(chance() * 2 * moment);
      const text = `visits were late again, as number ${n} of ${id.toLowerCase()} says`;
      const send = place % 3 === 0 ? byForm(person, text) : byLine(person, slack, text);
      const upshot = await send.catch(
        (error: Error): Omit<Sent, 'by'> => ({ text, outcome: 'something else', told: null, words: error.message }),
      );
      if (upshot) sent.push({ by: id, ...upshot });
      while (person.view() !== undefined) await person.closeView();
    }
  };
  await Promise.all(recorders.map(one));
  return sent;
};
