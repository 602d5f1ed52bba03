import { misnumbered, notWritten } from '../domain/written.ts';
import { isRestrictedHistory, restrictedHistory } from '../inspections.ts';
import { unmade } from '../reports/files.ts';
import { ordinaryRecord } from '../reports/record.ts';
import { type Copy, copyHistory } from '../store/copy.ts';
import { realFiles } from '../store/files.ts';
import { historiesIn, isCode } from '../store/folder.ts';
import { unlessDone } from '../store/operations.ts';
import type { KnownHead } from '../store/port.ts';
import type { Records } from '../store/records.ts';
import { recordsIn } from '../store/records-in-folder.ts';
import { verifyHistory } from '../store/verify.ts';
import { counted } from '../words/message.ts';
import { argumentsOf } from './arguments.ts';
import { bankHolidays, readingOf } from './data-folder.ts';
import { headOf } from './head-of.ts';
import { madeFor, owning } from './kept.ts';
import { type Environment, type ExitCode, NotDone, type Word, WrongUsage } from './word.ts';

type Found = { inspection: string; copy: Copy };

/**
 * A record, once everything is found well that can be told of it before a byte of it is written here.
 * @throws NotDone where it is not
 */
const sound = async (from: Records, inspection: string): Promise<Found> => {
  const lines = from.lines(inspection);
  const verdict = await verifyHistory({ inspection, lines, known: [] });
  if (!verdict.holds) throw new NotDone(`${inspection} does not hold, so nothing is imported: ${verdict.why}.`);
  if (verdict.unacknowledgedBytes > 0)
    throw new NotDone(
      `${inspection} does not end with a whole line, so nothing is imported: it was cut short or changed.`,
    );
  const copy = await copyHistory(inspection, lines);
  if (copy === null) throw new NotDone(`${inspection} has no entry, so nothing is imported.`);
  return { inspection, copy };
};

/** @throws NotDone with a line for each reason why this app did not write these, or where they could be shown to nobody */
const refuseForeign = (id: string, found: readonly Found[]): void => {
  const now = new Date().toISOString();
  const copyOf = (name: string): Copy | null => found.find(({ inspection }) => inspection === name)?.copy ?? null;
  const ordinary = copyOf(id) ?? { bytes: new Uint8Array(), entries: [] };
  const reasons = found.flatMap(({ inspection, copy }) =>
    notWritten(copy.entries, now, inspection !== id).map((why) => `${inspection}, ${why}`),
  );
  try {
    if (reasons.length === 0) {
      const { inspection } = ordinaryRecord(id, ordinary.entries);
      reasons.push(...misnumbered(inspection).map((why) => `${id}, ${why}`));
    }
    const restricted = copyOf(restrictedHistory(id));
    const whole = { to: 'a folder', id, ordinary: ordinary.bytes, restricted: restricted?.bytes ?? null } as const;
    const entries = { ordinary: ordinary.entries, restricted: restricted?.entries ?? null };
    if (reasons.length === 0) unmade({ ...whole, holidays: bankHolidays() }, entries);
  } catch {
    throw new NotDone(
      `${id} holds, but this version of Fortnight can't read what is in it. Import it with the version that exported it.`,
    );
  }
  if (reasons.length === 0) return;
  throw new NotDone(['Nothing is imported. Fortnight could not have written this:', ...reasons].join('\n  '));
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

/**
 * Those of them that are not there yet: an import that was cut short left the others, to the letter.
 * @throws NotDone where another record has one of their names
 */
const notThereYet = async (records: Records, found: readonly Found[], id: string): Promise<Found[]> => {
  const missing: Found[] = [];
  for (const each of found) {
    const there = await copyHistory(each.inspection, records.lines(each.inspection));
    if (there === null) missing.push(each);
    else if (Buffer.compare(there.bytes, each.copy.bytes) !== 0) throw notAsItWas(records, id);
  }
  return missing;
};

const notAsItWas = ({ called }: Records, id: string): NotDone =>
  new NotDone(`${called} has held another ${id}, of which this export is not the whole. Nothing is imported.`);

const imported = async (records: Records, from: string, environment: Environment): Promise<ExitCode> => {
  const { id, names } = await namesIn(from);
  const here = await records.lengths();
  if (here.has(id)) throw new NotDone(`${id} is in ${records.called} already. Nothing is imported.`);
  if (here.has(restrictedHistory(id)) && !names.includes(restrictedHistory(id))) throw notAsItWas(records, id);
  const found: Found[] = [];
  const reading = { records: recordsIn(realFiles, from), times: 3, which: () => true };
  const folder = await readingOf(environment, 'Importing', reading);
  for (const name of names) found.push(await sound(folder, name));
  refuseForeign(id, found);
  const own = found.at(-1)?.copy.entries[0];
  if (!own) throw new NotDone(`${id} has no entry, so nothing is imported.`);
  for (const { copy } of found)
    if ((copy.entries[0]?.header.of ?? own.hash) !== own.hash)
      throw new NotDone(`The records in ${from} do not belong together, so nothing is imported.`);
  const heads = found.map(({ inspection, copy }) =>
    headOf(inspection, copy, isRestrictedHistory(inspection) ? own.hash : null),
  );
  const stands = ({ head: { version, hash } }: KnownHead | Copy): string => `${version}:${hash}`;
  const missing = await notThereYet(records, found, id);
  const head = heads.find(({ inspection }) => inspection === id);
  await records.put({
    histories: missing.map(({ inspection, copy: { bytes } }) => ({ inspection, bytes })),
    heads,
    operations: await unlessDone(records, { did: 'import', inspection: id, head: head ? stands(head) : '', from }),
  });
  for (const { inspection, copy } of found)
    environment.print(
      `${inspection} is in ${records.called}: ${counted(copy.head.version, 'entry', 'entries')}, head ${stands(copy)}`,
    );
  return 0;
};

/** Takes an inspection in that was taken out: to the letter, so that its head is the same. */
export const importWord: Word = {
  name: 'import',
  usage: '<folder>',
  about:
    'Takes in what export wrote, to the letter. A record that does not hold, or is there already, is refused. Stop the app first, unless it keeps records in PostgreSQL.',
  run: async (args, environment) => {
    const { positionals } = argumentsOf(args, {});
    const [from, more] = positionals;
    if (from === undefined || more !== undefined)
      throw new WrongUsage('It takes one folder: the one that export wrote.');
    return owning(await madeFor(environment), (records) => imported(records, from, environment));
  },
};
