import { z } from 'zod';
import { matter } from '../matter.ts';
import type { Decision } from '../refusal.ts';

/*
 * Handing the record out is kept before a file leaves: who has a copy is a fact of the inspection. It changes nothing in
 * it, so it lapses no signature and goes on after both.
 */

/** Asked by a person, for themselves: the names of the files that they are sent. */
export const recordExport = z.strictObject({ type: z.literal('RecordExport'), files: z.array(z.string()).min(1) });
export type RecordExport = z.infer<typeof recordExport>;

export const exported = z.strictObject({ type: z.literal('Exported'), files: z.array(z.string()) });

export const exportMatter = matter({
  commands: [recordExport],
  events: [exported],
  act: 'export the record',
  sealed: false,
  begins: () => ({}),
  decide: ({ files }): Decision<z.infer<typeof exported>> => ({ events: [{ type: 'Exported', files }] }),
  evolve: { Exported: () => undefined },
  moves: 'nothing',
  untold: ['Exported'],
});
