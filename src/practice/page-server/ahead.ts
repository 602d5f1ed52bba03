import { format } from 'date-fns/format';
import { nextMonday } from 'date-fns/nextMonday';
import { daysAfter, type Moment, momentAs, type Zoned } from '../../domain/moments.ts';
import type { Ahead } from './wire.ts';

const dailySummaryAt = '17:30';
const morning = '09:00';

/** Where the clock goes: each of them lies ahead of now. */
export const momentAhead = (zoned: Zoned, now: Date, ahead: Ahead): Moment => {
  const { day, time } = momentAs(zoned, now.toISOString());
  switch (ahead) {
    case 'to the daily summary':
      return { day: time < dailySummaryAt ? day : daysAfter(day, 1), time: dailySummaryAt };
    case 'to tomorrow':
      return { day: daysAfter(day, 1), time: morning };
    case 'over the weekend':
      return { day: format(nextMonday(`${day}T12:00`), 'yyyy-MM-dd'), time: morning };
  }
};

/** A minute later: everything that somebody does takes one. */
export const aMinuteAfter = (zoned: Zoned, now: Date): Moment =>
  momentAs(zoned, new Date(now.getTime() + 60_000).toISOString());
