import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type Scenario, scenarioShape } from './scenario.ts';
import { PracticeStopped } from './stopped.ts';

/** Reads a scenario and refuses it by place: what is wrong there, and what would be right. */

type Check = { code: 'custom'; path: (string | number)[]; message: string; input: unknown };

const oneOf = (known: readonly string[], what: string, name: string): string =>
  `There is no ${what} called ${name}. There is ${known.join(', ')}.`;

/** What the shape alone does not say: names that exist, days and times that go forward. */
const wrongWithin = (scenario: Scenario): Check[] => {
  const problems: Check[] = [];
  const people = scenario.people.map(({ name }) => name);
  const channels = scenario.channels.map(({ name }) => name);
  const wrong = (path: (string | number)[], message: string) =>
    problems.push({ code: 'custom', path, message, input: scenario });
  const named = (known: readonly string[], what: string, name: string, ...path: (string | number)[]) => {
    if (!known.includes(name)) wrong(path, oneOf(known, what, name));
  };

  named(channels, 'channel', scenario.channel, 'channel');
  scenario.channels.forEach((channel, at) => {
    channel.people.forEach((name, place) => {
      named(people, 'person', name, 'channels', at, 'people', place);
    });
  });
  let yesterday = '';
  scenario.days.forEach(({ day, steps }, at) => {
    if (day <= yesterday) wrong(['days', at, 'day'], `${day} does not come after ${yesterday}.`);
    yesterday = day;
    let before = '';
    steps.forEach((step, place) => {
      if ('story' in step) return;
      const here = ['days', at, 'steps', place];
      if (step.at < before) wrong([...here, 'at'], `${step.at} is earlier than ${before}, the step before it.`);
      before = step.at;
      named(people, 'person', step.who, ...here, 'who');
      if (step.in !== undefined) named(channels, 'channel', step.in, ...here, 'in');
      if (typeof step.outcome !== 'string') {
        for (const name of Object.keys(step.outcome.tells ?? {}))
          named(people, 'person', name, ...here, 'outcome', 'tells');
      }
    });
  });
  return problems;
};

const scenarioDoor = scenarioShape.superRefine((scenario, check) => {
  for (const problem of wrongWithin(scenario)) check.addIssue(problem);
});

/** "days[1].steps[4].who". */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('');

type Issue = z.core.$ZodIssue;

/** A complaint that says "this was meant to be something else", rather than "this is wrong in it". */
const isForeign = (issue: Issue): boolean =>
  issue.path.length === 0 || issue.code === 'unrecognized_keys' || isMissing(issue);

const isMissing = (issue: Issue): boolean =>
  issue.code === 'invalid_type' && issue.message.endsWith('received undefined');

const inWords = (issue: Issue): string => {
  if (issue.code === 'unrecognized_keys') return `Nothing here is called ${issue.keys.join(', ')}.`;
  if (isMissing(issue)) return 'This is missing.';
  return issue.code === 'invalid_type' ? `This should be ${kinds[issue.expected] ?? issue.expected}.` : issue.message;
};

const kinds: Record<string, string> = {
  string: 'words',
  record: 'a list of names with their words',
  array: 'a list',
  object: 'an object',
  boolean: 'true or false',
};

/** Of several shapes that something could have had, the one it comes nearest to: the complaint that lies deepest. */
const nearest = (issue: Issue, path: readonly PropertyKey[]): { place: string; words: string } => {
  const here = [...path, ...issue.path];
  const meant = issue.code === 'invalid_union' ? issue.errors.filter((issues) => !issues.some(isForeign)).flat() : [];
  const [first] = meant.sort((one, other) => other.path.length - one.path.length);
  return first ? nearest(first, here) : { place: placeOf(here) || 'the scenario', words: inWords(issue) };
};

/**
 * A scenario out of the text of its file.
 * @throws PracticeStopped naming each place where it is wrong
 */
export const scenarioIn = (file: string, text: string): Scenario => {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new PracticeStopped(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = scenarioDoor.safeParse(given);
  if (read.success) return read.data;
  const problems = new Map<string, string>();
  for (const { place, words } of read.error.issues.map((issue) => nearest(issue, [])))
    if (!problems.has(place)) problems.set(place, words);
  const lines = [...problems].map(([place, words]) => `  ${place}: ${words}`);
  throw new PracticeStopped([`${file} cannot be replayed:`, ...lines].join('\n'));
};

/** @throws PracticeStopped where there is no such file, or it is wrong */
export const readScenario = (file: string): Scenario => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new PracticeStopped(`The scenario ${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  return scenarioIn(file, text);
};

/** A sample fortnight under the id that it is asked for by: its file's name. */
export type NamedScenario = { id: string; scenario: Scenario };

/**
 * Every sample fortnight in a folder, the earliest first.
 * @throws PracticeStopped naming each place where one of them is wrong
 */
export const readSamples = (folder: string): NamedScenario[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .map((name) => ({ id: basename(name, '.json'), scenario: readScenario(join(folder, name)) }))
    .sort((one, other) => (firstDay(one) < firstDay(other) ? -1 : 1));

const firstDay = ({ scenario }: NamedScenario): string => scenario.days[0]?.day ?? '';
