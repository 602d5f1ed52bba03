import {
  areasCountedBy,
  bandInWords,
  type Condition,
  type Framework,
  inNumberWords,
  inOrder,
  isKind,
  listed,
  nameOf,
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

/** Conditions that all hold, each in words; "exactly one ..." where one counts at least and another at most as many. */
export const conditionsInWords = (framework: Framework, conditions: readonly Condition[]): string[] =>
  conditions.flatMap((condition) => {
    const isExact = conditions.some(
      (each) =>
        isCountedAlike(each, condition) &&
        (condition.atLeast === undefined ? each.atLeast === condition.atMost : each.atMost === condition.atLeast),
    );
    if (!isExact) return [conditionInWords(framework, condition)];
    return condition.atLeast === undefined
      ? []
      : [conditionInWords(framework, condition).replace(/^at least /, 'exactly ')];
  });
