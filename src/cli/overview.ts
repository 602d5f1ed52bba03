import { retentionIn } from '../config.ts';
import type { Records } from '../store/records.ts';
import { overviewOf } from '../words/overview.ts';
import { argumentsOf } from './arguments.ts';
import { bankHolidays } from './data-folder.ts';
import { everyInspection } from './every-inspection.ts';
import { lookingAt } from './kept.ts';
import { aligned, inJson, wrapped } from './text.ts';
import { type Environment, type Word, WrongUsage } from './word.ts';

/** How all inspections stand, and what of all of them is due. Restricted records are left out. */
export const overview: Word = {
  name: 'overview',
  usage: '[--day 2013-12-05] [--json]',
  about:
    'Shows every running inspection with its day and how far it is, and what is overdue or due within four weeks in any, running or over: requests, challenges, steps of the timetable, the end of retention. No evidence is in it. Today, or on another day; a step is done once its day was kept.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { day: { type: 'string' }, json: { type: 'boolean' } });
    if (positionals.length > 0) throw new WrongUsage('It takes nothing after its name but options.');
    if (values.day !== undefined && !(/^\d{4}-\d\d-\d\d$/.test(values.day) && Date.parse(values.day)))
      throw new WrongUsage(`"${values.day}" is not a day such as 2013-12-05.`);
    const at = values.day ? `${values.day}T12:00:00.000Z` : new Date().toISOString();
    return lookingAt(environment, async (records) => {
      const found = await lookedThrough(records, at, environment);
      const lines = values.json ? [inJson({ ...records.place, ...found })] : asText(found);
      for (const line of lines) environment.print(line);
      return found.closed.length > 0 ? 1 : 0;
    });
  },
};

/** How all of them stand, as programs read it. */
const lookedThrough = async (there: Records, at: string, environment: Environment) => {
  const [holidays, years] = [bankHolidays(), retentionIn(environment.settings)];
  const all: ReturnType<typeof overviewOf>[] = [];
  const closed: { inspection: string; why: string }[] = [];
  for await (const { id, inspection } of everyInspection(there, environment))
    if (typeof inspection === 'string') closed.push({ inspection: id, why: inspection });
    else all.push(overviewOf(inspection, at, holidays, years));
  const running = all.flatMap((each) => each.running);
  const due = all.flatMap((each) => each.due);
  return {
    at,
    running: running.sort((one, other) => one.firstDay.localeCompare(other.firstDay)),
    // What is due at once has no day, and comes first.
    due: due.sort((one, other) => (one.due ?? '').localeCompare(other.due ?? '')),
    closed,
  };
};

/** Reads on any terminal: the last column is wrapped beneath itself. */
const narrow = 80;

const table = (title: string, head: readonly string[], rows: readonly string[][]): string[] =>
  rows.length === 0 ? [] : ['', `${rows.length} ${title}`, ...aligned([head, ...rows], 2, narrow)];

const asText = ({ running, due, closed }: Awaited<ReturnType<typeof lookedThrough>>): string[] => {
  const dated = (title: string, head: string, late: boolean) => {
    const rows = due.filter(({ overdue }) => overdue === late);
    const cells = rows.map(({ due: day, inspection, what }) => [day ?? 'at once', inspection, what]);
    return table(title, [head, 'Inspection', 'What'], cells);
  };
  const cells = running.map(({ inspection, dayInWords, standing }) => [inspection, dayInWords, standing]);
  const tables = [
    ...table('running', ['Inspection', 'Day', 'Standing'], cells),
    ...dated('overdue (a step until it is done, or its day is kept)', 'Was due', true),
    ...dated('due within four weeks', 'Due', false),
    ...closed.flatMap(({ inspection, why }) => ['', ...wrapped(`${inspection} is closed: ${why}`, 2)]),
  ];
  return tables.length > 0 ? tables.slice(1) : ['No inspection is running, and nothing is due.'];
};
