import { inWordsOf } from './field.ts';
import { distanceOf } from './framework/steps.ts';
import type { Step } from './framework.ts';
import type { Inspection } from './inspection.ts';
import { anchorNames } from './matters/dates.ts';
import { pauseOn } from './matters/pause.ts';
import { daysAfter } from './moments.ts';
import { doneOn, standingSteps } from './standing-steps.ts';
import { type BankHolidays, dayAfterCounting, isKnown, isWorkingDay } from './working-days.ts';

/** A day, or the first and last of a span. */
export type Days = { first: string; last: string };

/** So many working or calendar days from something. */
type Distance = Pick<Step, 'from' | 'unit' | 'first' | 'last'>;

export type DatedStep = Pick<Step, 'id' | 'what' | 'who' | 'confidence' | 'source'> & {
  /** As counted; null where it is counted from a day that is not known yet. */
  planned: Days | null;
  /** The day that somebody kept for it: what was, or what was agreed. */
  kept: string | null;
  /** When it is, as far as is known. */
  days: Days | null;
  /** How it is counted, and from which days of what; null for a day that is not counted but given. */
  counted: (Distance & { what: string; days: Days | null }) | null;
  /** True where it is counted over days of which it is not known whether they are bank holidays. */
  beyond: boolean;
};

export type Timetable = {
  /** By their days, those without one last. */
  steps: DatedStep[];
  /** Steps of an edition that has words for their days and nothing to count by. */
  inWords: { day: string; what: string }[];
};

/** A step or a day that steps are counted from. `told` is false where a step of the framework is that day, or begins on it. */
type Row = Pick<Step, 'id' | 'what' | 'who' | 'confidence' | 'source'> & { distance: Distance | null; told: boolean };

const isAsFar = (one: Distance, other: Distance): boolean =>
  one.from === other.from && one.unit === other.unit && one.first === other.first && one.last === other.last;

/** The days that steps are counted from: given, counted from the first day, or to be said by somebody. */
const anchorRows = (inspection: Inspection): Row[] => {
  const { notice, fieldwork } = inspection.framework;
  const steps = standingSteps(inspection);
  const countedFrom = (anchor: string): Step[] => steps.filter(({ from }) => from === anchor);
  const row = (id: keyof typeof anchorNames, distance: Distance | null): Row => ({
    id,
    what: inWordsOf(inspection, anchorNames[id]),
    confidence: 'sourced',
    distance,
    told:
      !countedFrom(id).some(({ first }) => first === 0) && !(distance && steps.some((each) => isAsFar(each, distance))),
  });
  const days = fieldwork?.workingDays ?? 1;
  return [
    ...(notice
      ? [{ ...row('notice', { from: notice.when.from, ...distanceOf(notice.when) }), confidence: notice.confidence }]
      : []),
    row('first-day', null),
    ...(fieldwork
      ? [
          {
            ...row('last-day', { from: 'first-day', unit: 'workingDays', first: days - 1, last: days - 1 }),
            confidence: fieldwork.confidence,
            source: fieldwork.source,
          },
        ]
      : []),
    ...(countedFrom('receipt').length > 0
      ? [{ ...row('receipt', null), who: inWordsOf(inspection, 'The {authority}'), told: true }]
      : []),
  ];
};

const rowsOf = (inspection: Inspection): Row[] => [
  ...anchorRows(inspection),
  ...standingSteps(inspection).map(({ id, what, who, confidence, source, ...distance }) => ({
    id,
    what,
    who,
    confidence,
    source,
    distance,
    told: true,
  })),
];

/** Whether the law counts it from the receipt of the report, which no pause of the inspection moves. */
const isStatutory = (rows: readonly Row[], row: Row): boolean => {
  const seen = new Set<string>();
  for (let at: Row | undefined = row; at?.distance && !seen.has(at.id); ) {
    const from: string = at.distance.from;
    if (from === 'receipt') return true;
    seen.add(at.id);
    at = rows.find(({ id }) => id === from);
  }
  return false;
};

/** Counts days of an inspection: days on which it stands still are no working days of it, but for what the law counts. */
const counting = (inspection: Inspection, today: string, holidays: BankHolidays) => {
  const isWorking = (day: string): boolean => isWorkingDay(day, holidays);
  const goesOn = (day: string): boolean => isWorking(day) && pauseOn(inspection, day, today) === null;
  const pausedWithin = (first: string, last: string): number => {
    if (inspection.pauses.length === 0) return 0;
    let count = 0;
    for (let day = daysAfter(first, 1); day <= last; day = daysAfter(day, 1))
      if (isWorking(day) && !goesOn(day)) count += 1;
    return count;
  };
  return (from: string, { unit }: Distance, count: number, statutory: boolean): string => {
    if (unit === 'workingDays') return dayAfterCounting(from, count, statutory ? isWorking : goesOn);
    const day = daysAfter(from, count);
    return statutory ? day : dayAfterCounting(day, pausedWithin(from, day), goesOn);
  };
};

/** Every dated step of the inspection as it stands on a day. */
export const timetableOf = (inspection: Inspection, today: string, holidays: BankHolidays): Timetable => {
  const { framework, firstDay, dates } = inspection;
  const rows = rowsOf(inspection);
  const count = counting(inspection, today, holidays);
  const done = new Map<string, DatedStep>();

  const dated = (row: Row, path: readonly string[]): DatedStep => {
    const before = done.get(row.id);
    if (before) return before;
    const { distance, told: _, ...said } = row;
    const anchor: Row | null | undefined = distance && rows.find(({ id }) => id === distance.from);
    const from: DatedStep | null = anchor && !path.includes(anchor.id) ? dated(anchor, [...path, row.id]) : null;
    const kept = dates.get(row.id)?.day ?? doneOn(inspection, row.id);
    const statutory = isStatutory(rows, row);
    const planned =
      row.id === 'first-day'
        ? { first: firstDay, last: firstDay }
        : distance && from?.days
          ? {
              first: count(from.days.first, distance, distance.first, statutory),
              last: count(from.days.last, distance, distance.last, statutory),
            }
          : null;
    const over = [from?.days?.first, planned?.first, planned?.last].filter((day) => day !== undefined);
    const step: DatedStep = {
      ...said,
      planned,
      kept,
      days: kept === null ? planned : { first: kept, last: kept },
      counted: distance && from ? { ...distance, what: from.what, days: from.days } : null,
      beyond: kept === null && over.some((day) => !isKnown(day, holidays)),
    };
    done.set(row.id, step);
    return step;
  };

  const key = ({ days }: DatedStep): string => (days ? `${days.first} ${days.last}` : '~');
  const steps = rows.filter(({ told }) => told).map((row) => dated(row, [row.id]));
  return {
    steps: steps.sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0)),
    inWords: framework.timetable.flatMap(({ day, when, what }) =>
      day !== undefined && when === undefined ? [{ day, what }] : [],
    ),
  };
};

/** What falls on a day, or begins, or goes on through it. */
export const stepsOn = ({ steps }: Timetable, day: string): DatedStep[] =>
  steps.filter(({ days }) => days !== null && days.first <= day && day <= days.last);
