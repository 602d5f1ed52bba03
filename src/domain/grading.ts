/** What the judgements leave for an overall grade, and why. Pure: the framework and the grades are all it looks at. */
export { conditionsInWords, opposite } from './grading/conditions.ts';
export { changesInWords, decidingAreas, soFar } from './grading/in-words.ts';
export { type Change, gradesLeft, type Outcome, outcomeOf, type RuleResult } from './grading/outcome.ts';
export {
  areasUnder,
  combinationsOf,
  countedAreas,
  counting,
  type Grades,
  gradesIn,
  gradesOf,
  holds,
  rulesOf,
  strideOf,
  type Table,
  tableOf,
} from './grading/table.ts';
