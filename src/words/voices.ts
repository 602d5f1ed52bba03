import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { areasWithout, type StaffVoice, staffUnheard } from '../domain/voices.ts';

const staff: Record<StaffVoice, string> = {
  'staff-group': 'front-line staff as a group',
  'principal-social-worker': 'the principal social worker',
};

/** "parents or carers in Adoption; the principal social worker": whose voice is missing beside children's. Empty where none is. */
export const unheardInWords = (inspection: Inspection): string => {
  const areas = areasWithout(inspection, 'parent-or-carer').map(({ short }) => short);
  const groups = staffUnheard(inspection).map((source) => staff[source]);
  return [areas.length > 0 ? `parents or carers in ${listed(areas, 'and')}` : '', listed(groups, 'and')]
    .filter(Boolean)
    .join('; ');
};
