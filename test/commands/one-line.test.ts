import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../commands/forms/evidence/line.ts';
import { areaByWord } from '../../src/domain/framework.ts';
import { framework, frameworks } from '../support/frameworks.ts';

const sif = framework('sif-2013');
const help = 'help-and-protection';

describe('a line of evidence', () => {
  it.each([
    ['help - C-017 strategy discussion late', help, 'concern', 'C-017', 'strategy discussion late'],
    ['help + visits have a purpose', help, 'strength', null, 'visits have a purpose'],
    ['help ! children not seen', help, 'priority-concern', null, 'children not seen'],
    ['help – late', help, 'concern', null, 'late'],
    ['help − late', help, 'concern', null, 'late'],
    ['help seen', help, 'context', null, 'seen'],
    ['help -late', help, 'concern', null, 'late'],
    ['HELP-AND-PROTECTION + seen', help, 'strength', null, 'seen'],
    ['  care-leavers   +   c7   seen twice  ', 'care-leavers', 'strength', 'c7', 'seen twice'],
    ['help\n- first line\nsecond line', help, 'concern', null, 'first line\nsecond line'],
    ['help', help, 'context', null, ''],
    ['help +', help, 'strength', null, ''],
    ['help + C-017', help, 'strength', 'C-017', ''],
    ['help - 5 of 12 files', help, 'concern', null, '5 of 12 files'],
    ['help C-017b seen', help, 'context', null, 'C-017b seen'],
    ['help C-0170001 seen', help, 'context', null, 'C-0170001 seen'],
    ['help + - and + of the plan', help, 'strength', null, '- and + of the plan'],
  ])('[E1] "%s"', (line, area, sign, reference, text) => {
    expect(oneLine(sif, line)).toEqual({ area, sign, case: reference, text });
  });

  it.each(['', 'helpful visits were made', '- C-017 late', 'hlep - late', 'help: late', 'C-017 help - late'])(
    '[E2] keeps every word of "%s", which begins with no area',
    (line) => {
      expect(oneLine(sif, line)).toEqual({ area: null, sign: 'context', case: null, text: line });
    },
  );

  const signs = { '+': 'strength', '-': 'concern', '–': 'concern', '−': 'concern', '!': 'priority-concern' };
  const anyText = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ mode: 'sentences', maxCount: 3 }))
    .map((text) => `x${text}`);
  const aWord = fc
    .constantFrom(...frameworks.all)
    .chain((from) =>
      fc.record({ from: fc.constant(from), word: fc.constantFrom(...from.areas.flatMap(({ words }) => words)) }),
    );
  const aGap = fc.constantFrom(' ', '  ', '\t', '\n');
  const aCase = fc
    .tuple(fc.constantFrom('C-', 'c-', 'C', 'c'), fc.integer({ min: 0, max: 99_999 }))
    .map(([letter, number]) => `${letter}${number}`);

  it('[E1] gives the text after area, sign and case back to the letter, trimmed', () => {
    fc.assert(
      fc.property(
        aWord,
        aGap,
        fc.constantFrom(...Object.keys(signs)),
        aCase,
        anyText,
        ({ from, word }, gap, mark, reference, text) => {
          expect(oneLine(from, [word, mark, reference, text].join(gap))).toEqual({
            area: areaByWord(from, word)?.id,
            sign: signs[mark as keyof typeof signs],
            case: reference,
            text: text.trim(),
          });
          expect(oneLine(from, [word, text].join(gap))).toMatchObject({
            sign: 'context',
            case: null,
            text: text.trim(),
          });
        },
      ),
    );
  });

  it('[E2] loses no word, whatever was typed', () => {
    const letters = (text: string) => text.replace(/\s/g, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        const { area, text } = oneLine(sif, line);
        if (area === null) expect(text).toBe(line.trim());
        expect(letters(line).endsWith(letters(text))).toBe(true);
      }),
    );
  });
});
