import { describe, expect, it } from 'vitest';
import { judge, told } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { keepMany } from '../../support/keep-many.ts';
import { people } from '../../support/people.ts';
import { openLine } from '../../support/sent.ts';
import { everythingSaid, notInText } from '../../support/shown.ts';
import { teamChannel } from '../../support/workspace.ts';

describe('everything that is open', () => {
  it('[M27] is a press away from the board where that names less, each with its acts', async () => {
    const fortnight = await openNorthmoor();
    expect(told(await judge(fortnight, 'lead', 'open'))).toBe('Nothing is open.');
    for (const place of [1, 2, 3, 4]) await judge(fortnight, 'inspector', `concern C-${place} Left alone at night`);
    await fortnight.slack.quiet();
    const [board] = fortnight.slack.channel(teamChannel).pinned();
    if (!board) throw new Error('There is no board');
    const shown = await fortnight.as('lead').press(board, 'All 4 open matters');
    expect(told(shown)).toContain('🔴 Child at risk K-004: not referred back since 09:00\nRefer back');
    const [list] = shown.shown;
    const pressed = list && (await fortnight.as('lead').press(list, 'Refer back'));
    expect(pressed?.view?.title?.text).toBeDefined();
  });

  it('[M27] [M8] is paged', async () => {
    const fortnight = await openNorthmoor();
    const hypothesis = (place: number) => `${place}: ${'Thresholds differ & nobody knows why. '.repeat(20)}`;
    await keepMany(fortnight, 45, (place) => openLine({ hypothesis: hypothesis(place), owner: people.lead }));
    const first = await judge(fortnight, 'observer', 'open');
    const [page] = first.shown;
    if (!page) throw new Error('There is no page');
    expect(told(first).match(/L-0\d\d “/g)).toHaveLength(20);
    const second = await fortnight.as('observer').press(page, 'The next 20 of 45');
    expect(told(second)).toContain('L-021');
    expect(told(second)).toContain('The next 5 of 45');
    for (const said of everythingSaid(fortnight.slack)) expect(notInText(said)).toEqual([]);
  });
});
