import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typed, typedOrNothing } from '../../src/domain/text/typed.ts';
import { visit } from '../law/samples.ts';
import { under } from '../support/given.ts';
import { evidence, registerCase } from '../support/sent.ts';

const sif = under('sif-2013');

describe('naming a case', () => {
  it.each([
    ['C-7', 'C-007'],
    ['c-007', 'C-007'],
    ['C-007', 'C-007'],
    ['c7', 'C-007'],
    [' C-7 ', 'C-007'],
    ['C-00007', 'C-007'],
    ['C-1234', 'C-1234'],
    ['', null],
    [null, null],
    [undefined, null],
  ])('[C2] takes %j as %j', (sent, kept) => {
    sif
      .started()
      .when(evidence({ case: sent }), 'inspector')
      .keeps({ type: 'EvidenceRecorded', content: { case: kept } });
  });

  it.each(['Ellie', '17', 'C', 'C-', 'C-123456', 'C-17 and C-18', 'D-17', 'LCS 40017'])('[C2] refuses %j', (sent) => {
    sif
      .started()
      .when(evidence({ case: sent }), 'inspector')
      .refuses('case', 'such as C-017');
  });

  it('[C2] knows one case by its number alone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999 }),
        fc.constantFrom('C', 'c', 'C-', 'c-'),
        fc.integer({ min: 0, max: 5 }),
        (number, letter, zeros) => {
          const digits = `${'0'.repeat(zeros)}${number}`.slice(-Math.max(5, String(number).length));
          const state = sif
            .started()
            .and(evidence({ case: `${letter}${digits}` }), 'inspector')
            .state();
          expect(state.evidence.get('E-001')?.content.case).toBe(`C-${String(number).padStart(3, '0')}`);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('typing a text', () => {
  const read = typed('Say what you found.');
  const saidOf = (text: unknown): string => read.safeParse(text).error?.issues[0]?.message ?? 'kept';

  it.each([
    ['a control character', 'late\u0000'],
    ['a bell', 'late \u0007'],
    ['half a character', 'late \ud83d'],
  ])('[C4] refuses %s', (_, text) => {
    expect(saidOf(text)).toContain('cannot be kept');
    sif.started().when(evidence({ text }), 'inspector').refuses('text', 'cannot be kept');
  });

  it('[C4] refuses what is longer than 3,000 characters, and keeps 3,000', () => {
    expect(saidOf('a'.repeat(3001))).toContain('3,000');
    expect(read.parse('a'.repeat(3000))).toHaveLength(3000);
    expect(read.parse(` ${'a'.repeat(3000)}\n`)).toHaveLength(3000);
  });

  it('[C4] takes what nobody can see for no text', () => {
    for (const text of ['\u200b\u200d\u2060', '\u00ad \ufeff', '\u3164', '\u2800\u2800', '\u00a0\n\u202e'])
      expect(saidOf(text)).toBe('Say what you found.');
    expect(typedOrNothing.parse('\u200b')).toBeNull();
    expect(typedOrNothing.parse('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  it.each([['', undefined, null, '  \n ']])('[C4] asks for a text where there is none', (...nothing) => {
    for (const text of nothing) expect(saidOf(text)).toBe('Say what you found.');
  });

  it('[C4] keeps everything else to the letter but for the spaces around it', () => {
    const plain = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !/\p{Cc}|\p{Surrogate}/u.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        const kept = typedOrNothing.safeParse(text);
        if (kept.success) expect(kept.data).toBe(text.trim() || null);
        else expect(kept.error.issues[0]?.message).toContain('looks like');
      }),
    );
  });

  it('[C4] keeps the lines and tabs of a text, whichever way its lines end', () => {
    expect(read.parse('one\r\ntwo\rthree\n\tfour')).toBe('one\ntwo\nthree\n\tfour');
  });
});

describe('a name', () => {
  const turned = ['North\u202Emoor', '\u2066Northmoor\u2069', 'Northmoor\u202C'];

  it.each(turned)('[C6] of a place or an authority is refused where a sign in it turns what is read: %j', (name) => {
    for (const [command, field] of [
      [visit({ site: name }), 'site'],
      [evidence({ site: name }), 'site'],
      [registerCase({ site: name }), 'site'],
      [
        {
          type: 'SetContext',
          children: null,
          offices: null,
          sites: `East\n${name}`,
          partners: null,
          structure: null,
          note: null,
        },
        'sites',
      ],
    ] as const)
      sif
        .started()
        .when(command, 'lead')
        .refuses(field, 'This has a sign that turns the direction of reading. Type it again rather than pasting it.');
  });

  it('[C6] has the letters of any writing, and what people say keeps its signs to the letter', () => {
    for (const site of ['שלום', 'بيت', 'א\u200Fב'])
      sif.started().when(evidence({ site }), 'inspector').keeps({ type: 'EvidenceRecorded', content: { site } });
    const text = 'He said \u2067שלום\u2069 to her';
    sif.started().when(evidence({ text }), 'inspector').keeps({ type: 'EvidenceRecorded', content: { text } });
  });
});
