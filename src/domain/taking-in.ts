import type { Inspection } from './inspection.ts';
import { operator } from './matters/team.ts';
import { onlyFor } from './only-for.ts';
import type { Person } from './people.ts';
import { type Refusal, refuse } from './refusal.ts';
import { may } from './roles.ts';
import { roleOf } from './standing.ts';

/** What the authority sends, as it is taken in: by whom, and nothing twice. */

/** The field of a refusal that says no more than that something is here already. */
export const already = 'already';
export const alreadyIn = (words: string): { refusals: Refusal[] } => refuse(already, words);

export const taking = 'take in the {authority}’s comments and plan';

/** The refusal for whoever may not take it in; the command line may. Null where they may. */
export const notFromOutside = (inspection: Inspection, person: Person): { refusals: Refusal[] } | null =>
  person.user === operator || may(roleOf(inspection, person), taking)
    ? null
    : refuse(null, onlyFor(inspection, taking));
