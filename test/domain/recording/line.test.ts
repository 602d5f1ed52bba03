import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../../src/domain/field.ts';
import { areaByWord } from '../../../src/domain/framework.ts';
import { readLine } from '../../../src/domain/recording/line.ts';
import { framework, frameworks } from '../../support/frameworks.ts';

const reader = { framework: framework('ilacs-2023'), lines: new Set(['L-001', 'L-002']) };
const read = (words: string) => readLine(reader, words);

/** Every dash that Unicode calls one, and the minus signs. */
const dashes = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((character) =>
  /[\p{Pd}\u2212\u2796\u02d7\u207b]/u.test(character),
);
const hyphens = dashes.filter((dash) => dash !== '\u2796');

const anyText = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ mode: 'sentences', maxCount: 3 }))
  .map((text) => `xx${text}`.trim());
const aGap = fc.constantFrom(' ', '  ', '\t', '\u00a0', '\u2003', ' \u200b');
const aSign = fc.constantFrom(
  ...['+', '++', '＋', '➕'].map((mark) => ({ mark, sign: 'strength' })),
  ...['!', '!!', '！', '‼'].map((mark) => ({ mark, sign: 'priority-concern' })),
  ...dashes.flatMap((dash) => [dash, dash + dash].map((mark) => ({ mark, sign: 'concern' }))),
);
const aCase = fc
  .record({
    letter: fc.constantFrom('C', 'c', '#C'),
    hyphen: fc.constantFrom('', ...hyphens),
    number: fc.integer({ min: 0, max: 999 }),
    around: fc.constantFrom('%', '(%)', '[%]', '{%}'),
    after: fc.constantFrom('', ':', ',', '.', ';'),
  })
  .map(({ letter, hyphen, number, around, after }) => ({
    mark: around.replace('%', () => `${letter}${hyphen}${number}`) + after,
    case: `C-${String(number).padStart(3, '0')}`,
  }));
const aWord = fc
  .constantFrom(...frameworks.all)
  .chain((from) =>
    fc.record({ from: fc.constant(from), word: fc.constantFrom(...from.areas.flatMap(({ words }) => words)) }),
  );
const sources = fieldOf(reader.framework).sources.flatMap(({ id, words, fromWords }) => [
  ...words.map((word) => ({ mark: `${word}:`, source: id })),
  ...[...words, ...fromWords].map((word) => ({ mark: `from ${word}:`, source: id })),
]);
const aLink = fc.constantFrom(
  { mark: 'for L-002', link: { line: 'L-002', way: 'for' } },
  { mark: 'Against l–1:', link: { line: 'L-001', way: 'against' } },
  { mark: 'L-002', link: { line: 'L-002', way: null } },
);

describe('a line of evidence', () => {
  it('[RG1] is read alike whatever its area, its dashes, its gaps and the order of sign and case', () => {
    fc.assert(
      fc.property(
        aWord,
        aGap,
        aSign,
        aCase,
        anyText,
        fc.boolean(),
        ({ from, word }, gap, sign, reference, text, first) => {
          const marks = first ? [sign.mark, reference.mark] : [reference.mark, sign.mark];
          expect(readLine({ ...reader, framework: from }, [word, ...marks, text].join(gap))).toMatchObject({
            area: areaByWord(from, word)?.id,
            sign: sign.sign,
            case: reference.case,
            text,
            doubts: [],
          });
        },
      ),
    );
  });

  it('[RG1] says whose voice it is and which line of enquiry it bears on, in any order after the area', () => {
    fc.assert(
      fc.property(
        aSign,
        aCase,
        aLink,
        fc.constantFrom(...sources),
        fc.double({ min: 0, max: 1, noNaN: true }),
        anyText,
        (sign, reference, link, source, by, text) => {
          const marks = [sign.mark, reference.mark, link.mark, source.mark];
          const turned = marks.map((_, index) => marks[(index + Math.floor(by * 4)) % 4]);
          expect(read(['help', ...turned, text].join(' '))).toMatchObject({
            sign: sign.sign,
            case: reference.case,
            link: link.link,
            source: source.source,
            text,
            doubts: [],
          });
        },
      ),
    );
  });

  it('[RG2] is changed by no mark after its first ordinary word', () => {
    const later = fc.constantFrom('+', '-', '—', '!', '•', 'child:', 'from partner:', 'for L-002', 'L-001', 'help -');
    fc.assert(
      fc.property(aSign, anyText, fc.array(later), anyText, (sign, text, marks, more) => {
        fc.pre(!/c/i.test(text + more));
        const plain = read(`help ${sign.mark} ${text}`);
        const words = [text, ...marks, more].join(' ');
        expect(read(`help ${sign.mark} ${words}`)).toEqual({
          ...plain,
          text: words,
          typed: `help ${sign.mark} ${words}`,
        });
      }),
    );
  });

  it('[RG2] loses no word, whatever was typed', () => {
    const letters = (text: string) => text.replace(/\s/g, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        expect(letters(line).endsWith(letters(read(line).text))).toBe(true);
      }),
    );
  });

  it.each(['help -3 places since May', 'help +2 since May', 'help −12% on last year', 'help -£30,000 in a year'])(
    '[RG2] has no sign where it belongs to a number: "%s"',
    (line) => {
      expect(read(line)).toMatchObject({ sign: null, text: line.slice(5), doubts: [] });
    },
  );

  it.each([
    ['help • three visits', 'sign', '•'],
    ['help +- three visits', 'sign', '+-'],
    ['help --- three visits', 'sign', '---'],
    ['help -> three visits', 'sign', '->'],
    ['help - C-017 and C-018 late', 'case', 'C-017'],
    ['help - C-017, 018 late', 'case', 'C-017,'],
    ['help - C-017b late', 'case', 'C-017b'],
    ['help - child: protection plan late', 'source', 'child:'],
    ['help - child: was not seen', 'source', 'child:'],
    ['help - for L-009 late', 'link', 'for L-009'],
    ['help - L2 workers left', 'link', 'L2'],
    ['Help was offered late', 'area', 'Help'],
    ['care leavers like it', 'area', 'care leavers'],
  ])('[RG3] is asked about where something is not surely a mark: "%s"', (line, about, typed) => {
    const { doubts, text } = read(line);
    expect(doubts).toEqual([{ about, typed }]);
    if (about !== 'sign') expect(line.endsWith(text)).toBe(true);
    if (about !== 'sign') expect(text).toContain(typed);
  });

  it('[RG4] takes a case that only its text names', () => {
    expect(read('help - the plan for c–22 had no dates')).toMatchObject({
      case: 'C-022',
      isCaseNamed: true,
      text: 'the plan for c–22 had no dates',
      doubts: [],
    });
  });

  it.each(['leaders - L-001 seven', 'leaders -L-001 seven', 'leaders + l–1: seven'])(
    '[RG5] never takes a sign for which way it speaks of a line of enquiry: "%s"',
    (line) => {
      expect(read(line)).toMatchObject({ link: { line: 'L-001', way: null }, text: 'seven', doubts: [] });
    },
  );
});
