import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../src/slack/text.ts';

const names = new Map([['UCHI', 'Chi Lam']]);

describe('a message as people read it', () => {
  it.each([
    ['Seen by <@UCHI>, then <@UDEE|dee> and <@UEVE>', 'Seen by @Chi Lam, then @dee and @UEVE'],
    [
      'Ask <!here> or <!subteam^S1|@leads> by <!date^1384851600^{date}|19 November>',
      'Ask @here or @leads by 19 November',
    ],
    ['In <#C1|general> and <#C2|> and <#C3>', 'In #general and a channel and a channel'],
    ['See <https://example.org/a?b&amp;c>', 'See https://example.org/a?b&c'],
    ['See <https://example.org|the plan>', 'See the plan (https://example.org)'],
    ['See <http://example.org|example.org>', 'See example.org'],
    ['Write <mailto:a@example.org|a@example.org> or <mailto:b@example.org>', 'Write a@example.org or b@example.org'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
    ['&lt;@UCHI&gt; typed by hand, &amp;lt; too', '<@UCHI> typed by hand, &lt; too'],
    ['*bold* _stays_ `as` ~it~ is', '*bold* _stays_ `as` ~it~ is'],
    ['🙂 :smile: متأخر', '🙂 :smile: متأخر'],
    ['', ''],
  ])('[N1] has names for mentions and words for references: %s', (sent, words) => {
    expect(plainWords(sent, names)).toBe(words);
  });
});
