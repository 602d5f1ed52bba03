import { describe, expect, it } from 'vitest';
import { drawCohort } from '../../src/sampling/cohort-draw.ts';
import type { Child, Members } from '../../src/sampling/cohorts.ts';
import { rulesOf } from '../../src/sampling/rules.ts';
import { chanceFrom } from '../crashlab/chance.ts';

const day = '2026-11-16';
const seeds = Array.from({ length: 10_000 }, (_, index) => `seed ${index}`);

/** Children in teams of these sizes, every fifth of them moved three times or more. */
const membersIn = (teams: readonly number[]): Members => {
  const children = teams.flatMap((many, team) =>
    Array.from({ length: many }, (_, index): Child => {
      const values = { team: `Team ${team}`, placements: index % 5 === 0 ? 3 : 1 };
      return { id: `${team}-${index}`, values, place: '' };
    }),
  );
  return { children, words: new Set(['team', 'placements']), leftOut: [] };
};

/** Chi-squared at which one in ten thousand fair draws is beyond (Wilson and Hilferty 1931). */
const limit = (freedom: number): number => {
  const part = 2 / (9 * freedom);
  return freedom * (1 - part + 3.719 * Math.sqrt(part)) ** 3;
};

type Group = { name: string; ids: readonly string[] };

/**
 * How evenly children were drawn who should be drawn alike. Of m of them k are drawn without putting back, k by seed, so that a count
 * varies by the sum of k(m - k) / m(m - 1).
 */
const evenness = ({ name, ids }: Group, draws: readonly ReadonlySet<string>[]): string | null => {
  const often = ids.map((id) => draws.filter((drawn) => drawn.has(id)).length);
  const mean = often.reduce((sum, each) => sum + each, 0) / ids.length;
  const spread = draws
    .map((drawn) => ids.filter((id) => drawn.has(id)).length)
    .reduce((sum, many) => sum + (many * (ids.length - many)) / (ids.length * (ids.length - 1)), 0);
  const chi = often.reduce((sum, each) => sum + (each - mean) ** 2, 0) / spread;
  const said = `${name}: ${ids.length} children, each drawn ${mean.toFixed(1)} times of ${draws.length}; chi-squared ${chi.toFixed(1)} on ${ids.length - 1}, fair below ${limit(ids.length - 1).toFixed(1)}`;
  process.stdout.write(`${said}\n`);
  return chi < limit(ids.length - 1) ? null : said;
};

/** How often the group should have been drawn, and whether that is within four deviations. */
const share = ({ name, ids }: Group, draws: readonly ReadonlySet<string>[], expected: number): string | null => {
  const drawn = draws.reduce((sum, each) => sum + ids.filter((id) => each.has(id)).length, 0);
  const part = expected - Math.floor(expected);
  const deviation = Math.sqrt(draws.length * part * (1 - part));
  const said = `${name}: drawn ${drawn} times, ${(expected * draws.length).toFixed(0)} by its share`;
  process.stdout.write(`${said}\n`);
  return Math.abs(drawn - expected * draws.length) <= 4 * deviation + 0.5 ? null : said;
};

const drawn = (
  members: Members,
  many: number,
  rules: readonly string[],
  of: (cohort: ReturnType<typeof drawCohort>) => Child[],
) =>
  seeds.map(
    (seed) =>
      new Set(
        of(drawCohort({ cohort: 'in-care', many, tracked: 0 }, members, rulesOf(rules, day), 3, seed, new Set())).map(
          ({ id }) => id,
        ),
      ),
  );

const cases = ({ cases }: ReturnType<typeof drawCohort>): Child[] => cases.map(({ child }) => child);
const inTeam = ({ children }: Members, team: number): Group => ({
  name: `Team ${team}`,
  ids: children.filter(({ values }) => values.team === `Team ${team}`).map(({ id }) => id),
});

describe('drawing ten thousand times', () => {
  it('[SA2] draws every child as often as every other', () => {
    const members = membersIn([40]);
    expect(evenness(inTeam(members, 0), drawn(members, 6, [], cases))).toBeNull();
  });

  it('[SA2] within strata, draws every child of a stratum alike and each stratum by its share, the smallest too', () => {
    const members = membersIn([23, 11, 5, 2]);
    const draws = drawn(members, 6, ['strata by team'], cases);
    for (const team of [0, 1, 2, 3]) {
      const group = inTeam(members, team);
      expect(evenness(group, draws)).toBeNull();
      expect(share(group, draws, (6 * group.ids.length) / 41)).toBeNull();
    }
  });

  it('[SA3] draws as many as a rule says of whom it fits, each of them alike, and the others alike', () => {
    const members = membersIn([40]);
    const draws = drawn(members, 6, ['oversample in-care to 3 where placements >= 3'], cases);
    const moved = (is: boolean): string[] =>
      members.children.filter(({ values }) => (values.placements === 3) === is).map(({ id }) => id);
    for (const group of [
      { name: 'moved', ids: moved(true) },
      { name: 'not moved', ids: moved(false) },
    ]) {
      expect(evenness(group, draws)).toBeNull();
      expect(share(group, draws, 3)).toBeNull();
    }
  });

  it('[SA2] draws every child as a reserve as often as every other', () => {
    const members = membersIn([40]);
    const draws = drawn(members, 6, [], ({ reserves }) => reserves);
    expect(evenness(inTeam(members, 0), draws)).toBeNull();
  });
});

describe('drawing from rows in another order', () => {
  it('[SA2] draws the same', () => {
    const members = membersIn([23, 11, 5, 2]);
    const chance = chanceFrom(7);
    const others = { ...members, children: [...members.children].sort(() => chance() - 0.5) };
    const drawing = (from: Members) =>
      drawCohort(
        { cohort: 'in-care', many: 8, tracked: 0 },
        from,
        rulesOf(['strata by team'], day),
        3,
        'heron',
        new Set(),
      );
    expect(drawing(others)).toEqual(drawing(members));
  });
});

describe('rules that cannot be held', () => {
  const wanted = { cohort: 'in-care', many: 6, tracked: 0 };
  it.each([
    [['oversample in-care to 9 where placements >= 3'], 'The rules ask for 8 cases of the 6 that are to be drawn.'],
    [
      ['oversample in-care where visits > 3'],
      '"oversample in-care where visits > 3": no column visits was read for in-care. There is placements, team.',
    ],
    [['oversample the girls'], /^"oversample the girls" is no rule. Say it as/],
    [['oversample in-care where placements many'], /^"placements many" is no condition. Say it as/],
    [['strata by worker'], '"worker" is nothing to draw strata by. Use team, age band, sex.'],
  ])('[SA3] are refused with what would be right: %j', (rules, words) => {
    expect(() => drawCohort(wanted, membersIn([40]), rulesOf(rules, day), 0, 'heron', new Set())).toThrow(words);
  });

  it('[SA3] draws twice their share where a rule names no number, and says whom of', () => {
    const { cases: both, byRule } = drawCohort(
      wanted,
      membersIn([40]),
      rulesOf(['oversample in-care where placements >= 3'], day),
      0,
      'heron',
      new Set(),
    );
    expect(byRule).toEqual([{ rule: 1, fitting: 8, drawn: 2 }]);
    expect(both.filter(({ rule }) => rule === 1).every(({ child }) => child.values.placements === 3)).toBe(true);
  });
});
