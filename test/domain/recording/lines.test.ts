import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, severalLines } from '../../../src/domain/recording/lines.ts';
import { framework } from '../../support/frameworks.ts';

const sif = { framework: framework('sif-2013'), lines: new Set<string>() };

const read = (...lines: string[]) =>
  severalLines(sif, linesOf(lines.join('\n')), false).map(({ area, sign, case: reference, text }) => [
    area,
    sign,
    reference,
    text,
  ]);

describe('lines pasted into the evidence form', () => {
  it('[N7] are items as they stand, without empty lines and lines that only part others', () => {
    expect(read('Late once', '', '   ', '---', ' Late twice ', '* * *')).toEqual([
      [null, null, null, 'Late once'],
      [null, null, null, 'Late twice'],
    ]);
  });

  it.each([
    [['* Late', '* Slow']],
    [['• Late', '• Slow']],
    [['- Late', '- Slow']],
    [['-Late', '-Slow']],
    [['– Late', '– Slow']],
    [['1. Late', '2. Slow']],
    [['1) Late', '12) Slow']],
    [['(1) Late', '(2) Slow']],
    [['· Late', '\t▪ Slow']],
  ])('[N7] lose what marks a list: %j', (lines) => {
    expect(read(...lines)).toEqual([
      [null, null, null, 'Late'],
      [null, null, null, 'Slow'],
    ]);
  });

  it('[N7] have a sign of their own where they begin with one', () => {
    expect(read('+ On time', '- Late', '– Later', '− Latest', '! Nobody rang back', '1. + Seen', 'Front door')).toEqual(
      [
        [null, 'strength', null, 'On time'],
        [null, 'concern', null, 'Late'],
        [null, 'concern', null, 'Later'],
        [null, 'concern', null, 'Latest'],
        [null, 'priority-concern', null, 'Nobody rang back'],
        [null, 'strength', null, 'Seen'],
        [null, null, null, 'Front door'],
      ],
    );
  });

  it('[N7] have an area and a case of their own where they begin with them, as in one line', () => {
    expect(
      read('leaders + C-7 On time', 'help c-8 Seen twice', 'care-leavers seen', 'C-9 Late', '! C-10 Late'),
    ).toEqual([
      ['leadership', 'strength', 'C-007', 'On time'],
      ['help-and-protection', null, 'C-008', 'Seen twice'],
      ['care-leavers', null, null, 'seen'],
      [null, null, 'C-009', 'Late'],
      [null, 'priority-concern', 'C-010', 'Late'],
    ]);
  });

  it('[N7] keep a word that begins a sentence, and a sign that is all there is', () => {
    expect(read('Help was offered late', 'Leadership knows itself', 'help', 'help +', '+')).toEqual([
      [null, null, null, 'Help was offered late'],
      [null, null, null, 'Leadership knows itself'],
      [null, null, null, 'help'],
      [null, null, null, 'help +'],
      [null, null, null, '+'],
    ]);
  });

  it('[N9] that are left of others keep a dash as the sign that it was', () => {
    expect(severalLines(sif, ['- Late', '- Slow'], true)).toMatchObject([
      { sign: 'concern', text: 'Late', typed: '- Late' },
      { sign: 'concern', text: 'Slow', typed: '- Slow' },
    ]);
  });

  it('[N7] lose nothing after what stands before them, whatever is pasted', () => {
    const some = fc.string({ unit: 'grapheme' });
    const before = fc.constantFrom('', '- ', '+', '! ', '1. ', '• ', 'help ', 'help - ', 'leaders C-7 ');
    fc.assert(
      fc.property(fc.array(fc.tuple(before, some), { maxLength: 8 }), fc.boolean(), (pasted, dashesSign) => {
        const text = pasted.map((each) => each.join('')).join('\n');
        const lines = severalLines(sif, linesOf(text), dashesSign);
        expect(lines.map((line) => line.typed)).toEqual(linesOf(text));
        for (const line of lines) {
          expect(line.typed.endsWith(line.text)).toBe(true);
        }
      }),
    );
  });
});
