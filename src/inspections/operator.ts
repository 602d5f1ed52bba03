import { z } from 'zod';
import { lookedThrough } from '../domain/looking-through.ts';
import { answerDue } from '../domain/matters/challenge.ts';
import type { Chosen } from '../domain/matters/start.ts';
import { operator } from '../domain/matters/team.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import type { Inspections } from '../inspections.ts';

const of = { inspection: z.string(), request: z.string() };

/** Asked on the command line of whichever process owns the data folder: who leads an inspection from here on, or that something is taken in. */
export const asking = z.discriminatedUnion('asks', [
  z.strictObject({ asks: z.literal('lead'), ...of, user: z.string(), reason: z.string() }),
  z.strictObject({ asks: z.literal('case-plan'), ...of, plan: z.looseObject({}), instead: z.boolean() }),
  /** A table that the authority sent, row by row; `due` is the app's to count where nobody says. */
  z.strictObject({
    asks: z.enum(['comments', 'plan']),
    ...of,
    rows: z.array(z.strictObject({ row: z.int(), command: z.looseObject({}) })),
  }),
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
  holidays: BankHolidays,
): Promise<Operated> => {
  const { inspection: id, request } = asked;
  if (!(await inspections.knows(id)))
    return { refused: `There is no inspection ${id}. The word inspections lists them.` };
  const { channel, names } = await inspections.of(id);
  const person = { team: channel.team, user: operator };
  const record = async (command: object, done: string, of = request): Promise<Operated> => {
    const kept = await inspections.record(id, command, { person, at, request: of });
    return 'refusals' in kept ? { refused: kept.refusals.map(({ words }) => words).join(' ') } : { done };
  };
  if (asked.asks === 'case-plan')
    return record({ type: 'TakeSample', plan: asked.plan, instead: asked.instead }, `The plan is in ${id}.`);
  if (asked.asks !== 'lead') {
    const inspection = await inspections.of(id);
    const rows = asked.rows.map(({ row, command }) => {
      const { receivedOn, due } = command;
      return {
        row,
        command: due === null ? { ...command, due: answerDue(inspection, String(receivedOn), holidays) } : command,
      };
    });
    const looked = lookedThrough(rows, inspection, { person, at });
    if ('refusals' in looked) return { refused: looked.refusals.map(({ words }) => words).join(' ') };
    const { fresh, again } = looked;
    for (const [place, command] of fresh.entries()) {
      const kept = await record(command, '', `${request} ${place + 1}`);
      if ('refused' in kept) return { refused: `${kept.refused} ${place} rows before it are kept.` };
    }
    return {
      done: `${fresh.length} of ${rows.length} rows are taken into ${id}${again > 0 ? `; ${again} were there already` : ''}.`,
    };
  }
  const { user, reason } = asked;
  const lead = known ?? { team: channel.team, user, name: names.get(user) ?? user, fullMember: true };
  return record({ type: 'NameLead', lead, reason }, `${lead.name} leads ${id} from here on.`);
};
