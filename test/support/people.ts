import type { Role } from '../../src/domain/roles.ts';
import type { Person as SlackPerson } from '../../src/local-slack/index.ts';

/** Somebody of a test: how they are known to Slack, and their role in Northmoor once its whole team is there. */
type Somebody = { user: string; name: string; role: Role | null } & Pick<SlackPerson, 'kind' | 'team'>;

/** One person a role, a second inspector, and three without a part; the last is in a channel only once it is shared. */
const table = {
  lead: { user: 'UANA', name: 'Ana Reyes', role: 'lead' },
  deputy: { user: 'UBEN', name: 'Ben Okoro', role: 'deputy' },
  inspector: { user: 'UCHI', name: 'Chi Lam', role: 'inspector' },
  secondInspector: { user: 'UDEE', name: 'Dee Marsh', role: 'inspector' },
  partner: { user: 'UEVE', name: 'Eve Stone', role: 'partner-inspector' },
  analyst: { user: 'UFAY', name: 'Fay Bright', role: 'analyst' },
  qualityAssurance: { user: 'UGUS', name: 'Gus Vale', role: 'quality-assurance-manager' },
  observer: { user: 'UHAL', name: 'Hal Wood', role: 'observer' },
  outsider: { user: 'UIDA', name: 'Ida North', role: null },
  guest: { user: 'UJAN', name: 'Jan West', role: null, kind: 'guest' },
  stranger: { user: 'UKIM', name: 'Kim Hart', role: null, kind: 'other-organisation', team: 'TELSEWHERE' },
} satisfies Record<string, Somebody>;

export type Who = keyof typeof table;

const of = <Value>(value: (somebody: Somebody) => Value): Record<Who, Value> =>
  Object.fromEntries(Object.entries(table).map(([who, somebody]) => [who, value(somebody)])) as Record<Who, Value>;

/** Their ids at Slack. */
export const people = of(({ user }) => user);
export const roleOfEach = of(({ role }) => role);
/** As they are chosen in a form of the team. */
export const whole = of(({ user, name, kind, team = 'TFORT' }) => ({
  team,
  user,
  name,
  fullMember: kind === undefined,
}));
/** As the workspace has them. */
export const atSlack: SlackPerson[] = Object.values<Somebody>(table).map(({ user, name, role: _, ...more }) => ({
  id: user,
  name: name.split(' ')[0]?.toLowerCase() ?? user,
  realName: name,
  ...more,
}));

export const everybody = Object.keys(table) as Who[];
export const teamMembers = everybody.filter((who) => roleOfEach[who] !== null);
export const leads: Who[] = ['lead', 'deputy'];
/** Who reads what was confided, signs, reopens and exports. */
export const leadsAndManager: Who[] = [...leads, 'qualityAssurance'];
/** Who is asked in a round. */
export const raters: Who[] = [...leads, 'inspector', 'secondInspector', 'partner'];
