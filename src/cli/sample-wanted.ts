import { cohortsOf } from '../domain/cohorts.ts';
import { dayIn } from '../domain/moments.ts';
import { identifiersIn } from '../domain/text/identifiers.ts';
import type { Wanted } from '../sampling/drawing.ts';
import { toldCohorts } from '../sampling/lists.ts';
import { rulesOf } from '../sampling/rules.ts';
import { frameworkNamed } from './framework-named.ts';
import { type Environment, WrongUsage } from './word.ts';

export type Options = {
  plan?: string | undefined;
  tracked?: string | undefined;
  seed?: string | undefined;
  day?: string | undefined;
  framework?: string | undefined;
  rule?: string[] | undefined;
  reserves?: string | undefined;
  readers?: string | undefined;
  first?: string | undefined;
};

/** Cohorts with a number each, as somebody types them: `front-door=12 in-care=10`. */
const numbersIn = (option: string, text: string, cohorts: readonly string[]): Map<string, number> => {
  const pairs = text.split(/[\s,]+/).filter((each) => each !== '');
  const numbers = new Map<string, number>();
  for (const pair of pairs) {
    const [, cohort = '', number] = /^([a-z-]+)=(\d{1,3})$/.exec(pair) ?? [];
    if (!number) throw new WrongUsage(`"${pair}" in --${option} is not of the form in-care=10.`);
    if (!cohorts.includes(cohort))
      throw new WrongUsage(
        `"${cohort}" in --${option} is no cohort that can be drawn from. There is ${cohorts.join(', ')}.`,
      );
    if (numbers.has(cohort)) throw new WrongUsage(`${cohort} stands twice in --${option}.`);
    numbers.set(cohort, Number(number));
  }
  return numbers;
};

const numberOf = (option: string, text: string): number => {
  if (!/^\d{1,4}$/.test(text)) throw new WrongUsage(`--${option} takes a number, not "${text}".`);
  return Number(text);
};

/** The cohorts that can be drawn from: those of the framework of which the lists tell something. */
export const cohortsFor = (framework: string | undefined, environment: Environment): string[] => {
  if (framework === undefined) return [...toldCohorts];
  const known = cohortsOf(frameworkNamed(framework, environment)).map(({ id }) => id);
  return known.filter((id) => toldCohorts.includes(id));
};

/**
 * What the options ask for.
 * @throws WrongUsage for what is no plan, SampleRefused for what is no rule
 */
export const wantedFrom = (options: Options, environment: Environment): Omit<Wanted, 'workbooks'> => {
  const cohorts = cohortsFor(options.framework, environment);
  const day =
    options.day ?? dayIn({ timeZone: environment.settings.TIME_ZONE || 'Europe/London' }, new Date().toISOString());
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new WrongUsage(`--day is such as 2026-11-16, not "${day}".`);
  // A day that nobody chose is a seed that nobody chose.
  const seed = (options.seed ?? day).trim().replace(/\s+/g, ' ');
  const readers = (options.readers ?? '').split(',').flatMap((name) => name.trim() || []);
  const [found] = identifiersIn([seed === day ? '' : seed, ...readers].join('\n'));
  if (found) throw new WrongUsage(`"${found.text}" looks like ${found.kind}. Say it in other words.`);
  const many = numbersIn('plan', options.plan ?? '', cohorts);
  const tracked = numbersIn('tracked', options.tracked ?? '', cohorts);
  const [notPlanned] = [...tracked].filter(([cohort, number]) => number > (many.get(cohort) ?? 0));
  if (notPlanned) throw new WrongUsage(`--tracked has more of ${notPlanned[0]} than --plan.`);
  return {
    framework: options.framework ?? null,
    day,
    seed,
    rules: rulesOf(options.rule ?? [], day),
    cohorts: [...many].map(([cohort, number]) => ({ cohort, many: number, tracked: tracked.get(cohort) ?? 0 })),
    reserves: numberOf('reserves', options.reserves ?? '0'),
    readers,
    first: numberOf('first', (options.first ?? '1').replace(/^c-/i, '')),
  };
};
