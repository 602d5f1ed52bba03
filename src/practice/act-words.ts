import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import type { ScenarioAct, ScenarioStep } from './scenario.ts';

/** "Tue 26 Nov 17:30". */
export const timeWords = (at: string, zone: string): string => format(at, 'EEE d MMM HH:mm', { in: tz(zone) });

/** What a person is seen to do; filling in and sending is told once the form is sent. */
export const actWords = (act: ScenarioAct, { in: channel }: ScenarioStep): string | null => {
  if ('types' in act) return `types${channel === undefined ? '' : ` in #${channel}`}: ${act.types}`;
  if ('presses' in act) return `presses [${act.presses}]`;
  if ('uses' in act)
    return 'on' in act ? `uses the shortcut "${act.uses}" on the message` : `uses the shortcut "${act.uses}"`;
  if ('joins' in act) return `joins #${act.joins}`;
  if ('leaves' in act) return `leaves #${act.leaves}`;
  return null;
};
