import { inWordsOf } from './field.ts';
import type { Inspection } from './inspection.ts';
import { type Act, roleLabels, whoMay } from './roles.ts';
import { isLed, succession } from './standing.ts';

/** Who does now what the lead inspector does, in a role: never somebody whose account has ended. */
export const whoLeads = (inspection: Inspection, does: string): string => {
  const [next] = succession(inspection);
  if (isLed(inspection)) return `The ${roleLabels[next?.role ?? 'lead']} ${does}.`;
  if (!next) return 'Nobody leads it at present: whoever runs Fortnight names the next lead inspector.';
  const who = next.role === 'inspector' ? 'the inspector longest on the team' : `the ${roleLabels[next.role]}`;
  return `Nobody leads it at present: ${who} names the next lead inspector.`;
};

/** The refusal for somebody who has no role here. */
export const onlyForItsTeam = (inspection: Inspection): string =>
  `This inspection is for its team. ${whoLeads(inspection, 'adds people')}`;

/** The refusal for those who may not, naming who may; where nobody leads, also who names the next lead. */
export const onlyFor = (inspection: Inspection, act: Act): string => {
  if (act === 'read') return onlyForItsTeam(inspection);
  const only = `Only ${whoMay(inspection, act)} may ${inWordsOf(inspection, act)}.`;
  return isLed(inspection) ? only : `${only} ${whoLeads(inspection, '')}`;
};
