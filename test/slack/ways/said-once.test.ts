import { describe, expect, it } from 'vitest';
import { record, storedOf, wordsOf } from '../../support/acts.ts';
import { clockAt } from '../../support/daily.ts';
import { type Fortnight, openFortnight, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

/** The messages to somebody in which this is said. */
const saying = (fortnight: Fortnight, who: Who, words: string): string[] =>
  fortnight.slack
    .directMessages(people[who])
    .map(({ text }) => text)
    .filter((text) => text.includes(words));

const pinned = (fortnight: Fortnight) => fortnight.slack.channel(teamChannel).pinned();
const boardWords = (fortnight: Fortnight): string =>
  wordsOf(fortnight.slack.channel(teamChannel).messages()[0]?.blocks ?? []);

const shared = 'shared with another organisation';
/** What happens, and what the lead is told of it. */
const happenings = [
  ['another organisation can read the channel', shared, (f: Fortnight) => f.slack.setShared(teamChannel, true)],
  ['somebody joined', 'Ida North joined the channel', (f: Fortnight) => f.slack.invite(people.outsider, teamChannel)],
  ['the channel was archived', 'the team channel was archived', (f: Fortnight) => f.slack.archive(teamChannel)],
  ['an account ended', 'account of Chi Lam', (f: Fortnight) => f.slack.setDeactivated(people.inspector, true)],
] as const;

describe('what must be said once', () => {
  it.each(happenings)('[H14] is said in the next minute where Slack failed at first: %s', async (_, words, happens) => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('conversations.open', { status: 500 }, 1);
    await happens(fortnight);
    expect(saying(fortnight, 'lead', words)).toEqual([]);
    expect(fortnight.faults.splice(0)).toHaveLength(1);
    await clockAt(fortnight, '2013-11-19 09:10');
    await clockAt(fortnight, '2013-11-19 09:11');
    expect(saying(fortnight, 'lead', words)).toHaveLength(1);
  });

  it.each(happenings)('[H14] is said after a restart where Slack asked for a pause: %s', async (_, words, happens) => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('chat.postMessage', { status: 429, retryAfter: 30 }, 1);
    await happens(fortnight);
    expect(saying(fortnight, 'lead', words)).toEqual([]);
    fortnight.faults.splice(0);
    await fortnight.restart();
    await clockAt(fortnight, '2013-11-19 09:10');
    await fortnight.restart();
    await clockAt(fortnight, '2013-11-19 09:11');
    expect(saying(fortnight, 'lead', words)).toHaveLength(1);
  });

  it('[H14] stands once where its sending arrived and nobody learned of it before the app was restarted', async () => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('chat.postMessage', 'drop', 1);
    await fortnight.slack.setShared(teamChannel, true);
    fortnight.faults.splice(0);
    await fortnight.restart();
    await clockAt(fortnight, '2013-11-19 09:10');
    expect(saying(fortnight, 'lead', shared)).toHaveLength(1);
  });

  it('[H14] reaches the deputy where Slack will not take it for the lead', async () => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('conversations.open', { error: 'user_disabled' }, 1);
    await fortnight.slack.setShared(teamChannel, true);
    expect([saying(fortnight, 'lead', shared).length, saying(fortnight, 'deputy', shared).length]).toEqual([0, 1]);
    fortnight.faults.splice(0);
  });

  it('[H14] who reads along is said though Slack did not say who is in the channel at first', async () => {
    const fortnight = await openFortnight();
    fortnight.slack.fail('conversations.members', { status: 500 }, 3);
    await startNorthmoor(fortnight);
    await fortnight.slack.invite(people.outsider, teamChannel);
    await expect.poll(() => saying(fortnight, 'lead', 'Ida North').length, { timeout: 20_000 }).toBe(1);
    fortnight.faults.splice(0);
  });

  it('[H14] somebody who leaves and comes back is told of each time', async () => {
    const fortnight = await openNorthmoor();
    for (const _ of [1, 2]) {
      await fortnight.slack.invite(people.outsider, teamChannel);
      await fortnight.slack.kick(people.outsider, teamChannel);
    }
    expect(saying(fortnight, 'lead', 'Ida North joined the channel')).toHaveLength(2);
  });
});

