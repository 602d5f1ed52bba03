import { restrictedHistory } from '../inspections.ts';
import { realFiles } from '../store/files.ts';
import { historiesIn } from '../store/folder.ts';
import { removeHistory } from '../store/placing.ts';
import type { Head } from '../store/port.ts';
import { verifyHistory } from '../store/verify.ts';
import { argumentsOf, oneInspection } from './arguments.ts';
import { dataFolder, owning } from './data-folder.ts';
import { note, operationsFile } from './operations.ts';
import type { Terminal } from './terminal.ts';
import { type Environment, type ExitCode, type Word, WrongUsage } from './word.ts';

type Asked = { inspection: string; exported: string; confirmed: readonly string[] };

const askedFrom = (args: readonly string[]): Asked => {
  const { positionals, values } = argumentsOf(args, {
    exported: { type: 'string' },
    confirm: { type: 'string', multiple: true },
  });
  const inspection = oneInspection(positionals);
  if (!values.exported) throw new WrongUsage('Export it first, and name the folder of that export with --exported.');
  return { inspection, exported: values.exported, confirmed: values.confirm ?? [] };
};

/** The id twice: typed by whoever sits there, or given twice where nobody does. Gives why not; null where it was. */
const unconfirmed = async ({ inspection, confirmed }: Asked, keyboard: Terminal): Promise<string | null> => {
  const typed = [...confirmed];
  const asks = ['Type its id to delete it for good: ', 'Once more: '];
  if (typed.length === 0 && keyboard.isThere) for (const ask of asks) typed.push(await keyboard.ask(ask));
  if (typed.length !== 2)
    return `Nothing is deleted. Confirm it with its id, twice: --confirm ${inspection} --confirm ${inspection}`;
  const other = typed.find((each) => each !== inspection);
  return other === undefined ? null : `Nothing is deleted: "${other}" is not ${inspection}.`;
};

/** Where a record of this folder stands, once the export is found to hold it to its last entry. Else why not. */
const exportedHead = async (folder: string, exported: string, inspection: string): Promise<Head | string> => {
  const here = await verifyHistory({ files: realFiles, folder, inspection, known: null });
  if (!here.holds) return `${inspection} does not hold, so it can't be held against an export: ${here.why}.`;
  const { head } = here;
  const there = await verifyHistory({ files: realFiles, folder: exported, inspection, known: head });
  if (!there.holds) return `The export in ${exported} is not the whole of ${inspection}: ${there.why}.`;
  return head;
};

const deleted = async (folder: string, asked: Asked, environment: Environment): Promise<ExitCode> => {
  const { inspection, exported } = asked;
  const restricted = restrictedHistory(inspection);
  const here = await historiesIn(realFiles, folder);
  const own = await exportedHead(folder, exported, inspection);
  const other = here.includes(restricted) ? await exportedHead(folder, exported, restricted) : null;
  for (const why of [own, other]) {
    if (typeof why !== 'string') continue;
    environment.complain(`${why} Nothing is deleted.`);
    if (why === other) environment.complain('An export with --restricted has that record too.');
    return 1;
  }
  const head = typeof own === 'string' ? '' : `${own.version}:${own.hash}`;
  // Kept before anything is gone, so that nothing is gone without it; a deletion cut short is done by asking again.
  await note(realFiles, folder, { did: 'delete', inspection, head });
  for (const each of [restricted, inspection]) await removeHistory({ files: realFiles, folder, inspection: each });
  environment.print(
    `${inspection} is deleted. That it was is noted in ${operationsFile(folder)}, without its content.`,
  );
  environment.print('Copies elsewhere are not: backups, exports, and what stands in Slack.');
  return 0;
};

/** Removes an inspection for good: both its records, once an export holds them. */
export const deleteWord = (keyboard: Terminal): Word => ({
  name: 'delete',
  usage: '<inspection> --exported <folder> [--confirm <id> --confirm <id>]',
  about:
    'Deletes an inspection for good, once an export holds all of it and its id was typed twice. That it was deleted stays noted. Stop the app first.',
  run: async (args, environment) => {
    const asked = askedFrom(args);
    const folder = dataFolder(environment);
    if (!(await historiesIn(realFiles, folder)).includes(asked.inspection)) {
      environment.complain(`There is no inspection ${asked.inspection}. The word inspections lists them.`);
      return 1;
    }
    const why = await unconfirmed(asked, keyboard);
    if (why !== null) {
      environment.complain(why);
      return 1;
    }
    return owning(folder, environment, () => deleted(folder, asked, environment));
  },
});
