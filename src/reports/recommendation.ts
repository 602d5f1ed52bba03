import type { Inspection } from '../domain/inspection.ts';
import {
  areasOf,
  itemsGoneUnder,
  type Recommendation,
  standingRecommendations,
} from '../domain/matters/recommendation.ts';
import { urgencyInWords } from '../words/recommendation.ts';
import { whenAndWho, withdrawnLine } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { itemsInFull } from './section.ts';
import type { Block } from './tree.ts';

const inFull = (recommendation: Recommendation, { inspection }: OrdinaryRecord): Block[] => {
  const { item, by, recordedAt, evidence, finding, withdrawn } = recommendation;
  const gone = itemsGoneUnder(inspection, recommendation);
  const facts = [
    `Areas: ${areasOf(inspection, recommendation).join('; ')}`,
    finding === null ? '' : `Remedy of: ${finding}`,
    `Answers: ${evidence.join(', ')}`,
    gone.length > 0 ? `No longer there: ${gone.join(', ')}` : '',
    `Made: ${whenAndWho(inspection, recordedAt, by)}`,
    withdrawnLine(inspection, withdrawn),
  ];
  const heading = `${item}: ${urgencyInWords(inspection, recommendation)}${withdrawn ? ' (withdrawn)' : ''}`;
  return [{ heading, level: 2 }, { list: facts }, { quote: recommendation.text }];
};

/** In the order of urgency; those withdrawn last. */
export const standingFirst = (inspection: Inspection): Recommendation[] => [
  ...standingRecommendations(inspection),
  ...[...inspection.recommendations.values()].filter(({ withdrawn }) => withdrawn !== null),
];

/** Every recommendation in the framework's order of urgency, then those withdrawn. */
export const recommendationsInFull = itemsInFull('Recommendations', standingFirst, inFull);
