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

/** What a condition asks for: "at least one key judgement at inadequate", "Leadership not at inadequate". */
export const conditionInWords = (framework: Framework, condition: Condition): string => {
  const grades = bandInWords(framework, condition.grades);
  const areas = areasCountedBy(framework, condition);
  const names = areas.map((id) => nameOf(framework, id));
  const bound = condition.atLeast ?? condition.atMost ?? 0;
  if (areas.length === 1 && bound === (condition.atMost === undefined ? 1 : 0))
    return `${names.join('')} ${condition.atMost === undefined ? '' : 'not '}at ${grades}`;
  const noun = typeof condition.areas === 'string' && isKind(condition.areas) ? kinds[condition.areas] : undefined;
  const number = bound === 0 && noun ? 'no' : inNumberWords(bound);
  const amount = `${condition.atMost === undefined ? 'at least ' : bound === 0 ? '' : 'at most '}${number}`;
  return noun
    ? `${amount} ${noun}${bound > 1 ? 's' : ''} at ${grades}`
    : `${amount} at ${grades} among ${listed(names, 'and')}`;
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
const everyInWords = (framework: Framework, { areas, grades, atLeast, atMost }: Condition): string | null => {
  const counted = areasCountedBy(framework, { areas, grades });
  const [best, ...others] = scaleOf(framework, counted[0] ?? '').map(({ id }) => id);
  const asks = atMost === 0 || atLeast === 1;
  if (best === undefined || !asks || counted.length < 2 || !inOrder(grades, others)) return null;
  const names = listed(
    counted.map((id) => nameOf(framework, id)),
    'and',
  );
  const every = typeof areas === 'string' && isKind(areas) ? `every ${kinds[areas]}` : `every one of ${names}`;
  return `${atMost === 0 ? '' : 'not '}${every} at ${gradesInWords(framework, [best])}`;
};

/** Conditions that all hold, each in words; "exactly one ..." where one counts at least and another at most as many. */
export const conditionsInWords = (framework: Framework, conditions: readonly Condition[]): string[] =>
  conditions.flatMap((condition) => {
    const isExact = conditions.some(
      (each) =>
        isCountedAlike(each, condition) &&
        (condition.atLeast === undefined ? each.atLeast === condition.atMost : each.atMost === condition.atLeast),
    );
    if (!isExact) return [everyInWords(framework, condition) ?? conditionInWords(framework, condition)];
    return condition.atLeast === undefined
      ? []
      : [conditionInWords(framework, condition).replace(/^at least /, 'exactly ')];
  });
