import { longDay } from '../domain/day-words.ts';
import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Challenge } from '../domain/matters/challenge.ts';
import { outcomeLabels } from '../domain/matters/challenge.ts';
import { challengedInWords } from '../words/challenge.ts';
import { fact, whenAndWho, whoDid } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { itemsInFull } from './section.ts';
import type { Block } from './tree.ts';

const by = (inspection: Inspection, { from, raisedBy, by: person }: Challenge): string =>
  from === 'team'
    ? `${whoDid(inspection, person)}, of the team`
    : `${inWordsOf(inspection, 'the {authority}')}, ${raisedBy ?? ''}`;

const answerIn = (inspection: Inspection, { answered }: Challenge): Block[] => {
  if (!answered) return [{ paragraph: 'Not answered yet.' }];
  const { outcome, at, by: who, answer, changed } = answered;
  return [
    { paragraph: `${outcomeLabels[outcome]}. Answered ${whenAndWho(inspection, at, who)}:` },
    { quote: answer },
    { paragraph: fact('What changed', changed) },
  ];
};

const inFull = (challenge: Challenge, { inspection }: OrdinaryRecord): Block[] => [
  { heading: `${challenge.item}: against ${challengedInWords(inspection, challenge)}`, level: 2 },
  {
    list: [
      `By: ${by(inspection, challenge)}`,
      `Received: ${longDay(challenge.receivedOn)}; answer due ${longDay(challenge.due)}`,
      `Recorded: ${whenAndWho(inspection, challenge.recordedAt, challenge.by)}`,
    ],
  },
  { quote: challenge.text },
  ...answerIn(inspection, challenge),
];

/** Every challenge with its answer and what changed. */
export const challengesInFull = itemsInFull('Challenges', ({ challenges }) => challenges.values(), inFull);

/** What was said against one judgement, kept beside it: by whom, why, and what came of it. */
export const challengesOf = (inspection: Inspection, judgement: string): Block => ({
  list: [...inspection.challenges.values()]
    .filter((challenge) => challenge.judgement === judgement)
    .map((challenge) => {
      const came = challenge.answered ? outcomeLabels[challenge.answered.outcome].toLowerCase() : 'not answered yet';
      const kind = challenge.from === 'team' ? 'Dissent' : 'Challenge';
      const line = `${kind} ${challenge.item}, by ${by(inspection, challenge)}; ${came}:`;
      return { line, under: [{ quote: challenge.text }] };
    }),
});
