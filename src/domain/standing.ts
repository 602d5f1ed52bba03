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
export const notOnTeam = 'This person is not on the team. Choose one who is, or add them first.';

export const roleOf = (inspection: Inspection, person: Person): Role | null =>
  memberOf(inspection, person)?.role ?? null;

export const leadOf = ({ members }: Inspection): Member | null => members.find(({ role }) => role === 'lead') ?? null;

/** Whether whoever leads it can act: the account at Slack of lead or deputy has not ended. */
export const isLed = (inspection: Inspection): boolean =>
  succession(inspection).some(({ role }) => role === 'lead' || role === 'deputy');

/**
 * Who speaks for the team: the lead, else the deputy; where their accounts have ended, the quality assurance manager, else the
 * inspector longest on the team.
 */
export const succession = ({ members, ended, joined }: Inspection): Member[] =>
  (['lead', 'deputy', 'quality-assurance-manager', 'inspector'] as const).flatMap((next) =>
    members
      .filter(({ role, person }) => role === next && !ended.has(person.user))
      .sort((one, other) => (joined.get(one.person.user) ?? 0) - (joined.get(other.person.user) ?? 0)),
  );

/** Whether this person may name the next lead, since nobody leads. */
export const mayNameLead = (inspection: Inspection, person: Person): boolean => {
  const [next] = succession(inspection);
  return next !== undefined && !isLed(inspection) && samePerson(next.person, person);
};

/** Who is told at once of a child at risk: lead and deputy, else whoever speaks for the team. */
export const toldAtOnce = (inspection: Inspection): Member[] =>
  isLed(inspection)
    ? inspection.members.filter(
        ({ role, person }) => may(role, 'be told at once of {a child} at risk') && !inspection.ended.has(person.user),
      )
    : succession(inspection).slice(0, 1);

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
