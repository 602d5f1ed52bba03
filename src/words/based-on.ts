import { basedOn } from '../domain/based-on.ts';
import { inWordsOf } from '../domain/field.ts';
import { type Area, listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { EmptySide } from '../domain/matters/sides.ts';
import { countedSource } from '../domain/sources.ts';
import { areaRecord } from '../domain/standing.ts';
import type { AreaSummary, Summary } from '../domain/summary.ts';
import { type Thinness, thinness } from '../domain/thin.ts';
import { countedCases } from './areas.ts';
import { counted, type Part, paragraph } from './message.ts';
import { thinInWords } from './settings.ts';

/** What a summary rests on as a whole, what is thin about it, and which side is empty. */

/** "Based on 4 tracked, 8 sampled, 2 audits, 4 observations, 3 talks with children, 1 talk with parents or carers". */
export const basedOnInWords = (inspection: Inspection): string => {
  const { items, cases, unnamed, observations, heard } = basedOn(inspection);
  if (items === 0) return '';
  const rest = cases.all - cases.tracked - cases.sampled - cases.audited;
  const facts = [
    `${countedCases(inspection, cases.tracked)} tracked`,
    `${cases.sampled} sampled`,
    `${cases.audited} audited`,
    ...(rest > 0 ? [`${rest} seen in another way`] : []),
    counted(observations, 'observation'),
    ...heard.map(({ source, count }) => countedSource(inspection.framework, source, count)),
    ...(unnamed > 0 ? [`${counted(unnamed, inWordsOf(inspection, '{case} record'))} without a reference`] : []),
  ];
  return `Based on ${facts.join(', ')}`;
};

/** "2 items and 1 case". */
export const thereInWords = (inspection: Inspection, thin: readonly Thinness[]): string =>
  listed(
    thin.map(({ of, there }) => (of === 'items' ? counted(there, 'item') : countedCases(inspection, there))),
    'and',
  );

/** How thin an area's evidence is so far, and by which measure; it forbids nothing. */
export const thinSoFar = (inspection: Inspection, area: Area): Part[] => {
  const { tally } = areaRecord(inspection, area.id);
  const thin = thinness(inspection, area, { items: tally.items, cases: tally.cases.size });
  if (thin.length === 0) return [];
  const words = `Thin evidence so far: ${thereInWords(inspection, thin)} (thin is ${thinInWords(inspection)}). It forbids no grade.`;
  return [paragraph(words)];
};

/** What is thin about what a judgement rests on. */
const thinUnder = (inspection: Inspection, { area, basis }: AreaSummary): Thinness[] =>
  basis ? thinness(inspection, area, { items: basis.items, cases: basis.cases.all }) : [];

/** So many areas are named: where there are more, their number says enough, and progress has each. */
const mostThin = 8;

/** "Adoption, 2 items and 1 case": the areas judged on thin evidence, at most so many. Empty where none is. */
export const thinlyJudged = ({ inspection, areas }: Summary, most = mostThin): string => {
  const named = areas.flatMap((area) => {
    const thin = thinUnder(inspection, area);
    return thin.length > 0 ? [`${area.area.short}, ${thereInWords(inspection, thin)}`] : [];
  });
  const more = named.length > most ? [`and ${named.length - most} more areas`] : [];
  return [...named.slice(0, most), ...more].join('; ');
};

/** The areas judged on thin evidence. */
export const thinlyGraded = ({ inspection, areas }: Summary): Area[] =>
  areas.filter((area) => thinUnder(inspection, area).length > 0).map(({ area }) => area);

/** "Thin evidence (fewer than 5 items or 3 cases): Adoption, 2 items and 1 case"; empty where none is. */
export const thinJudgements = (summary: Summary, most = mostThin): string => {
  const named = thinlyJudged(summary, most);
  return named ? `Thin evidence (${thinInWords(summary.inspection)}): ${named}` : '';
};

const sideWords: Record<EmptySide, string> = { strength: 'no strength', weakness: 'no weakness' };

/** "no strength"; "no strength and no weakness". */
export const emptyInWords = (empty: readonly EmptySide[]): string =>
  listed(
    empty.map((side) => sideWords[side]),
    'and',
  );
