import { describe, expect, it } from 'vitest';
import type { Posted } from '../../../src/local-slack/index.ts';
import { storedOf, wordsOf } from '../../support/acts.ts';
import { openFound, openGraded, postSummary, threadIn } from '../../support/at-length.ts';
import { framework } from '../../support/frameworks.ts';

const bare = (text: string): string => text.replaceAll(/^(> |\s*- )/gm, '').replaceAll(/\s+/g, '');
const wordsIn = ({ blocks }: Posted): string => bare(wordsOf(blocks));

describe('the thread of a summary in which everything is as long as it may be', () => {
  it.each([
    ['slac-2009', openGraded],
    ['jtai-2016', openFound],
  ] as const)('[M5] [M24] under %s holds every word once, in order, as it is kept', async (id, open) => {
    const { fortnight, written } = await open(id);
    await postSummary(fortnight);
    const { headline, replies } = threadIn(fortnight);
    const whole = replies.map(wordsIn).join('');
    for (const words of written) expect(whole.split(bare(words)), words.slice(0, 60)).toHaveLength(2);
    expect(replies.at(-1)?.text).toBe(`All ${replies.length} replies are posted.`);
    const made = await storedOf(fortnight, 'PostingMade');
    expect(made.map(({ ts }) => ts)).toEqual([headline, ...replies].map(({ ts }) => ts));
    for (const [place, reply] of replies.entries()) expect(bare(String(made[place + 1]?.text))).toBe(wordsIn(reply));
    for (const { text, blocks } of replies) {
      expect(text.length).toBeLessThanOrEqual(4000);
      expect(wordsOf(blocks).length).toBeLessThan(9000);
      expect(wordsOf(blocks)).not.toContain('more than one message holds');
      if (text.includes('holds no more')) expect(wordsOf(blocks).length).toBeGreaterThan(3400);
    }
    const { areas } = framework(id);
    const alone = areas.filter(({ title }) => areas.filter((each) => each.title === title).length === 1);
    if (id === 'slac-2009') for (const { title } of alone) expect(wordsOf(headline.blocks)).toContain(title);
  });
});
