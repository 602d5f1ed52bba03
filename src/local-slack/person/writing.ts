import { tokenOf } from '../emulated.ts';
import { escapedText } from '../escape.ts';
import { NotPossible } from '../form/entering.ts';
import { app, newId } from '../identity.ts';
import type { Inside } from '../inside.ts';
import { type JsonObject, objectIn, textIn } from '../json.ts';
import { kindOf } from '../methods/access.ts';
import { permalinkOf } from '../methods/messages.ts';
import type { Posted } from '../shown.ts';
import type { Person } from '../workspace.ts';
import type { Delivering } from './delivering.ts';

/** What a person writes, in the shapes in which Slack gives it to an app. */
export const createWriting = (
  { board, directory, emulated, newTime }: Inside,
  delivering: Delivering,
  person: Person,
) => {
  const team = person.team ?? directory.team.id;

  const seen = (channel: string, ts: string): Posted => {
    const posted = board.find(channel, ts);
    if (!posted) throw new NotPossible(`${person.name} sees no such message in ${channel}`);
    return posted;
  };

  const write = async (channel: string, typed: string, more: JsonObject): Promise<string> => {
    const conversation = delivering.conversation(person, channel);
    const text = escapedText(typed);
    // A message that is nothing but files or somebody else's words has no text of its own.
    const asked = { channel, text: text || 'shared' };
    const answer = await emulated.ask('chat.postMessage', asked, tokenOf(person.id));
    if (answer.ok !== true) throw new NotPossible(`${person.name} cannot post in ${channel}: ${String(answer.error)}`);
    const { bot_id: _bot, app_id: _app, ...message } = objectIn(answer.message);
    const posted = board.put(channel, { ...message, text, team, ...more });
    if (conversation.members.has(app.userId)) {
      const kind = kindOf(conversation);
      await delivering.event(`message.${kind}`, {
        ...posted.message,
        type: 'message',
        channel,
        channel_type: { channels: 'channel', groups: 'group', im: 'im' }[kind],
      });
      await delivering.quiet();
    }
    return posted.ts;
  };

  return {
    /** Posts an ordinary message, or a reply in a thread, with files of these names, and gives its ts. */
    say: (
      channel: string,
      text: string,
      { thread, files }: { thread?: string; files?: string[] } = {},
    ): Promise<string> =>
      write(channel, text, {
        ...(thread ? { thread_ts: thread, parent_user_id: seen(channel, thread).by } : {}),
        ...(files
          ? {
              subtype: 'file_share',
              files: files.map((name) => ({ id: newId('F'), name, title: name, mode: 'hosted' })),
            }
          : {}),
      }),
    /** Writes one's own message anew. */
    rewrite: (channel: string, ts: string, text: string): void => {
      const { by, message } = seen(channel, ts);
      if (by !== person.id) throw new NotPossible(`${person.name} can edit only what they wrote`);
      const edited = { user: person.id, ts: newTime() };
      board.change(channel, { ...message, text: escapedText(text), edited });
    },
    /** Forwards a message into a channel, with words of one's own or none. */
    forward: ({ channel, ts }: { channel: string; ts: string }, to: string, text = ''): Promise<string> => {
      const original = seen(channel, ts);
      const { text: words, blocks = [], attachments, files, bot_id } = original.message;
      const author = directory.person(original.by)?.realName ?? original.by;
      const place = directory.conversation(channel);
      const shared = {
        is_share: true,
        is_msg_unfurl: true,
        ts,
        author_id: original.by,
        author_name: author,
        channel_id: channel,
        channel_name: place?.direct ? 'Direct Message' : textIn(place?.name),
        from_url: permalinkOf(directory.team.domain, original),
        text: words,
        fallback: `${author}: ${textIn(words)}`,
        footer: `Posted in #${textIn(place?.name)}`,
        message_blocks: [{ team, channel, ts, message: { blocks } }],
        attachments,
        files,
        bot_id,
      };
      return write(to, text, { attachments: [shared] });
    },
  };
};
