import type { MessageShortcut } from '@slack/bolt';
import type { Written } from '../../commands/contract.ts';
import { shortened } from '../words/fitting.ts';
import type { Room } from './listeners/room.ts';
import { unescaped } from './text.ts';

/** A message out of which somebody records, as people read it: mentions as names, links as words, nothing marked up. */

/** How long a name is waited for: the form must open within three seconds. */
const patience = 1000;
/** A message to many mentions more people than are asked for; the others keep their id. */
const mostNames = 20;

const mentioned = (text: string): string[] => [...text.matchAll(/<@([UW][A-Z0-9]+)/g)].map(([, user]) => user ?? '');

/** A name, or the id where Slack does not give it in time. */
const nameOf = async (room: Room, user: string): Promise<string> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(user), patience);
  });
  const asked = room.directory.person(user).then(
    ({ name }) => name,
    (error) => {
      room.fault(error);
      return user;
    },
  );
  const name = await Promise.race([asked, late]);
  clearTimeout(timer);
  return name;
};

const namesOf = async (room: Room, users: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const asked = [...new Set(users)].slice(0, mostNames);
  return new Map(await Promise.all(asked.map(async (user) => [user, await nameOf(room, user)] as const)));
};

/** One of Slack's references, `<...>`, in words. The name of a channel is said only where the message itself says it. */
const inWords = (reference: string, names: ReadonlyMap<string, string>): string => {
  const [target = '', label = ''] = reference.split('|');
  if (target.startsWith('@')) return `@${names.get(target.slice(1)) ?? (label || target.slice(1))}`;
  if (target.startsWith('#')) return label ? `#${label}` : 'a channel';
  if (target.startsWith('!')) return label || `@${target.slice(1).split('^')[0]}`;
  if (!label || target.endsWith(label)) return label || target.replace(/^(mailto|tel):/, '');
  return /^https?:/.test(target) ? `${label} (${target})` : label;
};

export const plainWords = (text: string, names: ReadonlyMap<string, string>): string =>
  unescaped(text.replace(/<([^<>]+)>/g, (_, reference: string) => inWords(reference, names)));

const authorOf = (message: MessageShortcut['message'], names: ReadonlyMap<string, string>): string => {
  const name = message.user ? (names.get(message.user) ?? message.user) : message.username;
  return shortened(typeof name === 'string' && name !== '' ? name : 'an app', 80);
};

/** The message that a shortcut was used on. */
export const writtenIn = async (room: Room, { message, channel, team }: MessageShortcut): Promise<Written> => {
  const { text = '', ts, user } = message;
  const names = await namesOf(room, [...(user ? [user] : []), ...mentioned(text)]);
  return {
    text: plainWords(text, names),
    author: authorOf(message, names),
    at: new Date(Math.floor(Number(ts) * 1000)).toISOString(),
    link: `https://${team?.domain ?? 'app'}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`,
  };
};
