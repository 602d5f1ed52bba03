import type { Inspections } from '../../src/inspections.ts';
import type { LocalSlack } from '../../src/local-slack/index.ts';
import { frameworks } from './frameworks.ts';
import { people } from './people.ts';
import { team } from './workspace.ts';

/** Inspections by the hundred, each with a lead of its own, recorded past Slack by the same door. */

const framework = frameworks.all.find(({ id }) => id === 'sif-2013');

/** Somebody without a part in most tests. */
const leadOf = (number: number): string => `UMANY${number}`;
export const leadsOf = (count: number): string[] => Array.from({ length: count }, (_, place) => leadOf(place + 1));

const chosen = (user: string) => ({ team: team.id, user, name: user, fullMember: true });

/**
 * Starts so many, the first day of each being the day of `at`, each with a lead of its own or all with one. Where the workspace has
 * no rooms for them, nothing is posted in one.
 */
export const startMany = async (
  inspections: Inspections,
  count: number,
  at: string,
  one: string | null = null,
): Promise<string[]> => {
  const ids: string[] = [];
  for (const own of leadsOf(count)) {
    const lead = one ?? own;
    const command = {
      type: 'StartInspection',
      authority: `Authority of ${own}`,
      framework,
      firstDay: at.slice(0, 10),
      lead: chosen(lead),
      deputy: null,
      inspectors: [],
      qualityAssuranceManager: chosen(people.qualityAssurance),
      dailySummaryAt: '17:30',
      timeZone: 'Europe/London',
      channel: { team: team.id, id: `COF${own}` },
    };
    const context = { person: { team: team.id, user: lead }, at, request: `start ${own}` };
    const kept = await inspections.start(command, context);
    if ('refusals' in kept) throw new Error(kept.refusals.map(({ words }) => words).join(' '));
    ids.push(kept.inspection.id);
  }
  return ids;
};

/** How many daily summaries each of them was sent. */
export const summariesTo = (slack: LocalSlack, leads: readonly string[]): number[] =>
  leads.map((lead) => slack.directMessages(lead).filter(({ text }) => text.includes('\nToday: ')).length);
