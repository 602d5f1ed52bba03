import type { PaperSection } from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import type { ReportSection } from '../matters/report.ts';
import { paperOf, sectionItem } from './paper.ts';
import { hasRecommendation, saidIn } from './said.ts';

/** How far the paper has come, section by section, for whoever writes it. */

/** A section of fewer words says too little to stand by itself. */
const thin = 40;

/** What fills a section by itself and may be missing. */
const asked = ['written', 'judgement', 'findings', 'recommendations', 'progress'] as const;

export type SectionStanding = {
  section: PaperSection;
  /** What was written of it. */
  own: ReportSection | null;
  words: number;
  stands: 'done' | 'thin' | 'missing' | 'left out';
  /** What changed since the last version that had it, by number, or as an overall grade is called. */
  touched: string[];
  /** What its words cite that is gone. */
  gone: string[];
};

const cited = /\b[A-Z]-\d{3,6}\b/g;

/** The items that a text names and that were erased or withdrawn since. */
export const goneIn = ({ erasedItems, evidence, findings }: Inspection, text: string): string[] => [
  ...new Set(
    (text.match(cited) ?? []).filter(
      (item) => erasedItems.has(item) || evidence.get(item)?.withdrawn || findings.get(item)?.withdrawn,
    ),
  ),
];

/** What bears on a section: whatever fills it, and the recommendations taken back. */
const bearing = (inspection: Inspection, section: PaperSection): string[] => {
  const takenBack = [...inspection.recommendations.values()].filter(
    (each) =>
      each.withdrawn && section.from.includes('recommendations') && hasRecommendation(inspection, section, each),
  );
  const own = sectionItem(inspection, section.id)?.item;
  const all = [...saidIn(inspection, section), ...takenBack].map(({ item }) => item);
  return [...new Set(all)].filter((item) => item !== own);
};

/** What changed in it since the last version, or since it was written after that. */
const touchedIn = (inspection: Inspection, section: PaperSection): string[] => {
  const last = inspection.reportVersions.at(-1);
  if (!last) return [];
  const since = Math.max(last.version, sectionItem(inspection, section.id)?.written ?? 0);
  const changed = bearing(inspection, section).filter(
    (item) => (inspection.items.versions.get(item)?.at(-1) ?? 0) > since,
  );
  const overalls = inspection.framework.overalls.filter(
    ({ id }) => section.areas?.includes(id) && (inspection.overalls.get(id)?.at ?? '') > last.at,
  );
  return [...changed, ...overalls.map(({ title }) => title)];
};

const standingOf = (inspection: Inspection, section: PaperSection): SectionStanding => {
  const all = saidIn(inspection, section);
  const words = all.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  const own = sectionItem(inspection, section.id);
  const prose = section.from.some((feed) => feed === 'written' || feed === 'judgement');
  return {
    section,
    own,
    words,
    stands: words === 0 ? (section.optional ? 'left out' : 'missing') : words < thin && prose ? 'thin' : 'done',
    touched: touchedIn(inspection, section),
    gone: goneIn(inspection, (own?.parts ?? []).join('\n')),
  };
};

/** Each section that somebody's words fill, in the printed order. */
export const standingSections = (inspection: Inspection): SectionStanding[] =>
  paperOf(inspection)
    .sections.filter(({ from }) => asked.some((feed) => from.includes(feed)))
    .map((section) => standingOf(inspection, section));
