import { z } from 'zod';
import { changedBy } from '../changing.ts';
import { correcting } from '../correcting.ts';
import { inWordsOf } from '../field.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import type { Person } from '../people.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { headingOf, paperOf, quotedIn, sectionItem } from '../report/paper.ts';
import { numberedIn } from '../report/said.ts';
import { typed, typedOrNothing } from '../text/typed.ts';

/*
 * The paper that an inspection ends in. What was recorded fills most of it when it is made; what the lead inspector writes is an item
 * for each section. A version is an entry: the paper as it stood then. It is written after signing off as well.
 */

export const stages = ['draft', 'quality-assurance', 'authority', 'final', 'published'] as const;
export type Stage = (typeof stages)[number];
export const stageLabels: Record<Stage, string> = {
  draft: 'Draft',
  'quality-assurance': 'To quality assurance',
  authority: 'To the {authority}',
  final: 'Final',
  published: 'Published',
};

/** A box holds 3,000 characters, so a long section is written in parts. */
export const partPlaces = [1, 2, 3, 4, 5, 6] as const;

const texts = {
  part1: typed('Write the section, or close the form.'),
  part2: typedOrNothing,
  part3: typedOrNothing,
  part4: typedOrNothing,
  part5: typedOrNothing,
  part6: typedOrNothing,
};
const writeSection = z.strictObject({ type: z.literal('WriteSection'), section: z.string(), ...texts });
const returnSection = z.strictObject({
  type: z.literal('ReturnSection'),
  section: z.string('Choose the section.'),
  remark: typed('Say what is to be looked at again.'),
});
const keepVersion = z.strictObject({
  type: z.literal('KeepReportVersion'),
  stage: z.enum(stages, 'Choose which version it is.'),
});
const commands = [writeSection, returnSection, keepVersion] as const;

const about = { item: z.string(), section: z.string() };
const sectionWritten = z.strictObject({ type: z.literal('SectionWritten'), ...about, parts: z.array(z.string()) });
const sectionReturned = z.strictObject({ type: z.literal('SectionReturned'), ...about, remark: z.string() });
const versionKept = z.strictObject({
  type: z.literal('ReportVersionKept'),
  stage: z.enum(stages),
  /** Of each section the items that its numbered paragraphs are made of: a number means the same whatever is erased later. */
  sections: z.array(z.strictObject({ section: z.string(), paragraphs: z.array(z.string()) })),
});
const events = [sectionWritten, sectionReturned, versionKept] as const;
type ReportEvent = Of<typeof events>;
type SectionWritten = z.infer<typeof sectionWritten>;

type Returned = { remark: string; by: Person; at: string };
/** What was written of a section. `written` is the entry that last did, or that returned it where nothing was written yet. */
export type ReportSection = Omit<SectionWritten, 'type'> & {
  by: Person;
  recordedAt: string;
  written: number;
  returned: Returned | null;
};

/** A version: which, the how manieth of its stage, and the entry up to which the record made it. */
export type ReportVersion = {
  stage: Stage;
  number: number;
  version: number;
  sections: readonly { section: string; paragraphs: readonly string[] }[];
  by: Person;
  at: string;
};

/** The stages that may come next: the one after the last, or any before it again. */
export const nextStages = ({ reportVersions }: Inspection): Stage[] =>
  stages.slice(0, stages.indexOf(reportVersions.at(-1)?.stage ?? 'draft') + (reportVersions.length > 0 ? 2 : 1));

/** "To quality assurance 2". */
export const versionInWords = (inspection: Inspection, { stage, number }: Pick<ReportVersion, 'stage' | 'number'>) =>
  `${inWordsOf(inspection, stageLabels[stage])}${number > 1 ? ` ${number}` : ''}`;

/** The version that "draft", "draft-2" or a stage's name means, the last of its stage where no number is said; undefined: none. */
export const versionNamed = <Version extends Pick<ReportVersion, 'stage' | 'number'>>(
  versions: readonly Version[],
  named: string,
): Version | undefined => {
  const [, stage, number] = named.match(/^([a-z-]+?)(?:-(\d+))?$/) ?? [];
  return versions.findLast((each) => each.stage === stage && (number === undefined || each.number === Number(number)));
};

const unquotable = ({ evidence, findings }: Inspection, item: string): string | null => {
  const found = evidence.get(item) ?? findings.get(item);
  if (!found) return `There is no ${item} here to quote.`;
  return found.withdrawn ? `${item} was withdrawn, so it is not quoted.` : null;
};

