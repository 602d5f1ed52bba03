import { keptBlocks } from '../blocks.ts';
import type { Board } from '../board.ts';
import { app } from '../identity.ts';
import { type Inside, type Method, refused } from '../inside.ts';
import { type JsonObject, objectIn, objectsIn, textIn } from '../json.ts';
import { messageRefused } from '../limits/surfaces.ts';
import type { Posted } from '../shown.ts';
import { unreachable } from './access.ts';

const withBlocks = (asked: JsonObject): JsonObject =>
  'blocks' in asked ? { ...asked, blocks: keptBlocks(asked.blocks) } : asked;

/** A message of the app as Slack gives it: with the bot and the app that posted it. */
export const byTheApp = (message: JsonObject, team: string): JsonObject => ({
  ...message,
  bot_id: app.botId,
  app_id: app.id,
  team,
  bot_profile: { id: app.botId, app_id: app.id, name: app.name, team_id: team, deleted: false, updated: 0 },
});

const post: Method = async (asked, { directory, board, emulated }) => {
  const to = textIn(asked.channel);
  const person = directory.person(to);
  const publicToo = directory.scopes.includes('chat:write.public') ? 'open' : 'join';
  const refusal = (person ? undefined : unreachable(directory, to, publicToo)) ?? messageRefused(asked);
  if (refusal) return refusal;
  if (person && (person.kind === 'deactivated' || person.kind === 'bot')) return refused('channel_not_found');
  const answer = await emulated.ask('chat.postMessage', withBlocks(asked), app.botToken);
  if (answer.ok !== true) return answer;
  const channel = textIn(answer.channel);
  if (person && !directory.direct(person.id)) directory.addDirect(channel, person.id);
  const message = byTheApp(objectIn(answer.message), directory.team.id);
  board.put(channel, message);
  return { ...answer, message };
};

/** Something done within a conversation that the app is in. */
const within =
  (act: (channel: string, asked: JsonObject, inside: Inside) => Promise<JsonObject>): Method =>
  (asked, inside) => {
    const channel = textIn(asked.channel);
    return unreachable(inside.directory, channel, 'join') ?? act(channel, asked, inside);
  };

const update = within(async (channel, asked, { directory, board, emulated }) => {
  const refusal = messageRefused(asked);
  if (refusal) return refusal;
  const answer = await emulated.ask('chat.update', withBlocks(asked), app.botToken);
  if (answer.ok !== true) return answer;
  const message = byTheApp(objectIn(answer.message), directory.team.id);
  board.change(channel, message);
  return { ...answer, message };
});

/** Asks emulate, and does the same here once that was done. */
const passedOn = (method: string, here: (board: Board, channel: string, asked: JsonObject) => void): Method =>
  within(async (channel, asked, { board, emulated }) => {
    const answer = await emulated.ask(method, asked, app.botToken);
    if (answer.ok === true) here(board, channel, asked);
    return answer;
  });

const remove = passedOn('chat.delete', (board, channel, asked) => board.remove(channel, textIn(asked.ts)));
const pin = passedOn('pins.add', (board, channel, asked) => board.pin(channel, textIn(asked.timestamp)));
const unpin = passedOn('pins.remove', (board, channel, asked) => board.unpin(channel, textIn(asked.timestamp)));

const postEphemeral = within(async (channel, asked, { board, emulated }) => {
  const refusal = messageRefused(asked, 'answer');
  if (refusal) return refusal;
  const given = withBlocks(asked);
  const answer = await emulated.ask('chat.postEphemeral', given, app.botToken);
  if (answer.ok === true)
    board.show({
      channel,
      ts: textIn(answer.message_ts),
      to: textIn(asked.user),
      text: textIn(asked.text),
      blocks: keptBlocks(given.blocks),
      via: 'chat.postEphemeral',
    });
  return answer;
});

/** A reply's link names its thread too. */
export const permalinkOf = (domain: string, { channel, ts, threadTs }: Posted): string => {
  const thread = threadTs && threadTs !== ts ? `?thread_ts=${threadTs}&cid=${channel}` : '';
  return `https://${domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}${thread}`;
};

const getPermalink: Method = (asked, { directory, board }) => {
  const [channel, ts] = [textIn(asked.channel), textIn(asked.message_ts)];
  const refusal = unreachable(directory, channel, 'open');
  if (refusal) return refusal;
  const posted = board.find(channel, ts);
  if (!posted) return refused('message_not_found');
  return { ok: true, channel, permalink: permalinkOf(directory.team.domain, posted) };
};

const uploadUrl: Method = async (asked, { emulated, origin }) => {
  const answer = await emulated.ask('files.getUploadURLExternal', asked, app.botToken);
  if (answer.ok !== true) return answer;
  return { ...answer, upload_url: `${origin()}${new URL(textIn(answer.upload_url)).pathname}` };
};

/** Uploaded files end up as messages in the channels they are shared to. */
const completeUpload: Method = async (asked, { directory, board, emulated }) => {
  const to = textIn(asked.channel_id);
  const refusal = to && !directory.person(to) ? unreachable(directory, to, 'join') : undefined;
  if (refusal) return refusal;
  const answer = await emulated.ask('files.completeUploadExternal', asked, app.botToken);
  if (answer.ok !== true) return answer;
  const files = objectsIn(answer.files);
  const shares = objectIn(files[0]?.shares);
  for (const [channel, shared] of Object.entries({ ...objectIn(shares.public), ...objectIn(shares.private) })) {
    const person = directory.person(to);
    if (person && !directory.direct(person.id)) directory.addDirect(channel, person.id);
    for (const { ts } of objectsIn(shared))
      board.put(
        channel,
        byTheApp(
          { type: 'message', subtype: 'file_share', user: app.userId, ts, text: textIn(asked.initial_comment), files },
          directory.team.id,
        ),
      );
  }
  return answer;
};

export const messageMethods: Record<string, Method> = {
  'chat.postMessage': post,
  'chat.update': update,
  'chat.delete': remove,
  'chat.postEphemeral': postEphemeral,
  'chat.getPermalink': getPermalink,
  'pins.add': pin,
  'pins.remove': unpin,
  'files.getUploadURLExternal': uploadUrl,
  'files.completeUploadExternal': completeUpload,
};
