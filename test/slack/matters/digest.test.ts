import { describe, expect, it } from 'vitest';
import { fillIn, judge, record, storedOf, wordsOf } from '../../support/acts.ts';
import { clockAt, startOn } from '../../support/daily.ts';
import { type Fortnight, openFortnight } from '../../support/fortnight.ts';
import { notInText } from '../../support/shown.ts';
import { teamChannel } from '../../support/workspace.ts';

const northmoorOn = '2013-11-19';

/** What stands in the team channel beside the board. */
const posted = (fortnight: Fortnight) =>
  fortnight.slack
    .channel(teamChannel)
    .messages()
    .filter(({ text }) => text.includes('the day in counts'));

const opened = async (): Promise<Fortnight> => {
  const fortnight = await openFortnight();
  await startOn(fortnight, northmoorOn);
  await record(fortnight, 'inspector', 'help - C-1 Words that nobody else should read in the channel');
  await judge(fortnight, 'inspector', 'case sampled in-care');
  return fortnight;
};

describe('the digest in the team channel', () => {
  it('[HM13] is posted once a day at the set time where it is wanted, in counts alone', async () => {
    const fortnight = await opened();
    await fillIn(fortnight, 'lead', 'settings', { 'Channel digest': 'on' });
    await clockAt(fortnight, '2013-11-19 17:29');
    expect(posted(fortnight)).toEqual([]);
    await clockAt(fortnight, '2013-11-19 17:30');
    await clockAt(fortnight, '2013-11-19 17:31');
    const [digest, ...more] = posted(fortnight);
    expect(more).toEqual([]);
    const words = wordsOf(digest?.blocks ?? []);
    expect(words).toContain('Northmoor, day 1 of 19: the day in counts');
    expect(words).toContain('Today: 1 item: help and protection 1 · 1 case');
    expect(words).toContain('Cases: 1 registered (1 sampled)');
    expect(words).not.toMatch(/Words that nobody|Chi Lam|C-001/);
    expect(digest && notInText(digest)).toEqual([]);
    expect(await storedOf(fortnight, 'PostingMade', 'northmoor-2013-11-19')).toMatchObject([
      { posting: 'digest 2013-11-19', ts: digest?.ts },
    ]);
  });

  it('[HM14] is not begun where nothing is new, nor sent again where nobody knows whether it arrived', async () => {
    const fortnight = await opened();
    await fillIn(fortnight, 'lead', 'settings', { 'Channel digest': 'on' });
    await clockAt(fortnight, '2013-11-19 17:30');
    await clockAt(fortnight, '2013-11-20 17:30');
    expect(posted(fortnight)).toHaveLength(1);
    await record(fortnight, 'inspector', 'help - Late again');
    fortnight.slack.fail('chat.postMessage', 'drop', 3);
    await clockAt(fortnight, '2013-11-21 17:30');
    const before = posted(fortnight).length;
    await clockAt(fortnight, '2013-11-21 17:35');
    expect(posted(fortnight)).toHaveLength(before);
    expect(fortnight.faults.splice(0).length).toBeGreaterThan(0);
  });

  it('[HM13] is off at first', async () => {
    const fortnight = await opened();
    await clockAt(fortnight, '2013-11-19 17:30');
    expect(posted(fortnight)).toEqual([]);
  });
});
