import { type Framework, notJudged, scaleOf } from './framework.ts';
import type { Inspection } from './inspection.ts';
import { previousOnes } from './matters/previous.ts';
import type { EarlierGrade, PreviousContent } from './matters/previous-content.ts';
import { gradesGiven } from './published.ts';

/** What moved since an earlier inspection, where the two can be compared. */

export type Movement = { direction: 'up' | 'down' | 'same'; before: EarlierGrade; published: string };

const inOneWord = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, place) => inOneWord(text) === inOneWord(other[place] ?? ''));

/** Whether an edition says of another that its grades are comparable with its own. */
const saysSo = (framework: Framework, id: string): boolean =>
  framework.id === id || framework.comparesWith.includes(id);

/**
 * Whether a grade of an earlier inspection can be compared with one of this: the same thing judged on a scale of the same
 * words, or of a framework that this one says it compares with, on a scale of the same steps.
 */
const canCompare = (framework: Framework, now: EarlierGrade, then: PreviousContent, before: EarlierGrade): boolean => {
  if (now.of !== before.of || now.grade === notJudged || before.grade === notJudged) return false;
  const [scale, earlier] = [scaleOf(framework, now.of), before.scale];
  const sameSteps = sameList(
    scale.map(({ id }) => id),
    earlier.map(({ id }) => id),
  );
  if (saysSo(framework, then.framework.id)) return sameSteps;
  const sameWords = sameList(
    scale.map(({ label }) => label),
    earlier.map(({ label }) => label),
  );
  const isOverall = framework.overalls.some(({ id }) => id === now.of);
  // An overall over other areas is another thing, whatever it is called.
  const sameThing = isOverall
    ? sameList(
        framework.areas.map(({ title }) => title),
        then.framework.areas,
      )
    : inOneWord(now.title) === inOneWord(before.title);
  return sameSteps && sameWords && sameThing;
};

const directionOf = (now: EarlierGrade, before: EarlierGrade): Movement['direction'] => {
  const place = (grade: string): number => before.scale.findIndex(({ id }) => id === grade);
  const [is, was] = [place(now.grade), place(before.grade)];
  return is === was ? 'same' : is < was ? 'up' : 'down';
};

/** How a grade that this inspection gave moved since the latest earlier one that it can be compared with; null where there is none. */
export const movementOf = (inspection: Inspection, of: string): Movement | null => {
  const now = gradesGiven(inspection).find((grade) => grade.of === of);
  if (!now) return null;
  for (const { content } of previousOnes(inspection)) {
    const before = content.grades.find((grade) => canCompare(inspection.framework, now, content, grade));
    if (before) return { direction: directionOf(now, before), before, published: content.published };
  }
  return null;
};

const keyGrades = (inspection: Inspection): { key: string[]; now: EarlierGrade[] } => {
  const key = inspection.framework.areas.filter(({ kind }) => kind === 'key').map(({ id }) => id);
  return { key, now: gradesGiven(inspection).filter(({ of }) => key.includes(of)) };
};

/** Whether an area that counts has no grade yet: then nothing can be said to have the same. */
export const keyGradesMissing = (inspection: Inspection): boolean => {
  const { key, now } = keyGrades(inspection);
  return now.length < key.length;
};

/** Whether two inspections came to the same grades in every area that counts, of one framework or of comparable ones. */
export const sameGrades = (inspection: Inspection, other: Pick<PreviousContent, 'framework' | 'grades'>): boolean => {
  const { framework } = inspection;
  if (!saysSo(framework, other.framework.id)) return false;
  const { key, now } = keyGrades(inspection);
  return (
    now.length > 0 &&
    now.length === key.length &&
    now.every(({ of, grade }) => other.grades.find((each) => each.of === of)?.grade === grade)
  );
};
