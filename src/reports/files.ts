import { readFileSync } from 'node:fs';
import { eventsOf } from './events.ts';
import { postedIn } from './posting.ts';
import { readingCopy } from './reading-copy.ts';
import { readme } from './readme.ts';
import { ordinaryRecord, type RecordEntry, restrictedReport } from './record.ts';
import { restrictedCopy } from './restricted-copy.ts';

/** A history to the letter, and its entries as they were read from it. */
export type CopiedHistory = { bytes: Uint8Array; entries: readonly RecordEntry[] };

/** One file that leaves the app; its name may have a folder before it. */
export type ReportFile = { name: string; content: Uint8Array | string };

type Whole = {
  id: string;
  ordinary: CopiedHistory;
  /** Null where nothing restricted goes out. */
  restricted: CopiedHistory | null;
};

/** The names of what is sent to a person, apart by who may read them. */
export const namesForAPerson = (id: string): { ordinary: string[]; restricted: string[] } => ({
  ordinary: [`${id}.md`, `${id}.jsonl`, 'verify.mjs'],
  restricted: [`${id}.restricted.md`, `${id}.restricted.jsonl`],
});

/** The verifier goes out with every export: one plain file that needs only Node. */
const verifier = new URL('./verify.mjs', import.meta.url);

/** What is sent to a person: the reading copy, the record and the verifier; of what is restricted the same. */
export const filesForAPerson = ({ id, ordinary, restricted }: Whole): ReportFile[] => {
  const record = ordinaryRecord(id, ordinary.entries);
  const files = [
    { name: `${id}.md`, content: readingCopy(record) },
    { name: `${id}.jsonl`, content: ordinary.bytes },
    { name: 'verify.mjs', content: readFileSync(verifier, 'utf8') },
  ];
  if (restricted === null) return files;
  const copy = restrictedCopy(record.inspection, restrictedReport(restricted.entries));
  return [
    ...files,
    { name: `${id}.restricted.md`, content: copy },
    { name: `${id}.restricted.jsonl`, content: restricted.bytes },
  ];
};

/** Everything that an export's folder holds. The same record gives the same bytes. */
export const filesForAFolder = (whole: Whole): ReportFile[] => {
  const record = ordinaryRecord(whole.id, whole.ordinary.entries);
  const report = whole.restricted && restrictedReport(whole.restricted.entries);
  const posted = postedIn(record);
  // To the letter of the first entry: how it is carried out may leave parts of the framework aside.
  const framework = eventsOf(record, 'InspectionStarted')[0]?.event.framework;
  return [
    { name: 'README.txt', content: readme(record, report, posted.length) },
    ...filesForAPerson(whole),
    { name: 'framework.json', content: `${JSON.stringify(framework, null, 2)}\n` },
    ...posted.map(({ file, text }) => ({ name: file, content: text })),
  ];
};
