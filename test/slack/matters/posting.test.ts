import { describe, expect, it } from 'vitest';
import type { Shown } from '../../../src/local-slack/index.ts';
import { watchedFiles } from '../../store/watched-files.ts';
import { grade, judge, record, storedOf, told, wordsOf } from '../../support/acts.ts';
import { type Fortnight, openFortnight, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const postButton = 'Post to the team channel';

const opened = async () => {
  const fortnight = await openNorthmoor();
  await record(fortnight, 'inspector', 'help - Late in two cases');
  await record(fortnight, 'inspector', 'help + Workers know the children well');
  await grade(fortnight, 'help', 'requires-improvement');
  return fortnight;
};

const preview = async (fortnight: Fortnight, who: 'lead' | 'deputy' = 'lead'): Promise<Shown> => {
  const [shown] = (await judge(fortnight, who, 'summary')).shown;
  if (!shown) throw new Error('There is no preview');
  return shown;
};

const buttonsIn = ({ blocks }: Shown): string => wordsOf(blocks.filter(({ type }) => type === 'actions'));

/** What stands in the team channel beside the board and what is in threads. */
const posted = (fortnight: Fortnight) =>
  fortnight.slack
    .channel(teamChannel)
    .messages()
    .slice(1)
    .filter(({ threadTs }) => threadTs === undefined);

const saidPosted = 'Posted to the team channel. The replies follow in its thread.';

describe('posting the summary', () => {
  it('[M6] [M7] posts what was previewed, once, and keeps it as posted', async () => {
    const fortnight = await opened();
    const shown = await preview(fortnight);
    expect(told(await fortnight.as('lead').press(shown, postButton))).toBe(saidPosted);
    const [message, ...more] = posted(fortnight);
    expect(more).toEqual([]);
    expect((await storedOf(fortnight, 'PostingClaimed')).filter(({ thread }) => thread)).toHaveLength(1);
    const [made] = await storedOf(fortnight, 'PostingMade');
    expect(made).toMatchObject({ channel: teamChannel, ts: message?.ts });
    for (const line of wordsOf(shown.blocks).split('\n').slice(0, -3)) expect(made?.text).toContain(line);
    await grade(fortnight, 'help', 'inadequate');
    expect((await storedOf(fortnight, 'PostingMade'))[0]).toEqual(made);
    expect(posted(fortnight)[0]?.text).toBe(message?.text);
  });

  it('[M6] posts once though the button is pressed twice, in one preview or in two', async () => {
    const fortnight = await opened();
    const [one, other] = [await preview(fortnight), await preview(fortnight, 'deputy')];
    const outcomes = await Promise.all([
      fortnight.as('lead').press(one, postButton),
      fortnight.as('lead').press(one, postButton),
      fortnight.as('deputy').press(other, postButton),
    ]);
    const answers = outcomes.map(told).join('\n');
    expect(answers).toContain(saidPosted);
    expect(posted(fortnight)).toHaveLength(1);
    expect(told(await fortnight.as('deputy').press(other, postButton))).toBe(
      'Ana Reyes posted this summary already. It stands in the channel.',
    );
    expect(posted(fortnight)).toHaveLength(1);
    expect(
      fortnight.slack.calls.filter(
        ({ method, arguments: { metadata } }) =>
          method === 'chat.postMessage' && /"posting":"summary \d+"/.test(JSON.stringify(metadata ?? '')),
      ),
    ).toHaveLength(1);
  });

  it('[M6] offers no button once it was posted, until something in it changes', async () => {
    const fortnight = await opened();
    await fortnight.as('lead').press(await preview(fortnight), postButton);
    fortnight.forward(60);
    const again = await preview(fortnight, 'deputy');
    expect(wordsOf(again.blocks)).toContain(
      'It was posted to the channel at 09:00 and nothing in it has changed since.',
    );
    expect(buttonsIn(again)).toBe('The replies');
    await record(fortnight, 'inspector', 'leaders + Plans are read');
    const changed = await preview(fortnight, 'deputy');
    expect(buttonsIn(changed)).toBe(`${postButton}\nThe replies`);
    await fortnight.as('deputy').press(changed, postButton);
    expect(posted(fortnight)).toHaveLength(2);
  });

  it('[M6] posts nothing from a preview that the record has left behind', async () => {
    const fortnight = await opened();
    const shown = await preview(fortnight);
    await grade(fortnight, 'help', 'inadequate');
    expect(told(await fortnight.as('lead').press(shown, postButton))).toBe(
      'The record has changed since this preview. Look at it again, then post.',
    );
    expect(posted(fortnight)).toEqual([]);
  });

  it('[M6] says what Slack refused, and posts when asked again', async () => {
    const fortnight = await opened();
    const first = await preview(fortnight);
    for (const [fault, name] of [
      [{ error: 'restricted_action' }, 'restricted_action'],
      [{ status: 429, retryAfter: 30 }, 'ratelimited'],
    ] as const) {
      fortnight.slack.fail('chat.postMessage', fault, 1);
      expect(told(await fortnight.as('lead').press(await preview(fortnight), postButton))).toBe(
        `Slack did not take it (${name}), so nothing was posted. Look at the summary again, then post.`,
      );
    }
    expect(await storedOf(fortnight, 'PostingRefused')).toHaveLength(2);
    expect(told(await fortnight.as('lead').press(first, postButton))).toContain('Slack did not take this one.');
    expect(posted(fortnight)).toEqual([]);
    expect(told(await fortnight.as('lead').press(await preview(fortnight), postButton))).toBe(saidPosted);
    expect(posted(fortnight)).toHaveLength(1);
  });

  it('[M6] never sends again by itself when the connection was lost, and says that nobody knows', async () => {
    const fortnight = await opened();
    fortnight.slack.fail('chat.postMessage', 'drop', 1);
    const answer = told(await fortnight.as('lead').press(await preview(fortnight), postButton));
    expect(answer).toContain('Slack did not say whether it was posted. Look in the channel');
    expect(answer).toContain(fortnight.faults.splice(0)[0]?.reference);
    expect(posted(fortnight)).toHaveLength(1);
    expect(await storedOf(fortnight, 'PostingMade')).toEqual([]);
    const again = wordsOf((await preview(fortnight)).blocks);
    expect(again).toContain(
      'Slack did not confirm the posting begun at 09:00. Look in the channel before you post again.',
    );
  });

  it.each(['drop', { status: 503 }] as const)(
    '[M6] lets the lead post again who looked and found nothing (%o)',
    async (fault) => {
      const fortnight = await opened();
      fortnight.slack.fail('chat.postMessage', fault, 1);
      const first = await preview(fortnight);
      await fortnight.as('lead').press(first, postButton);
      fortnight.faults.splice(0);
      expect(told(await fortnight.as('lead').press(first, postButton))).toContain('Look in the channel');
      const before = posted(fortnight).length;
      await fortnight.restart();
      expect(told(await fortnight.as('lead').press(await preview(fortnight), postButton))).toBe(saidPosted);
      expect(posted(fortnight)).toHaveLength(before + 1);
      expect(buttonsIn(await preview(fortnight))).toBe('The replies');
    },
  );

  it('[M6] says that it was posted, though the disk was full by then', async () => {
    const watched = watchedFiles(0);
    const fortnight = await openFortnight({ files: watched.files });
    await startNorthmoor(fortnight);
    const shown = await preview(fortnight);
    let writes = 0;
    watched.fate = ({ operation }) => {
      if (operation === 'write') writes += 1;
      return operation === 'write' && writes > 1 ? { fails: 'ENOSPC' } : 'goes ahead';
    };
    expect(told(await fortnight.as('lead').press(shown, postButton))).toBe(
      `Posted to the team channel, but that could not be noted in the record. Quote ${fortnight.faults.splice(0)[0]?.reference} to whoever runs Fortnight.`,
    );
    watched.fate = () => 'goes ahead';
    expect(posted(fortnight)).toHaveLength(1);
    expect(wordsOf((await preview(fortnight)).blocks)).toContain('Look in the channel before you post again.');
  });

  it('[M1] is refused in a channel that was shared, archived, made public or left since', async () => {
    const fortnight = await opened();
    const shown = await preview(fortnight);
    await fortnight.slack.setShared(teamChannel, true);
    expect(told(await fortnight.as('lead').press(shown, postButton))).toContain('shared with another organisation');
    await fortnight.slack.setShared(teamChannel, false);
    await fortnight.slack.kick(fortnight.slack.appUser, teamChannel);
    expect(told(await fortnight.as('lead').press(shown, postButton))).toContain('Type /invite @Fortnight there.');
    await fortnight.slack.invite(fortnight.slack.appUser, teamChannel);
    expect(await storedOf(fortnight, 'PostingClaimed')).toEqual([]);
    const direct = await fortnight.as('lead').directChannel();
    const [elsewhere] = (await fortnight.as('lead').command(direct, 'summary')).shown;
    await fortnight.slack.archive(teamChannel);
    if (elsewhere) expect(told(await fortnight.as('lead').press(elsewhere, postButton))).toContain('archived');
    expect(posted(fortnight)).toEqual([]);
    expect(
      fortnight.slack
        .directMessages(people.lead)
        .map(({ text }) => text)
        .join(),
    ).not.toContain('Late in two');
  });
});
