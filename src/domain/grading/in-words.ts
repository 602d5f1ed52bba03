import { bandInWords, type Framework, gradesInWords, inOrder, listed, nameOf, scaleOf } from '../framework.ts';
import { inSentence, isPlural } from './held.ts';
import type { Change, Outcome } from './outcome.ts';
import { completionsOf, nextOf, tableOf } from './table.ts';

/** The missing areas that can still alter what is expected, in some way the other missing ones may turn out. */
export const decidingAreas = (framework: Framework, outcome: Outcome): string[] => {
  const table = tableOf(framework, outcome.of);
  const given = Object.fromEntries(outcome.judged.map(({ area, grade }) => [area, grade]));
  const { left, reached } = completionsOf(table, given);
  const deciding = new Set<string>();
  // From the last area back: what is told apart by those before, by what is expected in every way of going on from it.
  let ahead = new Map<number, number | undefined>((reached.at(-1) ?? []).map((at) => [at, table.expected[at]]));
  for (const [position, { id }] of [...table.areas.entries()].reverse()) {
    const ways = new Map<string, number>();
    const here = (reached[position] ?? []).map((at): [number, number] => {
      const on = left[position]?.map((value) => ahead.get(nextOf(table, position, at, value))) ?? [];
      if (new Set(on).size > 1) deciding.add(id);
      const way = ways.get(on.join()) ?? ways.size;
      ways.set(on.join(), way);
      return [at, way];
    });
    ahead = new Map(here);
  }
  return outcome.missing.filter((id) => deciding.has(id));
};

/**
 * Where an overall (or an area that rules limit) stands, to follow its name and a colon: "inadequate is certain already",
 * "good or requires improvement; Leadership decides", "requires improvement".
 */
export const soFar = (framework: Framework, outcome: Outcome): string => {
  const left = gradesInWords(framework, outcome.expected);
  if (outcome.missing.length === 0 || outcome.rules.length === 0) return left;
  if (outcome.certain !== null) return `${left} is certain already`;
  const deciding = decidingAreas(framework, outcome);
  const names = (deciding.length > 0 ? deciding : outcome.missing).map((id) => nameOf(framework, id));
  if (deciding.length === 0)
    return `${left}, whatever ${listed(names, 'and')} ${names.length === 1 ? 'turns' : 'turn'} out to be`;
  return `${left}${left === 'any grade' ? ' is still possible' : ''}; ${listed(names, 'and')} ${names.length === 1 ? 'decides' : 'decide'}`;
};

/** "only good", "good or requires improvement permitted". */
const effectOf = (framework: Framework, outcome: Outcome, change: Change): string => {
  const expectedStays = inOrder(change.expected, outcome.expected);
  const left = expectedStays ? change.permitted : change.expected;
  const only = left.length === 1 ? 'only ' : '';
  return `${only}${gradesInWords(framework, left)}${expectedStays ? ' permitted' : ''}`;
};

/** Those of one direction, alike ones told together: "Only good if help and protection rises to good." */
const directionInWords = (framework: Framework, outcome: Outcome, changes: readonly Change[], verb: string): string => {
  const reached = new Map<string, { named: string[]; effect: string; to: string }>();
  for (const area of new Set(changes.map((change) => change.area))) {
    const run = changes.filter((change) => change.area === area);
    const [first] = run;
    if (!first) continue;
    const effect = effectOf(framework, outcome, first);
    const to = bandInWords(
      framework,
      run.map((change) => change.to),
    );
    const alike = reached.get(`${effect} ${to}`) ?? { named: [], effect, to };
    alike.named.push(inSentence(nameOf(framework, area)));
    reached.set(`${effect} ${to}`, alike);
  }
  const each = [...reached.values()].map(({ named, effect, to }) => {
    const all = named.length > 2 && named.length === outcome.judged.length;
    const names = all ? 'any judgement' : named.length > 5 ? `any of ${named.length} judgements` : listed(named, 'or');
    const many = named.length > 1 ? named.length <= 5 && !all : isPlural(names);
    return `${effect} if ${names} ${verb}${many ? '' : 's'} to ${to}`;
  });
  const words = each.join('; ');
  return words && `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};

/** The nearest single changes in two lines, upwards and downwards; a sentence saying so where none would alter anything. */
export const changesInWords = (framework: Framework, outcome: Outcome): string[] => {
  const rank = (area: string, grade: string) => scaleOf(framework, area).findIndex(({ id }) => id === grade);
  const up = outcome.changes.filter(({ area, from, to }) => rank(area, to) < rank(area, from));
  const down = outcome.changes.filter((change) => !up.includes(change));
  const lines = [
    directionInWords(framework, outcome, up, 'rise'),
    directionInWords(framework, outcome, down, 'fall'),
  ].filter(Boolean);
  return lines.length > 0 ? lines : ['No single change of a judgement would alter it.'];
};
