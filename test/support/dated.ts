import { begin, extend, type InspectionEvent } from '../../src/domain/inspection.ts';
import { decideStart, startInspection } from '../../src/domain/matters/start.ts';
import { momentIn } from '../../src/domain/moments.ts';
import { framework } from './frameworks.ts';
import { asked, person } from './given.ts';
import type { Who } from './people.ts';
import { type Sent, startNorthmoor } from './sent.ts';

/** A moment as people in London say it: "2013-11-26 17:30". */
export const london = (said: string): string => {
  const [day = '', time = ''] = said.split(' ');
  return momentIn({ timeZone: 'Europe/London' }, { day, time });
};

/** An inspection of Northmoor whose acts happen at moments that the test names, begun on the first day at 09:00. */
export const dated = (but: Record<string, unknown> = {}, startedAt = '2013-11-19 09:00') => {
  const decision = decideStart(startInspection.parse(startNorthmoor(framework('sif-2013'), but)));
  const event = 'events' in decision ? decision.events[0] : undefined;
  if (!event) throw new Error(`The start was refused: ${JSON.stringify(decision)}`);
  const inspection = begin('northmoor-2013-11-19', event, {
    person: person('lead'),
    at: london(startedAt),
    version: 1,
  });
  const take = (events: readonly InspectionEvent[] | null, who: Who, at: string) =>
    extend(inspection, events, { person: person(who), at, version: inspection.version + 1 });

  const story = {
    inspection,
    /** One act, which must be kept. */
    on: (said: string, who: Who, command: Sent) => {
      const decision = asked(inspection, command, who, london(said));
      if ('refusals' in decision) throw new Error(`What was given was refused: ${JSON.stringify(decision.refusals)}`);
      take(decision.events, who, london(said));
      return story;
    },
    /** An entry whose words were erased. */
    erasedOn: (said: string) => {
      take(null, 'inspector', london(said));
      return story;
    },
  };
  return story;
};

export type Dated = ReturnType<typeof dated>;

/** Somebody's daily summary of a day: claimed, and noted as standing or as refused by Slack. */
export const claims = (who: Who, day: string): Sent => ({ type: 'ClaimDailySummary', recipient: person(who), day });
export const stands = (who: Who, day: string): Sent => ({
  type: 'NoteDailySummary',
  recipient: person(who),
  day,
  became: { channel: 'D1', ts: '1.0', text: 'What was said' },
});
export const isRefused = (who: Who, day: string): Sent => ({
  type: 'NoteDailySummary',
  recipient: person(who),
  day,
  became: { refused: 'user_disabled' },
});
