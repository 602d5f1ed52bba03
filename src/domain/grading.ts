/** What the judgements leave for an overall grade, and why. Pure: the framework and the grades are all it looks at. */
export { type Alike, countedApart, mostApart } from './grading/apart.ts';
export { conditionsInWords, opposite } from './grading/conditions.ts';
export { decidingRules } from './grading/deciding.ts';
export { heldInWords, inSentence, levelInWords } from './grading/held.ts';
export { changesInWords, decidingAreas, soFar } from './grading/in-words.ts';
export { type Change, gradesLeft, type Outcome, outcomeOf, type RuleResult } from './grading/outcome.ts';
export {
  areasUnder,
  combinationsOf,
  countedAreas,
  counting,
  enoughFor,
  type Grades,
  gradesAt,
  gradesIn,
  holds,
  leftIn,
  rulesOf,
  standsApart,
  type Table,
  tableOf,
} from './grading/table.ts';
