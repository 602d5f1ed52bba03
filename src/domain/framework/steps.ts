import type { Framework, TimetableRow, When } from './schema.ts';

/** A step of the timetable that can be dated. `first` and `last` are the same but for a span. */
export type Step = Pick<TimetableRow, 'what' | 'who' | 'confidence' | 'source' | 'onlyWith'> & {
  id: string;
  from: string;
  unit: 'workingDays' | 'days';
  first: number;
  last: number;
};

const spanOf = (value: number | [number, number]): [number, number] =>
  typeof value === 'number' ? [value, value] : value;

/** How far from its anchor something is, with weeks as calendar days. */
export const distanceOf = ({ workingDays, days, weeks }: When): Pick<Step, 'unit' | 'first' | 'last'> => {
  if (workingDays !== undefined) {
    const [first, last] = spanOf(workingDays);
    return { unit: 'workingDays', first, last };
  }
  const [first, last] = spanOf(days ?? weeks ?? 0);
  const length = days === undefined ? 7 : 1;
  return { unit: 'days', first: first * length, last: last * length };
};

/** The dated steps, in the file's order. Rows of earlier editions that only have words for their day are not among them. */
export const stepsOf = (framework: Framework): Step[] =>
  framework.timetable.flatMap(({ id, when, what, who, confidence, source, onlyWith }) =>
    id === undefined || when === undefined
      ? []
      : [{ id, what, who, confidence, source, onlyWith, from: when.from, ...distanceOf(when) }],
  );
