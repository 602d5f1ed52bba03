import { briefDay, longDay } from '../domain/day-words.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Incomplete, openPause, type PauseClock, pauseClock } from '../domain/matters/pause.ts';
import { nameOfPerson } from '../domain/standing.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { counted } from './message.ts';
import { momentOf } from './times.ts';

/** How a pause stands and what its clock says. Why it was made is nobody's but the team's, and stands where it is asked for. */

const limitsInWords = ({ days, limits }: PauseClock): string => {
  if (!limits) return 'This framework sets no limit to a pause';
  const { first, last, firstDay, lastDay } = limits;
  if (days > last)
    return `The ${counted(last, 'working day')} that it may last ended on ${longDay(lastDay)}: resume it, or end it incomplete`;
  const most = `${counted(last, 'working day')} at most, to ${longDay(lastDay)}; after that the inspection is incomplete`;
  if (first === last) return `It may last ${most}`;
  if (days >= first) {
    const end = days === first ? 'end' : 'ended';
    return `The first ${counted(first, 'working day')} ${end} on ${longDay(firstDay)}; it may last ${most}`;
  }
  return `It may last ${counted(first, 'working day')}, to ${longDay(firstDay)}, and ${most}`;
};

/** "since Tuesday 26 November 2013, working day 3. It may last 5 working days, to … and 15 at most, to …". */
const clockInWords = (clock: PauseClock): string =>
  `since ${longDay(clock.pause.from)}, working day ${clock.days}. ${limitsInWords(clock)}.`;

/** How the pause stands on a day, also one that is still to begin; null where there is none. */
export const pausedInWords = (inspection: Inspection, day: string, holidays: BankHolidays): string | null => {
  const clock = pauseClock(inspection, day, holidays);
  if (clock) return clockInWords(clock);
  const open = openPause(inspection);
  return open ? `from ${longDay(open.from)} on.` : null;
};

/** The same for where there is little room: "since Mon 25 Nov, working day 2 of 15 at most (Fri 13 Dec)"; empty where there is none. */
export const pausedBriefly = (inspection: Inspection, day: string, holidays: BankHolidays): string => {
  const clock = pauseClock(inspection, day, holidays);
  const open = openPause(inspection);
  if (!clock) return open ? `from ${briefDay(open.from)} on` : '';
  const { pause, days, limits } = clock;
  const most = limits ? ` of ${limits.last} at most (${briefDay(limits.lastDay)})` : '';
  return `since ${briefDay(pause.from)}, working day ${days}${most}`;
};

/** "Ended incomplete by Ana Reyes on …: why". */
export const incompleteInWords = (inspection: Inspection, { by, at, reason }: Incomplete): string =>
  `Ended incomplete by ${nameOfPerson(inspection, by)} on ${momentOf(inspection, at)}: ${reason}`;
