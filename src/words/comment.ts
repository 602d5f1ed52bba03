import { longDay } from '../domain/day-words.ts';
import { capital } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { outcomeLabels } from '../domain/matters/challenge.ts';
import { type Comment, challengeOf, commentAnswerLabels } from '../domain/matters/comment.ts';
import { dayIn } from '../domain/moments.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { withdrawnLine } from './correction.ts';
import { within } from './fitting.ts';
import { type Line, lineIf, type Part } from './message.ts';
import { dueSeenFrom, momentSeenFrom } from './times.ts';

/** How comments on accuracy are put. */

/** What came of a comment, wherever it was answered; null where nothing has yet. */
export const commentAnswer = (
  inspection: Inspection,
  { item, answered }: Comment,
): { came: string; reason: string; changed: string; by: string; at: string } | null => {
  const challenge = challengeOf(inspection, item);
  const of = (by: NonNullable<Comment['answered']>['by'], at: string) => ({ by: nameOfPerson(inspection, by), at });
  if (challenge?.answered) {
    const { outcome, answer: reason, changed, by, at } = challenge.answered;
    const came = `${outcomeLabels[outcome].toLowerCase()}, as challenge ${challenge.item}`;
    return { came, reason, changed: changed ?? '', ...of(by, at) };
  }
  if (challenge || !answered) return null;
  const { answer, reason, changed, by, at } = answered;
  return { came: commentAnswerLabels[answer].toLowerCase(), reason, changed: changed ?? '', ...of(by, at) };
};

/** "due tomorrow", or what came of it. */
export const commentStanding = (inspection: Inspection, comment: Comment, at: string): string => {
  const answer = commentAnswer(inspection, comment);
  const challenge = challengeOf(inspection, comment.item);
  if (comment.withdrawn) return 'withdrawn';
  if (answer) return answer.came;
  return challenge
    ? `went on as challenge ${challenge.item}`
    : `to be answered, ${dueSeenFrom(comment.due, dayIn(inspection, at))}`;
};

/** One in a list of answers. */
export const commentLine = (inspection: Inspection, comment: Comment, at: string, most: number): Line => [
  { strong: comment.item },
  ` · on paragraph ${comment.paragraph} · ${commentStanding(inspection, comment, at)} — ${within(comment.text, most)}`,
];

/** One in full. */
export const commentParts = (inspection: Inspection, comment: Comment, at: string): Part[] => {
  const answer = commentAnswer(inspection, comment);
  const { item, paragraph, text, offered, proposed, receivedOn, withdrawn } = comment;
  return [
    {
      lines: [
        [{ strong: `Comment ${item}` }, ` on paragraph ${paragraph} · ${commentStanding(inspection, comment, at)}`],
        [`Received on ${longDay(receivedOn)}`],
      ],
    },
    { quote: text },
    {
      list: [
        ...lineIf(offered, `Evidence offered: ${offered}`),
        ...lineIf(proposed, `Words proposed: ${proposed}`),
        ...(answer
          ? [
              [
                { strong: `${capital(answer.came)}, ` },
                `${momentSeenFrom(inspection, answer.at, at)} by ${answer.by}: ${answer.reason}`,
              ],
            ]
          : []),
        ...lineIf(answer?.changed, `Words as changed: ${answer?.changed}`),
        ...withdrawnLine(withdrawn),
      ],
    },
  ];
};
