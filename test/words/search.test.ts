import { describe, expect, it } from 'vitest';
import { givingWay } from '../../src/inspections/giving-way.ts';
import { found, termsIn } from '../../src/words/search.ts';
import { atOnce, turnsDuring } from '../support/at-once.ts';
import { framework } from '../support/frameworks.ts';
import { given } from '../support/given.ts';
import { concern, evidence, meeting } from '../support/sent.ts';
import { request } from '../support/sent-concern.ts';

const text = (words: string) =>
  given(framework('sif-2013'))
    .and(evidence({ text: words }), 'inspector')
    .state();
const isFound = (words: string, typed: string): boolean => atOnce(found(text(words), termsIn(typed))).includes('E-001');

const acted = (place: number) => ({ command: evidence({ text: `Seen ${place}` }), who: 'inspector' as const });

describe('searching', () => {
  it.each([
    ['the child’s plan', "child's plan"],
    ["the child's plan", 'CHILD’S'],
    ['the child`s plan', 'child´s'],
    ['seen – late', 'seen -'],
    ['a multi‑agency plan', 'multi-agency'],
    ['two−thirds', 'two–thirds'],
    ['said “not yet” twice', '"not yet"'],
    ['a café visit', 'cafe'],
    ['one\nline after another', '"line after"'],
  ])(
    '[N12] takes quotes, apostrophes, dashes, accents and white space of every form for the same: %s, %s',
    (words, typed) => {
      expect(isFound(words, typed)).toBe(true);
    },
  );

  it.each([
    '"late strategy"',
    '“late strategy”',
    '„late strategy“',
    '«late strategy»',
    "'late strategy'",
    '‘late strategy’',
  ])('[N12] takes words in quotes of any form as a phrase: %s', (typed) => {
    expect(isFound('A late strategy discussion', typed)).toBe(true);
    expect(isFound('A strategy that was late', typed)).toBe(false);
    expect(isFound('A strategy that was late', typed.slice(1, -1))).toBe(true);
  });

  it.each(['M-001', 'm1', 'm-1', '#M-001'])('[N12] finds an item of any kind by its number: %s', (typed) => {
    const so = given(framework('sif-2013')).and(meeting({}), 'lead').state();
    expect(atOnce(found(so, termsIn(typed)))).toEqual(['M-001']);
  });

  it('[N12] finds what looks like a number also where it is none', () => {
    expect(isFound('Seen in the E14 team', 'e14')).toBe(true);
  });

  it('[N12] finds every kind that has all of the words, newest first', () => {
    const so = given(framework('sif-2013'))
      .and(evidence({ text: 'The annexes were late' }), 'inspector')
      .and(meeting({ message1: 'The annexes are late' }), 'lead')
      .and(concern({ text: 'Named in late annexes' }), 'observer')
      .and(request({ what: 'The annexes that are late' }), 'inspector')
      .state();
    expect(atOnce(found(so, termsIn('late annexes')))).toEqual(['Q-001', 'K-001', 'M-001', 'E-001']);
    expect(atOnce(found(so, termsIn('"late annexes"')))).toEqual(['K-001']);
  });

  it('[N13] gives way: between two turns of others few items are looked through', async () => {
    const many = 200;
    const so = given(framework('sif-2013'), ...Array.from({ length: many }, (_, place) => acted(place))).state();
    const { turns, result } = await turnsDuring(() => givingWay(found(so, termsIn('seen'))));
    expect(result).toHaveLength(many);
    expect(turns).toBeGreaterThanOrEqual(many / 20);
  });
});
