import { balanceInWords, turnedInWords } from '../balance.ts';
import { isoDayOf } from '../times.ts';
import { type DailyPart, labelled } from './part.ts';

/** Experience, practice and process, beside the working day before. */
export const balancePart: DailyPart = ({ summary: { inspection }, recorded, before }, { of }) => {
  const [now, then] = [balanceInWords(recorded.all), before ? balanceInWords(before.all) : ''];
  const turned = turnedInWords(inspection, isoDayOf(of, inspection.timeZone));
  const facts = [now && `${now}${then ? `; on the working day before: ${then}` : ''}`, turned].filter(Boolean);
  return facts.length > 0 ? [labelled('Balance', facts.join('; '))] : [];
};
