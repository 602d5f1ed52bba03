import { becauseLines, overallLine } from '../overall.ts';
import type { DailyPart } from './part.ts';

/** How overall effectiveness stands, with the rule that decides most. */
export const overallPart: DailyPart = ({ summary: { inspection, overalls } }) =>
  overalls.flatMap((overall) => [
    overallLine(inspection, overall),
    ...(overall.set ? [] : becauseLines(overall.outcome).slice(0, 1)),
  ]);
