import { describe, expect, it } from 'vitest';
import { allGood, fillIn, gradeAll, judge, readyToSign, record, something, wordsOf } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { openSources, recordMany } from '../../support/many.ts';
import { everythingSaid, notInText } from '../../support/shown.ts';
import { teamChannel } from '../../support/workspace.ts';

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

  it('[M3] [M5] of a summary carries everything however much was written, and its blocks more of it', async () => {
    const fortnight = await openNorthmoor();
    for (const area of Object.keys(allGood)) {
      await record(
        fortnight,
        'inspector',
        `${area} + C-1 ${`Much that is good was seen in ${area} & nearby. `.repeat(35)}`,
      );
      await record(
        fortnight,
        'inspector',
        `${area} - C-2 ${`Much that is not was seen in ${area} & nearby. `.repeat(35)}`,
      );
    }
    for (const area of Object.keys(allGood)) {
      const why = `Seen by all of us in ${area} & nearby, again and again. `.repeat(35);
      await fillIn(fortnight, 'lead', `grade ${area}`, { Grade: 'good', 'Why this grade?': why });
    }
    await fillIn(fortnight, 'lead', 'overall', {
      'Overall effectiveness': 'requires-improvement',
      'Why this grade?': 'Much of it began only this autumn & has not lasted yet. '.repeat(35),
    });
    const [shown] = (await judge(fortnight, 'lead', 'summary')).shown;
    if (!shown) throw new Error('There is no preview');
    expect(notInText(shown)).toEqual([]);
    await fortnight.as('lead').press(shown, 'Post to the team channel');
    const posted = fortnight.slack.channel(teamChannel).messages().at(-1);
    expect(posted && notInText(posted)).toEqual([]);
    expect(posted?.text).toContain('What would change it');
    const reason = 'Seen by all of us in lscb & nearby, again and again. '.repeat(2).trim();
    expect(wordsOf(posted?.blocks ?? [])).toContain(reason);
    expect(posted?.text).not.toContain(reason);
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
