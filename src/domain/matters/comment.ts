import { z } from 'zod';
import { alter, type Withdrawn } from '../changing.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import { dayIn } from '../moments.ts';
import type { By, Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { alreadyIn, notFromOutside } from '../taking-in.ts';
import { typed, typedOrNothing } from '../text/typed.ts';
import type { Challenge } from './challenge.ts';

/*
 * What the authority says of the facts in a draft: by paragraph, with the evidence that it offers. Each is accepted, partly, or not,
 * with the reason and the words as they were changed; the last answer counts. One that touches a grade goes on as a challenge, which
 * names it. Comments come after sign-off, and none of them moves what is signed.
 */

export const commentAnswers = ['accepted', 'partly', 'not'] as const;
export type CommentAnswer = (typeof commentAnswers)[number];
export const commentAnswerLabels: Record<CommentAnswer, string> = {
  accepted: 'Accepted',
  partly: 'Partly accepted',
  not: 'Not accepted',
};

const receiveComment = z.strictObject({
  type: z.literal('ReceiveComment'),
  paragraph: typed('Say which paragraph of the draft it is about.').refine(
    (words) => words.length <= 100,
    'Keep the paragraph to 100 characters.',
  ),
  text: typed('Write the comment as it was sent.'),
  /** The evidence that it offers. */
  offered: typedOrNothing,
  /** The words that the authority would have instead. */
  proposed: typedOrNothing,
  receivedOn: z.iso.date('Give the day on which the comments came.'),
  due: z.iso.date('Give the day by which they are to be answered.'),
});
const answerComment = z.strictObject({
  type: z.literal('AnswerComment'),
  item: z.string(),
  answer: z.enum(commentAnswers, 'Choose what came of it.'),
  reason: typed('Say why.'),
  /** The words as they were changed. */
  changed: typedOrNothing,
});
const commands = [receiveComment, answerComment] as const;

const commentReceived = z.strictObject({
  type: z.literal('CommentReceived'),
  item: z.string(),
  paragraph: z.string(),
  text: z.string(),
  offered: z.string().nullable(),
  proposed: z.string().nullable(),
  receivedOn: z.iso.date(),
  due: z.iso.date(),
});
const commentAnswered = z.strictObject({
  type: z.literal('CommentAnswered'),
  item: z.string(),
  answer: z.enum(commentAnswers),
  reason: z.string(),
  changed: z.string().nullable(),
});
const events = [commentReceived, commentAnswered] as const;

export type Comment = Omit<z.infer<typeof commentReceived>, 'type'> & {
  by: Person;
  recordedAt: string;
  answered: { answer: CommentAnswer; reason: string; changed: string | null; by: Person; at: string } | null;
  withdrawn: Withdrawn | null;
};

export const standingComments = ({ comments }: Inspection): Comment[] =>
  [...comments.values()].filter(({ withdrawn }) => withdrawn === null);

/** The challenge that a comment went on as; null where it touches no grade. */
export const challengeOf = ({ challenges }: Inspection, comment: string): Challenge | null =>
  [...challenges.values()].find((each) => each.comment === comment) ?? null;

/** Those that nobody has answered, whether here or as a challenge, the soonest due first. */
export const openComments = (inspection: Inspection): Comment[] =>
  standingComments(inspection)
    .filter(({ item, answered }) => answered === null && challengeOf(inspection, item) === null)
    .sort((one, other) => one.due.localeCompare(other.due));

const receive = (
  { type: _, ...said }: z.infer<typeof receiveComment>,
  inspection: Inspection,
  by: By,
): Decision<Of<typeof events>> => {
  const no = notFromOutside(inspection, by.person);
  if (no) return no;
  if (said.receivedOn > dayIn(inspection, by.at))
    return refuse('receivedOn', 'This day is to come. Give the day on which the comments came.');
  if (said.due < said.receivedOn) return refuse('due', 'This is before they came. Give a later day.');
  const before = standingComments(inspection).find(
    ({ paragraph, text }) => paragraph === said.paragraph && text === said.text,
  );
  if (before) return alreadyIn(`${before.item} says this already.`);
  return { events: [{ type: 'CommentReceived', item: nextItem(inspection.items, 'D'), ...said }] };
};

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<Of<typeof events>> => {
  if (command.type === 'ReceiveComment') return receive(command, inspection, by);
  const { type: _, ...said } = command;
  const comment = inspection.comments.get(said.item);
  if (!comment) return refuse(null, `There is no ${said.item} here.`);
  if (comment.withdrawn) return refuse(null, `${said.item} was withdrawn: ${comment.withdrawn.reason}`);
  const challenge = challengeOf(inspection, said.item);
  if (challenge) return refuse(null, `${said.item} went on as ${challenge.item}, and is answered there.`);
  if (said.answer !== 'not' && said.changed === null)
    return refuse('changed', 'Write the words as they stand now, or say that the passage was taken out.');
  return { events: [{ type: 'CommentAnswered', ...said }] };
};

declare module '../inspection.ts' {
  interface Inspection {
    /** What the authority says of the facts in a draft. */
    comments: Map<string, Comment>;
  }
}

export const commentMatter = matter({
  commands,
  events,
  act: { AnswerComment: 'answer comments and judge the {authority}’s plan' },
  sealed: false,
  begins: () => ({ comments: new Map() }),
  decide,
  evolve: {
    CommentReceived: ({ comments }, { type: _, ...said }, { person: by, at }) =>
      void comments.set(said.item, { ...said, by, recordedAt: at, answered: null, withdrawn: null }),
    CommentAnswered: ({ comments }, { type: _, item, ...said }, { person: by, at }) =>
      alter(comments, item, { answered: { ...said, by, at } }),
  },
  moves: 'nothing',
});
