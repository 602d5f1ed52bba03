import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type SentKind, sentIn } from '../tables/sent.ts';
import { unreadInWords } from '../words/taking-in.ts';
import { argumentsOf, dayGiven, oneInspection } from './arguments.ts';
import { orSaying } from './data-folder.ts';
import { exported } from './export.ts';
import { keptBy, lookingAt } from './kept.ts';
import { operating } from './operating.ts';
import { type Environment, type ExitCode, NotDone, type Word, WrongUsage } from './word.ts';

/** At most as many rows at once. */
const mostRows = 200;

/** The table in a workbook or CSV file, on whichever of its sheets it stands. */
const tableIn = async (kind: SentKind, file: string, said: Record<string, unknown>) => {
  // Loaded here, for no other word of taking in needs it.
  const { readWorkbook } = await import('../tables/workbook.ts');
  const bytes = await orSaying(`${file} can not be read.`, () => readFile(file));
  const { sheets } = await readWorkbook(bytes, basename(file), 1);
  const tables = sheets.map(({ rows }) => sentIn(kind, rows, said));
  const found = tables.find((each) => 'rows' in each) ?? tables[0];
  if (!found || 'wrong' in found)
    throw new NotDone(`${file}: ${found?.wrong ?? 'It has no sheet.'} Nothing was saved.`);
  if (found.rows.length > mostRows)
    throw new NotDone(`${file} has ${found.rows.length} rows, and at most ${mostRows} are taken in at once.`);
  return found;
};

const today = (): string => new Date().toISOString().slice(0, 10);

/** Takes in a table that the authority sent, or writes what became of it into a folder. */
const sentTable = (name: SentKind, option: string, about: string): Word => {
  const run = async (args: readonly string[], environment: Environment): Promise<ExitCode> => {
    const { positionals, values } = argumentsOf(args, {
      to: { type: 'string' },
      received: { type: 'string' },
      due: { type: 'string' },
      draft: { type: 'boolean' },
    });
    const [id, file, ...more] = positionals;
    const inspection = oneInspection([id ?? '', ...more]);
    const { to } = values;
    if (to !== undefined) {
      const asked = { inspection, to, restricted: false, only: name };
      return lookingAt(environment, (records) => exported(records, asked, environment));
    }
    if (file === undefined)
      throw new WrongUsage('Say which workbook or CSV file, or with --to a folder for the answers.');
    const receivedOn = dayGiven(values.received ?? today());
    const own =
      name === 'plan'
        ? { draft: values.draft === true }
        : { due: values.due === undefined ? null : dayGiven(values.due) };
    const { rows, unread } = await tableIn(name, file, { receivedOn, ...own });
    environment.print(await operating(keptBy(environment), { asks: name, inspection, rows, request: randomUUID() }));
    for (const words of unreadInWords(0, unread)) environment.print(words);
    return 0;
  };
  return {
    name,
    usage: `<inspection> <file> [--received 2014-01-15] ${option} | <inspection> --to <folder>`,
    about,
    run,
  };
};

export const comments = sentTable(
  'comments',
  '[--due 2014-01-22]',
  'Takes the comments on the draft’s accuracy into an inspection, from an Excel workbook or CSV file with columns for paragraph, comment, evidence offered and words proposed. The app may run meanwhile. With --to it writes the answers as Word and Excel into an empty folder.',
);
export const plan = sentTable(
  'plan',
  '[--draft]',
  'Takes the plan that answers what was recommended into an inspection, from the shell’s Excel workbook or a CSV file. The app may run meanwhile. With --to it writes the shell, or the plan with how it was judged, as Word and Excel into an empty folder.',
);
