import type { Inspection } from './inspection.ts';
import { type Act, roleLabels, whoMay } from './roles.ts';
import { isLed, succession } from './standing.ts';

/** Who changes the team now, in a role: never somebody whose account has ended. */
const whoChanges = (inspection: Inspection, does: string): string => {
  const [next] = succession(inspection);
  if (isLed(inspection)) return `The ${roleLabels[next?.role ?? 'lead']} ${does} with /judge team.`;
  if (!next) return 'Nobody leads it at present: whoever runs Fortnight names the next lead inspector.';
  const who = next.role === 'inspector' ? 'the inspector longest on the team' : `the ${roleLabels[next.role]}`;
  return `Nobody leads it at present: ${who} names the next lead inspector with /judge team.`;
};

/** The refusal for somebody who has no role here. */
export const onlyForItsTeam = (inspection: Inspection): string =>
  `This inspection is for its team. ${whoChanges(inspection, 'adds people')}`;

/** The refusal for those who may not, naming who may. */
export const onlyFor = (inspection: Inspection, act: Act): string =>
  act === 'read'
    ? onlyForItsTeam(inspection)
    : `Only ${whoMay(act)} may ${act}. ${whoChanges(inspection, 'changes roles')}`;
