import type { MessageShortcut } from '@slack/bolt';
import type { Written } from '../../commands/contract.ts';
import { broken } from '../domain/text/typed.ts';
import { shortened } from '../words/fitting.ts';
import type { Room } from './listeners/room.ts';
import { momentOfTs, type Shape, shapesIn, textIn, wordsOfMessage } from './message-words.ts';
import { plainWords } from './text.ts';

/** A message out of which somebody records, as people read it: mentions as names, links as words, nothing marked up. */

/** How long a name is waited for: the form must open within three seconds. */
const patience = 1000;
/** A message to many mentions more people than are asked for; the others keep their id. */
const mostNames = 20;

/** What no record takes, and nobody sees: a message is not refused for it. */
const unkept = new RegExp(broken.source, 'gu');

const mentioned = (text: string): string[] => [...text.matchAll(/<@([UW][A-Z0-9]+)/g)].map(([, user]) => user ?? '');

/** A name, or the id where Slack does not give it in time. */
const nameOf = (room: Room, user: string): Promise<string> => {
  const asked = room.directory.person(user).then(
    ({ name }) => name,
    (error) => {
      room.fault(error);
      return user;
    },
  );
  return Promise.race([asked, new Promise<string>((resolve) => setTimeout(resolve, patience, user).unref())]);
};

const namesOf = async (room: Room, users: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const asked = [...new Set(users)].slice(0, mostNames);
  return new Map(await Promise.all(asked.map(async (user) => [user, await nameOf(room, user)] as const)));
};

/** Whoever stands above the message: under a name of an app's choosing, or their own, or as another organisation says it. */
const authorOf = (message: Shape, names: ReadonlyMap<string, string>): string => {
  const { user, username, bot_id, bot_profile, user_profile } = message;
  const known = names.get(textIn(user));
  const given = [
    bot_id ? username : '',
    known === user ? '' : known,
    shapesIn(user_profile)[0]?.real_name,
    username,
    shapesIn(bot_profile)[0]?.name,
    user,
  ];
  return shortened(given.map(textIn).find(Boolean) ?? 'an app', 80);
};

/** A reply is found in its thread only by a link that names the thread. */
const linkOf = ({ message, channel, team }: MessageShortcut): string => {
  const { ts, thread_ts: thread = ts } = message;
  const reply = thread === ts ? '' : `?thread_ts=${thread}&cid=${channel.id}`;
  return `https://${team?.domain ?? 'app'}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}${reply}`;
};

/** What the app is to Slack, so that it knows its own messages. */
type Ourselves = { botUserId?: string | undefined; botId?: string | undefined };

/** The message that a shortcut was used on. */
export const writtenIn = async (room: Room, shortcut: MessageShortcut, us: Ourselves): Promise<Written> => {
  const { message } = shortcut;
  // Whoever wrote what was forwarded is named in one of several ways, an app by the page of its bot.
  const isOurs = ({ user, author_id, bot_id, author_link }: Shape): boolean =>
    [user, author_id, bot_id, textIn(author_link).split('/').at(-1)].some(
      (id) => id && (id === us.botUserId || id === us.botId),
    );
  const { parts, writers, left } = wordsOfMessage(message, isOurs, room);
  const names = await namesOf(room, [...(message.user ? [message.user] : []), ...mentioned(parts.join())]);
  const words = (marked: string): string =>
    plainWords(marked, names).replace(/\r\n?/g, '\n').replace(unkept, '').trim();
  const said = parts.map(words).filter(Boolean);
  return {
    // Words in one line stay in one: several lines become several items.
    text: said.join(said.some((part) => part.includes('\n')) ? '\n' : ' · '),
    author: authorOf(message, names),
    at: momentOfTs(message.ts) ?? room.now(),
    link: linkOf(shortcut),
    edited: momentOfTs(shapesIn(message.edited)[0]?.ts),
    writers: writers.map(words),
    left,
    ours: isOurs(message),
  };
};
