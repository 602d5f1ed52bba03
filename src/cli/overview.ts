import { retentionIn } from '../config.ts';
import { dayOnSite } from '../domain/days-on-site.ts';
import { dayIn, daysAfter } from '../domain/moments.ts';
import type { Records } from '../store/records.ts';
import { type Dated, datedIn, runningInWords } from '../words/overview.ts';
import { dayCountInWords } from '../words/timetable.ts';
import { argumentsOf, dayGiven } from './arguments.ts';
import { bankHolidays } from './data-folder.ts';
import { everyInspection } from './every-inspection.ts';
import { lookingAt } from './kept.ts';
import { aligned, inJson, part, widest } from './text.ts';
import { type Environment, type Word, WrongUsage } from './word.ts';

/** What is due within so many days is told: the rest of a timetable would stand in its way. */
const daysAhead = 28;

/** How all inspections stand, and what of all of them is due. Restricted records are left out. */
export const overview: Word = {
  name: 'overview',
  usage: '[--day 2013-12-05] [--json]',
  about:
    'Shows every running inspection with its day and how far it is, and what is overdue or due within four weeks in any, running or over: requests, challenges, steps of the timetable, the end of retention. No evidence is in it. Today, or on another day; a step is done once its day was kept.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { day: { type: 'string' }, json: { type: 'boolean' } });
    if (positionals.length > 0) throw new WrongUsage('It takes nothing after its name but options.');
    const at = values.day !== undefined ? `${dayGiven(values.day)}T12:00:00.000Z` : new Date().toISOString();
    return lookingAt(environment, async (records) => {
      const found = await lookedThrough(records, at, environment);
      const lines = values.json
        ? [inJson({ ...records.place, ...found })]
        : asText(found, environment.columns ?? widest);
      for (const line of lines) environment.print(line);
      return found.closed.length > 0 ? 1 : 0;
    });
  },
};

/** How all of them stand, as programs read it: its names are relied on. */
const lookedThrough = async (there: Records, at: string, environment: Environment) => {
  const [holidays, years] = [bankHolidays(), retentionIn(environment.settings)];
  const found: Found = { running: [], due: [], closed: [] };
  for await (const { id, inspection } of everyInspection(there, environment)) {
    if (typeof inspection === 'string') {
      found.closed.push({ inspection: id, why: inspection });
      continue;
    }
    const { authority, framework, firstDay, sealed } = inspection;
    const today = dayIn(inspection, at);
    const day = dayOnSite(inspection, today, holidays);
    if (!sealed)
      found.running.push({
        inspection: id,
        authority,
        framework: framework.id,
        firstDay,
        day: day.is === 'on site' ? day.number : null,
        dayInWords: dayCountInWords(inspection, today, holidays),
        standing: runningInWords(inspection, today, holidays),
      });
    for (const { due, ...dated } of datedIn(inspection, at, holidays, years)) {
      const atOnce = due === 'at once';
      if (atOnce || due <= daysAfter(today, daysAhead))
        found.due.push({
          inspection: id,
          authority,
          ...dated,
          due: atOnce ? null : due,
          overdue: atOnce || due < today,
        });
    }
  }
  found.running.sort((one, other) => one.firstDay.localeCompare(other.firstDay));
  // What is due at once has no day, and comes first.
  found.due.sort((one, other) => (one.due ?? '').localeCompare(other.due ?? ''));
  return { at, ...found };
};

type Found = {
  running: (Record<'inspection' | 'authority' | 'framework' | 'firstDay' | 'dayInWords' | 'standing', string> & {
    day: number | null;
  })[];
  due: (Record<'inspection' | 'authority' | 'what', string> &
    Pick<Dated, 'item' | 'step'> & { due: string | null; overdue: boolean })[];
  closed: { inspection: string; why: string }[];
};

const asText = ({ running, due, closed }: Found, columns: number): string[] => {
  const table = (title: string, head: readonly string[], rows: readonly string[][]): string[] =>
    rows.length === 0 ? [] : ['', `${rows.length} ${title}`, ...aligned([head, ...rows], 2, columns)];
  const dated = (overdue: boolean) =>
    due
      .filter((each) => each.overdue === overdue)
      .map(({ due: day, inspection, what }) => [day ?? 'at once', inspection, what]);
  const tables = [
    ...table(
      'running',
      ['Inspection', 'Day', 'Standing'],
      running.map(({ inspection, dayInWords, standing }) => [inspection, dayInWords, standing]),
    ),
    ...table('overdue (a step is done once its day is kept)', ['Was due', 'Inspection', 'What'], dated(true)),
    ...table('due within four weeks', ['Due', 'Inspection', 'What'], dated(false)),
    ...part(
      'Closed',
      closed.map(({ inspection, why }) => `${inspection} is closed: ${why}`),
    ),
  ];
  return tables.length > 0 ? tables.slice(1) : ['No inspection is running, and nothing is due.'];
};
