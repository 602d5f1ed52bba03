import { thinlyJudged } from '../based-on.ts';
import { thinInWords } from '../settings.ts';
import { type DailyPart, labelled } from './part.ts';

/** Grades that rest on thin evidence so far, and how little is thin. */
export const thinGradesPart: DailyPart = ({ summary }) => {
  const named = thinlyJudged(summary);
  return named ? [labelled('Graded on thin evidence', `${named} (${thinInWords(summary.inspection)})`)] : [];
};
