import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Steps } from '../domain/steps.ts';
import { packageFolder } from '../package-folder.ts';
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
const verifier = join(packageFolder, 'src/reports/verify.mjs');

/** A text as it is written. Bytes are made of so much of it at a time: all of it may be too much for one string. */
function* written(text: Iterable<string>, most = 65_536): Steps<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let some = '';
  for (const line of text) {
    some += line;
    if (some.length > most) {
      pieces.push(Buffer.from(some));
      some = '';
    }
    yield;
  }
  return Buffer.concat([...pieces, Buffer.from(some)]);
}

/** What is sent to a person: the reading copy, the record and the verifier; of what is restricted the same. */
export function* filesForAPerson({ id, ordinary, restricted }: Whole): Steps<ReportFile[]> {
  const record = yield* ordinaryRecord(id, ordinary.entries);
  const files = [
    { name: `${id}.md`, content: yield* written(readingCopy(record)) },
    { name: `${id}.jsonl`, content: ordinary.bytes },
    { name: 'verify.mjs', content: readFileSync(verifier, 'utf8') },
  ];
  if (restricted === null) return files;
  const report = yield* restrictedReport(restricted.entries);
  return [
    ...files,
    { name: `${id}.restricted.md`, content: yield* written(restrictedCopy(record.inspection, report)) },
    { name: `${id}.restricted.jsonl`, content: restricted.bytes },
  ];
}

/** Everything that an export's folder holds. The same record gives the same bytes. */
export function* filesForAFolder(whole: Whole): Steps<ReportFile[]> {
  const record = yield* ordinaryRecord(whole.id, whole.ordinary.entries);
  const report = whole.restricted && (yield* restrictedReport(whole.restricted.entries));
  const posted = postedIn(record);
  // To the letter of the first entry: how it is carried out may leave parts of the framework aside.
  const framework = eventsOf(record, 'InspectionStarted')[0]?.event.framework;
  return [
    { name: 'README.txt', content: readme(record, report, posted.length) },
    ...(yield* filesForAPerson(whole)),
    { name: 'framework.json', content: `${JSON.stringify(framework, null, 2)}\n` },
    ...posted.map(({ file, text }) => ({ name: file, content: text })),
  ];
}
