import { z } from 'zod';
import type { Chosen } from '../domain/matters/start.ts';
import { operator } from '../domain/matters/team.ts';
import type { Inspections } from '../inspections.ts';

const of = { inspection: z.string(), request: z.string() };

/** Asked on the command line of whichever process owns the data folder: who leads an inspection from here on, or that a plan is taken in. */
export const asking = z.discriminatedUnion('asks', [
  z.strictObject({ asks: z.literal('lead'), ...of, user: z.string(), reason: z.string() }),
  z.strictObject({ asks: z.literal('case-plan'), ...of, plan: z.looseObject({}), instead: z.boolean() }),
]);
export type Asking = z.infer<typeof asking>;

/** What was done, or why it was not, in words for the command line. */
export type Operated = { done: string } | { refused: string };

/** Does it. `known` is what Slack says of a lead, where it is asked; else they go by the name that the record has for them. */
export const operate = async (
  inspections: Pick<Inspections, 'knows' | 'of' | 'record'>,
  asked: Asking,
  at: string,
  known: Chosen | null,
): Promise<Operated> => {
  const { inspection: id, request } = asked;
  if (!(await inspections.knows(id)))
    return { refused: `There is no inspection ${id}. The word inspections lists them.` };
  const { channel, names } = await inspections.of(id);
  const record = async (command: object, done: string): Promise<Operated> => {
    const by = { person: { team: channel.team, user: operator }, at, request };
    const kept = await inspections.record(id, command, by);
    return 'refusals' in kept ? { refused: kept.refusals.map(({ words }) => words).join(' ') } : { done };
  };
  if (asked.asks === 'case-plan')
    return record({ type: 'TakeSample', plan: asked.plan, instead: asked.instead }, `The plan is in ${id}.`);
  const { user, reason } = asked;
  const lead = known ?? { team: channel.team, user, name: names.get(user) ?? user, fullMember: true };
  return record({ type: 'NameLead', lead, reason }, `${lead.name} leads ${id} from here on.`);
};
