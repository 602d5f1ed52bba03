import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { framework } from '../support/frameworks.ts';
import { casesFrom, describeAgainst, oracleAt } from '../support/oracles.ts';

const words: Record<string, string> = {
  O: 'outstanding',
  G: 'good',
  R: 'requires-improvement',
  I: 'inadequate',
  '-': 'not-judged',
};
const keyed = (ids: readonly string[], cells: readonly string[]) =>
  Object.fromEntries(ids.flatMap((id, column) => (cells[column] ? [[id, words[cells[column]] ?? cells[column]]] : [])));

/** The rows of one numbered table, a cell for each column, without the bold. */
const rowsOf = (text: string, section: string): string[][] =>
  (text.split(`### ${section} `)[1]?.split('\n### ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) =>
      line
        .replaceAll('**', '')
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const singleInspection = [
  'help-and-protection',
  'looked-after-and-permanence',
  'adoption',
  'care-leavers',
  'leadership',
];

type Row = { authority: string; edition: string; grades: Record<string, string>; published: string | null };

const firstFive = ([authority = '', , , help, care, adoption, leavers, leaders, overall, board]: string[]): Row => ({
  authority,
  edition: 'sif-2013',
  grades: keyed([...singleInspection, 'lscb'], [help, care, adoption, leavers, leaders, board].map(String)),
  published: words[overall ?? ''] ?? null,
});

const chosen = ([authority = '', ...cells]: string[]): Row => ({
  authority,
  edition: 'sif-2013',
  grades: keyed(singleInspection, cells),
  published: words[cells[5] ?? ''] ?? null,
});

const later = ([authority = '', leaders, help, care, leavers, overall]: string[]): Row => {
  const together = leavers === '';
  const ids = ['leaders', 'help-and-protection', together ? 'in-care-and-care-leavers' : 'in-care', 'care-leavers'];
  return {
    authority,
    edition: together ? 'ilacs-2018' : overall === 'none' ? 'ilacs-2026' : 'ilacs-2023',
    grades: keyed(ids, [leaders, help, care, leavers].map(String)),
    published: words[overall ?? ''] ?? null,
  };
};

const readRows = (): Row[] => {
  const text = readFileSync(oracleAt('domain.md'), 'utf8');
  return [...rowsOf(text, '5.1').map(firstFive), ...rowsOf(text, '5.2').map(chosen), ...rowsOf(text, '5.3').map(later)];
};
const rows = casesFrom('domain.md', readRows, { authority: 'each', edition: '', grades: {}, published: null });
const nameOf = (authority: string) =>
  authority.replace(/ \(.*/, '').replace(/^BCP$/, 'Bournemouth, Christchurch & Poole');

describeAgainst('domain.md', 'published results that the facts of the field name', () => {
  it('[FW10] are read from their tables', () => {
    expect(rows.length).toBe(50);
  });

  it.each(rows.map((row) => [row.authority, row] as const))(
    '[FW10] are an example in their framework’s file: %s',
    (authority, { edition, grades, published }) => {
      const alike = (framework(edition).examples ?? []).filter(({ name }) => name.startsWith(nameOf(authority)));
      expect(alike).toContainEqual(expect.objectContaining({ grades: expect.objectContaining(grades), published }));
    },
  );

  it.each(['Peterborough', 'Cheshire East', 'Harrow'])(
    '[FW10] are an example where care leavers alone were inadequate: %s',
    (authority) => {
      const found = framework('ilacs-2023').examples?.find(({ name }) => name.startsWith(authority));
      expect(found).toMatchObject({ grades: { 'care-leavers': 'inadequate' }, published: 'inadequate' });
    },
  );
});

describe('results before 2013', () => {
  it.each([
    ['cp-2012', 'Cheshire East', 'inadequate'],
    ['tlac-2013', 'Norfolk', 'inadequate'],
    ['tlac-2013', 'Kent', 'adequate'],
    ['tlac-2013', 'Medway', 'inadequate'],
    ['tlac-2013', 'Sandwell', 'inadequate'],
    ['slac-2009', 'Wirral', 'good'],
    ['slac-2009', 'Cumbria', 'inadequate'],
    ['jar-2005', 'Herefordshire', null],
    ['annual-rating-2009', 'Calderdale', 'performs-adequately'],
  ])('[FW10] are an example in their framework’s file: %s, %s', (edition, authority, published) => {
    const found = framework(edition).examples?.find(({ name }) => name.startsWith(authority));
    expect(found?.published).toBe(published);
  });
});
