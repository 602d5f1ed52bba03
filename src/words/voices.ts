import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { unheardAnywhere, unheardInAreas } from '../domain/voices.ts';

/** "parents or carers in Adoption; the principal social worker": whose voice is missing. Empty where none is. */
export const unheardInWords = (inspection: Inspection): string =>
  [
    ...unheardInAreas(inspection).map(
      ({ called, areas }) =>
        `${called} in ${listed(
          areas.map(({ short }) => short),
          'and',
        )}`,
    ),
    listed(unheardAnywhere(inspection), 'and'),
  ]
    .filter(Boolean)
    .join('; ');
