import type { Inspection } from '../../src/domain/inspection.ts';
import { line, menu, one, type Piece, type Values } from '../form.ts';

/** The agency an item is about: one of those that the framework inspects, or free where it inspects the authority alone. */
export const agencyField = ({ framework }: Inspection, values: Values): Piece => {
  const { agencies, findingsByAgency } = framework;
  if (agencies.length === 0)
    return line('agency', 'Agency', one(values, 'agency'), {
      required: false,
      hint: 'Where it is about a partner: health, police, a school.',
    });
  const choices = agencies.map(({ label }) => ({ value: label, label }));
  return menu('agency', 'Agency', choices, one(values, 'agency'), {
    required: false,
    hint: findingsByAgency ? 'Findings are written agency by agency. Leave it empty for several at once.' : '',
  });
};

/** Whether the form asks for the agency at once, and not only under "More". */
export const asksAgencyFirst = ({ framework }: Inspection): boolean => framework.findingsByAgency;
