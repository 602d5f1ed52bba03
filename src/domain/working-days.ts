import { z } from 'zod';
import { daysAfter, daysBetween } from './moments.ts';

const day = z.iso.date('Give a day such as 2013-12-25.');

/** Bank holidays of one part of the country, and the days between which they are known. */
export const bankHolidaysShape = z
  .strictObject({
    division: z.string(),
    about: z.string(),
    source: z.string(),
    from: day,
    until: day,
    days: z.array(z.strictObject({ day, name: z.string().min(1) })).min(1),
  })
  .superRefine(({ from, until, days }, check) => {
    for (const [index, { day: each }] of days.entries()) {
      const path = ['days', index, 'day'];
      const before = days[index - 1]?.day;
      if (each < from || each > until)
        check.addIssue({ code: 'custom', path, message: `${each} lies outside ${from} to ${until}.` });
      if (before !== undefined && each <= before)
        check.addIssue({
          code: 'custom',
          path,
          message: `${each} stands after ${before}. List each day once, in order.`,
        });
    }
  });

/** Which days are bank holidays, as far as that is known. */
export type BankHolidays = { from: string; until: string; days: ReadonlySet<string> };

export const bankHolidaysIn = ({ from, until, days }: z.infer<typeof bankHolidaysShape>): BankHolidays => ({
  from,
  until,
  days: new Set(days.map((each) => each.day)),
});

/** Whether it is known of a day that it is, or is not, a bank holiday. */
export const isKnown = (day: string, { from, until }: BankHolidays): boolean => from <= day && day <= until;

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

/** Monday to Friday and no bank holiday that is known of. Ask `isKnown` too where that matters. */
export const isWorkingDay = (day: string, holidays: BankHolidays): boolean =>
  !isWeekend(day) && !holidays.days.has(day);

/**
 * How many working days there are from one day to another, both counted; 0 where the second comes before the first. Whole weeks
 * at once: where an inspection was never signed off, there may be years between.
 */
export const workingDaysFrom = (first: string, last: string, holidays: BankHolidays): number => {
  if (last < first) return 0;
  const weeks = Math.floor(daysBetween(first, last) / 7);
  let count = weeks * 5;
  for (let day = daysAfter(first, weeks * 7); day <= last; day = daysAfter(day, 1)) if (!isWeekend(day)) count += 1;
  for (const day of holidays.days) if (first <= day && day <= last && !isWeekend(day)) count -= 1;
  return count;
};

/** The day that comes so many days that count after a day, or before it where the number is negative; 0 is the day itself. */
export const dayAfterCounting = (day: string, count: number, counts: (day: string) => boolean): string => {
  const direction = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = daysAfter(at, direction);
    if (counts(at)) left -= 1;
  }
  return at;
};
