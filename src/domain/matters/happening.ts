import { z } from 'zod';
import type { Inspection } from '../inspection.ts';
import { matter, type Of } from '../matter.ts';
import { type Decision, refuse } from '../refusal.ts';
import { personOnTeam } from '../standing.ts';

/*
 * What happens at Slack that whoever leads must hear of: as events tell of it, and as it is found when the app looks at the
 * channel. It is kept before anybody is told, so that what is to be said outlives a failure of Slack and of the app.
 */

/** What keeps the board and summaries out of the team channel. */
export const troubles = ['archived', 'removed', 'shared', 'public'] as const;
export type Trouble = (typeof troubles)[number];

const all = z.array(z.enum(troubles));
/** Somebody in the channel who is not on the team, with the name they had then. */
const reader = z.strictObject({ user: z.string(), name: z.string() });
const found = { came: z.array(reader), left: z.array(z.string()) };

/** Everything that is wrong with the channel, as it stands. */
const noteChannel = z.strictObject({ type: z.literal('NoteChannel'), troubles: all });
const noteReaders = z.strictObject({ type: z.literal('NoteReaders'), ...found });
const noteAccount = z.strictObject({ type: z.literal('NoteAccount'), user: z.string(), ended: z.boolean() });
const commands = [noteChannel, noteReaders, noteAccount] as const;

const channelFound = z.strictObject({ type: z.literal('ChannelFound'), troubles: all });
const readersFound = z.strictObject({ type: z.literal('ReadersFound'), ...found });
const accountFound = z.strictObject({ type: z.literal('AccountFound'), user: z.string(), ended: z.boolean() });
const events = [channelFound, readersFound, accountFound] as const;

/** What whoever leads is to be told, once under its name. */
export type Happening = { notice: string } & (
  | { what: Trouble | 'board replaced' }
  | { what: 'board not pinned'; refused: string }
  | { what: 'readers'; names: string[]; joined: boolean }
  | { what: 'account ended'; user: string }
);

/** Those in the channel who are not on the team, by when they were found. */
const readers = (inspection: Inspection): Happening[] => {
  const apart = [...inspection.readers].filter(([user]) => !personOnTeam(inspection, user)).map(([, each]) => each);
  return [...new Set(apart.map(({ version }) => version))].map((version) => {
    const together = apart.filter((each) => each.version === version);
    const joined = together.every((each) => each.joined);
    return { notice: `readers ${version}`, what: 'readers', names: together.map(({ name }) => name), joined };
  });
};

/** Everything that happened and still stands as it was found; nothing once the inspection is over. */
export const happenings = (inspection: Inspection): Happening[] => {
  const { boardReplaced, ended, pin, sealed, troubles } = inspection;
  if (sealed) return [];
  return [
    ...[...troubles].map(([what, version]): Happening => ({ notice: `channel ${what} ${version}`, what })),
    ...(boardReplaced ? [{ notice: `board replaced ${boardReplaced}`, what: 'board replaced' } as const] : []),
    ...(pin?.refused
      ? [{ notice: `board not pinned ${pin.version}`, what: 'board not pinned', refused: pin.refused } as const]
      : []),
    ...readers(inspection),
    ...[...ended]
      .filter(([user]) => personOnTeam(inspection, user))
      .map(([user, version]): Happening => ({ notice: `account ${user} ${version}`, what: 'account ended', user })),
  ];
};

const nothingNew = refuse(null, 'This is known already.');

const decide = (command: Of<typeof commands>, inspection: Inspection): Decision<Of<typeof events>> => {
  switch (command.type) {
    case 'NoteChannel': {
      const { troubles: now } = command;
      const same = now.length === inspection.troubles.size && now.every((each) => inspection.troubles.has(each));
      return same ? nothingNew : { events: [{ type: 'ChannelFound', troubles: now }] };
    }
    case 'NoteReaders': {
      const { came, left } = command;
      return came.length + left.length === 0 ? nothingNew : { events: [{ type: 'ReadersFound', came, left }] };
    }
    case 'NoteAccount': {
      const { user, ended } = command;
      const known = inspection.ended.has(user) === ended || !personOnTeam(inspection, user);
      return known ? nothingNew : { events: [{ type: 'AccountFound', user, ended }] };
    }
  }
};

declare module '../inspection.ts' {
  interface Inspection {
    /** What keeps the board out of the channel, by the version in which it was found. */
    troubles: Map<Trouble, number>;
    /** Those in the channel who were not on the team when they were found, by user id; whether they came to a channel where the board stood. */
    readers: Map<string, { name: string; version: number; joined: boolean }>;
    /** Whose account at Slack has ended, by user id: the version in which that was found. */
    ended: Map<string, number>;
  }
}

export const happeningMatter = matter({
  commands,
  events,
  sealed: false,
  begins: () => ({ troubles: new Map(), readers: new Map(), ended: new Map() }),
  decide,
  evolve: {
    ChannelFound: (inspection, { troubles: now }, { version }) => {
      inspection.troubles = new Map(now.map((each) => [each, inspection.troubles.get(each) ?? version]));
    },
    ReadersFound: ({ readers, board }, { came, left }, { version }) => {
      for (const user of left) readers.delete(user);
      for (const { user, name } of came) readers.set(user, { name, version, joined: board !== null });
    },
    AccountFound: ({ ended }, { user, ended: hasEnded }, { version }) => {
      if (hasEnded) ended.set(user, version);
      else ended.delete(user);
    },
  },
  moves: 'nothing',
  untold: ['ChannelFound', 'ReadersFound', 'AccountFound'],
});
