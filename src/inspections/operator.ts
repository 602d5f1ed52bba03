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

/** Asked in the same way: that a plan of drawn cases is taken in, which its door reads. */
export const takingPlan = z.strictObject({
  asks: z.literal('case-plan'),
  inspection: z.string(),
  plan: z.looseObject({}),
  place: z.string().nullable(),
  request: z.string(),
});
export type TakingPlan = z.infer<typeof takingPlan>;

export const asking = z.discriminatedUnion('asks', [namingLead, takingPlan]);

/** What was done, or why it was not, in words for the command line. */
export type Operated = { done: string } | { refused: string };

type Asked = Pick<Inspections, 'knows' | 'of' | 'record'>;

const noInspection = (id: string): Operated => ({
  refused: `There is no inspection ${id}. The word inspections lists them.`,
});

/** Keeps what whoever runs Fortnight asks for. */
const recorded = async (
  inspections: Asked,
  id: string,
  command: object,
  { at, request, done }: { at: string; request: string; done: string },
): Promise<Operated> => {
  const { channel } = await inspections.of(id);
  const kept = await inspections.record(id, command, { person: { team: channel.team, user: operator }, at, request });
  return 'refusals' in kept ? { refused: kept.refusals.map(({ words }) => words).join(' ') } : { done };
};

/** Names the lead. `known` is what Slack says of them, where it is asked; else they go by the name that the record has for them. */
export const nameLead = async (
  inspections: Asked,
  { inspection: id, user, reason, request }: NamingLead,
  at: string,
  known: Chosen | null,
): Promise<Operated> => {
  if (!inspections.knows(id)) return noInspection(id);
  const { channel, names } = await inspections.of(id);
  const lead = known ?? { team: channel.team, user, name: names.get(user) ?? user, fullMember: true };
  const done = `${lead.name} leads ${id} from here on.`;
  return recorded(inspections, id, { type: 'NameLead', lead, reason }, { at, request, done });
};

/** Takes in a plan of drawn cases. */
export const takePlan = async (
  inspections: Asked,
  { inspection: id, plan, place, request }: TakingPlan,
  at: string,
): Promise<Operated> =>
  inspections.knows(id)
    ? recorded(inspections, id, { type: 'TakeSample', plan, place }, { at, request, done: `The plan is in ${id}.` })
    : noInspection(id);
