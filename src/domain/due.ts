import type { Inspection } from './inspection.ts';
import { openConcerns } from './matters/concern.ts';
import { wantsDailySummary } from './matters/daily-summary.ts';
import { pauseOn, runsOutOn } from './matters/pause.ts';
import { dayIn, daysAfter, momentIn } from './moments.ts';
import type { Person } from './people.ts';
import type { SummaryTime } from './settings.ts';
import { type BankHolidays, isWorkingDay } from './working-days.ts';

/** A working day of the inspection, and the moment of it at which its daily summary is sent. */
export type SetMoment = { day: string; at: string };

/**
 * A changed time holds for a day where neither the time before nor the new one had come when it was changed: so that no
 * summary is sent twice, and what one tells begins where the one before it ended.
 */
const setMoment = ({ timeZone, summaryTimes }: Inspection, day: string): SetMoment => {
  const momentAt = ({ time }: SummaryTime): string => momentIn({ timeZone }, { day, time });
  const [first, ...changes] = summaryTimes;
  if (!first) throw new RangeError('An inspection has a time for its daily summary from the start');
  const holds = changes.reduce(
    (so, change) => (change.at < momentAt(so) && change.at < momentAt(change) ? change : so),
    first,
  );
  return { day, at: momentAt(holds) };
};

/** Which days have a set moment. */
type Counts = (inspection: Inspection, day: string, holidays: BankHolidays) => boolean;

/** Whether the inspection is paused on a day. */
export const isInPause = (inspection: Inspection, day: string): boolean => pauseOn(inspection, day, day) !== null;

/** A day of whose work a summary tells: no day of a pause. */
const isTold: Counts = (inspection, day, holidays) => isWorkingDay(day, holidays) && !isInPause(inspection, day);

/** The same, and of a pause the days on which its time runs out or a child is at risk: of these the leads are told in a line. */
const isSaid: Counts = (inspection, day, holidays) =>
  isWorkingDay(day, holidays) &&
  (!isInPause(inspection, day) || runsOutOn(inspection, day, holidays) || openConcerns(inspection).length > 0);

/** The last such day up to `latest`, from the inspection's first day on; null where there is none. */
const lastDay = (inspection: Inspection, latest: string, holidays: BankHolidays, counts: Counts): string | null => {
  for (let day = latest; day >= inspection.firstDay; day = daysAfter(day, -1))
    if (counts(inspection, day, holidays)) return day;
  return null;
};

/** The set moment of the last working day before a day; null where the inspection has none before it. */
export const setMomentBefore = (inspection: Inspection, day: string, holidays: BankHolidays): SetMoment | null => {
  const before = lastDay(inspection, daysAfter(day, -1), holidays, isTold);
  return before === null ? null : setMoment(inspection, before);
};

/** The last set moment that the clock has reached; null before the first. */
export const setMomentReached = (inspection: Inspection, now: string, holidays: BankHolidays): SetMoment | null => {
  const today = dayIn(inspection, now);
  const last = lastDay(inspection, today, holidays, isSaid);
  if (last === null) return null;
  const reached = setMoment(inspection, last);
  if (reached.at <= now) return reached;
  const before = lastDay(inspection, daysAfter(last, -1), holidays, isSaid);
  return before === null ? null : setMoment(inspection, before);
};

/** The first set moment after this one: a clock that is moved can stop there. */
export const setMomentAfter = (inspection: Inspection, now: string, holidays: BankHolidays): SetMoment => {
  const today = dayIn(inspection, now);
  let day = today;
  // A pause that is still open may end any day.
  const isStill = (each: string): boolean =>
    pauseOn(inspection, each, today) !== null && !isSaid(inspection, each, holidays);
  while (
    day < inspection.firstDay ||
    !isWorkingDay(day, holidays) ||
    isStill(day) ||
    setMoment(inspection, day).at <= now
  )
    day = daysAfter(day, 1);
  return setMoment(inspection, day);
};

/** A daily summary that is to be sent: to whom, of which day, and when it was to be sent. */
export type Due = { recipient: Person } & SetMoment;

/**
 * What is due at `now`: for lead and deputy, as they were at the set moment and are now, the summary of the latest working
 * day whose set moment has come. Earlier ones that were missed are not. One that was claimed and of which nobody knows
 * whether it was sent is due as well. Nothing is due once the inspection is over, nor during a pause but on the days of it
 * that say something, nor to somebody who was told since the last entry worth telling. Where the record is ahead of the clock,
 * whoever leads is taken to have done so in time.
 */
export const due = (inspection: Inspection, now: string, holidays: BankHolidays): Due[] => {
  const reached = inspection.sealed ? null : setMomentReached(inspection, now, holidays);
  if (reached === null) return [];
  const ofPause = isInPause(inspection, reached.day);
  if (!ofPause && isInPause(inspection, dayIn(inspection, now))) return [];
  const { daily, members } = inspection;
  return members
    .map(({ person }) => person)
    .filter((person) => {
      const since = daily.since.get(person.user);
      if (!wantsDailySummary(inspection, person) || since === undefined || (since > reached.at && since <= now))
        return false;
      const last = daily.last.get(person.user);
      if (last && last.day >= reached.day) return last.day === reached.day && last.became === 'claimed';
      // An open concern heads every summary, also that of a day on which nothing else happened.
      if (ofPause) return true;
      return daily.news > (daily.told.get(person.user) ?? 0) || openConcerns(inspection).length > 0;
    })
    .map((recipient) => ({ recipient, ...reached }));
};
