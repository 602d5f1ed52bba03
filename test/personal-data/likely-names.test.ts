import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { likelyNames } from '../../src/domain/text/names.ts';
import { casesFrom, describeAgainst, oracleAt } from '../support/oracles.ts';

/*
 * Names that nobody here chose. Rules and lists were written first, without these: the members of a parliament are kept beside
 * this file, names of published lists of inspectors and sentences of published reports stand beside the project.
 */

const members = z
  .object({ source: z.string(), given: z.string(), surnames: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'members.json'), 'utf8')));

const seed = 20261130;
let turn = seed;
const below = (many: number): number => {
  turn = (turn * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((turn / 2_147_483_648) * many);
};
const ofMembers = members.given
  .split(' ')
  .map((given): [string, string] => [given, members.surnames[below(members.surnames.length)] ?? '']);

/** A line is one name, and its first word the given one. */
const ofInspectors = casesFrom(
  'text',
  () => readFileSync(oracleAt('text', 'names.txt'), 'utf8').trim().split('\n'),
  'a name',
).map((line): [string, string] => {
  const [given = '', ...surname] = line.split(' ');
  return [given, surname.join(' ')];
});

const around: ((name: string) => string)[] = [
  (name) => `We spoke with ${name} about the plan.`,
  (name) => `The plan for ${name} has no dates.`,
  (name) => `${name} was seen at home.`,
  (name) => `Nobody told the school that ${name} had moved.`,
  (name) => `C-017: ${name}’s views are missing.`,
  (name) => `Health and school agree – ${name} does not.`,
];

const ways: Record<string, (given: string, surname: string) => string> = {
  'given name and surname': (given, surname) => `${given} ${surname}`,
  'given name alone': (given) => given,
  'initial, point, surname': (given, surname) => `${given.charAt(0)}. ${surname}`,
  'initial and surname': (given, surname) => `${given.charAt(0)} ${surname}`,
  'capitals only': (given, surname) => `${given} ${surname}`.toUpperCase(),
  'small letters only': (given, surname) => `${given} ${surname}`.toLowerCase(),
};

const isAsked = (text: string): boolean => likelyNames(text, []).length > 0;

const measured = (names: readonly [string, string][]) =>
  Object.entries(ways).map(([way, write]) => {
    const texts = names.flatMap(([given, surname]) => around.map((sentence) => sentence(write(given, surname))));
    return { way, of: texts.length, asked: texts.filter(isAsked).length };
  });

type Row = ReturnType<typeof measured>[number];
const rowsOf = (list: string, rows: readonly Row[]): string[] =>
  rows.map(({ way, of, asked }) => `| ${list} | ${way} | ${of} | ${asked} | ${Math.floor((100 * asked) / of)} % |`);
const rate = (rows: readonly Row[], wanted: string): number => {
  const row = rows.find(({ way }) => way === wanted);
  return row ? row.asked / row.of : 0;
};

const page = readFileSync(join(import.meta.dirname, '../../docs/data-protection.md'), 'utf8');

describe('names put together at random from members of a parliament', () => {
  const rows = measured(ofMembers);

  it('[PD7] stand in docs/data-protection.md with how many are asked about', () => {
    console.info([`Seed ${seed}`, ...rowsOf('members', rows)].join('\n'));
    for (const row of rowsOf('members', rows)) expect(page).toContain(row);
  });

  it('[C9] are asked about, wherever in a sentence: 95 in 100 and more with both names, 85 in 100 and more with the given name', () => {
    expect(rate(rows, 'given name and surname')).toBeGreaterThanOrEqual(0.95);
    expect(rate(rows, 'given name alone')).toBeGreaterThanOrEqual(0.85);
  });
});

describeAgainst('text', 'names put together at random from published lists of inspectors', () => {
  const rows = measured(ofInspectors);

  it('[PD7] stand in docs/data-protection.md with how many are asked about', () => {
    console.info(rowsOf('inspectors', rows).join('\n'));
    for (const row of rowsOf('inspectors', rows)) expect(page).toContain(row);
  });

  it('[C9] are asked about, wherever in a sentence: 95 in 100 and more with both names, 85 in 100 and more with the given name', () => {
    expect(rate(rows, 'given name and surname')).toBeGreaterThanOrEqual(0.95);
    expect(rate(rows, 'given name alone')).toBeGreaterThanOrEqual(0.85);
  });
});

describeAgainst('text', 'sentences of published inspection reports', () => {
  // The odd-numbered ones were read for the vocabulary.
  const unread = casesFrom(
    'text',
    () => readFileSync(oracleAt('text', 'report-sentences.txt'), 'utf8').trim().split('\n'),
    'a sentence',
  ).filter((_, at) => at % 2 === 1);

  it('[C12] are asked about once in a hundred at most, of those that nobody read for it', () => {
    const asked = unread.filter(isAsked).length;
    expect(page).toContain(`Of ${unread.length.toLocaleString('en')} sentences of published reports ${asked} `);
    expect(asked / unread.length).toBeLessThanOrEqual(0.01);
  });
});
