import type { Posted, Shown } from '../../local-slack/index.ts';
import type { Played } from '../playing.ts';
import type { Session } from '../session.ts';
import { idOf } from '../workspace.ts';
import type { Seen, SeenConversation, SeenMessage } from './wire.ts';

const posted = ({ ts, by, text, blocks, edited, files }: Posted, replies: readonly Posted[]): SeenMessage => ({
  ts,
  by,
  text,
  blocks,
  edited,
  onlyYou: false,
  files,
  replies: replies.map((reply) => posted(reply, [])),
});

/** Each message with its thread. A reply whose message is gone stands by itself. */
const threaded = (all: readonly Posted[]): SeenMessage[] => {
  const known = new Set(all.map(({ ts }) => ts));
  const threadOf = ({ ts, threadTs }: Posted): string => (threadTs && known.has(threadTs) ? threadTs : ts);
  const threads = new Map<string, Posted[]>();
  for (const each of all) threads.set(threadOf(each), [...(threads.get(threadOf(each)) ?? []), each]);
  return all
    .filter((each) => threadOf(each) === each.ts)
    .map((each) => posted(each, threads.get(each.ts)?.filter((reply) => reply !== each) ?? []));
};

const shown = ({ ts, text, blocks }: Shown, by: string): SeenMessage => ({
  ts,
  by,
  text,
  blocks,
  edited: false,
  onlyYou: true,
  files: [],
  replies: [],
});

const older = (one: { ts: string }, other: { ts: string }): number => (one.ts < other.ts ? -1 : 1);

/** Everything that one person sees at this moment, and nothing that they do not. */
export const seenBy = (
  session: Session,
  me: string,
  played: Played | null,
): Omit<Seen, 'version' | 'started' | 'answered'> => {
  const { setting, slack, clock } = session;
  const conversations = slack.conversationsOf(me).map((conversation): SeenConversation => {
    const { id, name, direct, members } = conversation;
    const channel = slack.channel(id);
    return {
      id,
      name: direct === undefined ? name : 'Fortnight',
      direct: direct !== undefined,
      private: conversation.private,
      shared: conversation.shared,
      archived: conversation.archived,
      members: [...members].filter((member) => member !== slack.appUser).length,
      messages: [
        ...threaded(channel.messages()),
        ...slack.ephemeral(me, id).map((message) => shown(message, slack.appUser)),
      ].sort(older),
      pinned: channel.pinned().map((each) => posted(each, [])),
    };
  });
  return {
    me,
    people: setting.people.map(({ name, is }) => ({ id: idOf(setting, name), name, is })),
    app: slack.appUser,
    workspace: setting.workspace.name,
    now: clock.now().toISOString(),
    timeZone: setting.timeZone,
    conversations: conversations.sort((one, other) => Number(one.direct) - Number(other.direct)),
    home: slack.home(me) ?? null,
    forms: slack.person(me).views(),
    played,
  };
};
