import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { nextMonday } from 'date-fns/nextMonday';
import type { Moment } from '../clock.ts';
import type { Ahead } from './wire.ts';

const dailySummaryAt = '17:30';
const morning = '09:00';

/** Where the clock goes: each of them lies ahead of now. */
export const momentAhead = (now: Date, zone: string, ahead: Ahead): Moment => {
  const here = new TZDate(now.getTime(), zone);
  const day = (date: Date): string => format(date, 'yyyy-MM-dd');
  switch (ahead) {
    case 'to the daily summary':
      return { day: day(format(here, 'HH:mm') < dailySummaryAt ? here : addDays(here, 1)), time: dailySummaryAt };
    case 'to tomorrow':
      return { day: day(addDays(here, 1)), time: morning };
    case 'over the weekend':
      return { day: day(nextMonday(here)), time: morning };
  }
};

/** A minute later: everything that somebody does takes one. */
export const aMinuteAfter = (now: Date, zone: string): Moment => {
  const then = new TZDate(now.getTime() + 60_000, zone);
  return { day: format(then, 'yyyy-MM-dd'), time: format(then, 'HH:mm') };
};
