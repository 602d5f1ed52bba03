import { extend, type Inspection, type InspectionEvent } from '../../src/domain/inspection.ts';
import { samePerson } from '../../src/domain/people.ts';
import type { Decision } from '../../src/domain/refusal.ts';
import { refusalsOf } from '../../src/domain/refusals.ts';
import {
  decideRestricted,
  emptyRestricted,
  extendRestricted,
  type RestrictedEvent,
  type RestrictedRecord,
  restrictedCommand,
} from '../../src/domain/restricted.ts';
import { asked, type Entry, folded, minute, person } from '../support/given.ts';
import type { Who } from '../support/people.ts';
import type { Sent } from '../support/sent.ts';

/** One inspection with both its histories, as far as it has come. */
export type World = {
  inspection: Inspection;
  entries: Entry[];
  restricted: RestrictedRecord;
  restrictedEntries: { events: readonly RestrictedEvent[]; entered: Entry['entered'] }[];
};

/** One act in two worlds. `sent` holds what is sent in each; null where there it is not done at all. */
export type Step = { who: Who; into: 'ordinary' | 'restricted'; sent: readonly [Sent | null, Sent | null] };

export const same = (who: Who, sent: Sent): Step => ({ who, into: 'ordinary', sent: [sent, sent] });

export const begun = (entries: readonly Entry[]): World => ({
  inspection: folded(entries),
  entries: [...entries],
  restricted: emptyRestricted(),
  restrictedEntries: [],
});

/** A restricted command as it was sent: read at its door, then decided. */
export const decidedRestricted = (world: World, sent: Sent, who: Who, at: string): Decision<RestrictedEvent> => {
  const read = restrictedCommand.safeParse(sent);
  return read.success
    ? decideRestricted(read.data, world.restricted, world.inspection, { person: person(who), at })
    : refusalsOf(read.error, world.inspection);
};

const keepOrdinary = (world: World, events: InspectionEvent[], who: Who, at: string): void => {
  const entered = { person: person(who), at, version: world.entries.length + 1 };
  extend(world.inspection, events, entered);
  world.entries.push({ events, entered });
};

/**
 * Takes a step in both worlds. An act that the one refuses and the other takes would itself tell them apart, so then it is
 * done in neither: the worlds differ in what stands in their entries, and never in how many there are.
 */
export const take = (worlds: readonly [World, World], { who, into, sent }: Step, place: number): boolean => {
  const at = minute(200 + place);
  if (into === 'restricted') {
    for (const [index, world] of worlds.entries()) {
      const command = sent[index];
      const decision = command ? decidedRestricted(world, command, who, at) : null;
      if (!decision || !('events' in decision)) continue;
      const entered = { person: person(who), at, version: world.restrictedEntries.length + 1 };
      extendRestricted(world.restricted, decision.events, entered);
      world.restrictedEntries.push({ events: decision.events, entered });
    }
    return true;
  }
  const [one, other] = worlds.map((world, index) => {
    const command = sent[index];
    return command ? asked(world.inspection, command, who, at) : null;
  });
  if (!one || !other || !('events' in one) || !('events' in other)) return false;
  keepOrdinary(worlds[0], one.events, who, at);
  keepOrdinary(worlds[1], other.events, who, at);
  return true;
};

export const isMember = ({ inspection }: World, who: Who): boolean =>
  inspection.members.some((member) => samePerson(member.person, person(who)));
