import { thinJudgements } from '../based-on.ts';
import { type DailyPart, labelled } from './part.ts';

/** Grades that rest on thin evidence so far. */
export const thinGradesPart: DailyPart = ({ summary }) => {
  const words = thinJudgements(summary);
  return words ? [labelled('Graded so far', words)] : [];
};
