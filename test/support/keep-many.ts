import { type Fortnight, northmoor } from './fortnight.ts';
import { people } from './people.ts';
import { team } from './workspace.ts';

/** Commands by the hundred, past Slack by the same door, as the lead's. */
export const keepMany = async (
  fortnight: Fortnight,
  count: number,
  command: (place: number) => { type: string } & Record<string, unknown>,
): Promise<void> => {
  for (let place = 1; place <= count; place += 1) {
    const sent = command(place);
    const context = {
      person: { team: team.id, user: people.lead },
      at: '2013-11-19T09:00:00.000Z',
      request: `${sent.type} ${place}`,
    };
    const kept = await fortnight.inspections().record(northmoor, sent, context);
    if ('refusals' in kept) throw new Error(kept.refusals.map(({ words }) => words).join(' '));
  }
};
