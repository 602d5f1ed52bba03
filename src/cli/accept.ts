import { restrictedHistory } from '../inspections.ts';
import { copyHistory } from '../store/copy.ts';
import { realFiles } from '../store/files.ts';
import { pathOf } from '../store/folder.ts';
import { note } from '../store/operations.ts';
import type { Head, KnownHead } from '../store/port.ts';
import type { Records } from '../store/records.ts';
import { noRecord, verifyHistory } from '../store/verify.ts';
import { argumentsOf, oneInspection } from './arguments.ts';
import { noInspection } from './data-folder.ts';
import { headOf } from './head-of.ts';
import { keptBy, owning } from './kept.ts';
import { type Environment, type ExitCode, NotDone, type Word } from './word.ts';

const inDigits = ({ version, hash }: Head): string => `${version}:${hash.slice(0, 6)}`;

/**
 * Where a history stands as it is; null where it is not there.
 * @throws NotDone where what is there does not hold
 */
const standing = async (records: Records, inspection: string, of: string | null): Promise<KnownHead | null> => {
  const lines = records.lines(inspection);
  const verdict = await verifyHistory({ inspection, lines, known: [] });
  if (verdict.holds ? verdict.first === null : verdict.why === noRecord) return null;
  if (!verdict.holds) throw new NotDone(`${inspection} does not hold, so it can't be accepted: ${verdict.why}.`);
  const copy = await copyHistory(inspection, lines);
  return copy && headOf(inspection, copy, of);
};

/** What is left of a record that is gone is read by nothing, and is to be no sign of one that is missing. */
const setAside = async ({ place }: Records, history: string): Promise<void> => {
  // No hand gets at a database's rows so easily, and nothing there has two names.
  if ('database' in place)
    throw new NotDone(`${history} is there, and is read by nothing else than its record. Import an export of that.`);
  const left = pathOf(place.folder, history);
  await realFiles.rename(left, `${left}.gone`);
};

const accepted = async (records: Records, id: string, gone: boolean, { print }: Environment): Promise<ExitCode> => {
  const { known, ids } = await records.heads();
  const own = await standing(records, id, null);
  if (own === null && !ids.has(id)) throw noInspection(id);
  if (own === null && !gone)
    throw new NotDone(
      `${id} is not there. Put ${'folder' in records.place ? 'its file back' : 'it back'}, or import its export. If it is gone for good, say so: accept ${id} --gone`,
    );
  if (own !== null && gone) throw new NotDone(`${id} is there, so it is not gone.`);
  const half = restrictedHistory(id);
  // What is restricted stays with the record that it was known to belong to, whichever is accepted in its place.
  const other = own && (await standing(records, half, known.get(half)?.of ?? own.first));
  const before = known.get(id)?.head;
  const was = before ? inDigits(before) : 'nothing known';
  const is = own ? inDigits(own.head) : 'gone';
  await note(records, { did: 'accept', inspection: id, was, is });
  await records.addHeads([
    ...[id, half].filter((each) => ids.has(each)).map((inspection) => ({ inspection, gone: true as const })),
    ...[own, other].filter((each) => each !== null),
  ]);
  if (!own && (await records.lengths()).has(half)) await setAside(records, half);
  print(
    own
      ? `${id} is accepted as it stands: ${inDigits(own.head)}, where ${was} was known.`
      : `${id} is accepted as gone. Its id is given to no other.`,
  );
  return 0;
};

/** Takes a record as it is that was restored shorter than it had been, or is gone for good. */
export const accept: Word = {
  name: 'accept',
  usage: '<inspection> [--gone]',
  about:
    'Takes a record as it is that was restored from an older copy, so that it opens again though it once had more entries; with --gone one that is not there. That it was taken so stays noted. Stop the app first, unless it keeps records in PostgreSQL.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { gone: { type: 'boolean' } });
    const inspection = oneInspection(positionals);
    return owning(keptBy(environment), (records) => accepted(records, inspection, values.gone === true, environment));
  },
};
