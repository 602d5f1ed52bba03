import { z } from 'zod';
import { type RestrictedSubject, restrictedMatter } from '../matter.ts';
import { exported, recordExport } from '../matters/export.ts';
import { onlyFor } from '../only-for.ts';
import type { By } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { may } from '../roles.ts';
import { roleOf } from '../standing.ts';

const take = recordExport.extend({ type: z.literal('RecordRestrictedExport') });
const taken = exported.extend({ type: z.literal('RestrictedExported') });

/** One act more than the record's own: whoever may take that out may not always read this. */
const decide = (
  { files }: z.infer<typeof take>,
  { inspection }: RestrictedSubject,
  by: By,
): Decision<z.infer<typeof taken>> => {
  const role = roleOf(inspection, by.person);
  const lacks = (['export the record', 'read restricted evidence'] as const).find((act) => !may(role, act));
  return lacks ? refuse(null, onlyFor(inspection, lacks)) : { events: [{ type: 'RestrictedExported', files }] };
};

export const restrictedExportMatter = restrictedMatter({
  commands: [take],
  events: [taken],
  decide,
  evolve: { RestrictedExported: () => undefined },
});
