import type { Grades } from './grading.ts';
import type { Inspection } from './inspection.ts';
import type { Judgement } from './matters/judgement.ts';
import type { AreaRecord } from './matters/start.ts';
import type { Member, Person } from './people.ts';
import { samePerson } from './people.ts';
import { may, type Role } from './roles.ts';

/** Small questions about how an inspection stands, asked by every matter. */

export const memberOf = (inspection: Inspection, person: Person): Member | null =>
  inspection.members.find((member) => samePerson(member.person, person)) ?? null;

/** The person on the team who has this user id; undefined where nobody there has. */
export const personOnTeam = ({ members }: Inspection, user: string): Person | undefined =>
  members.find(({ person }) => person.user === user)?.person;

/** The refusal for a person chosen who is not on the team. */
export const notOnTeam = 'This person is not on the team. Choose one who is, or add them first: /judge team.';

export const roleOf = (inspection: Inspection, person: Person): Role | null =>
  memberOf(inspection, person)?.role ?? null;

export const leadOf = ({ members }: Inspection): Member | null => members.find(({ role }) => role === 'lead') ?? null;

/** Whoever leads it, the lead before the deputy. */
export const leadersOf = ({ members }: Inspection): Member[] =>
  (['lead', 'deputy'] as const).flatMap((leader) => members.filter(({ role }) => role === leader));

/** Those who may read what is restricted. */
export const restrictedReadersOf = ({ members }: Inspection): Member[] =>
  members.filter(({ role }) => may(role, 'read restricted evidence'));

/** The name a person has in this inspection, also after leaving its team; the id where none was ever kept. */
export const nameOfPerson = (inspection: Inspection, person: Person): string =>
  inspection.names.get(person.user) ?? person.user;

/** What is kept of an area, from the start on. @throws RangeError when the framework has no such area */
export const areaRecord = (inspection: Inspection, area: string): AreaRecord => {
  const kept = inspection.areas.get(area);
  if (!kept) throw new RangeError(`${inspection.framework.id} has no judgement area "${area}"`);
  return kept;
};

/** The judgement that stands for an area; those before it stay in its record. */
export const judgementOf = (inspection: Inspection, area: string): Judgement | null =>
  areaRecord(inspection, area).judgements.at(-1) ?? null;

/** The grades given so far, results from elsewhere among them, as the grading rules take them. */
export const gradesSoFar = (inspection: Inspection): Grades =>
  Object.fromEntries(
    inspection.framework.areas.map(({ id }) => [
      id,
      judgementOf(inspection, id)?.grade ?? inspection.given.get(id)?.at(-1)?.grade,
    ]),
  );
