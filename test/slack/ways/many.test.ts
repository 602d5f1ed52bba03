import { describe, expect, it } from 'vitest';
import { numbered } from '../../../src/domain/items.ts';
import type { Upshot } from '../../../src/local-slack/index.ts';
import { boardOf, fillIn, judge, page, storedOf, told, wholeSummary } from '../../support/acts.ts';
import { openFortnight, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';
import { recordMany } from '../../support/many.ts';
import { teamChannel } from '../../support/workspace.ts';

const itemsIn = (answer: Upshot): string[] => [...told(answer).matchAll(/E-\d+/g)].map(([item]) => item);

const opened = async () => {
  const fortnight = await openNorthmoor();
  await recordMany(fortnight, 250, (place) => ({
    text: `Seen in case ${place}`,
    sign: place % 2 === 0 ? 'strength' : 'concern',
    case: `C-${place}`,
  }));
  return fortnight;
};

describe('an inspection with 250 items', () => {
  it('[M8] offers at most a hundred to choose from, the whole first, and finds each by its number or words', async () => {
    const fortnight = await opened();
    await judge(fortnight, 'lead', 'grade help');
    const lead = fortnight.as('lead');
    const offered = await lead.suggestions('Evidence relied on', '');
    expect(offered).toHaveLength(100);
    expect(offered[0]).toEqual({ value: 'all', text: 'All 250 items of Help and protection' });
    expect(offered[1]?.value).toBe('E-250');
    expect((await lead.suggestions('Evidence relied on', 'E-007')).map(({ value }) => value)).toEqual(['all', 'E-007']);
    expect((await lead.suggestions('Evidence relied on', 'case 123')).map(({ value }) => value)).toContain('E-123');
    const why = { 'Why this grade?': 'As all of it shows.' };
    expect(page(await lead.submit({ Grade: 'good', ...why }))).toContain('rests on 250 items');
    expect(await storedOf(fortnight, 'AreaGraded')).toMatchObject([{ evidence: { length: 250 } }]);
    const { view } = await judge(fortnight, 'lead', 'grade help');
    expect(view?.blocks.length).toBeLessThan(30);
    await lead.submit({ Grade: 'good', ...why, 'Evidence relied on': ['E-007', 'E-123'] });
    expect((await storedOf(fortnight, 'AreaGraded')).at(-1)).toMatchObject({ evidence: ['E-007', 'E-123'] });
  });

  it('[M8] shows what was found by tens, the newest first, and says how many more there are', async () => {
    const fortnight = await opened();
    let answer: Upshot = await judge(fortnight, 'observer', 'find seen');
    for (let page = 1; page <= 25; page += 1) {
      expect(told(answer)).toContain('250 items found, newest first.');
      expect(itemsIn(answer)).toEqual(Array.from({ length: 10 }, (_, place) => numbered('E', 260 - 10 * page - place)));
      if (page === 25) break;
      expect(told(answer)).toContain(`And ${250 - 10 * page} more.`);
      const [shown] = answer.shown;
      if (!shown) throw new Error(`Page ${page} was not shown`);
      answer = await fortnight.as('observer').press(shown, 'More');
    }
    expect(told(answer)).not.toMatch(/\bmore\b/i);
  });

  it('[M8] counts them on the board, in progress and in the summary', async () => {
    const fortnight = await opened();
    const tally = '250 items · 250 cases · 125 strengths, 125 concerns';
    await fortnight.restart();
    expect(await boardOf(fortnight)).toContain('+125 −125 · 250 cases');
    expect(fortnight.slack.channel(teamChannel).pinned().at(-1)?.text).toContain(tally);
    expect(told(await judge(fortnight, 'observer', 'progress'))).toContain(tally);
    await fillIn(fortnight, 'lead', 'grade help', { Grade: 'good', 'Why this grade?': 'As all of it shows.' });
    expect(await wholeSummary(fortnight, 'observer')).toContain('Rests on 250 items');
  });

  it('[M8] offers a person their latest ten to correct, says of how many, and has a button for the rest', async () => {
    const fortnight = await opened();
    const asked = await judge(fortnight, 'lead', 'edit');
    const answer = told(asked);
    expect(answer).toContain('Your latest 10 of 250 are:');
    expect([...answer.matchAll(/^(E-\d+)[^\n]*\nEdit$/gm)].map(([, item]) => item)).toEqual(
      Array.from({ length: 10 }, (_, place) => `E-${250 - place}`),
    );
    expect(answer.match(/^Edit$/gm)).toHaveLength(10);
    const all = asked.said && (await fortnight.as('lead').press(asked.said, 'All that I recorded'));
    expect(all && told(all)).toContain('You have recorded 250 items, newest first.');
  });
});

describe('a team of many', () => {
  it('[M8] is chosen, shown whole and told of its strangers within what Slack takes', async () => {
    const fortnight = await openFortnight({ others: 80 });
    await startNorthmoor(fortnight);
    const many = Array.from({ length: 80 }, (_, place) => `UMANY${place + 1}`);
    const saved = await fillIn(fortnight, 'lead', 'team change', { Observers: many });
    expect(page(saved)).toContain('Member 80');
    expect(told(await judge(fortnight, 'lead', 'team'))).toContain('Member 1, Member 2');
    const [, { members } = { members: [] }] = await storedOf(fortnight, 'TeamSet');
    expect(members).toHaveLength(80 + 7);
    await judge(fortnight, 'lead', 'team change');
    expect(fortnight.as('lead').typed().observers).toEqual(many);
  });
});
