import { readFileSync } from 'node:fs';
import { eventsOf } from './events.ts';
import { headOf } from './head.ts';
import { postedIn } from './posting.ts';
import { readingCopy } from './reading-copy.ts';
import { readme } from './readme.ts';
import { type Kept, type OrdinaryRecord, ordinaryRecord, restrictedReport } from './record.ts';
import { restrictedCopy } from './restricted-copy.ts';

/** A history to the letter, and its entries as they were read from it. */
export type Copy = { bytes: Uint8Array; entries: readonly Kept[] };

/** One file that leaves the app; its name may have a folder before it. */
export type ReportFile = { name: string; content: Uint8Array | string };

type Whole = {
  id: string;
  ordinary: Copy;
  /** Null where nothing restricted goes out. */
  restricted: Copy | null;
};

/** The verifier that goes out with every export: one plain file that needs only Node. */
const verifier = (): string => readFileSync(new URL('./verify.mjs', import.meta.url), 'utf8');

/** The names of what is sent to a person, apart by who may read them. */
export const namesForAPerson = (id: string): { ordinary: string[]; restricted: string[] } => ({
  ordinary: [`${id}.md`, `${id}.jsonl`, 'verify.mjs'],
  restricted: [`${id}.restricted.md`, `${id}.restricted.jsonl`],
});

const restrictedFiles = (record: OrdinaryRecord, copy: Copy | null): ReportFile[] => {
  if (copy === null) return [];
  const { id } = record.inspection;
  return [
    { name: `${id}.restricted.md`, content: restrictedCopy(record.inspection, restrictedReport(copy.entries)) },
    { name: `${id}.restricted.jsonl`, content: copy.bytes },
  ];
};

/** What is sent to a person: the reading copy, the record and the verifier; of what is restricted the same. */
export const filesForAPerson = ({ id, ordinary, restricted }: Whole): ReportFile[] => {
  const record = ordinaryRecord(id, ordinary.entries);
  return [
    { name: `${id}.md`, content: readingCopy(record) },
    { name: `${id}.jsonl`, content: ordinary.bytes },
    { name: 'verify.mjs', content: verifier() },
    ...restrictedFiles(record, restricted),
  ];
};

/** The framework to the letter of the first entry; how it is carried out may leave parts of it aside. */
const startedUnder = (record: OrdinaryRecord): unknown => eventsOf(record, 'InspectionStarted')[0]?.event.framework;

/** Everything that an export's folder holds. The same record gives the same bytes. */
export const filesForAFolder = (whole: Whole): ReportFile[] => {
  const record = ordinaryRecord(whole.id, whole.ordinary.entries);
  const { inspection } = record;
  const posted = postedIn(record);
  const restrictedHead = whole.restricted && headOf(restrictedReport(whole.restricted.entries).entries);
  const wordless = record.entries.filter(({ events }) => events === null);
  const contents = {
    inspection,
    head: headOf(record.entries),
    restrictedHead,
    postings: posted.length,
    wordless: wordless.length,
  };
  return [
    { name: 'README.txt', content: readme(contents) },
    ...filesForAPerson(whole),
    { name: 'framework.json', content: `${JSON.stringify(startedUnder(record), null, 2)}\n` },
    ...posted.map(({ file, text }) => ({ name: file, content: text })),
  ];
};