/** The words of a section as an item of this number, or what is wrong with them. */
const readSection = (
  said: Omit<z.infer<typeof writeSection>, 'type'>,
  item: string,
  inspection: Inspection,
): Decision<SectionWritten> => {
  const refusals = partPlaces.flatMap((place): Refusal[] => {
    const wrong = quotedIn(said[`part${place}`] ?? '').flatMap((each) => unquotable(inspection, each) ?? []);
    return wrong[0] ? [{ field: `part${place}`, words: wrong[0] }] : [];
  });
  if (refusals.length > 0) return { refusals };
  const parts = partPlaces.flatMap((place) => said[`part${place}`] ?? []);
  return { events: [{ type: 'SectionWritten', item, section: said.section, parts }] };
};

export const sectionCorrection = correcting({
  of: 'section',
  fields: texts,
  event: sectionWritten,
  read: (said, item, inspection) =>
    readSection({ ...said, section: inspection.reportSections.get(item)?.section ?? '' }, item, inspection),
  reword: ({ reportSections, version }, { item, parts }) => {
    const before = reportSections.get(item);
    if (before) reportSections.set(item, { ...before, parts, written: version, returned: null });
  },
});

/** Why this person may not write a section; null where they may. */
export const whyNotWriteSection = changedBy<ReportSection>({
  act: 'write the report',
  others: null,
  sealed: false,
  over: () => null,
});

const returnedSections = (inspection: Inspection): string[] =>
  paperOf(inspection)
    .sections.filter(({ id }) => sectionItem(inspection, id)?.returned)
    .map((section) => headingOf(inspection, section));

const decideVersion = (stage: Stage, inspection: Inspection): Decision<ReportEvent> => {
  const next = nextStages(inspection);
  if (!next.includes(stage)) {
    const last = inWordsOf(inspection, stageLabels[next.at(-1) ?? 'draft']);
    return refuse('stage', `The version that comes next is “${last}”, or one before it again.`);
  }
  const onward = stages.indexOf(stage) > stages.indexOf('quality-assurance');
  const returned = onward ? returnedSections(inspection) : [];
  if (returned.length > 0)
    return refuse('stage', `Quality assurance returned ${returned.join('; ')}. Rewrite that first.`);
  const final = stage === 'final' || stage === 'published';
  if (final && (!inspection.sealed || inspection.incomplete))
    return refuse('stage', 'A paper is final once the inspection is signed off.');
  const sections = paperOf(inspection).sections.map((section) => ({
    section: section.id,
    paragraphs: numberedIn(inspection, section),
  }));
  return { events: [{ type: 'ReportVersionKept', stage, sections }] };
};

const decide = (command: Of<typeof commands>, inspection: Inspection): Decision<ReportEvent> => {
  if (command.type === 'KeepReportVersion') return decideVersion(command.stage, inspection);
  const { section } = command;
  const found = paperOf(inspection).sections.find(({ id }) => id === section);
  if (!found) return refuse('section', 'Choose a section of this paper.');
  const before = sectionItem(inspection, section);
  const item = before?.item ?? nextItem(inspection.items, 'T');
  if (command.type === 'WriteSection') {
    if (!found.from.includes('written')) return refuse(null, 'This section is filled by what was recorded.');
    return before
      ? refuse(null, `${headingOf(inspection, found)} is written already, as ${item}. Open it again to rewrite it.`)
      : readSection(command, item, inspection);
  }
  const last = inspection.reportVersions.at(-1);
  if (!last || last.stage === 'published')
    return refuse(null, last ? 'The paper is published.' : 'No version of the paper was kept yet.');
  return { events: [{ type: 'SectionReturned', item, section, remark: command.remark }] };
};

declare module '../inspection.ts' {
  interface Inspection {
    /** What was written of the paper, by item. */
    reportSections: Map<string, ReportSection>;
    /** The oldest first. */
    reportVersions: ReportVersion[];
  }
}

export const reportMatter = matter({
  commands,
  events,
  act: {
    WriteSection: 'write the report',
    ReturnSection: 'return a section of the report',
    KeepReportVersion: 'write the report',
  },
  sealed: false,
  begins: () => ({ reportSections: new Map(), reportVersions: [] }),
  decide,
  evolve: {
    SectionWritten: ({ reportSections }, { type: _, ...said }, { person: by, at, version }) =>
      void reportSections.set(said.item, { ...said, by, recordedAt: at, written: version, returned: null }),
    SectionReturned: ({ reportSections }, { item, section, remark }, { person: by, at, version }) => {
      const before = reportSections.get(item) ?? { item, section, parts: [], by, recordedAt: at, written: version };
      reportSections.set(item, { ...before, returned: { remark, by, at } });
    },
    ReportVersionKept: ({ reportVersions }, { stage, sections }, { person: by, at, version }) => {
      const number = reportVersions.filter((each) => each.stage === stage).length + 1;
      reportVersions.push({ stage, number, version, sections, by, at });
    },
  },
  moves: 'nothing',
});
