import { unreadBy } from './cases.ts';
import type { Inspection } from './inspection.ts';
import { openLines } from './lines.ts';
import { openConcerns } from './matters/concern.ts';
import { openRequests } from './matters/request.ts';
import { isAsked } from './matters/round-answers.ts';
import { type Person, samePerson } from './people.ts';
import { memberOf } from './standing.ts';

/** Something that waited for one person and for nobody else: an item, and what that person had to do with it. */
export type LeftBehind = { item: string; what: 'follows' | 'was to answer' | 'reads' | 'asked for' | 'recorded' };

/** What waits for a person themselves, whatever their role: it does not pass to somebody else by itself. */
export const waitingForPerson = (inspection: Inspection, person: Person): LeftBehind[] => {
  if (inspection.sealed) return [];
  const lines = openLines(inspection).filter(({ content }) => samePerson(content.owner, person));
  const rounds = [...inspection.rounds.values()].filter(
    (round) => !round.closed && isAsked(round, person) && !round.answers.has(person.user),
  );
  const requests = openRequests(inspection).filter(({ by }) => samePerson(by, person));
  const concerns = openConcerns(inspection).filter(({ by }) => samePerson(by, person));
  return [
    ...lines.map(({ item }): LeftBehind => ({ item, what: 'follows' })),
    ...rounds.map(({ item }): LeftBehind => ({ item, what: 'was to answer' })),
    ...unreadBy(inspection, person.user).map(({ item }): LeftBehind => ({ item, what: 'reads' })),
    ...requests.map(({ item }): LeftBehind => ({ item, what: 'asked for' })),
    ...concerns.map(({ item }): LeftBehind => ({ item, what: 'recorded' })),
  ];
};

/** Somebody who left the team with something waiting, and the change by which they left. */
export type Leaver = { person: Person; name: string; left: LeftBehind[]; version: number; by: Person };

/** Everybody who left the team and for whom something still waits, in the order in which they left. */
export const leavers = (inspection: Inspection): Leaver[] =>
  [...inspection.departures].flatMap(([user, { version, by }]) => {
    const person = { team: inspection.channel.team, user };
    const left = memberOf(inspection, person) ? [] : waitingForPerson(inspection, person);
    return left.length > 0 ? [{ person, name: inspection.names.get(user) ?? user, left, version, by }] : [];
  });
