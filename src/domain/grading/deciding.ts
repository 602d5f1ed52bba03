import { type Framework, scaleOf } from '../framework.ts';
import type { Outcome, RuleResult } from './outcome.ts';
import { completionsOf, tableOf } from './table.ts';

/** What a choice of rules must have one of each of: their places, in the order in which they are preferred. */
type Need = readonly number[];

/** The first choice of up to so many, in order, that has one of each need; null where there is none. */
const choiceFor = (needs: readonly Need[], size: number, from = 0): number[] | null => {
  if (needs.length === 0) return [];
  // A need whose last place is passed over cannot be met any more.
  const until = size === 0 ? -1 : Math.min(...needs.map((need) => need.at(-1) ?? -1));
  for (let place = from; place <= until; place++) {
    const left = needs.filter((need) => !need.includes(place));
    const rest = left.length < needs.length ? choiceFor(left, size - 1, place + 1) : null;
    if (rest) return [place, ...rest];
  }
  return null;
};

/** Rules that fired before those that depend, musts before others, and else the file's order. */
const preferred = ({ rules }: Outcome): RuleResult[] => {
  const rank = ({ rule, fired }: RuleResult) => (fired === 'yes' ? 0 : 2) + (rule.force === 'must' ? 0 : 1);
  return rules
    .filter(({ rule, fired }) => fired !== 'no' && rule.force !== 'consider')
    .sort((one, other) => rank(one) - rank(other));
};

/**
 * The smallest set of rules that by itself leaves the same grades permitted and expected: why these are left and no others. Of
 * several that are as small, the one with the first musts, then with the first of the file. A rule that an area not judged yet
 * decides is among them only where no rule that fired rules out the same grade.
 */
export const decidingRules = (framework: Framework, outcome: Outcome): RuleResult[] => {
  const table = tableOf(framework, outcome.of);
  const given = Object.fromEntries(outcome.judged.map(({ area, grade }) => [area, grade]));
  const completions = completionsOf(table, given).reached.at(-1) ?? [];
  const candidates = preferred(outcome);
  const needsOf = (left: readonly string[], narrows: (force: string) => boolean): Need[] =>
    scaleOf(framework, outcome.of).flatMap(({ id: grade }) => {
      if (left.includes(grade)) return [];
      const ruling = candidates.flatMap(({ rule, fired }, place) =>
        rule.force === 'consider' || rule.permits.includes(grade) || !narrows(rule.force)
          ? []
          : [{ place, fired, index: table.rules.indexOf(rule) }],
      );
      const surely = ruling.filter(({ fired }) => fired === 'yes');
      const ways =
        surely.length > 0 ? [surely] : completions.map((at) => ruling.filter(({ index }) => table.fired[index]?.[at]));
      const needs = ways.map((way) => way.map(({ place }) => place));
      return [...new Map(needs.map((need) => [need.join(), need])).values()];
    });
  const needs = [...needsOf(outcome.permitted, (force) => force === 'must'), ...needsOf(outcome.expected, () => true)];
  for (const [size] of [...candidates, null].entries()) {
    const choice = choiceFor(needs, size);
    if (choice) return candidates.filter((_, place) => choice.includes(place));
  }
  return candidates;
};