describe('what happened while the app was down', () => {
  it('[H15] is found when it starts again, and said once', async () => {
    const fortnight = await openNorthmoor();
    const { slack } = fortnight;
    await fortnight.restart(async () => {
      await slack.invite(people.outsider, teamChannel);
      await slack.setDeactivated(people.qualityAssurance, true);
      await slack.kick(people.inspector, teamChannel);
      await slack.setDeactivated(people.inspector, true);
      await slack.setShared(teamChannel, true);
    });
    await slack.quiet();
    await fortnight.restart();
    await slack.quiet();
    for (const words of ['Ida North joined the channel', 'account of Gus Vale', 'account of Chi Lam', shared])
      expect(saying(fortnight, 'lead', words), words).toHaveLength(1);
  });

  it('[H15] a channel that was made public is said, and the board stands still until it is private again', async () => {
    const fortnight = await openNorthmoor();
    const before = boardWords(fortnight);
    await fortnight.restart(() => fortnight.slack.setPrivate(teamChannel, false));
    await fortnight.slack.quiet();
    expect(saying(fortnight, 'lead', 'was made public')).toHaveLength(1);
    await record(fortnight, 'inspector', 'help - Late in two cases');
    expect(boardWords(fortnight)).toBe(before);
    fortnight.slack.setPrivate(teamChannel, true);
    await record(fortnight, 'inspector', 'help - Late again');
    expect(boardWords(fortnight)).toContain('Help and protection\nnot judged yet ⬜\n+0 −2');
    fortnight.slack.setPrivate(teamChannel, false);
    await record(fortnight, 'inspector', 'help - Late once more');
    expect(saying(fortnight, 'lead', 'was made public')).toHaveLength(2);
  });
});

describe('the pin of the board', () => {
  it.each([
    ['fails', { status: 503 }],
    ['is not answered in time', 'timeout'],
    ['must wait', { status: 429, retryAfter: 1 }],
  ] as const)('[M23] is tried again without another change where it %s', async (_, fault) => {
    const fortnight = await openFortnight();
    fortnight.slack.fail('pins.add', fault, 1);
    await startNorthmoor(fortnight);
    await expect.poll(() => pinned(fortnight).length, { timeout: 20_000 }).toBe(1);
    await fortnight.slack.quiet();
    expect(await storedOf(fortnight, 'PinFound')).toMatchObject([{ refused: null }]);
    fortnight.faults.splice(0);
  });

  it('[M23] is set after a restart that came between the board and its pin', async () => {
    const fortnight = await openFortnight();
    fortnight.slack.fail('pins.add', { status: 429, retryAfter: 600 }, 1);
    await startNorthmoor(fortnight);
    expect(pinned(fortnight)).toEqual([]);
    await fortnight.restart();
    await fortnight.slack.quiet();
    expect(pinned(fortnight)).toHaveLength(1);
    expect(fortnight.slack.channel(teamChannel).messages()).toHaveLength(1);
  });

  it.each(['too_many_pins', 'restricted_action', 'not_pinnable'])(
    '[M23] that Slack refuses (%s) is said on the board and to the lead, once, and is tried again with the next change',
    async (error) => {
      const fortnight = await openFortnight();
      fortnight.slack.fail('pins.add', { error }, 3);
      await startNorthmoor(fortnight);
      await fortnight.slack.quiet();
      expect(boardWords(fortnight)).toContain('This board is not pinned');
      expect(saying(fortnight, 'lead', 'is not pinned')).toHaveLength(1);
      await record(fortnight, 'inspector', 'help - Late in two cases');
      expect(pinned(fortnight)).toHaveLength(1);
      expect(boardWords(fortnight)).not.toContain('not pinned');
      expect(saying(fortnight, 'lead', 'is not pinned')).toHaveLength(1);
    },
  );
});
