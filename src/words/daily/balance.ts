import { balanceInWords } from '../balance.ts';
import { type DailyPart, labelled } from './part.ts';

/** Experience, practice and process, beside the working day before. */
export const balancePart: DailyPart = ({ recorded, before }) => {
  const [now, then] = [balanceInWords(recorded.all), before ? balanceInWords(before.all) : ''];
  if (now === '') return [];
  return [labelled('Balance', `${now}${then ? `; on the working day before: ${then}` : ''}`)];
};
