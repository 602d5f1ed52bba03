import {
  areasCountedBy,
  bandInWords,
  type Condition,
  type Framework,
  gradesInWords,
  inNumberWords,
  inOrder,
  isKind,
  listed,
  nameOf,
  scaleOf,
} from '../framework.ts';

const kinds = { key: 'key judgement', sub: 'sub-judgement', separate: 'separate judgement', input: 'input' } as const;

/** A kind as a rule means it, in words: where there are several overalls, that of the one it limits. */
export const kindInWords = (
  { overalls }: Framework,
  { areas }: Condition,
  limits: string,
  many = '',
): string | undefined => {
  if (typeof areas !== 'string' || !isKind(areas)) return undefined;
  return `${kinds[areas]}${many}${overalls.length > 1 && overalls.some(({ id }) => id === limits) ? ' of its own' : ''}`;
};

/** What a condition asks for: "at least one key judgement at inadequate", "Leadership not at inadequate". */
export const conditionInWords = (framework: Framework, condition: Condition, limits: string): string => {
  const grades = bandInWords(framework, condition.grades);
  const areas = areasCountedBy(framework, condition, limits);
  const names = areas.map((id) => nameOf(framework, id));
  const bound = condition.atLeast ?? condition.atMost ?? 0;
  if (areas.length === 1 && bound === (condition.atMost === undefined ? 1 : 0))
    return `${names.join('')} ${condition.atMost === undefined ? '' : 'not '}at ${grades}`;
  const noun = kindInWords(framework, condition, limits, bound > 1 ? 's' : '');
  const number = bound === 0 && noun ? 'no' : inNumberWords(bound);
  const amount = `${condition.atMost === undefined ? 'at least ' : bound === 0 ? '' : 'at most '}${number}`;
  return noun ? `${amount} ${noun} at ${grades}` : `${amount} at ${grades} among ${listed(names, 'and')}`;
};

/** The same count asked the other way: "at least two" is not "at most one". */
export const opposite = ({ areas, grades, atLeast, atMost }: Condition): Condition =>
  atLeast === undefined ? { areas, grades, atLeast: (atMost ?? 0) + 1 } : { areas, grades, atMost: atLeast - 1 };

const isCountedAlike = (one: Condition, other: Condition): boolean =>
  inOrder([one.areas].flat(), [other.areas].flat()) && inOrder(one.grades, other.grades);

/**
 * "Every key judgement at outstanding" where none is at any grade below, and "not every ..." for its opposite; null where a
 * condition does not leave the best grade alone.
 */
const everyInWords = (framework: Framework, condition: Condition, limits: string): string | null => {
  const { grades, atLeast, atMost } = condition;
  const counted = areasCountedBy(framework, condition, limits);
  const [best, ...others] = scaleOf(framework, counted[0] ?? '').map(({ id }) => id);
  const asks = atMost === 0 || atLeast === 1;
  if (best === undefined || !asks || counted.length < 2 || !inOrder(grades, others)) return null;
  const names = listed(
    counted.map((id) => nameOf(framework, id)),
    'and',
  );
  const every = `every ${kindInWords(framework, condition, limits) ?? `one of ${names}`}`;
  return `${atMost === 0 ? '' : 'not '}${every} at ${gradesInWords(framework, [best])}`;
};

/** Conditions that all hold, each in words; "exactly one ..." where one counts at least and another at most as many. */
export const conditionsInWords = (framework: Framework, conditions: readonly Condition[], limits: string): string[] =>
  conditions.flatMap((condition) => {
    const isExact = conditions.some(
      (each) =>
        isCountedAlike(each, condition) &&
        (condition.atLeast === undefined ? each.atLeast === condition.atMost : each.atMost === condition.atLeast),
    );
    if (!isExact) return [everyInWords(framework, condition, limits) ?? conditionInWords(framework, condition, limits)];
    return condition.atLeast === undefined
      ? []
      : [conditionInWords(framework, condition, limits).replace(/^at least /, 'exactly ')];
  });
