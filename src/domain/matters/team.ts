import { z } from 'zod';
import { nothingChanged } from '../changing.ts';
import { seen } from '../corrections.ts';
import type { Entered, Inspection } from '../inspection.ts';
import { matter } from '../matter.ts';
import { type Member, memberSchema, type Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { leading } from './daily-summary.ts';
import { chosenSchema, seated } from './start.ts';

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
});

const teamSet = z.strictObject({ type: z.literal('TeamSet'), members: z.array(memberSchema) });
type TeamSet = z.infer<typeof teamSet>;

const decide = (command: z.infer<typeof setTeam>, inspection: Inspection): Decision<TeamSet> => {
  if (!command.lead) return refuse('lead', 'An inspection always has a lead inspector. Choose one.');
  const team = seated([
    { field: 'lead', role: 'lead', people: command.lead },
    { field: 'deputy', role: 'deputy', people: command.deputy },
    { field: 'inspectors', role: 'inspector', people: command.inspectors },
    { field: 'partnerInspectors', role: 'partner-inspector', people: command.partnerInspectors },
    { field: 'analysts', role: 'analyst', people: command.analysts },
    { field: 'qualityAssuranceManager', role: 'quality-assurance-manager', people: command.qualityAssuranceManager },
    { field: 'observers', role: 'observer', people: command.observers },
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
    inspection.names.set(person.user, name);
  }
  inspection.members = members;
  inspection.daily.since = leading(members, inspection.daily.since, at);
};

declare module '../inspection.ts' {
  interface Inspection {
    members: Member[];
    /** Who left the team, by user id: by which change, and whose it was. Somebody who comes back is among them no more. */
    departures: Map<string, { version: number; by: Person }>;
    /** Every name ever kept, by user id. */
    names: Map<string, string>;
  }
}

export const teamMatter = matter({
  commands: [setTeam],
  events: [teamSet],
  act: 'change the team',
  sealed: false,
  begins: ({ members }) => ({
    members,
    departures: new Map(),
    names: new Map(members.map((member) => [member.person.user, member.name])),
  }),
  decide,
  evolve: { TeamSet: evolve },
  moves: 'changed',
  corrects: ['TeamSet'],
  about: () => 'team',
});
