import { z } from 'zod';
import { seen } from '../corrections.ts';
import { fieldOf } from '../field.ts';
import type { Inspection } from '../inspection.ts';
import { matter } from '../matter.ts';
import type { Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { namedOrNothing, typedOrNothing } from '../text/typed.ts';

/*
 * The place that is inspected: how many people, offices and partners, how it is run. People ask whether a good in a
 * large county is a good in a small borough. It is shown beside a grade and has no part in any rule.
 */

const whole = (most: number) =>
  z
    .string()
    .nullish()
    .transform((text, check) => {
      const digits = (text ?? '').replace(/[\s,.]/g, '');
      if (digits === '') return null;
      const number = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
      if (number <= most) return number;
      check.addIssue({
        code: 'custom',
        message: `Give a whole number up to ${most.toLocaleString('en-GB')}, or nothing.`,
      });
      return z.NEVER;
    });

const setContext = z.strictObject({
  type: z.literal('SetContext'),
  seen,
  children: whole(1_000_000),
  offices: whole(1000),
  /** Their names, a line each. */
  sites: namedOrNothing,
  partners: typedOrNothing,
  /** By its id in the field's list. */
  structure: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  note: typedOrNothing,
});
export type SetContext = z.infer<typeof setContext>;

const fields = {
  children: z.int().nullable(),
  offices: z.int().nullable(),
  // Histories from before sites were named have none.
  sites: z.array(z.string()).default([]),
  partners: z.string().nullable(),
  structure: z.string().nullable(),
  note: z.string().nullable(),
};
const contextSet = z.strictObject({ type: z.literal('ContextSet'), ...fields });
export type ContextSet = z.infer<typeof contextSet>;

export type Context = Omit<ContextSet, 'type'> & { by: Person; at: string };

const decide = ({ type: _, seen: __, ...said }: SetContext, { framework }: Inspection): Decision<ContextSet> => {
  if (Object.values(said).every((value) => value === null))
    return refuse('children', 'Say at least one thing about it, or close the form.');
  const { structures } = fieldOf(framework).context;
  if (said.structure !== null && !structures.some(({ id }) => id === said.structure))
    return refuse('structure', 'Choose from the list.');
  const sites = (said.sites ?? '').split('\n').map((name) => name.trim());
  return { events: [{ type: 'ContextSet', ...said, sites: [...new Set(sites.filter(Boolean))] }] };
};

declare module '../inspection.ts' {
  interface Inspection {
    context: Context | null;
  }
}

export const contextMatter = matter({
  commands: [setContext],
  events: [contextSet],
  act: 'record earlier inspections and context',
  sealed: true,
  begins: () => ({ context: null }),
  decide,
  evolve: {
    ContextSet: (inspection, { type: _, ...said }, { person: by, at }) => {
      inspection.context = { ...said, by, at };
    },
  },
  moves: 'changed',
  corrects: ['ContextSet'],
  about: () => 'context',
});
