import { isRestrictedHistory, restrictedHistory } from '../inspections.ts';
import { ordinaryRecord, restrictedReport } from '../reports/record.ts';
import { type Copy, copyHistory } from '../store/copy.ts';
import { realFiles } from '../store/files.ts';
import { historiesIn, isCode, makeFolder } from '../store/folder.ts';
import { placeHistory } from '../store/placing.ts';
import { Damaged } from '../store/port.ts';
import { verifyHistory } from '../store/verify.ts';
import { counted } from '../words/message.ts';
import { argumentsOf } from './arguments.ts';
import { dataPlace, owning } from './data-folder.ts';
import { note } from './operations.ts';
import { type Environment, type ExitCode, type Word, WrongUsage } from './word.ts';

type Found = { inspection: string; copy: Copy };

/** Everything that can be told of a record before a byte of it is written here. Gives it, or why it is not taken. */
const sound = async (from: string, inspection: string, id: string): Promise<Found | string> => {
  const verdict = await verifyHistory({ files: realFiles, folder: from, inspection, known: null });
  if (!verdict.holds) return `${inspection} does not hold, so nothing is imported: ${verdict.why}.`;
  if (verdict.unacknowledgedBytes > 0)
    return `${inspection} does not end with a whole line, so nothing is imported: it was cut short or changed.`;
  const copy = await copyHistory({ files: realFiles, folder: from, inspection });
  if (copy === null) return `${inspection} has no entry, so nothing is imported.`;
  try {
    if (inspection === id) ordinaryRecord(id, copy.entries);
    else restrictedReport(copy.entries);
  } catch {
    return `${inspection} holds, but this version of Fortnight can't read what is in it. Import it with the version that exported it.`;
  }
  return { inspection, copy };
};

/** The one inspection in an export's folder, its own record last: with it the inspection is there. */
const namesIn = async (from: string): Promise<{ id: string; names: string[] } | string> => {
  let all: string[];
  try {
    all = await historiesIn(realFiles, from);
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return `There is no folder ${from}.`;
    throw error;
  }
  const [id, more] = all.filter((name) => !isRestrictedHistory(name));
  if (id === undefined) return `There is no record in ${from}. Name the folder that export wrote.`;
  if (more !== undefined) return `${from} holds several records: ${id}, ${more}. Name a folder with one.`;
  return { id, names: [...all.filter((name) => name === restrictedHistory(id)), id] };
};

const imported = async (from: string, folder: string, environment: Environment): Promise<ExitCode> => {
  const complain = (words: string): ExitCode => {
    environment.complain(words);
    return 1;
  };
  const named = await namesIn(from);
  if (typeof named === 'string') return complain(named);
  const { id, names } = named;
  const here = await historiesIn(realFiles, folder);
  if (here.includes(id)) return complain(`${id} is in ${folder} already. Nothing is imported.`);
  if (here.includes(restrictedHistory(id)) && !names.includes(restrictedHistory(id)))
    return complain(`${folder} holds a restricted record of ${id} that this export lacks. Move it away first.`);
  const found: Found[] = [];
  for (const name of names) {
    const each = await sound(from, name, id);
    if (typeof each === 'string') return complain(each);
    found.push(each);
  }
  for (const { inspection, copy } of found) {
    if (await placeHistory({ files: realFiles, folder, inspection }, copy.bytes)) continue;
    // An import that was cut short leaves the restricted record, to the letter; another one is not ours to replace.
    const there = await copyHistory({ files: realFiles, folder, inspection });
    if (there === null || Buffer.compare(there.bytes, copy.bytes) !== 0)
      return complain(`There is another ${inspection} in ${folder}. Move it away first.`);
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
    return owning(folder, environment, async () => {
      try {
        return await imported(from, folder, environment);
      } catch (error) {
        if (!(error instanceof Damaged)) throw error;
        environment.complain(error.message);
        return 1;
      }
    });
  },
};
