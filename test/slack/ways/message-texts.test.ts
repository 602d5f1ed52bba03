import { describe, expect, it } from 'vitest';
import { allGood, fillIn, gradeAll, judge, readyToSign, record, something, wordsOf } from '../../support/acts.ts';
import { postSummary, threadIn } from '../../support/at-length.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { openSources, recordMany } from '../../support/many.ts';
import { everythingSaid, notInText, readable } from '../../support/shown.ts';
import { teamChannel } from '../../support/workspace.ts';

const bare = (text: string): string => text.replaceAll(/^(> |\s*- )/gm, '').replaceAll(/\s+/g, '');

describe('a message’s text', () => {
  it('[M3] carries everything that stands in its blocks: board, summary, receipts, answers', async () => {
    const fortnight = await openNorthmoor();
    await readyToSign(fortnight);
    for (const words of [
      '',
      'today',
      'mine',
      'summary',
      'progress',
      'team',
      'find seen',
      'help',
      'nonsense words',
      'edit',
      'evidence help - Late',
      'sign-off',
    ])
      await judge(fortnight, 'lead', words);
    await fillIn(fortnight, 'lead', 'evidence', something);
    for (const said of everythingSaid(fortnight.slack)) expect(notInText(said)).toEqual([]);
  });

  it('[M3] [M5] of a summary’s reply carries what it holds, and says so where its blocks hold more', async () => {
    const fortnight = await openNorthmoor();
    const much = (of: string): string => `Much was seen of ${of} & nearby, again and again. `.repeat(30);
    for (const area of Object.keys(allGood)) {
      await record(fortnight, 'inspector', `${area} + C-1 ${much(`what is good in ${area}`)}`);
      await record(fortnight, 'inspector', `${area} - C-2 ${much(`what is not in ${area}`)}`);
      await fillIn(fortnight, 'lead', `grade ${area}`, { Grade: 'good', 'Why this grade?': much(area) });
    }
    await fillIn(fortnight, 'lead', 'overall', {
      'Overall effectiveness': 'requires-improvement',
      'Why this grade?': much('the whole'),
    });
    await postSummary(fortnight);
    const { headline, replies } = threadIn(fortnight);
    for (const said of [headline, ...replies]) {
      const [kept, more] = said.text.split('…\nThis text holds no more.');
      if (more === undefined) expect(notInText(said)).toEqual([]);
      else expect(bare(wordsOf(said.blocks)).startsWith(bare(readable(kept ?? '')))).toBe(true);
    }
    expect(replies[0]?.text).toContain('What would change it');
    expect(wordsOf(replies[1]?.blocks ?? [])).toContain(much('what is not in help-and-protection').trim());
    expect(replies[1]?.text).toContain('holds no more');
  });

  it('[M3] [M8] of a search carries everything however long the items are, and says how many more there are', async () => {
    const fortnight = await openNorthmoor();
    const text = (place: number) => `${place}: ${'Much was seen here & there, again and again. '.repeat(20)}`;
    const areas = Object.keys(allGood);
    await recordMany(fortnight, 14, (place) => ({ text: text(place), source: 'case-tracked', areas }));
    await recordMany(fortnight, 13, (place) => ({ text: text(place), source: 'whistleblower', areas }));
    const [shown] = (await judge(fortnight, 'lead', 'find much')).shown;
    expect(shown && notInText(shown)).toEqual([]);
    const words = wordsOf(shown?.blocks ?? []);
    const counts = [...words.matchAll(/And (\d+) more/g)].map(([, count]) => Number(count));
    const items = (pattern: RegExp) => [...words.matchAll(pattern)].length;
    expect(words).toContain('14 items found, newest first, and 13 restricted.');
    expect(items(/E-\d+ ·/g)).toBe(10);
    expect(counts).toEqual([17]);
    const [next] = (await judge(fortnight, 'lead', 'find much (page 2)')).shown;
    expect(next && notInText(next)).toEqual([]);
    const further = wordsOf(next?.blocks ?? []);
    expect([...further.matchAll(/E-\d+ ·/g)]).toHaveLength(4);
    expect([...further.matchAll(/W-\w+ ·/g)]).toHaveLength(6);
    expect(further).toContain('And 7 more');
  });

  it('[M3] of the progress carries everything when every source and case is there', async () => {
    const fortnight = await openNorthmoor();
    const areas = Object.keys(allGood);
    await recordMany(fortnight, openSources.length * 2, (place) => ({
      areas,
      case: `C-${place}`,
      source: openSources[place % openSources.length] ?? 'data',
    }));
    const [shown] = (await judge(fortnight, 'lead', 'progress')).shown;
    expect(shown && notInText(shown)).toEqual([]);
    expect(wordsOf(shown?.blocks ?? [])).toContain('LSCB (graded separately)');
  });

  it('[M3] of an unknown word carries what was typed, however long', async () => {
    const fortnight = await openNorthmoor();
    const typed = `evidnce help - ${'Strategy discussions were late. '.repeat(80)}end`;
    const [shown] = (await judge(fortnight, 'lead', typed)).shown;
    expect(shown && notInText(shown)).toEqual([]);
    expect(shown?.text).toContain(typed);
  });

  it('[M3] puts grades as words first', async () => {
    const fortnight = await openNorthmoor();
    await gradeAll(fortnight, { help: 'inadequate' });
    const [board] = fortnight.slack.channel(teamChannel).pinned();
    expect(board?.text).toContain('Help and protection: Inadequate 🟥');
  });
});
