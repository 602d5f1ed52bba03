import { isRestrictedHistory, restrictedHistory } from '../inspections.ts';
import { realFiles } from '../store/files.ts';
import { note } from '../store/operations.ts';
import type { Head } from '../store/port.ts';
import type { Records } from '../store/records.ts';
import { recordsIn } from '../store/records-in-folder.ts';
import { verifyHistory } from '../store/verify.ts';
import { argumentsOf, oneInspection } from './arguments.ts';
import { noInspection, sayOfBackups } from './data-folder.ts';
import { keptBy, lookingAt, owning } from './kept.ts';
import type { Terminal } from './terminal.ts';
import { type Environment, type ExitCode, NotDone, type Word, WrongUsage } from './word.ts';

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

/**
 * The id twice: typed by whoever sits there, or given twice where nobody does.
 * @throws NotDone where it was not
 */
const confirm = async ({ inspection, confirmed }: Asked, keyboard: Terminal): Promise<void> => {
  const typed = [...confirmed];
  const asks = ['Type its id to delete it for good: ', 'Once more: '];
  if (typed.length === 0 && keyboard.isThere) for (const ask of asks) typed.push(await keyboard.ask(ask));
  if (typed.length !== 2)
    throw new NotDone(
      `Nothing is deleted. Confirm it with its id, twice: --confirm ${inspection} --confirm ${inspection}`,
    );
  const other = typed.find((each) => each !== inspection);
  if (other !== undefined) throw new NotDone(`Nothing is deleted: "${other}" is not ${inspection}.`);
};

const notHeld = (inspection: string, why: string): NotDone =>
  new NotDone(
    [
      `${why} Nothing is deleted.`,
      ...(isRestrictedHistory(inspection) ? ['An export with --restricted has that record too.'] : []),
    ].join('\n'),
  );

/**
 * Where a record stands, once the export is found to hold it to its last entry.
 * @throws NotDone where it does not
 */
const exportedHead = async (records: Records, exported: string, inspection: string): Promise<Head> => {
  const noted = (await records.heads()).known.get(inspection);
  const lines = records.lines(inspection);
  const here = await verifyHistory({ inspection, lines, known: noted ? [noted.head] : [] });
  if (!here.holds)
    throw notHeld(inspection, `${inspection} does not hold, so it can't be held against an export: ${here.why}.`);
  const { head } = here;
  const copied = recordsIn(realFiles, exported).lines(inspection);
  const there = await verifyHistory({ inspection, lines: copied, known: [head] });
  if (!there.holds)
    throw notHeld(inspection, `The export in ${exported} is not the whole of ${inspection}: ${there.why}.`);
  return head;
};

const deleted = async (
  records: Records,
  { inspection, exported }: Asked,
  environment: Environment,
): Promise<ExitCode> => {
  const restricted = restrictedHistory(inspection);
  const here = await records.lengths();
  const { version, hash } = await exportedHead(records, exported, inspection);
  if (here.has(restricted)) await exportedHead(records, exported, restricted);
  // Kept before anything is gone, so that nothing is gone without it; a deletion cut short is done by asking again.
  await note(records, { did: 'delete', inspection, head: `${version}:${hash}` });
  await records.remove([restricted, inspection].filter((each) => here.has(each)));
  environment.print(`${inspection} is deleted. That it was is noted in ${records.log}, without its content.`);
  environment.print('Copies elsewhere are not: backups, exports, and what stands in Slack.');
  await sayOfBackups(records, { histories: [inspection, restricted] }, environment);
  return 0;
};

/** Removes an inspection for good: both its records, once an export holds them. */
export const deleteWord = (keyboard: Terminal): Word => ({
  name: 'delete',
  usage: '<inspection> --exported <folder> [--confirm <id> --confirm <id>]',
  about:
    'Deletes an inspection for good, once an export holds all of it and its id was typed twice. That it was deleted stays noted. Stop the app first, unless it keeps records in PostgreSQL.',
  run: async (args, environment) => {
    const asked = askedFrom(args);
    const here = await lookingAt(environment, (records) => records.lengths());
    if (!here.has(asked.inspection)) throw noInspection(asked.inspection);
    await confirm(asked, keyboard);
    return owning(keptBy(environment), (records) => deleted(records, asked, environment));
  },
});
