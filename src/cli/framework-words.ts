import { type Framework, gradesInWords } from '../domain/framework.ts';
import type { Outcome } from '../domain/grading.ts';

/** "2013-11-19 to 2018-08-31", "2026-04-01 on", "planned for 2013-06-01". */
export const inForceWords = ({ planned, inForce: { from, to } }: Framework): string =>
  planned !== undefined ? `planned for ${from}` : `${from} ${to === null ? 'on' : `to ${to}`}`;

/** "good or requires improvement", "inadequate, nothing else permitted". */
export const leftInWords = (
  framework: Framework,
  { permitted, expected }: Pick<Outcome, 'permitted' | 'expected'>,
): string =>
  `${gradesInWords(framework, expected)}${permitted.length === 1 && expected.length === 1 ? ', nothing else permitted' : ''}`;
