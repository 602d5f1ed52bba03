import { isUsual } from './field.ts';
import type { Framework as AnyFramework } from './framework/schema.ts';

/** Frameworks as data: what a file may say, and the small questions asked of it. */

export {
  asCarriedOut,
  asNarrative,
  asVariant,
  type ChosenAtStart,
  usualVariant,
  withTheme,
} from './framework/chosen.ts';
export { bandInWords, gradeInWords, gradeLabel, gradesInWords } from './framework/grade-words.ts';
export { inFigures, inNumberWords, inOrder, listed } from './framework/listed.ts';
export {
  areaByWord,
  areaOf,
  areasCountedBy,
  areaWord,
  gradeOf,
  gradesFor,
  inForceInWords,
  isInForce,
  isKind,
  isOver,
  nameOf,
  notJudged,
  ownAreas,
  scaleOf,
  scalesOf,
  unknownAreas,
} from './framework/lookup.ts';
export {
  type Agency,
  type Area,
  anchors,
  type Condition,
  type Example,
  type Feed,
  Framework,
  type Grade,
  type Heading,
  type LimitingRule,
  longestLabel,
  type Overall,
  type Paper,
  type PaperSection,
  type Rule,
  type TimetableRow,
  type Variant,
  type When,
} from './framework/schema.ts';
export { type Step, stepsOf } from './framework/steps.ts';

/**
 * What an inspection's first entry carries: the edition it opened under, without the examples that prove its rules, and the words of its
 * field where they are not the usual ones.
 */
export const withoutExamples = ({ examples: _, $schema: __, field, ...rest }: AnyFramework): AnyFramework =>
  field === undefined || isUsual(field) ? rest : { ...rest, field };
