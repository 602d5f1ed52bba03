import { z } from 'zod';
import { seen } from './corrections.ts';
import type { Inspection } from './inspection.ts';
import type { Typed } from './matter.ts';
import type { By } from './people.ts';
import type { Decision } from './refusal.ts';

/**
 * How a kind of item is put right as a whole: a correction is the item as it should have been recorded, and what came of
 * it since stays. For kinds that have no rules of their own for it.
 */
export const correcting = <const Of extends string, Fields extends z.core.$ZodShape, Event extends Typed>(way: {
  /** What one is called in the command. */
  of: Of;
  /** The fields of the form, as for recording. */
  fields: Fields;
  /** The event that records one. */
  event: Event;
  /** What is said of it as an item of this number, or what is wrong with it. */
  read: (said: z.infer<z.ZodObject<Fields>>, item: string, inspection: Inspection, by: By) => Decision<z.infer<Event>>;
  reword: (inspection: Inspection, to: z.infer<Event>) => void;
}) => ({
  ...way,
  command: z.strictObject({
    type: z.literal('CorrectItem'),
    item: z.string(),
    seen,
    of: z.literal(way.of),
    ...way.fields,
  }),
});
