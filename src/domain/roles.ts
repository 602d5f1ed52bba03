import { fieldOf, type InAField } from './field.ts';

/** Who may do what in an inspection (design: "Who may"). One table, read at opening and again at submission. */

export const roles = [
  'lead',
  'deputy',
  'inspector',
  'partner-inspector',
  'analyst',
  'quality-assurance-manager',
  'observer',
] as const;

export type Role = (typeof roles)[number];

/** How each role is written to people. */
export const roleLabels: Record<Role, string> = {
  lead: 'lead inspector',
  deputy: 'deputy lead',
  inspector: 'inspector',
  'partner-inspector': 'partner inspector',
  analyst: 'analyst',
  'quality-assurance-manager': 'quality assurance manager',
  observer: 'observer',
};

const leads: readonly Role[] = ['lead', 'deputy'];
const recorders: readonly Role[] = [...leads, 'inspector', 'partner-inspector', 'analyst'];

const table = {
  read: roles,
  'read restricted evidence': [...leads, 'quality-assurance-manager'],
  'record evidence': recorders,
  'correct anyone’s evidence': leads,
  'correct what others recorded': leads,
  'register {cases}': recorders,
  'take in a plan of {cases}': [...leads, 'analyst'],
  'open lines of enquiry': recorders,
  'settle anyone’s line of enquiry': leads,
  'propose a grade': [...leads, 'inspector', 'partner-inspector'],
  'give a grade': leads,
  'propose a finding': [...leads, 'inspector', 'partner-inspector'],
  'adopt a finding': leads,
  'give a result from elsewhere': [...leads, 'analyst'],
  'set overall effectiveness': leads,
  'post to the channel': leads,
  'get the daily summary': leads,
  'change the team': leads,
  'change the settings': leads,
  'sign off': [...leads, 'quality-assurance-manager'],
  reopen: [...leads, 'quality-assurance-manager'],
  'keep the timetable': leads,
  'record earlier inspections and context': recorders,
  'pause, resume or end the inspection': leads,
  'open a round': leads,
  'answer a round': [...leads, 'inspector', 'partner-inspector'],
  'compare rounds across inspections': [...leads, 'quality-assurance-manager'],
  'confirm a {case}': [...leads, 'inspector', 'partner-inspector', 'quality-assurance-manager'],
  'export the record': [...leads, 'quality-assurance-manager'],
  'recommend what must be done': [...leads, 'inspector', 'partner-inspector'],
  'write the report': leads,
  'return a section of the report': ['quality-assurance-manager'],
  'ask the {authority} for something': [...recorders, 'quality-assurance-manager'],
  'challenge a judgement': [...recorders, 'quality-assurance-manager'],
  'answer a challenge': [...leads, 'quality-assurance-manager'],
  'take in the {authority}’s comments and plan': [...leads, 'analyst', 'quality-assurance-manager'],
  'answer comments and judge the {authority}’s plan': [...leads, 'quality-assurance-manager'],
  'record a meeting': [...leads, 'inspector', 'partner-inspector', 'quality-assurance-manager'],
  'record {a child} at risk': roles,
  'refer {a child} at risk back': [...leads, 'inspector', 'partner-inspector', 'quality-assurance-manager'],
  'close {a child} at risk': [...leads, 'quality-assurance-manager'],
  'be told at once of {a child} at risk': leads,
  'record the questionnaire': [...recorders, 'quality-assurance-manager'],
  'share good practice': [...leads, 'inspector', 'partner-inspector', 'quality-assurance-manager'],
} as const satisfies Record<string, readonly Role[]>;

/** What can be done in an inspection, as it is named in a refusal: "Only … may `act`". */
export type Act = keyof typeof table;

export const acts = Object.keys(table) as Act[];

export const may = (role: Role | null, act: Act): boolean =>
  role !== null && (table[act] as readonly Role[]).includes(role);

/** A member's role as it is written to people: one of the field's own, else the one whose rights it has. */
export const roleInWords = (
  { framework }: InAField,
  { role, called }: { role: Role; called?: string | undefined },
): string => fieldOf(framework).roles.find(({ id }) => id === called)?.label ?? roleLabels[role];

/** Who may, as they are named: "the lead inspector, the deputy lead and inspectors", with the roles of the field's own. */
export const whoMay = ({ framework }: InAField, act: Act): string =>
  joined([
    ...table[act].map((role) => (heldByOne.has(role) ? `the ${roleLabels[role]}` : `${roleLabels[role]}s`)),
    ...fieldOf(framework).roles.flatMap(({ as, many }) => (may(as, act) ? [many] : [])),
  ]);

/** Roles that one person of a team has. */
const heldByOne: ReadonlySet<Role> = new Set(['lead', 'deputy', 'quality-assurance-manager']);

const joined = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
