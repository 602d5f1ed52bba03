import { longDay } from '../domain/day-words.ts';
import { inWordsOf } from '../domain/field.ts';
import { gradeInWords, nameOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Challenge, dissentFrom, outcomeLabels } from '../domain/matters/challenge.ts';
import { dayIn } from '../domain/moments.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { correctedMark } from './correction.ts';
import { shortened, within } from './fitting.ts';
import { counted, type Line, lineIf, type Part } from './message.ts';
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
  const { item, receivedOn, answered } = challenge;
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
        [`Received on ${longDay(receivedOn)} · ${challengeStanding(challenge, today)}`],
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

/** So much dissent is shown beside one judgement. */
const mostDissent = 2;

/** The team's dissent from a grade that stands: who, and why. It is kept beside the judgement, whatever was answered. */
export const dissentLines = (inspection: Inspection, judged: string, grade: string, most: number): Line[] => {
  const all = dissentFrom(inspection, judged, grade);
  const more = all.length - mostDissent;
  return [
    ...all.slice(0, mostDissent).map((challenge): Line => {
      const came = challenge.answered ? outcomeLabels[challenge.answered.outcome].toLowerCase() : 'not answered yet';
      return [
        { strong: 'Dissent: ' },
        `${nameOfPerson(inspection, challenge.by)}, ${shortened(challenge.text, most)} (${challenge.item}, ${came}${inspection.corrections.has(challenge.item) ? ', corrected' : ''})`,
      ];
    }),
    ...lineIf(more > 0, `and ${counted(more, 'other')} in the team`),
  ];
};
