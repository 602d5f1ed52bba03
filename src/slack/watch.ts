import type { Channel, Reply } from '../../commands/contract.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Trouble } from '../domain/matters/happening.ts';
import { wantsReminders } from '../domain/matters/personal.ts';
import { type Person, samePerson } from '../domain/people.ts';
import { personOnTeam, restrictedReadersOf, succession } from '../domain/standing.ts';
import { welcome } from '../words/coming-in.ts';
import type { Message } from '../words/message.ts';
import { restrictedCame } from '../words/whistleblowing.ts';
import { reference } from './faults.ts';
import type { NoticesSent } from './outbox/notice.ts';
import type { Shell } from './shell.ts';

const troublesOf = ({ archived, appIsIn, shared, private: isPrivate }: Channel): Trouble[] => [
  ...(archived ? (['archived'] as const) : []),
  ...(appIsIn ? [] : (['removed'] as const)),
  ...(shared ? (['shared'] as const) : []),
  ...(isPrivate ? [] : (['public'] as const)),
];

/** Notes in the record what happens at Slack that whoever leads must hear of: the notices that are due say the rest. */
type Told = Extract<Reply, { tell: unknown }>['tell'];
/** Before anything was told. */
const longAgo = '2000-01-01T00:00:00.000Z';

export const watch = (
  { inspections, sender, duty, directory, app, now, chance, inHand, fault }: Shell,
  notices: Pick<NoticesSent, 'changed'>,
  /** Looks at an inspection's channel, and shows its board. */
  lookAt: (id: string) => void,
) => {
  /** Whose channel was looked through since the app started: events tell of the rest. */
  const looked = new Set<string>();
  /** Who came, by inspection and user id, until they are noted: also somebody who was there before. */
  const arrived = new Set<string>();
  /** What was told once since the app started, by inspection, person and name: Slack is asked about what was told before. */
  const told = new Set<string>();

  /** Keeps what was found, and says whether it was news. Whoever is to hear of it is told. */
  const note = async ({ id, board }: Inspection, command: unknown): Promise<boolean> => {
    const by = { person: app, at: now(), request: `found ${reference(chance(6))}` };
    if ('refusals' in (await inspections.record(id, command, by))) return false;
    const told = notices.changed(id);
    // Before the first posting, whoever leads knows who reads along.
    if (!board) await told;
    return true;
  };

  const noteAccount = (inspection: Inspection, user: string, ended: boolean): Promise<boolean> =>
    note(inspection, { type: 'NoteAccount', user, ended });

  /** How the team channel is found. */
  const channelOf = async (inspection: Inspection): Promise<Channel> => {
    const channel = await directory.channel(inspection.channel.id);
    if (!inspection.sealed) await note(inspection, { type: 'NoteChannel', troubles: troublesOf(channel) });
    return channel;
  };

  /**
   * Who is in the channel without being on the team, once after each start and whenever somebody came. Whose account has ended
   * is in no channel, so Slack is asked about nobody else but those who lead or sign.
   */
  const lookThrough = async (inspection: Inspection, { appIsIn }: Channel): Promise<void> => {
    const { id, channel, members, readers, sealed } = inspection;
    if (sealed || !appIsIn || looked.has(id)) return;
    const there = await directory.membersOf(channel.id);
    const isNew = (user: string): boolean => !readers.has(user) || arrived.has(`${id} ${user}`);
    const strangers = there.filter((user) => user !== app.user && !personOnTeam(inspection, user) && isNew(user));
    const came = await Promise.all(
      strangers.map(async (user) => ({ user, name: (await directory.person(user)).name })),
    );
    await note(inspection, {
      type: 'NoteReaders',
      came,
      left: [...readers.keys()].filter((user) => !there.includes(user)),
    });
    for (const { person, role } of members)
      if (!there.includes(person.user) || role === 'lead' || role === 'deputy' || role === 'quality-assurance-manager')
        await noteAccount(inspection, person.user, await directory.hasEnded(person.user));
    for (const { user } of came) arrived.delete(`${id} ${user}`);
    looked.add(id);
  };

  const tellOnce = async (inspection: Inspection, user: string, message: Message, notice: string, since: string) => {
    const carries = { type: 'fortnight_notice', payload: { inspection: inspection.id, notice } };
    const channel = await sender.channelTo(user);
    if (!(await sender.standing(channel, carries, since))) await sender.say(channel, message, carries);
  };

  /** Who started an inspection need not be on its team. */
  const nameOf = async ({ names }: Inspection, { user }: Person): Promise<string> =>
    names.get(user) ?? (await directory.person(user)).name;

  const runningIn = async (channel: { team: string; id: string }): Promise<Inspection | null> => {
    const inspection = await inspections.inChannel(channel);
    return inspection && !inspection.sealed ? inspection : null;
  };

  return {
    note,
    channelOf,
    lookThrough,
    /** Somebody joined a channel. */
    joined: async (channel: { team: string; id: string }, user: string): Promise<void> => {
      const inspection = await runningIn(channel);
      if (!inspection || personOnTeam(inspection, user)) return;
      arrived.add(`${inspection.id} ${user}`);
      looked.delete(inspection.id);
      // Who came is known here alone.
      if (!duty.isHere()) await lookThrough(inspection, await channelOf(inspection));
      lookAt(inspection.id);
    },
    /** Something happened to a channel. */
    channelChanged: async (channel: { team: string; id: string }, trouble: Trouble): Promise<void> => {
      const inspection = await runningIn(channel);
      if (inspection)
        await note(inspection, {
          type: 'NoteChannel',
          troubles: [...new Set([...inspection.troubles.keys(), trouble])],
        });
    },
    /** Slack says something of a person. Only whether their account has ended matters. */
    personChanged: async (user: string, ended: boolean): Promise<void> => {
      directory.forget(user);
      for (const inspection of await inspections.running()) await noteAccount(inspection, user, ended);
    },
    /** Tells whoever speaks for the team of a running inspection, claimed nowhere, unless they were told since then under this name. */
    tellLead: async (inspection: Inspection, message: Message, notice: string, since: string): Promise<void> => {
      const [next] = inspection.sealed ? [] : succession(inspection);
      if (next) await tellOnce(inspection, next.person.user, message, notice, since);
    },
    /** Tells this person of a running inspection once under a name, whatever was pressed how often. */
    tell: async (inspection: Inspection, { user, message, once }: Told): Promise<void> => {
      const to = user ?? succession(inspection)[0]?.person.user;
      const name = `${inspection.id} ${to} ${once}`;
      if (to === undefined || told.has(name)) return;
      told.add(name);
      await tellOnce(inspection, to, message, once, longAgo).catch((error: unknown) => {
        told.delete(name);
        throw error;
      });
    },
    /** Greets whoever came to the team with this entry, but for whoever brought them, and for those who want no reminders. Nobody waits for it. */
    greet: (inspection: Inspection, version: number, by: Person): Promise<void> =>
      inHand.during(async () => {
        const came = inspection.members.filter(
          ({ person }) => inspection.joined.get(person.user) === version && !samePerson(person, by),
        );
        for (const member of came)
          if (wantsReminders(inspection, member.person))
            await sender
              .tell(member.person.user, welcome(inspection, member, await nameOf(inspection, by)))
              .catch(fault);
      }),
    /**
     * Something restricted came in: those who may read it are told that, and nothing of it; its recorder has a receipt. Told once
     * and claimed nowhere, since a claim would stand in the ordinary record: one who cannot be told is a fault in the log, keeps
     * nobody else from being told, and finds it with /judge whistleblow.
     */
    restrictedRecorded: async (inspection: Inspection, recorder: string): Promise<void> => {
      for (const { person } of restrictedReadersOf(inspection))
        if (person.user !== recorder) await sender.tell(person.user, restrictedCame(inspection)).catch(fault);
    },
  };
};

export type Watch = ReturnType<typeof watch>;
