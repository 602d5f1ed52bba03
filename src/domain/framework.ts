/** Frameworks as data: what a file may say, and the small questions asked of it. */
import type { Framework as AnyFramework } from './framework/schema.ts';

export { bandInWords, gradeInWords, gradeLabel, gradesInWords } from './framework/grade-words.ts';
export { inNumberWords, inOrder, listed } from './framework/listed.ts';
export {
  areaByWord,
  areaOf,
  areasCountedBy,
  areaWord,
  gradeOf,
  gradesFor,
  isKind,
  nameOf,
  notJudged,
} from './framework/lookup.ts';
export {
  type Area,
  type Condition,
  type Example,
  Framework,
  type Grade,
  type LimitingRule,
  longestLabel,
  type Overall,
  type Rule,
} from './framework/schema.ts';

/** What an inspection's first entry carries: the edition it opened under, without the examples that prove its rules. */
export const withoutExamples = ({ examples: _, ...rest }: AnyFramework): AnyFramework => rest;
