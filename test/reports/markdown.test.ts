import { describe, expect, it } from 'vitest';
import { inline, quoted } from '../../src/reports/markdown.ts';

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
});
