import { listed } from '../../domain/framework.ts';
import type { Inspection } from '../../domain/inspection.ts';
import { areasOf, standingRecommendations } from '../../domain/matters/recommendation.ts';
import { urgenciesOf } from '../../domain/urgencies.ts';
import { counted, type Part, paragraph } from '../message.ts';
import { type Chapter, wordsUnder } from './chapters.ts';

const byUrgency = (inspection: Inspection) => {
  const all = standingRecommendations(inspection);
  return urgenciesOf(inspection.framework)
    .map(({ id, label }) => ({ label, those: all.filter(({ urgency }) => urgency === id) }))
    .filter(({ those }) => those.length > 0);
};

/** "3 things must be done: area for priority action 1, what needs to improve 2"; empty where nothing is recommended. */
export const recommendedInWords = (inspection: Inspection): string => {
  const groups = byUrgency(inspection);
  const all = groups.reduce((sum, { those }) => sum + those.length, 0);
  const how = groups.map(({ label, those }) => `${label.charAt(0).toLowerCase()}${label.slice(1)} ${those.length}`);
  return all === 0 ? '' : `${counted(all, 'thing')} must be done: ${how.join(', ')}`;
};

/** What must be done, whole, most urgent first, under the framework's words for how soon. */
export const recommendationChapter = (inspection: Inspection): Chapter => ({
  name: 'recommendations',
  title: [{ strong: 'What must be done' }],
  together: byUrgency(inspection).flatMap(({ label, those }) =>
    those.map((each, place): Part[] => [
      ...(place === 0 ? [paragraph({ strong: label })] : []),
      ...wordsUnder([`${each.item} · ${listed(areasOf(inspection, each), 'and')}`], each.text),
    ]),
  ),
});
