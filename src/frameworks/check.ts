import type { Framework } from '../domain/framework.ts';
import { checkCombinations } from './combinations.ts';
import { checkExamples } from './examples.ts';
import { checkNames } from './names.ts';
import type { Problem } from './problem.ts';
import { checkRules } from './rules.ts';

/**
 * Whether the parts of a framework agree: names and references first, then the rules in every combination of the areas
 * they count, then the examples. A later step is taken only once the earlier ones hold. No problems: it can be used.
 */
export const checkFramework = (framework: Framework): Problem[] => {
  for (const step of [() => [...checkNames(framework), ...checkRules(framework)], () => checkCombinations(framework)]) {
    const problems = step();
    if (problems.length > 0) return problems;
  }
  return checkExamples(framework);
};
