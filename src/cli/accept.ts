import { channelOfStart, restrictedHistory } from '../inspections.ts';
import { copyHistory } from '../store/copy.ts';
import { realFiles } from '../store/files.ts';
import { pathOf } from '../store/folder.ts';
import { appendHeads, readHeads } from '../store/heads.ts';
import { note } from '../store/operations.ts';
import type { Head, KnownHead } from '../store/port.ts';
import { noRecord, verifyHistory } from '../store/verify.ts';
import { argumentsOf, oneInspection } from './arguments.ts';
import { dataFolder, noInspection, owning } from './data-folder.ts';
import { type Environment, type ExitCode, NotDone, type Word } from './word.ts';

const inDigits = ({ version, hash }: Head): string => `${version}:${hash.slice(0, 6)}`;

/**
 * Where a history stands as it is; null where it is not there.
 * @throws NotDone where what is there does not hold
 */
const standing = async (folder: string, inspection: string, of: string | null): Promise<KnownHead | null> => {
  const place = { files: realFiles, folder, inspection };
  const verdict = await verifyHistory({ ...place, known: [] });
  if (verdict.holds ? verdict.first === null : verdict.why === noRecord) return null;
  if (!verdict.holds) throw new NotDone(`${inspection} does not hold, so it can't be accepted: ${verdict.why}.`);
  const first = (await copyHistory(place))?.entries[0];
  if (!first) return null;
  return { inspection, channel: channelOfStart(first.events?.[0]), first: first.hash, head: verdict.head, of };
};

const accepted = async (folder: string, id: string, gone: boolean, { print }: Environment): Promise<ExitCode> => {
  const { known, ids } = await readHeads(realFiles, folder);
  const own = await standing(folder, id, null);
  if (own === null && !ids.has(id)) throw noInspection(id);
  if (own === null && !gone)
    throw new NotDone(
      `${id} is not there. Put its file back, or import its export. If it is gone for good, say so: accept ${id} --gone`,
    );
  if (own !== null && gone) throw new NotDone(`${id} is there, so it is not gone.`);
  const half = restrictedHistory(id);
  // What is restricted stays with the record that it was known to belong to, whichever is accepted in its place.
  const other = own && (await standing(folder, half, known.get(half)?.of ?? own.first));
  const before = known.get(id)?.head;
  const was = before ? inDigits(before) : 'nothing known';
  const is = own ? inDigits(own.head) : 'gone';
  await note(realFiles, folder, { did: 'accept', inspection: id, was, is });
  await appendHeads(realFiles, folder, [
    ...[id, half].filter((each) => ids.has(each)).map((inspection) => ({ inspection, gone: true as const })),
    ...[own, other].filter((each) => each !== null),
  ]);
  // What is left of one that is gone is read by nothing, and is no sign of a record that is missing.
  const left = pathOf(folder, half);
  if (!own && realFiles.stands(left) !== null) await realFiles.rename(left, `${left}.gone`);
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
    'Takes a record as it is that was restored from an older copy, so that it opens again though it once had more entries; with --gone one that is not there. That it was taken so stays noted. Stop the app first.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { gone: { type: 'boolean' } });
    const inspection = oneInspection(positionals);
    const folder = dataFolder(environment);
    return owning(folder, () => accepted(folder, inspection, values.gone === true, environment));
  },
};
