import { z } from 'zod';
import { alter } from '../changing.ts';
import { scaleOf } from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import { onlyFor } from '../only-for.ts';
import { type By, type Person, personSchema } from '../people.ts';
import { type Decision, type InTheWay, inTheWay, refuse } from '../refusal.ts';
import { may } from '../roles.ts';
import { nameOfPerson, roleOf } from '../standing.ts';
import { typed } from '../text/typed.ts';
import { answersShown, fewestWithoutNames, isAsked, waitedFor } from './round-answers.ts';

/*
 * A blind round: each inspector grades an area alone, and nobody sees a grade or a reason until all have answered or the
 * lead closes it. What was answered is one event a person, which no copy of the record shows while the round is open, nor
 * ever where it is without names; what is shown is kept once more when the round closes, in an order that tells nothing.
 */

export const openRound = z.strictObject({
  type: z.literal('OpenRound'),
  area: z.string('Choose a judgement area.'),
  shown: z.enum(['by-person', 'without-names'], 'Choose how the answers are shown.'),
});
export const answerRound = z.strictObject({
  type: z.literal('AnswerRound'),
  item: z.string(),
  /** Null for somebody who saw too little to say. */
  grade: z.string('Choose a grade, or that you cannot say.').nullable(),
  reason: typed('Say why, in a sentence or two.'),
});
export const closeRound = z.strictObject({ type: z.literal('CloseRound'), item: z.string() });
/** Asked by the app, once nobody is waited for any more. */
const showRound = z.strictObject({ type: z.literal('ShowRound'), item: z.string() });
const commands = [openRound, answerRound, closeRound, showRound] as const;

const answer = { grade: z.string().nullable(), reason: z.string() };

const roundOpened = z.strictObject({
  type: z.literal('RoundOpened'),
  item: z.string(),
  area: z.string(),
  withNames: z.boolean(),
  asked: z.array(personSchema),
});
const roundAnswered = z.strictObject({ type: z.literal('RoundAnswered'), item: z.string(), ...answer });
const roundClosed = z.strictObject({
  type: z.literal('RoundClosed'),
  item: z.string(),
  because: z.enum(['all-answered', 'lead-closed-it']),
  raters: z.array(personSchema),
  /** None where the round is without names and too few answered. */
  answers: z.array(z.strictObject({ ...answer, by: personSchema.nullable() })),
});
const events = [roundOpened, roundAnswered, roundClosed] as const;
type RoundEvent = Of<typeof events>;

type RoundAnswer = { grade: string | null; reason: string };
export type ShownAnswer = RoundAnswer & { by: Person | null };
export type Round = {
  item: string;
  area: string;
  withNames: boolean;
  asked: readonly Person[];
  by: Person;
  at: string;
  /** What each answered, by user id: for its owner's eyes alone. How many there are may be told. */
  answers: Map<string, RoundAnswer>;
  closed: {
    at: string;
    /** Nobody where it closed by itself: whoever answered last is nobody else's business. */
    by: Person | null;
    because: 'all-answered' | 'lead-closed-it';
    raters: readonly Person[];
    answers: readonly ShownAnswer[];
  } | null;
};

const decideOpening = (command: z.infer<typeof openRound>, inspection: Inspection, by: By): Decision<RoundEvent> => {
  const { framework, rounds } = inspection;
  if (!may(roleOf(inspection, by.person), 'open a round')) return refuse(null, onlyFor(inspection, 'open a round'));
  const area = framework.areas.find((each) => each.id === command.area && each.kind !== 'input');
  if (!area) return refuse('area', `${framework.short} has no such judgement area. Choose one from the list.`);
  const open = [...rounds.values()].find((round) => round.area === area.id && !round.closed);
  if (open) return refuse('area', `${open.item} on ${area.short} is open already. Close it first.`);
  const asked = inspection.members.filter(({ role }) => may(role, 'answer a round')).map(({ person }) => person);
  const withNames = command.shown === 'by-person';
  if (!withNames && asked.length < fewestWithoutNames) {
    const words = `Without names it takes at least ${fewestWithoutNames} people to ask; this team has ${asked.length}. Choose by person.`;
    return refuse('shown', words);
  }
  return { events: [{ type: 'RoundOpened', item: nextItem(inspection.items, 'R'), area: area.id, withNames, asked }] };
};

