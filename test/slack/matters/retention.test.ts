import { describe, expect, it } from 'vitest';
import { judge, openReadyToSign, record, signOff, stored, storedOf, told, wordsOf } from '../../support/acts.ts';
import { openFortnight, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const lastTold = (fortnight: Awaited<ReturnType<typeof openFortnight>>, who: string): string =>
  fortnight.slack
    .directMessages(who)
    .map(({ blocks }) => wordsOf(blocks))
    .filter((words) => words.includes('has been kept for'))
    .join('\n---\n');

describe('Retention', () => {
  it('[PD6] reminds lead and quality assurance manager once, also after a restart, and deletes nothing', async () => {
    const fortnight = await openFortnight({ retentionYears: 6 });
    await startNorthmoor(fortnight);
    await record(fortnight, 'inspector', 'help + Calls were answered.');
    const before = await stored(fortnight);

    await fortnight.strike('2018-11-19T12:00:00.000Z');
    expect(lastTold(fortnight, people.lead)).toBe('');
    await fortnight.strike('2019-11-20T12:00:00.000Z');
    await fortnight.strike('2019-11-21T12:00:00.000Z');
    await fortnight.restart();
    await fortnight.strike('2026-11-22T12:00:00.000Z');

    for (const who of [people.lead, people.qualityAssurance])
      expect(lastTold(fortnight, who).match(/has been kept for 6 years/g)).toHaveLength(1);
    expect(lastTold(fortnight, people.deputy)).toBe('');
    expect((await stored(fortnight)).slice(0, before.length)).toEqual(before);
    expect(await storedOf(fortnight, 'RetentionReached')).toHaveLength(1);
  });

  it('[PD6] is not decided by Fortnight: without a setting nobody is reminded', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.strike('2093-11-20T12:00:00.000Z');
    expect(await storedOf(fortnight, 'RetentionReached')).toEqual([]);
  });
});

describe('A message deleted in Slack', () => {
  it('[PD5] takes nothing out of the record: evidence from it, and what was posted, stay with their words', async () => {
    const fortnight = await openReadyToSign();
    const { slack } = fortnight;
    const inspector = fortnight.as('inspector');
    const ts = await inspector.say(teamChannel, 'Six calls were answered within ten minutes.');
    await inspector.messageShortcut('record_message', teamChannel, ts);
    await inspector.submit({ 'Judgement area': ['help-and-protection'], 'It is': 'context' });
    await inspector.closeView();
    await signOff(fortnight);
    const preview = await judge(fortnight, 'lead', 'summary');
    const [shown] = preview.shown;
    if (!shown) throw new Error('There is no preview');
    await fortnight.as('lead').press(shown, 'Post to the team channel');
    const before = await stored(fortnight);

    for (const message of slack.channel(teamChannel).messages()) await slack.deleteMessage(teamChannel, message.ts);
    expect((await stored(fortnight)).slice(0, before.length)).toEqual(before);
    expect(told(await judge(fortnight, 'lead', 'find calls answered'))).toContain('Six calls were answered');
    const [posted] = await storedOf(fortnight, 'PostingMade');
    expect(String(posted?.text)).toContain('overall effectiveness');
  });
});
