import type { WebClient } from '@slack/web-api';
import type { Channel, InChannel } from '../../commands/contract.ts';
import type { Chosen } from '../domain/matters/start.ts';
import { neededScope, slackError } from './errors.ts';

/** How long what Slack says of a person is believed. Channels are asked about anew each time: what they are decides what is posted. */
const believed = 5 * 60_000;

/** So many people are asked about at once. */
const atOnce = 20;

/** `apart` is why somebody can join no team; null for full members. */
type Known = { chosen: Chosen; worksIn: string[]; ended: boolean; apart: string | null };

/** What Slack knows of people and channels. `now` in milliseconds. */
export const directory = (client: WebClient, team: string, now: () => number) => {
  const people = new Map<string, { until: number; known: Promise<Known> }>();

  const ask = async (user: string): Promise<Known> => {
    const { user: found } = await client.users.info({ user });
    const name = found?.profile?.real_name || found?.real_name || found?.name || user;
    // In an Enterprise Grid somebody's own workspace may be another of the organisation: Slack names all in which they work.
    const worksIn = [found?.team_id ?? team, found?.enterprise_user?.teams ?? []].flat();
    const why: [so: unknown, words: string][] = [
      [found?.deleted, 'their account has ended'],
      [found?.is_bot, 'an app'],
      [found?.is_stranger || !worksIn.includes(team), 'of another organisation'],
      [found?.is_restricted || found?.is_ultra_restricted, 'a guest'],
    ];
    const apart = why.find(([so]) => so)?.[1] ?? null;
    return { chosen: { team, user, name, fullMember: apart === null }, worksIn, ended: found?.deleted === true, apart };
  };

  const known = (user: string): Promise<Known> => {
    const kept = people.get(user);
    if (kept && kept.until > now()) return kept.known;
    const asked = ask(user);
    people.set(user, { until: now() + believed, known: asked });
    asked.catch(() => people.delete(user));
    return asked;
  };

  const channel = async (id: string): Promise<Channel> => {
    try {
      const { channel: found } = await client.conversations.info({ channel: id });
      return {
        id,
        private: Boolean(found?.is_private) && !found?.is_im && !found?.is_mpim,
        shared: Boolean(
          found?.is_ext_shared || found?.is_pending_ext_shared || found?.is_shared || found?.is_org_shared,
        ),
        archived: Boolean(found?.is_archived),
        appIsIn: found?.is_member !== false,
      };
    } catch (error) {
      const refused = slackError(error);
      // A private channel that the app was not invited to does not exist for it.
      if (refused === 'channel_not_found') return { id, private: true, shared: false, archived: false, appIsIn: false };
      // Of direct messages the app is told nothing: it asks for no scope to read them.
      if (refused === 'missing_scope' && /\b(im|mpim):read\b/.test(neededScope(error)))
        return { id, private: false, shared: false, archived: false, appIsIn: true };
      throw error;
    }
  };

  const membersOf = async (id: string): Promise<string[]> => {
    const members: string[] = [];
    for await (const page of client.paginate('conversations.members', { channel: id, limit: 200 })) {
      members.push(...((page as { members?: string[] }).members ?? []));
    }
    return members;
  };

  /** What was believed of a person is no longer. */
  const forget = (user: string): void => void people.delete(user);

  return {
    person: async (user: string): Promise<Chosen> => (await known(user)).chosen,
    /** Whether somebody works in this workspace, whose own is another of the same organisation. */
    worksHere: async (user: string, own: string): Promise<boolean> => {
      const { worksIn } = await known(user);
      return worksIn.includes(team) && worksIn.includes(own);
    },
    /** Whether their account has ended. */
    hasEnded: async (user: string): Promise<boolean> => (await known(user)).ended,
    channel,
    membersOf,
    /** Everybody in a channel but `app`, as a team is chosen from them. */
    everybodyIn: async (id: string, app: string): Promise<InChannel> => {
      const users = (await membersOf(id)).filter((user) => user !== app);
      const all: (Known | null)[] = [];
      // So many at once; of whom Slack will not say more now is none the less said that they are there.
      for (let from = 0; from < users.length; from += atOnce)
        all.push(...(await Promise.all(users.slice(from, from + atOnce).map((user) => known(user).catch(() => null)))));
      const found = all.filter((each) => each !== null);
      const unknown = all.length - found.length;
      return {
        full: found.filter(({ apart }) => apart === null).map(({ chosen }) => chosen),
        others: [
          ...found.flatMap(({ chosen, apart }) => (apart === null ? [] : [`${chosen.name} (${apart})`])),
          ...(unknown > 0 ? [`${unknown} of whom Slack says nothing just now`] : []),
        ],
      };
    },
    forget,
  };
};

export type Directory = ReturnType<typeof directory>;
