import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { paces } from '../../../src/slack/pace.ts';
import { sender } from '../../../src/slack/sender.ts';
import { tables } from '../../../src/slack/tables.ts';
import { message, paragraph } from '../../../src/words/message.ts';
import { type Fortnight, openFortnight } from '../../support/fortnight.ts';
import { teamChannel } from '../../support/workspace.ts';

const grades = message(paragraph('How it stands'), {
  table: {
    columns: [
      { head: 'Area', is: 'words' },
      { head: 'Grade', is: 'words' },
    ],
    rows: [{ cells: [['Leaders'], ['Good 🟩']], sentence: ['Leaders: Good 🟩'] }],
  },
});
const refusals = ['invalid_blocks', 'invalid_blocks_format', 'invalid_attachments', 'msg_blocks_too_long'];

/** The app's own way of sending, over its real client, at a clock of the test's. */
const sending = async () => {
  const fortnight = await openFortnight();
  const { slack, counts } = fortnight;
  let minutes = 0;
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.webApi,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 500,
  });
  const asking = tables(
    () => minutes * 60_000,
    (...what) => void counts.push(what.join(' ')),
  );
  const { say, change } = sender({
    client,
    appUser: slack.appUser,
    pace: paces(0, new AbortController().signal),
    tables: asking,
    now: () => '',
  });
  return { fortnight, say, change, wait: (more: number) => (minutes += more) };
};

const inChannel = ({ slack }: Fortnight) => slack.channel(teamChannel).messages();
/** The kinds of block of each message in the team channel. */
const kinds = (fortnight: Fortnight) => inChannel(fortnight).map(({ blocks }) => blocks.map(({ type }) => type));
const asTable = ['rich_text', 'table'];
const asLines = ['rich_text', 'rich_text'];
const asLinesCounted = ({ counts }: Fortnight) => counts.filter((each) => each.startsWith('table '));

describe('a table in a message that the app posts or changes', () => {
  it('[M24] is a table where Slack takes it, with its sentences in the text', async () => {
    const { fortnight, say, change } = await sending();
    const stands = await say(teamChannel, grades);
    await change(stands, grades);
    expect(kinds(fortnight)).toEqual([asTable]);
    expect(inChannel(fortnight)[0]?.text).toBe('How it stands\nLeaders: Good 🟩');
    expect(asLinesCounted(fortnight)).toEqual([]);
  });

  it.each(refusals)('[M24] is sent once more as lines where Slack refuses it by %s, and counted', async (error) => {
    const { fortnight, say, change, wait } = await sending();
    fortnight.slack.fail('chat.postMessage', { error }, 1);
    const stands = await say(teamChannel, grades);
    expect(kinds(fortnight)).toEqual([asLines]);
    wait(60);
    fortnight.slack.fail('chat.update', { error }, 1);
    await change(stands, grades);
    expect(kinds(fortnight)).toEqual([asLines]);
    expect(asLinesCounted(fortnight)).toEqual(['table chat.postMessage as lines', 'table chat.update as lines']);
  });

  it('[M24] is not asked for again until an hour has passed since it was refused', async () => {
    const { fortnight, say, change, wait } = await sending();
    fortnight.slack.fail('chat.postMessage', { error: 'invalid_blocks' }, 1);
    const stands = await say(teamChannel, grades);
    const before = fortnight.slack.calls.length;
    wait(59);
    await change(stands, grades);
    expect(fortnight.slack.calls.length - before).toBe(1);
    expect(kinds(fortnight)).toEqual([asLines]);
    wait(1);
    await change(stands, grades);
    expect(kinds(fortnight)).toEqual([asTable]);
  });

  it('[M24] is asked for again where the message was refused as lines too', async () => {
    const { fortnight, say } = await sending();
    fortnight.slack.fail('chat.postMessage', { error: 'invalid_blocks' }, 2);
    await expect(say(teamChannel, grades)).rejects.toThrow('invalid_blocks');
    await say(teamChannel, grades);
    expect(kinds(fortnight)).toEqual([asTable]);
  });

  it('[M24] is sent once where nobody knows whether it arrived', async () => {
    const { fortnight, say } = await sending();
    fortnight.slack.fail('chat.postMessage', 'drop', 1);
    await expect(say(teamChannel, grades)).rejects.toThrow();
    expect(kinds(fortnight)).toEqual([asTable]);
  });
});
