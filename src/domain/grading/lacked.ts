import {
  areasCountedBy,
  type Condition,
  type Framework,
  gradeInWords,
  inNumberWords,
  listed,
  nameOf,
  type Rule,
} from '../framework.ts';
import { conditionInWords } from './conditions.ts';
import { counting, type Grades, holds } from './table.ts';

const present = (framework: Framework, condition: Condition, grades: Grades, limits: string): string => {
  const areas = areasCountedBy(framework, condition, limits);
  const names = (ids: readonly string[]) =>
    listed(
      ids.map((id) => nameOf(framework, id)),
      'and',
    );
  const counted = counting(framework, condition, grades, limits);
  const open = areas.filter((id) => grades[id] === undefined);
  const found =
    counted.length === 0
      ? 'none is'
      : `${inNumberWords(counted.length)} ${counted.length === 1 ? 'is' : 'are'} (${names(counted)})`;
  const waiting = open.length === 0 ? '' : `${names(open)} ${open.length === 1 ? 'is' : 'are'} not judged yet`;
  const [only] = areas;
  if (areas.length > 1 || only === undefined) return waiting ? `${found}, and ${waiting}` : found;
  return waiting || `it is ${gradeInWords(framework, grades[only] ?? '')}`;
};

/** How many areas may yet come to count for a condition, beside those that do. */
const mayCount = (framework: Framework, condition: Condition, grades: Grades, limits: string): number =>
  areasCountedBy(framework, condition, limits).filter((id) => grades[id] === undefined).length;

/** In plain words, what would make those conditions of a rule hold that do not hold for certain yet. */
export const lackedBy = (framework: Framework, { when, limits }: Rule, grades: Grades): string =>
  when
    .filter((condition) => {
      const least = counting(framework, condition, grades, limits).length;
      return !holds(condition, least) || !holds(condition, least + mayCount(framework, condition, grades, limits));
    })
    .map(
      (condition) =>
        `needs ${conditionInWords(framework, condition, limits)}; ${present(framework, condition, grades, limits)}`,
    )
    .join('. Also ');
