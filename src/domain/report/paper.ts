import { inWordsOf } from '../field.ts';
import {
  type Area,
  type Framework,
  gradeInWords,
  gradeLabel,
  notJudged,
  type Paper,
  type PaperSection,
} from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import type { ReportSection } from '../matters/report.ts';
import { judgementOf } from '../standing.ts';

/** Which paper an inspection ends in: its edition, and its sections as its framework prints them. */

const section = (id: string, heading: string, from: PaperSection['from'], more: object = {}): PaperSection => ({
  id,
  heading,
  from,
  ...more,
});

const ofArea = (framework: Framework, area: Area): PaperSection => {
  const findings = framework.findings.filter(({ per }) => per === 'area').map(({ id }) => id);
  return framework.output === 'findings'
    ? section(area.id, area.title, ['findings', 'written'], { areas: [area.id], numbered: true, findings })
    : section(area.id, area.title, ['judgement', 'written'], { areas: [area.id], numbered: true, grade: 'beside' });
};

/** What a framework without a named paper is reported in: its areas in their order, between a summary and what must be done. */
const narrativeOf = (framework: Framework): Paper => {
  const once = framework.findings.filter(({ per }) => per === 'inspection');
  const byArea = once.length === 0 || framework.findings.some(({ per }) => per === 'area') ? framework.areas : [];
  return {
    form: 'narrative',
    title: '<name>: what the inspection found',
    confidence: 'unverified',
    sections: [
      section('summary', 'Summary', ['dates', 'lead', 'grades', 'written']),
      ...once.map(({ id, label }) =>
        section(id, label, ['findings'], { findings: [id], numbered: true, optional: true }),
      ),
      ...byArea.filter(({ kind }) => kind !== 'input').map((area) => ofArea(framework, area)),
      section('recommendations', 'What must be done', ['recommendations'], { numbered: true, optional: true }),
      section('progress', 'Progress since the last inspection', ['progress', 'written'], { optional: true }),
      section('people', 'Summary for {children}', ['written'], { optional: true }),
      section('place', 'The place that was inspected', ['place', 'written'], { optional: true }),
      section('about', 'How it was inspected', ['evidence-base', 'team']),
      section('meanings', 'What the grades mean', ['meanings'], { optional: true }),
    ],
  };
};

/** What is left of an edition where an inspection leaves areas aside: what is about none of those that it has falls away. */
const asCarriedOut = (paper: Paper, { areas, overalls }: Framework): Paper => {
  const known = new Set([...areas, ...overalls].map(({ id }) => id));
  return { ...paper, sections: paper.sections.filter((each) => each.areas?.some((id) => known.has(id)) ?? true) };
};

/** The paper of an inspection, in the edition of its first day on site: the same from the first draft on. */
export const paperOf = ({ framework, firstDay }: Pick<Inspection, 'framework' | 'firstDay'>): Paper => {
  const { papers } = framework;
  const edition = papers.findLast(({ from }) => from === undefined || from <= firstDay) ?? papers[0];
  return asCarriedOut(edition ?? narrativeOf(framework), framework);
};

/** Its areas and overalls, as far as this inspection has them. */
export const areasIn = ({ framework }: Inspection, { areas }: PaperSection): string[] =>
  (areas ?? []).filter((id) => [...framework.areas, ...framework.overalls].some((each) => each.id === id));

/** The grade that stands for an area or an overall; null where there is none. */
export const gradeIn = (inspection: Inspection, of: string): string | null =>
  inspection.overalls.get(of)?.grade ??
  (inspection.areas.has(of) ? (judgementOf(inspection, of)?.grade ?? inspection.given.get(of)?.at(-1)?.grade) : null) ??
  null;

/** "are good", "require improvement". */
const inASentence = (inspection: Inspection, verb: 'is' | 'are', grade: string): string => {
  const label = gradeInWords(inspection.framework, grade);
  const [, rest] = label.match(/^requires( .*)$/) ?? [];
  return rest ? `require${verb === 'is' ? 's' : ''}${rest}` : `${verb} ${label}`;
};

/** Words of an edition, with what this inspection puts in. */
export const putIn = (inspection: Inspection, words: string, grade: string | null = null): string =>
  inWordsOf(
    inspection,
    words
      .replaceAll('<name>', inspection.authority)
      .replaceAll('<is grade>', grade === null ? 'is not judged yet' : inASentence(inspection, 'is', grade))
      .replaceAll('<grade>', grade === null ? 'not judged yet' : gradeInWords(inspection.framework, grade)),
  );

/** The heading of a section as the paper prints it; its id where it prints none. */
export const headingOf = (inspection: Inspection, { id, heading, grade: where, areas }: PaperSection): string => {
  const words = putIn(inspection, heading ?? id);
  const grade = where && areas?.[0] ? gradeIn(inspection, areas[0]) : null;
  if (grade === null || where === 'under' || where === 'table' || where === undefined) return words;
  if (where === 'beside') return `${words}: ${gradeLabel(inspection.framework, grade)}`;
  return grade === notJudged ? words : `${words} ${inASentence(inspection, where, grade)}`;
};

/** What was written of a section; null where nothing was. */
export const sectionItem = ({ reportSections }: Inspection, of: string): ReportSection | null =>
  [...reportSections.values()].find((each) => each.section === of) ?? null;

const quoting = /^([EF])-?(\d{1,6})$/i;

/** The number of the item that a line quotes by being nothing but it; null where it does not. */
export const quotedBy = (line: string): string | null => {
  const [, letter, number] = line.trim().match(quoting) ?? [];
  return letter && number ? `${letter.toUpperCase()}-${String(Number(number)).padStart(3, '0')}` : null;
};

/** The items that a text quotes. */
export const quotedIn = (text: string): string[] => text.split('\n').flatMap((line) => quotedBy(line) ?? []);
