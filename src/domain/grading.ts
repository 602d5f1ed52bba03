/** What the judgements leave for an overall grade, and why. Pure: the framework and the grades are all it looks at. */
export { conditionsInWords, opposite } from './grading/conditions.ts';
export { changesInWords, decidingAreas, soFar } from './grading/in-words.ts';
export { type Change, type Outcome, outcomeOf, type RuleResult } from './grading/outcome.ts';
export {
  alikeBut,
  areasUnder,
  combinationsOf,
  countedAreas,
  counting,
  type Grades,
  gradesIn,
  gradesOf,
  holds,
  rulesOf,
  type Table,
  tableOf,
} from './grading/table.ts';
