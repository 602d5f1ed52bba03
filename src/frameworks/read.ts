import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Framework, isInForce } from '../domain/framework.ts';
import { checkCombinations } from './combinations.ts';
import { checkExamples } from './examples.ts';
import { withItsField } from './field.ts';
import { checkNames } from './names.ts';
import { FrameworkRefused, type Problem, problemIf } from './problem.ts';
import { checkRules } from './rules.ts';
import { shapeOf } from './shape.ts';
import { readText, whyUnreadable } from './text.ts';

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

const wrongName = (file: string, id: string): Problem[] =>
  problemIf(basename(file) !== `${id}.json`, {
    path: 'id',
    wrong: `is "${id}" in a file named ${basename(file)}`,
    right: `the file named ${id}.json, or the file's name as id`,
  });

/**
 * Reads one framework file and checks it wholly.
 * @throws FrameworkRefused naming the file, each place in it, what is wrong and what would be right
 */
export const readFramework = (file: string): Framework => {
  const { framework, problems } = shapeOf(withItsField(file, readText(file)));
  if (problems) throw new FrameworkRefused(file, problems);
  const wrong = [...wrongName(file, framework.id), ...checkFramework(framework)];
  if (wrong.length > 0) throw new FrameworkRefused(file, wrong);
  return framework;
};

/** The editions this house has, each found by its id and kept apart from every other. */
export type Frameworks = {
  /** Sorted by the day each came into force. */
  all: readonly Framework[];
  get(id: string): Framework | undefined;
  /** Those in force on a day such as "2018-03-01", sorted likewise. Two editions may overlap. */
  inForceOn(day: string): Framework[];
};

/** Of frameworks in that order. */
export const frameworksOf = (all: readonly Framework[]): Frameworks => ({
  all,
  get: (id) => all.find((framework) => framework.id === id),
  inForceOn: (day) => all.filter((framework) => isInForce(framework, day)),
});

/** The framework files of a folder; what a Mac or an editor leaves beside them begins with a point. */
export const frameworkFilesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    throw new FrameworkRefused(folder, [
      { path: 'the folder', wrong: whyUnreadable(error), right: 'a folder of framework files (FRAMEWORKS_DIR)' },
    ]);
  }
};

/**
 * Reads every `.json` file of a folder as a framework. Each is named by its id, so no id can stand twice.
 * @throws FrameworkRefused for the first file that cannot be used, or for a folder without one
 */
export const readFrameworks = (folder: string): Frameworks => {
  const files = frameworkFilesIn(folder);
  if (files.length === 0)
    throw new FrameworkRefused(folder, [
      { path: 'the folder', wrong: 'has no framework file', right: 'at least one file such as sif-2013.json' },
    ]);
  return frameworksOf(
    files
      .map(readFramework)
      .sort((one, other) => one.inForce.from.localeCompare(other.inForce.from) || one.id.localeCompare(other.id)),
  );
};
