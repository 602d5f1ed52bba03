import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, storedOf, told, underFields, wordsOf } from '../../support/acts.ts';
import { clockAt, sentTo } from '../../support/daily.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { notInText } from '../../support/shown.ts';
import { teamChannel } from '../../support/workspace.ts';

describe('asking the authority for something', () => {
  it('[CM30] [U17] takes one line, due on the next working day, and is followed by buttons', async () => {
    const fortnight = await openNorthmoor();
    expect(told(await judge(fortnight, 'analyst', 'request audits of the last three months, by team'))).toMatch(
      /^Saved Q-001 · request to the authority · due on Wednesday 20 November 2013/,
    );
    const asked = await judge(fortnight, 'inspector', 'request Q-1');
    const [shown] = asked.shown;
    if (!shown) throw new Error('The request is not shown');
    const inspector = fortnight.as('inspector');
    await inspector.press(shown, 'Received');
    expect(page(await inspector.submit({ 'What came': 'Two teams are missing' }))).toContain(
      'received on 19 November 2013',
    );
    expect(told(await judge(fortnight, 'observer', 'request q-001'))).toContain('When it came: Two teams are missing');
  });

  it('[CM31] [U17] points out what was asked for already, before it is sent', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'analyst', 'request audits of the last three months, by team');
    await judge(fortnight, 'inspector', 'request Audits by team for the last three months');
    const inspector = fortnight.as('inspector');
    expect(page({ view: inspector.view() })).toContain(
      'Q-001 audits of the last three months, by team (asked by Fay Bright',
    );
    expect(await storedOf(fortnight, 'RequestMade')).toHaveLength(1);
    const still = await inspector.submit({});
    expect(page(still)).toContain('Send it all the same');
    expect(await storedOf(fortnight, 'RequestMade')).toHaveLength(1);
    expect(underFields(await inspector.submit({ 'Asked for already?': ['yes'] }))).toBe('');
    expect(await storedOf(fortnight, 'RequestMade')).toHaveLength(2);
  });

  it('[CM33] [U17] lists for the coordinator what is overdue, needed and received, as plain text', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'analyst', 'request Annex A list 6');
    await fillIn(fortnight, 'inspector', 'request', {
      'What is asked for?': 'Minutes of the corporate parenting board',
      Kind: 'document',
      'Of whom?': 'the democratic services officer',
      'Needed by': '2013-11-25',
    });
    await judge(fortnight, 'lead', 'request supervision policy');
    await clockAt(fortnight, '2013-11-21 16:05');
    await fillIn(fortnight, 'lead', 'request received Q-003', {});
    const [shown] = (await judge(fortnight, 'lead', 'request list')).shown;
    expect(shown && wordsOf(shown.blocks).split('\n')).toEqual([
      'Northmoor: requests of the inspection team, Thursday 21 November 2013, 16:05',
      'Overdue',
      'Q-001  Annex A list 6 (asked by Fay Bright on 19 November 2013; needed by 20 November 2013)',
      'Still to come',
      'Q-002  Minutes of the corporate parenting board (from the democratic services officer; asked by Chi Lam on 19 November 2013; needed by 25 November 2013)',
      'Received today, with thanks',
      'Q-003  supervision policy (asked by Ana Reyes on 19 November 2013; needed by 20 November 2013)',
      'Follow up',
    ]);
    const followed = shown && told(await fortnight.as('lead').press(shown, 'Follow up'));
    expect(followed).toMatch(/2 requests still to come, 1 over\.\nQ-001 [^\n]*\nRead\nReceived\nTake back\nCorrect/);
    await clockAt(fortnight, '2013-11-21 17:30');
    expect(sentTo(fortnight, 'lead').at(-1)?.words).toContain(
      'Request Q-001 overdue since Wed 20 Nov\nReceived\nRead\nRequest Q-002 due Mon 25 Nov\nReceived',
    );
    const [board] = fortnight.slack.channel(teamChannel).pinned();
    expect(wordsOf(board?.blocks ?? [])).toContain('Request Q-001 overdue since Wed 20 Nov');
  });

  it('[CM30] is opened as a form by new, and by one word alone', async () => {
    const fortnight = await openNorthmoor();
    for (const words of ['request new', 'request mine']) {
      expect((await judge(fortnight, 'lead', words)).view).toBeDefined();
      await fortnight.as('lead').closeView();
    }
    expect(await storedOf(fortnight, 'RequestMade')).toEqual([]);
  });

  it('[CM33] says so where nothing is asked for', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'lead', 'request supervision policy');
    await fillIn(fortnight, 'lead', 'request received Q-001', {});
    await clockAt(fortnight, '2013-11-21 16:05');
    expect(told(await judge(fortnight, 'lead', 'request list'))).toContain('Nothing is asked for at present.');
  });

  it('[CM33] goes over several pages where there are many, each within a message', async () => {
    const fortnight = await openNorthmoor();
    for (let place = 1; place <= 45; place += 1)
      await fillIn(fortnight, 'inspector', 'request', {
        'What is asked for?': `The record of case C-${place} & all that belongs to it. ${'Please send it whole. '.repeat(40)}`,
      });
    expect(await storedOf(fortnight, 'RequestMade')).toHaveLength(45);
    for (const [words, more] of [
      ['request list', 'The other 25'],
      ['request list 3', 'Q-045'],
    ] as const) {
      const [shown] = (await judge(fortnight, 'lead', words)).shown;
      expect(shown && notInText(shown)).toEqual([]);
      expect(wordsOf(shown?.blocks ?? [])).toContain(more);
    }
    expect(told(await judge(fortnight, 'lead', 'request list 4'))).toContain('There is no such page.');
  });
});