const decideAnswer = (
  { item, grade, reason }: z.infer<typeof answerRound>,
  round: Round,
  inspection: Inspection,
  by: By,
): Decision<RoundEvent> => {
  const { framework } = inspection;
  if (!may(roleOf(inspection, by.person), 'answer a round')) return refuse(null, onlyFor(inspection, 'answer a round'));
  if (!isAsked(round, by.person))
    return refuse(null, `${item} asks those who were on the team when it was opened, and you were not.`);
  if (grade !== null && !scaleOf(framework, round.area).some(({ id }) => id === grade))
    return refuse('grade', 'Choose a grade from the list, or that you cannot say.');
  const before = round.answers.get(by.person.user);
  if (before?.grade === grade && before.reason === reason)
    return refuse('reason', `This is your answer to ${item} already. Change something, or close the form.`);
  return { events: [{ type: 'RoundAnswered', item, grade, reason }] };
};

const closing = (round: Round, because: 'all-answered' | 'lead-closed-it', inspection: Inspection): RoundEvent => ({
  type: 'RoundClosed',
  item: round.item,
  because,
  ...answersShown(round, inspection),
});

/** That it is closed, and by whom where somebody closed it. */
export const closedInWords = (inspection: Inspection, { item, closed }: Round): string => {
  const who = closed?.by ? `${item} is closed already, by ${nameOfPerson(inspection, closed.by)}` : `${item} is closed`;
  return `${who}.`;
};

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<RoundEvent> => {
  const { framework, rounds } = inspection;
  if (framework.scale.length === 0)
    return refuse(null, `${framework.short} gives no grades, so there is nothing to compare in a round.`);
  if (command.type === 'OpenRound') return decideOpening(command, inspection, by);
  const round = rounds.get(command.item);
  if (!round) return refuse(null, `There is no round ${command.item} here.`);
  if (round.closed) return refuse(null, closedInWords(inspection, round));
  switch (command.type) {
    case 'AnswerRound':
      return decideAnswer(command, round, inspection, by);
    case 'CloseRound':
      if (!may(roleOf(inspection, by.person), 'open a round')) return refuse(null, onlyFor(inspection, 'open a round'));
      return { events: [closing(round, 'lead-closed-it', inspection)] };
    case 'ShowRound': {
      const [first] = waitedFor(inspection, round);
      if (first) return refuse(null, `${round.item} still waits for ${nameOfPerson(inspection, first)}.`);
      return { events: [closing(round, 'all-answered', inspection)] };
    }
  }
};

/** What is in the way of signing off. */
export const openRoundsBlock = ({ framework, rounds }: Inspection): InTheWay[] =>
  [...rounds.values()]
    .filter(({ closed }) => !closed)
    .map(({ item, area }) => {
      const found = framework.areas.find(({ id }) => id === area);
      return inTheWay(`Round ${item} on ${found?.short} is open`, 'Close it', `round close ${item}`);
    });

declare module '../inspection.ts' {
  interface Inspection {
    rounds: Map<string, Round>;
  }
}

export const roundMatter = matter({
  commands,
  events,
  sealed: true,
  begins: () => ({ rounds: new Map() }),
  decide,
  evolve: {
    RoundOpened: ({ rounds }, { type: _, ...opened }, { person: by, at }) =>
      void rounds.set(opened.item, { ...opened, by, at, answers: new Map(), closed: null }),
    RoundAnswered: ({ rounds }, { item, grade, reason }, { person }) =>
      void rounds.get(item)?.answers.set(person.user, { grade, reason }),
    RoundClosed: ({ rounds }, { item, because, raters, answers }, { person, at }) =>
      alter(rounds, item, {
        closed: { at, by: because === 'lead-closed-it' ? person : null, because, raters, answers },
      }),
  },
  moves: 'nothing',
  untold: ['RoundAnswered'],
});
