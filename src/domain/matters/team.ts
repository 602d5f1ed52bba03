import { z } from 'zod';
import { nothingChanged } from '../changing.ts';
import { seen } from '../corrections.ts';
import type { Entered, Inspection } from '../inspection.ts';
import { matter, type Of } from '../matter.ts';
import { onlyFor } from '../only-for.ts';
import { type By, type Member, memberSchema, type Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { leadOf, mayNameLead } from '../standing.ts';
import { typed } from '../text/typed.ts';
import { leading } from './daily-summary.ts';
import { chosenSchema, ownRoles, ownSeats, seated } from './start.ts';

/** The whole team as it is to be: whoever is left out leaves it. */
const setTeam = z.strictObject({
  type: z.literal('SetTeam'),
  seen,
  lead: chosenSchema.nullable(),
  deputy: chosenSchema.nullable(),
  inspectors: z.array(chosenSchema),
  partnerInspectors: z.array(chosenSchema),
  analysts: z.array(chosenSchema),
  qualityAssuranceManager: chosenSchema.nullable(),
  observers: z.array(chosenSchema),
  own: ownRoles,
});

/** Another lead, where nobody leads. */
const nameLead = z.strictObject({
  type: z.literal('NameLead'),
  lead: chosenSchema.nullable(),
  reason: typed('Say why. The reason stays in the record.'),
});
const commands = [setTeam, nameLead] as const;

const teamSet = z.strictObject({
  type: z.literal('TeamSet'),
  members: z.array(memberSchema),
  /** Why, where somebody named the lead who does not lead. */
  reason: z.string().optional(),
});
type TeamSet = z.infer<typeof teamSet>;

/** Who acts on the command line. No id at Slack is like it. */
export const operator = 'operator';

/** Whose account has ended makes room; a lead who is still there stays as inspector. */
const decideLead = (
  { lead, reason }: z.infer<typeof nameLead>,
  inspection: Inspection,
  by: Person,
): Decision<TeamSet> => {
  if (by.user !== operator && !mayNameLead(inspection, by)) return refuse(null, onlyFor(inspection, 'change the team'));
  if (!lead) return refuse('lead', 'An inspection always has a lead inspector. Choose one.');
  const named = seated(inspection.framework, [{ field: 'lead', role: 'lead', people: lead }]);
  if ('refusals' in named) return named;
  if (inspection.ended.has(lead.user))
    return refuse('lead', `The Slack account of ${lead.name} has ended. Choose somebody else.`);
  if (leadOf(inspection)?.person.user === lead.user)
    return refuse('lead', `${lead.name} leads this inspection already.`);
  const others = inspection.members
    .filter(({ role, person }) => person.user !== lead.user && (role !== 'lead' || !inspection.ended.has(person.user)))
    .map((member): Member => (member.role === 'lead' ? { ...member, role: 'inspector' } : member));
  return { events: [{ type: 'TeamSet', members: [...named.members, ...others], reason }] };
};

const decide = (command: Of<typeof commands>, inspection: Inspection, { person }: By): Decision<TeamSet> => {
  if (command.type === 'NameLead') return decideLead(command, inspection, person);
  if (!command.lead) return refuse('lead', 'An inspection always has a lead inspector. Choose one.');
  const team = seated(inspection.framework, [
    { field: 'lead', role: 'lead', people: command.lead },
    { field: 'deputy', role: 'deputy', people: command.deputy },
    { field: 'inspectors', role: 'inspector', people: command.inspectors },
    { field: 'partnerInspectors', role: 'partner-inspector', people: command.partnerInspectors },
    { field: 'analysts', role: 'analyst', people: command.analysts },
    { field: 'qualityAssuranceManager', role: 'quality-assurance-manager', people: command.qualityAssuranceManager },
    { field: 'observers', role: 'observer', people: command.observers },
    ...ownSeats(inspection.framework, command.own),
  ]);
  if ('refusals' in team) return team;
  if (JSON.stringify(team.members) === JSON.stringify(inspection.members))
    return refuse(null, nothingChanged('the team'));
  return { events: [{ type: 'TeamSet', members: team.members }] };
};

/** Roles hold from here on; what people did before stays under the names and roles that they had. */
const evolve = (inspection: Inspection, { members }: TeamSet, { version, person: by, at }: Entered): void => {
  for (const { person } of inspection.members) inspection.departures.set(person.user, { version, by });
  for (const { person, name } of members) {
    inspection.departures.delete(person.user);
    inspection.joined.set(person.user, inspection.joined.get(person.user) ?? version);
    inspection.names.set(person.user, name);
  }
  inspection.members = members;
  for (const user of inspection.departures.keys()) inspection.joined.delete(user);
  inspection.daily.since = leading(members, inspection.daily.since, at);
};

declare module '../inspection.ts' {
  interface Inspection {
    members: Member[];
    /** Who left the team, by user id: by which change, and whose it was. Somebody who comes back is among them no more. */
    departures: Map<string, { version: number; by: Person }>;
    /** Since which version somebody has been on the team, by user id. */
    joined: Map<string, number>;
    /** Every name ever kept, by user id. */
    names: Map<string, string>;
  }
}

export const teamMatter = matter({
  commands,
  events: [teamSet],
  act: { SetTeam: 'change the team' },
  sealed: false,
  begins: ({ members }, { version }) => ({
    members,
    departures: new Map(),
    joined: new Map(members.map(({ person }) => [person.user, version])),
    names: new Map(members.map((member) => [member.person.user, member.name])),
  }),
  decide,
  evolve: { TeamSet: evolve },
  moves: 'changed',
  corrects: ['TeamSet'],
  about: () => 'team',
});
