import { z } from 'zod';
import { roles } from './roles.ts';

/** A person by Slack's immutable ids; never by name or address. */
export const personSchema = z.strictObject({ team: z.string().min(1), user: z.string().min(1) });
export type Person = z.infer<typeof personSchema>;

/** A person in the team with the name and role held at joining; both stay in the history as they were. */
export const memberSchema = z.strictObject({
  person: personSchema,
  name: z.string().min(1),
  role: z.enum(roles),
  /** By its id, a role of the field's own that has the rights of `role`. */
  called: z.string().optional(),
});
export type Member = z.infer<typeof memberSchema>;

export const samePerson = (one: Person, other: Person): boolean => one.user === other.user && one.team === other.team;

/** Who acts and when, as given by the shell: the domain reads no clock. `at` is ISO 8601 in UTC. */
export type By = { person: Person; at: string };

/** What an entry says of itself: who, when, and where in the history. */
export type Entered = By & { version: number };
