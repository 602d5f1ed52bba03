import { z } from 'zod';
import type { Inspection } from '../inspection.ts';
import { matter } from '../matter.ts';
import type { By } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { may, onlyFor } from '../roles.ts';
import { roleOf } from '../standing.ts';

/*
 * Handing the record out is kept before a file leaves: who has a copy is a fact of the inspection. It changes nothing in
 * it, so it lapses no signature and goes on after both.
 */

/** Asked by a person, for themselves: the names of the files that they are sent. */
export const recordExport = z.strictObject({ type: z.literal('RecordExport'), files: z.array(z.string()).min(1) });
export type RecordExport = z.infer<typeof recordExport>;

export const exported = z.strictObject({ type: z.literal('Exported'), files: z.array(z.string()) });
export type Exported = z.infer<typeof exported>;

const decideExport = ({ files }: RecordExport, inspection: Inspection, { person }: By): Decision<Exported> =>
  may(roleOf(inspection, person), 'export the record')
    ? { events: [{ type: 'Exported', files }] }
    : refuse(null, onlyFor('export the record'));

export const exportMatter = matter({
  commands: [recordExport],
  events: [exported],
  sealed: false,
  begins: () => ({}),
  decide: decideExport,
  evolve: () => undefined,
  moves: 'nothing',
  untold: ['Exported'],
});
