import { countedSource, type Source } from '../domain/sources.ts';
import type { AreaSummary, Summary } from '../domain/summary.ts';
import { areaTitle, casesInWords, gradeWords, tallyInWords } from './areas.ts';
import { balanceInWords } from './balance.ts';
import type { Line, Message, Part } from './message.ts';

const balance = ({ tally }: AreaSummary): string => {
  const words = balanceInWords(tally);
  return words === '' ? '' : `Balance: ${words}`;
};

const sources = ({ tally }: AreaSummary): string => {
  const counts = [...tally.sources].sort(([, one], [, other]) => other - one);
  return counts.length > 0
    ? `From ${counts.map(([source, count]) => countedSource(source as Source, count)).join(', ')}`
    : '';
};

const coverage = ({ area, tally }: AreaSummary): string => {
  if (area.criteria.length === 0) return '';
  const open = area.criteria.filter((criterion) => !tally.criteria.has(criterion.id));
  const seen = area.criteria.length - open.length;
  const list = open.slice(0, 3).map((criterion) => `${criterion.id} ${criterion.label}`);
  const rest = open.length > 3 ? `; and ${open.length - 3} more` : '';
  return `Criteria with evidence: ${seen} of ${area.criteria.length}${open.length > 0 ? `. None yet for ${list.join('; ')}${rest}` : ''}`;
};

/** Coverage by area, to the asker: what there is and what is missing. A map, never a score. */
export const progressMessage = (summary: Summary): Message => ({
  parts: [
    { heading: `Progress: ${summary.inspection.authority}` },
    ...summary.areas.flatMap((area): Part[] => {
      const title: Line = [
        { strong: areaTitle(area) },
        `: ${gradeWords(summary.inspection, area.judgement?.grade ?? null)} · ${tallyInWords(area)}`,
      ];
      const facts = [sources(area), casesInWords(area.cases), balance(area), coverage(area)].filter(Boolean);
      return facts.length > 0
        ? [{ lines: [title] }, { list: facts.map((fact): Line => [fact]) }]
        : [{ lines: [title] }];
    }),
    { note: 'Only you can see this.' },
  ],
});
