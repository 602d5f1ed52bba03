import { type Framework, gradesInWords } from '../domain/framework.ts';
import type { Outcome } from '../domain/grading.ts';

/** "good or requires improvement", "inadequate, nothing else permitted". */
export const leftInWords = (
  framework: Framework,
  { permitted, expected }: Pick<Outcome, 'permitted' | 'expected'>,
): string =>
  `${gradesInWords(framework, expected)}${permitted.length === 1 && expected.length === 1 ? ', nothing else permitted' : ''}`;
