import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../package-folder.ts';
import { namesOfPaper, type ReportAsked } from '../words/export.ts';
import { paperAsked } from './asked-papers.ts';
import { eventsOf } from './events.ts';
import { type Names, namesOf, type ReportFile, type Whole } from './papers.ts';
import { postedIn } from './posting.ts';
import { readingCopy } from './reading-copy.ts';
import { readme } from './readme.ts';
import {
  type OrdinaryRecord,
  ordinaryRecord,
  type RecordEntry,
  type RestrictedReport,
  restrictedReport,
} from './record.ts';
import { reportPaper } from './report.ts';
import { restrictedCopy } from './restricted-copy.ts';
import type { Paper, Workbook } from './tree.ts';
import { restrictedWorkbook, workbook } from './workbook.ts';

/** What leaves the app, as it is to be rendered: by whatever renders them the same trees become Markdown, Word and Excel. */

/** A file by its name, and what it is to be made of. */
export type Unmade = { name: string } & (ReportFile | { markdown: Paper } | { word: Paper } | { excel: Workbook });

type Entries = { ordinary: readonly RecordEntry[]; restricted: readonly RecordEntry[] | null };

/** The verifier goes out with every export: one plain file that needs only Node. */
const verifier = join(packageFolder, 'src/reports/verify.mjs');

/** A record: its copy to read, its tables, and itself to the letter. */
const outOf = (names: Names, paper: Paper, excel: Workbook, record: Uint8Array): Unmade[] => [
  { name: names.docx, word: paper },
  { name: names.xlsx, excel },
  { name: names.md, markdown: paper },
  { name: names.jsonl, content: record },
];

type Read = { record: OrdinaryRecord; report: RestrictedReport | null };

const forAPerson = ({ id, holidays, ordinary, restricted }: Whole, { record, report }: Read): Unmade[] => {
  const { inspection } = record;
  return [
    ...outOf(namesOf(id), readingCopy(record), workbook(record, holidays), ordinary),
    { name: 'verify.mjs', content: readFileSync(verifier, 'utf8') },
    ...(report && restricted
      ? outOf(
          namesOf(`${id}.restricted`),
          restrictedCopy(inspection, report),
          restrictedWorkbook(inspection, report),
          restricted,
        )
      : []),
  ];
};

const forAFolder = (whole: Whole, read: Read): Unmade[] => {
  const { record, report } = read;
  const posted = postedIn(record);
  // To the letter of the first entry: how it is carried out may leave parts of the framework aside.
  const framework = eventsOf(record, 'InspectionStarted')[0]?.event.framework;
  return [
    { name: 'README.txt', content: readme(record, report, posted.length) },
    ...forAPerson(whole, read),
    { name: 'framework.json', content: `${JSON.stringify(framework, null, 2)}\n` },
    ...posted.map(({ file, text }) => ({ name: file, content: text })),
  ];
};

/** The paper that an inspection ends in, of a record as it stood at a version, without what was erased since. */
const reportFiles = (id: string, asked: ReportAsked, all: readonly RecordEntry[]): Unmade[] => {
  const last = all[(asked.version ?? all.length) - 1];
  if (!last) throw new Error(`The record of ${id} has no entry ${asked.version}`);
  const { version, recordedAt } = last.header;
  const erasures = all.slice(version).flatMap(({ events, ...entry }): RecordEntry[] => {
    const erased = (events ?? []).filter((event) => (event as { type: string }).type === 'ItemErased');
    return erased.length > 0 ? [{ ...entry, events: erased }] : [];
  });
  const { inspection } = ordinaryRecord(id, [...all.slice(0, version), ...erasures]);
  const kept = inspection.reportVersions.find((each) => each.version === asked.version) ?? null;
  const paper = reportPaper(inspection, kept, `${version}:${last.hash}`, recordedAt);
  const [docx, md] = namesOfPaper(id, asked);
  return [
    { name: docx, word: paper },
    { name: md, markdown: paper },
  ];
};

/**
 * What goes out of a record, and how each file is to be made.
 * @throws Error where it can't be read by this version
 */
export const unmade = (whole: Whole, entries: Entries): Unmade[] => {
  const { only } = whole;
  if (typeof only === 'object') return reportFiles(whole.id, only, entries.ordinary);
  const record = ordinaryRecord(whole.id, entries.ordinary);
  if (only) return paperAsked(record, only, whole.holidays);
  const report = entries.restricted && restrictedReport(entries.restricted);
  return whole.to === 'a person' ? forAPerson(whole, { record, report }) : forAFolder(whole, { record, report });
};
