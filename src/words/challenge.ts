import { longDay } from '../domain/day-words.ts';
import { inWordsOf } from '../domain/field.ts';
import { gradeInWords, nameOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Challenge, dissentFrom, outcomeLabels } from '../domain/matters/challenge.ts';
import { dayIn } from '../domain/moments.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { correctedMark } from './correction.ts';
import { within } from './fitting.ts';
import { type Line, lineIf, type Part, paragraph } from './message.ts';
import { dueSeenFrom, momentSeenFrom } from './times.ts';

/** How challenges are put, and the team's dissent beside a judgement. */

/** "Help and protection, inadequate (J-003)": what a challenge is against, as it stood then. */
export const challengedInWords = ({ framework }: Inspection, { against, judgement, grade }: Challenge): string => {
  const graded = grade === null ? '' : `, ${gradeInWords(framework, grade)}`;
  return `${nameOf(framework, against)}${graded}${judgement ? ` (${judgement})` : ''}`;
};

/** "the authority (the director)", or the name of somebody in the team. */
export const challengerInWords = (inspection: Inspection, { from, raisedBy, by }: Challenge): string =>
  from === 'team'
    ? nameOfPerson(inspection, by)
    : `${inWordsOf(inspection, 'the {authority}')}${raisedBy ? ` (${raisedBy})` : ''}`;

/** "due tomorrow", or what came of it. */
const challengeStanding = ({ answered, due }: Challenge, today: string): string =>
  answered ? outcomeLabels[answered.outcome].toLowerCase() : `to be answered, ${dueSeenFrom(due, today)}`;

/** One in full, for somebody of the team who asks. */
export const challengeParts = (inspection: Inspection, challenge: Challenge, at: string): Part[] => {
  const { item, receivedOn, answered, comment } = challenge;
  const today = dayIn(inspection, at);
  const end: Line[] = answered
    ? [
        [
          { strong: `${outcomeLabels[answered.outcome]}, ` },
          `answered ${momentSeenFrom(inspection, answered.at, at)} by ${nameOfPerson(inspection, answered.by)}: ${answered.answer}`,
        ],
        ...lineIf(answered.changed, `What changed: ${answered.changed}`),
      ]
    : [];
  return [
    {
      lines: [
        [
          { strong: `Challenge ${item}` },
          ` by ${challengerInWords(inspection, challenge)} · ${challengedInWords(inspection, challenge)}${correctedMark(inspection, item)}`,
        ],
        [
          `Received on ${longDay(receivedOn)} · ${challengeStanding(challenge, today)}${comment ? ` · from comment ${comment}` : ''}`,
        ],
      ],
    },
    { quote: challenge.text },
    { list: end },
  ];
};

/** One in a list of answers. */
export const challengeLine = (inspection: Inspection, challenge: Challenge, at: string, most: number): Line => [
  { strong: challenge.item },
  ` · ${challengerInWords(inspection, challenge)} · ${challengedInWords(inspection, challenge)} · ${challengeStanding(challenge, dayIn(inspection, at))}`,
  `${correctedMark(inspection, challenge.item)} — ${within(challenge.text, most)}`,
];

/** The team's dissent from a grade that stands, each whole: who, why, and what came of it. It is kept beside the judgement, whatever was answered. */
export const dissentParts = (inspection: Inspection, judged: string, grade: string): Part[][] =>
  dissentFrom(inspection, judged, grade).map(({ item, by, text, answered }) => {
    const came = answered ? outcomeLabels[answered.outcome].toLowerCase() : 'not answered yet';
    const who = ` of ${nameOfPerson(inspection, by)} (${item}, ${came})${correctedMark(inspection, item)}`;
    return [paragraph({ strong: 'Dissent' }, who), { quote: text }];
  });
