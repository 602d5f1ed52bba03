import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/reports/markdown.ts';
import type { Block } from '../../src/reports/tree.ts';

/** A paper of these blocks, without its title. */
const made = (...blocks: Block[]): string => [...markdown({ title: 'T', blocks })].join('').replace('# T\n\n', '');

describe('somebody’s words in a paper as Markdown', () => {
  it.each([
    ['an address', 'See https://a.example/b_c', 'See https\\://a.example/b\\_c'],
    ['an address in capitals', 'HTTPS://A.example', 'HTTPS\\://A.example'],
    ['an address without its scheme', 'see www.a.example', 'see www\\.a.example'],
    ['what reads as somebody’s mail', 'ask duty@a.example', 'ask duty\\@a.example'],
    ['markup in an address', 'http://a.example/<b>', 'http\\://a.example/\\<b\\>'],
    ['the beginning of a list', '- one', '\\- one'],
    ['a number before a point', '12. one', '12\\. one'],
  ])('[V15] stay words where they hold %s', (_, text, said) => {
    expect(made({ paragraph: text })).toBe(`${said}\n`);
    expect(made({ quote: text })).toBe(`> ${said}\n`);
    expect(made({ list: [{ line: text, under: [{ quote: text }] }] })).toBe(`- ${said}\n\n  > ${said}\n`);
  });

  it('[V15] are no code where a line begins far in', () => {
    expect(made({ quote: 'Said:\n\n    <b>\n\tso' })).toBe('> Said:  \n>\n> &#32;    \\<b\\>  \n> &#32;\tso\n');
  });

  it('[V15] neither end a cell nor add a column, and close no heading', () => {
    const table = { columns: [{ head: 'One' }, { head: 'Other' }], rows: [['a | b\nc', [{ strong: '# d' }]]] };
    expect(made({ table })).toBe('| One | Other |\n| --- | --- |\n| a \\| b c | **# d** |\n');
    expect(made({ heading: 'Team C #', level: 1 })).toBe('## Team C \\#\n');
  });

  it('[V20] steer no terminal and turn nothing that stands beside them: such signs are written out', () => {
    const text = made(
      { paragraph: 'North\u202Eroom \u001b[2J' },
      { quote: '\u2066a\u2069\n\tb' },
      { verbatim: '\u009b31m\rc' },
    );
    expect(text).toBe(
      'North\\u202eroom \\u001b\\[2J\n\n> \\u2066a\\u2069  \n> &#32;\tb\n\n```text\n\\u009b31m\\u000dc\n```\n',
    );
  });

  it('[PA1] keep the number by which a paragraph is cited', () => {
    expect(made({ paragraph: 'Visits were late.', number: 12 })).toBe('12. Visits were late.\n');
  });
});
