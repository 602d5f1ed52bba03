import { misnumbered, notWritten } from '../domain/written.ts';
import { isRestrictedHistory, restrictedHistory } from '../inspections.ts';
import { filesForAFolder } from '../reports/files.ts';
import { ordinaryRecord } from '../reports/record.ts';
import { type Copy, copyHistory } from '../store/copy.ts';
import { realFiles } from '../store/files.ts';
import { historiesIn, isCode, makeFolder } from '../store/folder.ts';
import { placeHistory } from '../store/placing.ts';
import { verifyHistory } from '../store/verify.ts';
import { counted } from '../words/message.ts';
import { argumentsOf } from './arguments.ts';
import { dataPlace, owning } from './data-folder.ts';
import { note } from './operations.ts';
import { type Environment, type ExitCode, NotDone, type Word, WrongUsage } from './word.ts';

type Found = { inspection: string; copy: Copy };

/**
 * A record, once everything is found well that can be told of it before a byte of it is written here.
 * @throws NotDone where it is not
 */
const sound = async (from: string, inspection: string, id: string): Promise<Found> => {
  const verdict = await verifyHistory({ files: realFiles, folder: from, inspection, known: null });
  if (!verdict.holds) throw new NotDone(`${inspection} does not hold, so nothing is imported: ${verdict.why}.`);
  if (verdict.unacknowledgedBytes > 0)
    throw new NotDone(
      `${inspection} does not end with a whole line, so nothing is imported: it was cut short or changed.`,
    );
  const copy = await copyHistory({ files: realFiles, folder: from, inspection });
  if (copy === null) throw new NotDone(`${inspection} has no entry, so nothing is imported.`);
  refuseForeign(inspection, notWritten(copy.entries, new Date().toISOString(), inspection !== id));
  return { inspection, copy };
};

const mostReasons = 20;

/** @throws NotDone with a line for each reason why this app did not write a record */
const refuseForeign = (inspection: string, reasons: readonly string[]): void => {
  if (reasons.length === 0) return;
  const more = reasons.length - mostReasons;
  throw new NotDone(
    [
      `Nothing is imported: ${inspection} holds what Fortnight could not have written.`,
      ...reasons.slice(0, mostReasons).map((reason) => `  ${reason}`),
      ...(more > 0 ? [`  and ${more} more`] : []),
    ].join('\n'),
  );
};

/** @throws NotDone where the records could be shown to nobody, or an item has the number of another kind */
const refuseUnreadable = (id: string, found: readonly Found[]): void => {
  const copyOf = (name: string): Copy | null => found.find(({ inspection }) => inspection === name)?.copy ?? null;
  const ordinary = copyOf(id) ?? { bytes: new Uint8Array(), entries: [] };
  let reasons: string[];
  try {
    reasons = misnumbered(ordinaryRecord(id, ordinary.entries).inspection);
    if (reasons.length === 0) filesForAFolder({ id, ordinary, restricted: copyOf(restrictedHistory(id)) });
  } catch {
    throw new NotDone(
      `${id} holds, but this version of Fortnight can't read what is in it. Import it with the version that exported it.`,
    );
  }
  refuseForeign(id, reasons);
};

/**
 * The one inspection in an export's folder, its own record last: with it the inspection is there.
 * @throws NotDone where there is none, or more than one
 */
const namesIn = async (from: string): Promise<{ id: string; names: string[] }> => {
  let all: string[];
  try {
    all = await historiesIn(realFiles, from);
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) throw new NotDone(`There is no folder ${from}.`);
    throw error;
  }
  const [id, more] = all.filter((name) => !isRestrictedHistory(name));
  if (id === undefined) throw new NotDone(`There is no record in ${from}. Name the folder that export wrote.`);
  if (more !== undefined) throw new NotDone(`${from} holds several records: ${id}, ${more}. Name a folder with one.`);
  return { id, names: [...all.filter((name) => name === restrictedHistory(id)), id] };
};

const imported = async (from: string, folder: string, environment: Environment): Promise<ExitCode> => {
  const { id, names } = await namesIn(from);
  const here = await historiesIn(realFiles, folder);
  if (here.includes(id)) throw new NotDone(`${id} is in ${folder} already. Nothing is imported.`);
  if (here.includes(restrictedHistory(id)) && !names.includes(restrictedHistory(id)))
    throw new NotDone(`${folder} holds a restricted record of ${id} that this export lacks. Move it away first.`);
  const found: Found[] = [];
  for (const name of names) found.push(await sound(from, name, id));
  refuseUnreadable(id, found);
  for (const { inspection, copy } of found) {
    if (await placeHistory({ files: realFiles, folder, inspection }, copy.bytes)) continue;
    // An import that was cut short leaves the restricted record, to the letter; another one is not ours to replace.
    const there = await copyHistory({ files: realFiles, folder, inspection });
    if (there === null || Buffer.compare(there.bytes, copy.bytes) !== 0)
      throw new NotDone(`There is another ${inspection} in ${folder}. Move it away first.`);
  }
  for (const {
    inspection,
    copy: { head },
  } of found) {
    const stands = `${head.version}:${head.hash}`;
    if (inspection === id) await note(realFiles, folder, { did: 'import', inspection, head: stands, from });
    environment.print(`${inspection} is in ${folder}: ${counted(head.version, 'entry', 'entries')}, head ${stands}`);
  }
  return 0;
};

/** Takes an inspection in that was taken out: to the letter, so that its head is the same. */
export const importWord: Word = {
  name: 'import',
  usage: '<folder>',
  about:
    'Takes in what export wrote, to the letter. A record that does not hold, or is there already, is refused. Stop the app first.',
  run: async (args, environment) => {
    const { positionals } = argumentsOf(args, {});
    const [from, more] = positionals;
    if (from === undefined || more !== undefined)
      throw new WrongUsage('It takes one folder: the one that export wrote.');
    const folder = dataPlace(environment);
    await makeFolder(realFiles, folder);
    return owning(folder, () => imported(from, folder, environment));
  },
};
