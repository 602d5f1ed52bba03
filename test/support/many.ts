import { fieldOf } from '../../src/domain/field.ts';
import { restrictedItem } from '../../src/domain/restricted/item.ts';
import { type Fortnight, northmoor } from './fortnight.ts';
import { people } from './people.ts';
import { team } from './workspace.ts';

/** Evidence by the hundred, recorded past Slack by the same door. */

type Content = { areas: string[]; text: string; sign: string; source: string; case: string | null; criteria: string[] };

export const recordMany = async (
  fortnight: Fortnight,
  count: number,
  content: (place: number) => Partial<Content>,
): Promise<void> => {
  for (let place = 1; place <= count; place += 1) {
    const given = content(place);
    const restricted = given.source === 'whistleblower';
    const command = {
      type: restricted ? 'RecordRestrictedEvidence' : 'RecordEvidence',
      ...(restricted ? { item: restrictedItem(Uint8Array.of(0, 0, place / 31, place)) } : {}),
      areas: ['help-and-protection'],
      text: `Seen in case ${place}`,
      sign: 'context',
      source: 'not-stated',
      observedAt: '2013-11-19T09:00:00.000Z',
      criteria: [],
      ...given,
    };
    const context = {
      person: { team: team.id, user: people.lead },
      at: '2013-11-19T09:00:00.000Z',
      request: `many ${restricted} ${given.text ?? ''} ${place}`,
    };
    const { record, recordRestricted } = fortnight.inspections();
    const kept = await (restricted ? recordRestricted : record)(northmoor, command, context);
    if ('refusals' in kept) throw new Error(kept.refusals.map(({ words }) => words).join(' '));
  }
};

/** Every source that the team's record may have. */
export const openSources = fieldOf({})
  .sources.map(({ id }) => id)
  .filter((id) => id !== 'whistleblower');
