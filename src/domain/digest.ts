import { isInPause, type SetMoment, setMomentReached } from './due.ts';
import type { Inspection } from './inspection.ts';
import { digestPosting } from './matters/posting.ts';
import { dayIn } from './moments.ts';
import type { BankHolidays } from './working-days.ts';

/**
 * The digest that is due in the team channel: of the latest working day whose set moment has come since digests are wanted, when
 * something worth telling was recorded since the one before. One that was begun is not tried again: the app cannot look in the
 * channel whether it arrived.
 */
export const digestDue = (inspection: Inspection, now: string, holidays: BankHolidays): SetMoment | null => {
  const { digest, settings, postings, daily, sealed, timeZone } = inspection;
  if (!settings.channelDigest || digest === null || sealed || isInPause(inspection, dayIn({ timeZone }, now)))
    return null;
  const reached = setMomentReached(inspection, now, holidays);
  if (reached === null || reached.at < digest.since || isInPause(inspection, reached.day)) return null;
  return !postings.has(digestPosting(reached.day)) && daily.news > digest.told ? reached : null;
};
