import type { Inspection } from '../domain/inspection.ts';
import { areasOf, goneUnder, type Recommendation, standingRecommendations } from '../domain/matters/recommendation.ts';
import { urgencyInWords } from '../words/recommendation.ts';
import { itemsInFull } from './corrected.ts';
import { blocks, list, quoted } from './markdown.ts';
import { whenAndWho, withdrawnLine } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';

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
      `Made: ${whenAndWho(inspection, recordedAt, by)}`,
      withdrawnLine(inspection, withdrawn),
    ]),
    quoted(recommendation.text),
  );
};

/** Every recommendation in the framework's order of urgency, then those withdrawn. */
export const recommendationsInFull = (record: OrdinaryRecord): string[] => {
  const { inspection } = record;
  const withdrawn = [...inspection.recommendations.values()].filter((each) => each.withdrawn !== null);
  const all = [...standingRecommendations(inspection), ...withdrawn];
  return itemsInFull(record, '## Recommendations', all, (each) => inFull(inspection, each));
};
