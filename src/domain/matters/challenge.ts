import { z } from 'zod';
import { alter } from '../changing.ts';
import { correcting } from '../correcting.ts';
import { inWordsOf } from '../field.ts';
import { gradeInWords, nameOf, stepsOf } from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { type Moves, matter, type Of } from '../matter.ts';
import { dayIn } from '../moments.ts';
import { type By, type Person, samePerson } from '../people.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { judgementOf } from '../standing.ts';
import { typed, typedOrNothing } from '../text/typed.ts';
import { type BankHolidays, dayAfterCounting, isWorkingDay } from '../working-days.ts';

/*
 * A challenge is an objection to a judgement: by the authority, or in the team. It is answered by a day and stays with
 * what came of it. Dissent in the team stands beside the judgement for as long as that grade stands. Challenges go on
 * after sign-off; what an upheld one changes is done by giving the grade again.
 */

export const challengers = ['authority', 'team'] as const;
export const challengerLabels: Record<(typeof challengers)[number], string> = {
  authority: 'The {authority}',
  team: 'Somebody in the team',
};

export const outcomes = ['upheld', 'partly-upheld', 'not-upheld'] as const;
type ChallengeOutcome = (typeof outcomes)[number];
export const outcomeLabels: Record<ChallengeOutcome, string> = {
  upheld: 'Upheld',
  'partly-upheld': 'Partly upheld',
  'not-upheld': 'Not upheld',
};

const challengeFields = {
  from: z.enum(challengers, 'Choose whose challenge it is.'),
  /** Who at the authority; in the team it is whoever raises it. */
  raisedBy: typedOrNothing,
  against: z.string('Choose the judgement that is challenged.'),
  text: typed('Say what is challenged, and why.'),
  receivedOn: z.iso.date('Give the day on which it was received.'),
  due: z.iso.date('Give the day by which it is to be answered.'),
  /** The comment on accuracy that it was before; null for one that never was, and in histories from before there were such. */
  comment: z.string().nullable().default(null),
};
const raiseChallenge = z.strictObject({ type: z.literal('RaiseChallenge'), ...challengeFields });
const answerChallenge = z.strictObject({
  type: z.literal('AnswerChallenge'),
  item: z.string(),
  outcome: z.enum(outcomes, 'Choose what came of it.'),
  answer: typed('Write the answer that was given.'),
  changed: typedOrNothing,
});
const commands = [raiseChallenge, answerChallenge] as const;

const challengeRaised = z.strictObject({
  type: z.literal('ChallengeRaised'),
  item: z.string(),
  from: z.enum(challengers),
  raisedBy: z.string().nullable(),
  against: z.string(),
  /** The judgement that stood, by its number, and its grade; null where an area speaks in findings. */
  judgement: z.string().nullable(),
  grade: z.string().nullable(),
  text: z.string(),
  receivedOn: z.iso.date(),
  due: z.iso.date(),
  comment: z.string().nullable().default(null),
});
export type ChallengeRaised = z.infer<typeof challengeRaised>;
const challengeAnswered = z.strictObject({
  type: z.literal('ChallengeAnswered'),
  item: z.string(),
  outcome: z.enum(outcomes),
  answer: z.string(),
  changed: z.string().nullable(),
});
const events = [challengeRaised, challengeAnswered] as const;
type ChallengeEvent = Of<typeof events>;

type Answer = { outcome: ChallengeOutcome; answer: string; changed: string | null; by: Person; at: string };
export type Challenge = Omit<z.infer<typeof challengeRaised>, 'type'> & {
  by: Person;
  recordedAt: string;
  answered: Answer | null;
};

export const openChallenges = ({ challenges }: Inspection): Challenge[] =>
  [...challenges.values()].filter(({ answered }) => answered === null);

/** The team's dissent from a grade: every challenge in the team to it that was not upheld. */
export const dissentFrom = ({ challenges }: Inspection, judged: string, grade: string): Challenge[] =>
  [...challenges.values()].filter(
    ({ from, against, grade: challenged, answered }) =>
      from === 'team' && against === judged && challenged === grade && answered?.outcome !== 'upheld',
  );

/** Working days in which a challenge is answered: as many as the framework gives the authority for its comments, else five. */
export const daysToAnswer = ({ framework }: Inspection): number => {
  const comments = stepsOf(framework).find(({ id, unit }) => id === 'comments' && unit === 'workingDays');
  return comments?.last ?? 5;
};

/** The day by which what came on a day is answered. */
export const answerDue = (inspection: Inspection, receivedOn: string, holidays: BankHolidays): string =>
  dayAfterCounting(receivedOn, daysToAnswer(inspection), (day) => isWorkingDay(day, holidays));

type Judged = { id: string; name: string; judgement: string | null; grade: string | null };

