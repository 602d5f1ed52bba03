import { z } from 'zod';
import type { Chosen } from '../domain/matters/start.ts';
import { operator } from '../domain/matters/team.ts';
import type { Inspections } from '../inspections.ts';

/** Asked on the command line of whichever process owns the data folder: who leads an inspection from here on. */
export const namingLead = z.strictObject({
  asks: z.literal('lead'),
  inspection: z.string(),
  user: z.string(),
  reason: z.string(),
  request: z.string(),
});
export type NamingLead = z.infer<typeof namingLead>;

/** What was done, or why it was not, in words for the command line. */
export type Operated = { done: string } | { refused: string };

/** Names the lead. `known` is what Slack says of them, where it is asked; else they go by the name that the record has for them. */
export const nameLead = async (
  inspections: Pick<Inspections, 'knows' | 'of' | 'record'>,
  { inspection: id, user, reason, request }: NamingLead,
  at: string,
  known: Chosen | null,
): Promise<Operated> => {
  if (!(await inspections.knows(id)))
    return { refused: `There is no inspection ${id}. The word inspections lists them.` };
  const { channel, names } = await inspections.of(id);
  const lead = known ?? { team: channel.team, user, name: names.get(user) ?? user, fullMember: true };
  const by = { person: { team: channel.team, user: operator }, at, request };
  const kept = await inspections.record(id, { type: 'NameLead', lead, reason }, by);
  return 'refusals' in kept
    ? { refused: kept.refusals.map(({ words }) => words).join(' ') }
    : { done: `${lead.name} leads ${id} from here on.` };
};
