import { briefDay, longDay, shortDay } from '../domain/day-words.ts';
import { dayOnSite } from '../domain/days-on-site.ts';
import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { pauseOn } from '../domain/matters/pause.ts';
import type { DatedStep, Days, Timetable } from '../domain/timetable.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { firstFitting, shortened, within } from './fitting.ts';
import { counted, type Line, lineIf, type Message, message, type Part, paragraph, titled } from './message.ts';

/** When an inspection's steps are, in words. */

/** "Day 6 of 13"; "Paused, after day 6"; "After the 13 days on site"; empty where no number would mean anything. */
export const dayCountInWords = (inspection: Inspection, day: string, holidays: BankHolidays): string => {
  const at = dayOnSite(inspection, day, holidays);
  if (at.is === 'before') return 'Before the first day on site';
  const paused = pauseOn(inspection, day, day) !== null;
  if (at.is === 'unnumbered') return paused ? 'Paused' : '';
  if (paused) return `Paused, after day ${at.number}`;
  if (at.is === 'after') return `After the ${counted(at.of, 'day')} on site`;
  return at.of === null ? `Day ${at.number}` : `Day ${at.number} of ${at.of}`;
};

const daysInWords = ({ first, last }: Days): string =>
  first === last ? longDay(first) : `${longDay(first)} to ${longDay(last)}`;

const number = (first: number, last: number): string => {
  const [least, most] = [Math.min(Math.abs(first), Math.abs(last)), Math.max(Math.abs(first), Math.abs(last))];
  return least === most ? String(least) : `${least} to ${most}`;
};

/** "70 working days after 28 November 2016"; "6 weeks after the report is published"; "3 working days from 19 November 2013". */
export const countingInWords = ({ counted: how }: DatedStep): string | null => {
  if (how === null || (how.first === 0 && how.last === 0)) return null;
  const { unit, first, last, days, what } = how;
  const side = last < 0 || first < 0 ? 'before' : 'after';
  const named = `${what.charAt(0).toLowerCase()}${what.slice(1)}`;
  const from = days === null ? `“${named}”` : days.first === days.last ? shortDay(days.first) : `“${named}”`;
  const weeks = unit === 'days' && first % 7 === 0 && last % 7 === 0;
  // Begun on the day itself, that day is the first of them.
  if (first === 0 && last > 0) return `${last + 1} ${unit === 'workingDays' ? 'working days' : 'days'} from ${from}`;
  const many = weeks ? number(first / 7, last / 7) : number(first, last);
  const one = unit === 'workingDays' ? 'working day' : weeks ? 'week' : 'day';
  return `${many} ${one}${many === '1' ? '' : 's'} ${side} ${from}`;
};

/** Whose a step is: what happens, and who acts. */
export const stepInWords = ({ what, who }: DatedStep): string => (who ? `${what} (${who})` : what);

/** Whether the counting is shown, how many steps of each kind, and how much of each. */
type Size = { counting: boolean; steps: number; text: number };
const sizes: [Size, ...Size[]] = [
  { counting: true, steps: 60, text: 400 },
  { counting: false, steps: 60, text: 160 },
  { counting: false, steps: 20, text: 100 },
  { counting: false, steps: 7, text: 80 },
];

const stepLine = (step: DatedStep, { counting, text }: Size): Line => {
  const { days, planned, kept, counted: how, beyond, confidence } = step;
  const planning = kept !== null && planned !== null && planned.last !== kept ? `counted: ${daysInWords(planned)}` : '';
  // On site everybody counts on their fingers; later the law counts, and the counting is shown.
  const shows = counting && how !== null && how.first > 0 && how.from !== 'first-day' && how.from !== 'notice';
  const facts = [
    shows ? (countingInWords(step) ?? '') : '',
    planning,
    beyond ? 'bank holidays not known' : '',
    confidence === 'unverified' ? 'not verified' : '',
  ].filter(Boolean);
  const when: Line = days ? [{ strong: `${daysInWords(days)}: ` }] : [];
  return [...when, `${within(stepInWords(step), text)}${facts.length > 0 ? ` · ${facts.join(' · ')}` : ''}`];
};

const group = (title: string, steps: readonly DatedStep[], size: Size): Part[] => {
  const shown = steps.slice(0, size.steps);
  const more = steps.length - shown.length;
  const rest = lineIf(more > 0, `and ${more} more, all of them in the file for a calendar`);
  return titled([{ strong: title }], [...shown.map((step) => stepLine(step, size)), ...rest]);
};

const waiting = (inspection: Inspection, steps: readonly DatedStep[], size: Size): Part[] => [
  ...group('Not dated yet', steps, size),
  {
    note: steps.some(({ id }) => id === 'receipt')
      ? inWordsOf(inspection, 'Keep the day when the {authority} received the report: what follows is counted from it.')
      : '',
  },
];

/** Where bank holidays of a day that was counted are not known. */
const unknownHolidays = ({ from, until }: BankHolidays): string =>
  `Bank holidays are known from ${shortDay(from)} to ${shortDay(until)}. Days outside these take account of weekends only.`;

/** So many steps answer what is next; the others are a press away. */
const stepsNext = 3;

const briefly = ({ first, last }: Days, today: string): string => {
  if (first <= today && today <= last) return first === last || last === today ? 'Today' : `Until ${briefDay(last)}`;
  return first === last ? briefDay(first) : `${briefDay(first)} to ${briefDay(last)}`;
};

/** What goes on and what is next. */
export const nextSteps = (
  inspection: Inspection,
  { steps }: Timetable,
  today: string,
  holidays: BankHolidays,
  end: readonly Part[],
): Message => {
  const coming = steps.filter(({ days }) => days !== null && days.last >= today);
  const lines = coming
    .slice(0, stepsNext)
    .flatMap(({ days, what }): Line[] =>
      days ? [[{ strong: `${briefly(days, today)}: ` }, shortened(what, 70)]] : [],
    );
  return message(
    paragraph(
      { strong: inspection.authority },
      ` · ${[dayCountInWords(inspection, today, holidays), briefDay(today)].filter(Boolean).join(' · ')}`,
    ),
    coming.length > 0 ? { list: lines } : paragraph('Every dated step is over.'),
    ...end,
  );
};

/** The whole timetable as it stands on a day: what was, what is today, what comes. */
export const timetableMessage = (
  inspection: Inspection,
  timetable: Timetable,
  today: string,
  holidays: BankHolidays,
  end: readonly Part[],
): Message => {
  const { steps, inWords } = timetable;
  const dated = steps.filter(({ days }) => days !== null);
  const past = dated.filter(({ days }) => days !== null && days.last < today);
  const now = dated.filter(({ days }) => days !== null && days.first <= today && today <= days.last);
  const next = dated.filter(({ days }) => days !== null && days.first > today);
  return firstFitting(sizes, (size) =>
    message(
      { heading: `Timetable: ${inspection.authority}` },
      paragraph(
        [dayCountInWords(inspection, today, holidays), longDay(today), inspection.framework.short]
          .filter(Boolean)
          .join(' · '),
      ),
      ...group('Done', past, size),
      ...group('Today', now, size),
      ...group('Next', next, size),
      ...waiting(
        inspection,
        steps.filter(({ days }) => days === null),
        size,
      ),
      ...titled(
        [{ strong: 'As this edition puts it' }],
        inWords.slice(0, size.steps).map(({ day, what }) => [{ strong: `${day}: ` }, within(what, size.text)]),
      ),
      { note: steps.some(({ beyond }) => beyond) ? unknownHolidays(holidays) : '' },
      ...end,
    ),
  );
};