/** What can be challenged: each judgement that stands, and every area where areas speak in findings. */
export const challengeable = (inspection: Inspection): Judged[] => {
  const { framework, overalls } = inspection;
  const areas = framework.areas.flatMap(({ id, short }): Judged[] => {
    const judgement = judgementOf(inspection, id);
    if (judgement)
      return [
        {
          id,
          name: `${short}: ${gradeInWords(framework, judgement.grade)} (${judgement.item})`,
          judgement: judgement.item,
          grade: judgement.grade,
        },
      ];
    return framework.output === 'findings' ? [{ id, name: short, judgement: null, grade: null }] : [];
  });
  const set = framework.overalls.flatMap(({ id }): Judged[] => {
    const grade = overalls.get(id)?.grade;
    if (grade === undefined) return [];
    return [{ id, name: `${nameOf(framework, id)}: ${gradeInWords(framework, grade)}`, judgement: null, grade }];
  });
  return [...areas, ...set];
};

/** What is challenged: as it stood when the challenge was raised, where that stays, else as it stands. */
const judgedBy = (against: string, before: Challenge | undefined, inspection: Inspection) =>
  before?.against === against ? before : challengeable(inspection).find(({ id }) => id === against);

/** What is said of a challenge as an item of this number, or what is wrong with it. */
const readChallenge = (
  command: Omit<z.infer<typeof raiseChallenge>, 'type'>,
  item: string,
  inspection: Inspection,
  by: By,
): Decision<ChallengeRaised> => {
  const { from, against, text, receivedOn, due } = command;
  const comment = command.comment ?? inspection.challenges.get(item)?.comment ?? null;
  const before = inspection.challenges.get(item);
  const judged = judgedBy(against, before, inspection);
  const refusals: Refusal[] = [];
  if (before?.answered && (before.against !== against || before.from !== from))
    refusals.push({
      field: before.from === from ? 'against' : 'from',
      words: `${item} was answered as a challenge by ${before.from === 'team' ? 'the team' : inWordsOf(inspection, 'the {authority}')} to what it says. Leave that as it was, or raise another.`,
    });
  if (!judged) refusals.push({ field: 'against', words: 'There is no such judgement yet. Choose one that was given.' });
  if (command.from === 'authority' && command.raisedBy === null)
    refusals.push({
      field: 'raisedBy',
      words: inWordsOf(inspection, 'Say who at the {authority}, by role, such as {the director}.'),
    });
  if (command.receivedOn > dayIn(inspection, by.at))
    refusals.push({ field: 'receivedOn', words: 'This day is to come. Give the day on which it was received.' });
  if (command.due < command.receivedOn)
    refusals.push({ field: 'due', words: 'This is before it was received. Give a later day.' });
  if (command.comment !== null && !inspection.comments.has(command.comment))
    refusals.push({ field: null, words: `There is no ${command.comment} here.` });
  if (!judged || refusals.length > 0) return { refusals };
  const { judgement, grade } = judged;
  const raisedBy = command.from === 'authority' ? command.raisedBy : null;
  const said = { from, raisedBy, against, text, receivedOn, due, comment };
  return { events: [{ type: 'ChallengeRaised', item, ...said, judgement, grade }] };
};

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<ChallengeEvent> => {
  if (command.type === 'RaiseChallenge') return readChallenge(command, nextItem(inspection.items, 'H'), inspection, by);
  const { item, outcome, answer, changed } = command;
  const challenge = inspection.challenges.get(item);
  if (!challenge) return refuse(null, `There is no ${item} here.`);
  if (challenge.answered) return refuse(null, `${item} was answered already: ${challenge.answered.answer}`);
  if (challenge.from === 'team' && samePerson(challenge.by, by.person))
    return refuse(null, `You raised ${item}. Somebody else answers it.`);
  if (outcome !== 'not-upheld' && changed === null)
    return refuse('changed', 'Say what changed, such as the grade that was given again (J-004).');
  return { events: [{ type: 'ChallengeAnswered', item, outcome, answer, changed }] };
};

/** Dissent in the team stands in the summary, beside the judgement; it lapses nothing. `now` is what the item says from now on. */
export const dissentMoves = ({ challenges }: Inspection, item: string, now?: { from: Challenge['from'] }): Moves =>
  challenges.get(item)?.from === 'team' || now?.from === 'team' ? 'changed' : 'nothing';

const moves = (inspection: Inspection, event: ChallengeEvent): Moves =>
  dissentMoves(inspection, event.item, event.type === 'ChallengeRaised' ? event : undefined);

export const challengeCorrection = correcting({
  of: 'challenge',
  fields: challengeFields,
  event: challengeRaised,
  read: readChallenge,
  reword: ({ challenges }, { type: _, ...said }) => alter(challenges, said.item, said),
});

declare module '../inspection.ts' {
  interface Inspection {
    challenges: Map<string, Challenge>;
  }
}

export const challengeMatter = matter({
  commands,
  events,
  act: { RaiseChallenge: 'challenge a judgement', AnswerChallenge: 'answer a challenge' },
  sealed: false,
  begins: () => ({ challenges: new Map() }),
  decide,
  evolve: {
    ChallengeRaised: ({ challenges }, { type: _, ...said }, { person: by, at }) =>
      void challenges.set(said.item, { ...said, by, recordedAt: at, answered: null }),
    ChallengeAnswered: ({ challenges }, { type: _, item, ...said }, { person: by, at }) =>
      alter(challenges, item, { answered: { ...said, by, at } }),
  },
  moves,
});
