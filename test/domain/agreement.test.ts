import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { middleGrades, ordinalAlpha, stepsApart } from '../../src/domain/agreement.ts';

/** Grades as published tables print them: a row for each rater, `*` where one is missing. Gives the units. */
const unitsOf = (...raters: string[]): string[][] => {
  const rows = raters.map((row) => row.split(' '));
  return (rows[0] ?? []).map((_, unit) => rows.flatMap((row) => (row[unit] === '*' ? [] : (row[unit] ?? []))));
};
const upTo = (highest: number): string[] => Array.from({ length: highest }, (_, place) => `${place + 1}`);
const grades = ['outstanding', 'good', 'requires-improvement', 'inadequate'];

describe('agreement between raters', () => {
  it('[MO8] is the published ordinal alpha of four observers and twelve units (Krippendorff 2011)', () => {
    const units = unitsOf(
      '1 2 3 3 2 1 4 1 2 * * *',
      '1 2 3 3 2 2 4 1 2 5 * 3',
      '* 3 3 3 2 3 4 2 2 5 1 *',
      '1 2 3 3 2 4 4 1 2 5 1 *',
    );
    expect(ordinalAlpha(upTo(5), units)).toBeCloseTo(108577 / 133160, 14);
    expect(ordinalAlpha(upTo(5), units)?.toFixed(3)).toBe('0.815');
  });

  it('[MO8] leaves out what only one rater saw: three coders and fifteen units', () => {
    const units = unitsOf(
      '* * * * * 3 4 1 2 1 1 3 3 * 3',
      '1 * 2 1 3 3 4 3 * * * * * * *',
      '* * 2 1 3 4 4 * 2 1 1 3 3 * 4',
    );
    expect(ordinalAlpha(upTo(4), units)).toBeCloseTo(112173 / 139048, 14);
  });

  it('[MO8] takes its scale from the framework, with grades that nobody gave: twenty subjects and three raters', () => {
    const units = unitsOf(
      '3 3 3 4 5 5 2 3 5 2 2 6 1 5 2 2 1 2 4 3',
      '3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4',
      '2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2',
    );
    expect(ordinalAlpha(upTo(6), units)).toBeCloseTo(9727 / 42590, 14);
    expect(ordinalAlpha(upTo(9), units)).toBeCloseTo(9727 / 42590, 14);
    expect(() => ordinalAlpha(upTo(5), units)).toThrow('no "6" on this scale');
  });

  it('[MO8] is not defined where all gave one grade, where one rated alone, or where nothing was rated', () => {
    expect(
      ordinalAlpha(grades, [
        ['good', 'good'],
        ['good', 'good', 'good'],
      ]),
    ).toBeNull();
    expect(ordinalAlpha(grades, [['good'], ['inadequate']])).toBeNull();
    expect(ordinalAlpha(grades, [])).toBeNull();
  });

  it('[MO8] of one unit alone is nought where its raters differ: chance would give as much', () => {
    expect(ordinalAlpha(grades, [['good', 'inadequate']])).toBeCloseTo(0, 14);
  });

  const someUnits = fc.array(fc.array(fc.constantFrom(...grades), { maxLength: 5 }), { maxLength: 12 });

  it('[MO8] is the same from worst to best as from best to worst, whoever is named first', () => {
    fc.assert(
      fc.property(someUnits, (units) => {
        const alpha = ordinalAlpha(grades, units);
        const turned = ordinalAlpha(
          [...grades].reverse(),
          [...units].reverse().map((unit) => [...unit].reverse()),
        );
        if (alpha === null) expect(turned).toBeNull();
        else expect(turned).toBeCloseTo(alpha, 12);
      }),
    );
  });

  it('[MO8] is never above 1, and 1 only where nobody differs', () => {
    fc.assert(
      fc.property(someUnits, (units) => {
        const alpha = ordinalAlpha(grades, units);
        if (alpha === null) return;
        const alike = units.every((unit) => new Set(unit).size < 2);
        expect(alpha).toBeLessThanOrEqual(1);
        expect(alpha === 1).toBe(alike);
      }),
    );
  });
});

describe('the grades of one round', () => {
  it.each([
    [['good', 'good', 'inadequate'], ['good'], 2],
    [['good', 'inadequate'], ['good', 'inadequate'], 2],
    [['requires-improvement', 'outstanding', 'good', 'good'], ['good'], 2],
    [['outstanding', 'good'], ['outstanding', 'good'], 1],
    [['inadequate'], ['inadequate'], 0],
    [[], [], 0],
  ])('[MO7] of %j have the middle %j, %i steps apart', (given, middle, apart) => {
    expect(middleGrades(grades, given)).toEqual(middle);
    expect(stepsApart(grades, given)).toBe(apart);
  });
});
