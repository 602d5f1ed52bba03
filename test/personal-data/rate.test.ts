import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { identifiersIn } from '../../src/domain/text/identifiers.ts';
import { likelyNames } from '../../src/domain/text/names.ts';

/*
 * Sentences as inspectors might write them in haste, each with one thing in it that tells who a child is, and as many with
 * nothing of the kind. Numbers are of ranges never given to anybody; people and places are invented.
 */
const sentences = z
  .array(z.object({ text: z.string(), has: z.string().nullable() }))
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'sentences.json'), 'utf8')));

const known = ['Northmoor', 'Ana Reyes', 'Ben Okoro', 'Chi Lam', 'Dee Marsh', 'Gus Vale'];

type Came = 'refused' | 'asked' | 'nothing';
const cameOf = (text: string): Came => {
  if (identifiersIn(text).length > 0) return 'refused';
  return likelyNames(text, known).length > 0 ? 'asked' : 'nothing';
};

const measured = (has: string | null) => {
  const came = sentences.filter((sentence) => sentence.has === has).map(({ text }) => cameOf(text));
  const count = (what: Came) => came.filter((each) => each === what).length;
  return { of: came.length, refused: count('refused'), asked: count('asked'), missed: count('nothing') };
};

const kinds = [...new Set(sentences.flatMap(({ has }) => (has === null ? [] : [has])))];
const rows = [
  ...kinds.map((kind) => ({ kind, ...measured(kind) })),
  { kind: 'nothing that tells who a child is', ...measured(null) },
];
/** As docs/data-protection.md has them. */
const table = rows.map(
  ({ kind, of, refused, asked, missed }) => `| ${kind} | ${of} | ${refused} | ${asked} | ${missed} |`,
);

describe('What is found of personal data', () => {
  it('[PD3] is measured on three hundred sentences and more, half of them clean', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(300);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
    expect(Math.abs(sentences.filter(({ has }) => has === null).length / sentences.length - 0.5)).toBeLessThan(0.02);
    console.info(['| a sentence with | of | refused | asked about | neither |', ...table].join('\n'));
  });

  it('[PD3] stands in docs/data-protection.md as it is measured', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/data-protection.md'), 'utf8');
    for (const row of table) expect(page).toContain(row);
  });

  it.each([
    'NHS number',
    'date of birth',
    'postcode',
    'telephone number',
    'e-mail address',
    'unique pupil number',
    'National Insurance number',
  ])('[PD4] refuses nine in ten and more: %s', (kind) => {
    const { of, refused } = measured(kind);
    expect(refused / of).toBeGreaterThanOrEqual(0.9);
  });

  it.each(['given name and surname', 'given name alone', 'title and surname', 'name in small letters'])(
    '[PD4] asks about nine in ten and more: %s',
    (kind) => {
      const { of, asked } = measured(kind);
      expect(asked / of).toBeGreaterThanOrEqual(0.9);
    },
  );

  it('[PD4] refuses nothing that is clean, and asks about fewer than one clean sentence in ten', () => {
    const { of, refused, asked } = measured(null);
    expect(refused).toBe(0);
    expect(asked / of).toBeLessThan(0.1);
  });

  it('[PD4] asks about nothing in the evidence of the sample fortnights', () => {
    const team = [...known, 'Kit Rowan', 'Eve Stone', 'Fay Bright', 'Hal Wood', 'Ida North', 'Aldermere', 'Tidebourne'];
    const shape = z.object({
      days: z.array(
        z.object({ steps: z.array(z.object({ does: z.array(z.record(z.string(), z.unknown())) }).partial()) }),
      ),
    });
    const found = ['northmoor-2013', 'aldermere-2023', 'tidebourne-2026'].flatMap((id) => {
      const file = join(import.meta.dirname, `../../data/practice/${id}.json`);
      const { days } = shape.parse(JSON.parse(readFileSync(file, 'utf8')));
      return days
        .flatMap(({ steps }) => steps.flatMap(({ does = [] }) => does))
        .flatMap(
          ({ fills }) =>
            z.object({ 'What did you find?': z.string() }).safeParse(fills).data?.['What did you find?'] ?? [],
        )
        .flatMap((text) => likelyNames(text, team));
    });
    expect(found).toEqual([]);
  });
});
