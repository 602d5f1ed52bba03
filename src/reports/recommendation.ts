import type { Inspection } from '../domain/inspection.ts';
import {
  areasOf,
  goneUnder,
  type Recommendation,
  type RecommendationEvent,
  standingRecommendations,
} from '../domain/matters/recommendation.ts';
import { urgencyInWords } from '../words/recommendation.ts';
import { momentOf } from '../words/times.ts';
import { blocks, inline, list, quoted } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whoDid } from './who.ts';

const inFull = (inspection: Inspection, recommendation: Recommendation): string[] => {
  const { item, by, recordedAt, evidence, finding, withdrawn } = recommendation;
  const gone = goneUnder(inspection, recommendation);
  return blocks(
    [`### ${item}: ${urgencyInWords(inspection, recommendation)}${withdrawn ? ' (withdrawn)' : ''}`],
    list([
      `Areas: ${areasOf(inspection, recommendation).join('; ')}`,
      finding === null ? '' : `Remedy of: ${finding}`,
      `Answers: ${evidence.join(', ')}`,
      gone.length > 0 ? `No longer there: ${gone.join(', ')}` : '',
      `Made: ${momentOf(recordedAt, inspection.timeZone)}, by ${whoDid(inspection, by)}`,
      withdrawn
        ? `Withdrawn: ${momentOf(withdrawn.at, inspection.timeZone)}, by ${whoDid(inspection, withdrawn.by)}. Reason: ${inline(withdrawn.reason)}`
        : '',
    ]),
    quoted(recommendation.text),
  );
};

/** Every recommendation in the framework's order of urgency, then those withdrawn. Nothing where there was none. */
export const recommendationsInFull = ({ inspection }: OrdinaryRecord): string[] => {
  const withdrawn = [...inspection.recommendations.values()].filter((each) => each.withdrawn !== null);
  const all = [...standingRecommendations(inspection), ...withdrawn];
  return all.length === 0 ? [] : blocks(['## Recommendations'], ...all.map((each) => inFull(inspection, each)));
};

/** What happened in a few words. */
export const recommendationInFewWords = (event: RecommendationEvent): string => {
  switch (event.type) {
    case 'Recommended':
      return `${event.item} recommended`;
    case 'RecommendationChanged':
      return `${event.item} changed`;
    case 'RecommendationWithdrawn':
      return `${event.item} withdrawn`;
  }
};
