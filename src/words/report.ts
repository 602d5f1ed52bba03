import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type ReportSection, type ReportVersion, versionInWords } from '../domain/matters/report.ts';
import { headingOf, paperOf } from '../domain/report/paper.ts';
import { type SectionStanding, standingSections } from '../domain/report/standing.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { correctedMark } from './correction.ts';
import { firstOf } from './fitting.ts';
import { counted, type Line, lineIf, type Part, paragraph } from './message.ts';
import { momentOf, momentSeenFrom } from './times.ts';

/** How the paper that an inspection ends in is put, while it is written. */

/** The heading that a section has, of whichever edition it was written for. */
const titleOf = (inspection: Inspection, section: string): string => {
  const found = paperOf(inspection).sections.find(({ id }) => id === section);
  return found ? headingOf(inspection, found) : section;
};

const wordsIn = (parts: readonly string[]): number => parts.join(' ').split(/\s+/).filter(Boolean).length;

/** One in a list of answers. */
export const sectionLine = (inspection: Inspection, each: ReportSection): Line => [
  { strong: each.item },
  ` · ${titleOf(inspection, each.section)} · ${counted(wordsIn(each.parts), 'word')}${each.returned ? ' · returned' : ''}${correctedMark(inspection, each.item)}`,
];

const remark = (inspection: Inspection, { returned }: ReportSection): Part[] =>
  returned
    ? [
        paragraph(`Returned on ${momentOf(inspection, returned.at)} by ${nameOfPerson(inspection, returned.by)}:`),
        { quote: returned.remark },
      ]
    : [];

/** One in full. */
export const sectionParts = (inspection: Inspection, each: ReportSection): Part[] => [
  { heading: `${each.item}: ${titleOf(inspection, each.section)}` },
  paragraph(
    `Of the paper that this inspection ends in · first written ${momentOf(inspection, each.recordedAt)} by ${nameOfPerson(inspection, each.by)}${correctedMark(inspection, each.item)}`,
  ),
  ...remark(inspection, each),
  ...each.parts.map((quote) => ({ quote })),
];

/** So many items are named. */
const mostNamed = 5;

const isOrAre = (items: readonly string[]): string => (items.length === 1 ? 'is' : 'are');

/** "done, 240 words · J-005 changed since the last version". */
export const standsInWords = ({ words, stands, own, touched, gone }: SectionStanding): string =>
  [
    words === 0 ? stands : `${stands}, ${counted(words, 'word')}`,
    own?.returned ? 'returned by quality assurance' : '',
    touched.length > 0 ? `changed since the last version: ${firstOf(touched, mostNamed)}` : '',
    gone.length > 0 ? `cites ${firstOf(gone, mostNamed)}, which ${isOrAre(gone)} gone` : '',
  ]
    .filter(Boolean)
    .join(' · ');

const formInWords = (inspection: Inspection): string => `The ${paperOf(inspection).form} on ${inspection.authority}`;

const lastVersion = (inspection: Inspection, at: string): string => {
  const last = inspection.reportVersions.at(-1);
  if (!last) return 'No version of it is kept yet.';
  return `Last version: ${versionInWords(inspection, last)}, kept ${momentSeenFrom(inspection, last.at, at)} by ${nameOfPerson(inspection, last.by)}.`;
};

/** "10 of 13 sections are done, 2 missing, 1 thin." */
export const progressOfReport = (all: readonly SectionStanding[]): string => {
  const of = (wanted: SectionStanding['stands']): number => all.filter(({ stands }) => stands === wanted).length;
  const due = all.length - of('left out');
  const rest = (['missing', 'thin'] as const).flatMap((each) => (of(each) > 0 ? [`${of(each)} ${each}`] : []));
  return `${[`${of('done')} of ${counted(due, 'section')} done`, ...rest].join(', ')}.`;
};

/** How the paper stands as a whole. */
export const reportOpening = (inspection: Inspection, at: string): Part[] => [
  {
    lines: [
      [{ strong: formInWords(inspection) }],
      [lastVersion(inspection, at)],
      [progressOfReport(standingSections(inspection))],
    ],
  },
];

/** What must be seen before a version is kept: which sections are not as they should be. */
export const beforeVersion = (inspection: Inspection): Line[] =>
  standingSections(inspection)
    .filter(
      (each) =>
        each.stands === 'missing' ||
        each.stands === 'thin' ||
        each.own?.returned ||
        each.touched.length > 0 ||
        each.gone.length > 0,
    )
    .map((each) => [`${headingOf(inspection, each.section)}: ${standsInWords(each)}`]);

/** What whoever writes a section has before them. */
export const aboutSection = (inspection: Inspection, standing: SectionStanding): Part[] => [
  { lines: lineIf(standing.section.about, inWordsOf(inspection, standing.section.about ?? '')) },
  ...(standing.own ? remark(inspection, standing.own) : []),
  {
    lines: [
      ...lineIf(
        standing.touched.length > 0,
        `Changed since the last version: ${firstOf(standing.touched, mostNamed)}. Look whether these words still hold.`,
      ),
      ...lineIf(
        standing.gone.length > 0,
        `These words cite ${firstOf(standing.gone, mostNamed)}, which ${isOrAre(standing.gone)} gone.`,
      ),
    ],
  },
];

/** What a version is called among files: "northmoor-2013-11-19.report.draft-2". */
export const reportFile = ({ id }: { id: string }, version: Pick<ReportVersion, 'stage' | 'number'> | null): string =>
  `${id}.report${version ? `.${version.stage}${version.number > 1 ? `-${version.number}` : ''}` : ''}`;
