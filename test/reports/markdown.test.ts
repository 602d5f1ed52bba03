import { describe, expect, it } from 'vitest';
import { inline, quoted, textOf, verbatim } from '../../src/reports/markdown.ts';

describe('somebody’s words in the copy to read', () => {
  it.each([
    ['an address', 'See https://a.example/b_c', 'See https\\://a.example/b\\_c'],
    ['an address without its scheme', 'see www.a.example', 'see www\\.a.example'],
    ['what reads as somebody’s mail', 'ask duty@a.example', 'ask duty\\@a.example'],
    ['markup in an address', 'http://a.example/<b>', 'http\\://a.example/\\<b\\>'],
  ])('[V15] stay words where they hold %s', (_, text, said) => {
    expect(inline(text)).toBe(said);
    expect(quoted(text)).toEqual([`> ${said}`]);
  });

  it('[V15] are no code where a line begins far in', () => {
    expect(quoted('Said:\n\n    <b>\n\tso')).toEqual(['> Said:  ', '>', '> &#32;    \\<b\\>  ', '> &#32;\tso']);
  });

  it('[V20] steer no terminal and turn nothing that stands beside them: such signs are written out', () => {
    const text = textOf([
      [inline('North\u202Eroom \u001b[2J')],
      quoted('\u2066a\u2069\n\tb'),
      verbatim('\u009b31m\rc'),
    ]);
    expect([...text].join('')).toBe(
      'North\\u202eroom \\u001b\\[2J\n\n> \\u2066a\\u2069  \n> &#32;\tb\n\n```text\n\\u009b31m\\u000dc\n```\n',
    );
  });
});
