import { pausedInWords } from '../pause.ts';
import { isoDayOf } from '../times.ts';
import { type DailyPart, labelled } from './part.ts';

/** That the inspection stands still, since when and for how long it may. */
export const pausedPart: DailyPart = ({ summary: { inspection } }, { of, holidays }) => {
  const words = pausedInWords(inspection, isoDayOf(of, inspection.timeZone), holidays);
  return words === null ? [] : [labelled('Paused', words)];
};
