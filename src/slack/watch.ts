import type { Inspection } from '../domain/inspection.ts';
import { waitingForPerson } from '../domain/left-behind.ts';
import { leadersOf, leadOf, restrictedReadersOf } from '../domain/standing.ts';
import { accountDeactivated, strangerJoined, strangersInChannel } from '../words/happenings.ts';
import { leftInWords } from '../words/leavers.ts';
import type { Message } from '../words/message.ts';
import { restrictedCame } from '../words/whistleblowing.ts';
import type { Shell } from './shell.ts';

/** Tells the lead who reads along in the team channel without being on the team. */
export const watch = ({ inspections, sender, directory, app, fault }: Shell) => {
  const { tell } = sender;

  const onTeam = (inspection: Inspection, user: string): boolean =>
    user === app.user || inspection.members.some((member) => member.person.user === user);

  const namesOf = async (users: readonly string[]): Promise<string[]> =>
    Promise.all(users.map(async (user) => (await directory.person(user)).name));

  /** Before the first posting: everybody in the channel who is not on the team. Says nothing where there is nobody. */
  const tellOfStrangers = async (inspection: Inspection): Promise<void> => {
    const lead = leadOf(inspection)?.person.user;
    const members = await directory.membersOf(inspection.channel.id);
    const strangers = members.filter((user) => !onTeam(inspection, user));
    if (!lead || strangers.length === 0) return;
    await tell(lead, strangersInChannel(inspection.authority, await namesOf(strangers)));
  };

  /** Somebody joined a channel. */
  const joined = async (channel: { team: string; id: string }, user: string): Promise<void> => {
    const inspection = await inspections.inChannel(channel);
    const lead = inspection && !inspection.sealed ? leadOf(inspection)?.person.user : undefined;
    if (!inspection || !lead || onTeam(inspection, user)) return;
    const { name } = await directory.person(user);
    await tell(lead, strangerJoined(inspection.authority, name));
  };

  /** Tells whoever leads a running inspection, the lead before the deputy, and nobody who is the news themselves. */
  const tellLead = async (inspection: Inspection, message: Message, notTo: string | null): Promise<void> => {
    if (inspection.sealed) return;
    const lead = leadersOf(inspection).find(({ person }) => person.user !== notTo);
    if (lead) await tell(lead.person.user, message);
  };

  /**
   * Something restricted came in: those who may read it are told that, and nothing of it; its recorder has a receipt. Told once
   * and claimed nowhere, since a claim would stand in the ordinary record: one who cannot be told is a fault in the log, keeps
   * nobody else from being told, and finds it with /judge whistleblow.
   */
  const restrictedRecorded = async (inspection: Inspection, recorder: string): Promise<void> => {
    for (const { person } of restrictedReadersOf(inspection))
      if (person.user !== recorder) await tell(person.user, restrictedCame(inspection)).catch(fault);
  };

  /** Something happened to a channel. Its running inspection is told of in these words. */
  const channelChanged = async (
    channel: { team: string; id: string },
    words: (authority: string) => Message,
  ): Promise<void> => {
    const inspection = await inspections.inChannel(channel);
    if (inspection) await tellLead(inspection, words(inspection.authority), null);
  };

  /** What is known of accounts that are no more: each is told of once in each inspection, however often Slack says so. */
  const deactivated = new Set<string>();

  /** Slack says something of a person. Only that they were deactivated matters. */
  const personChanged = async (user: string, isDeactivated: boolean): Promise<void> => {
    directory.forget(user);
    for (const inspection of await inspections.running()) {
      const member = inspection.members.find(({ person }) => person.user === user);
      const known = `${inspection.id} ${user}`;
      if (!isDeactivated) deactivated.delete(known);
      else if (member && !deactivated.has(known)) {
        deactivated.add(known);
        const waiting = leftInWords(waitingForPerson(inspection, member.person));
        await tellLead(inspection, accountDeactivated(inspection.authority, member.name, waiting), user);
      }
    }
  };

  return { tellOfStrangers, joined, tellLead, restrictedRecorded, channelChanged, personChanged };
};

export type Watch = ReturnType<typeof watch>;
