import { z } from 'zod';
import { caseKinds } from './matters/case.ts';
import { broken } from './text/typed.ts';

/**
 * How a sample of cases was drawn, and what was drawn, without an identifier of anybody: enough, beside the workbooks it was
 * drawn from, to draw it again. A number of fewer than six children is null wherever it stands here.
 */

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'It is empty.')
    .max(most, `Keep it to ${most} characters.`)
    .refine((text) => !broken.test(text) && !/[\n\t]/.test(text), 'It has a sign that may not stand here.');
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'It is an id such as front-door.');
const count = z.int().min(6, 'A number below 6 stands as "fewer than 6".').nullable();

const plannedCase = z.strictObject({
  /** C-001 for a case to be read, R-001 for a reserve, the first of its cohort to be used first. */
  reference: z.string().regex(/^[CR]-\d{3,5}$/, 'A reference is C-001 or, for a reserve, R-001.'),
  cohort: id,
  kind: z.enum(caseKinds, `How it is read is one of ${caseKinds.join(', ')}.`),
  /** A letter for the team that works with the child: which team it is stands in the key only. */
  team: z
    .string()
    .regex(/^[A-Z]{1,2}$/, 'A team is a letter, such as A.')
    .nullable(),
  /** The number of the rule that it was drawn by; null where it was drawn at random from its whole cohort. */
  rule: z.int().min(1).nullable(),
  reader: line(80).nullable(),
});

export const samplePlan = z
  .strictObject({
    framework: id.nullable(),
    /** The day on which it was drawn, from which "older than 6 weeks" and ages count. */
    day: z.iso.date('The day is such as 2026-11-16.'),
    seed: line(200),
    method: z.strictObject({ name: id, version: z.int().min(1) }),
    /** SHA-256 of each file, in the order in which they were read. */
    workbooks: z
      .array(z.string().regex(/^[0-9a-f]{64}$/, 'A workbook is 64 digits of SHA-256.'))
      .min(1, 'A workbook is missing.'),
    strata: z.array(line(40)),
    /** In the analyst's words, and how many children of the cohort each of them fits. */
    rules: z.array(z.strictObject({ words: line(300), fitting: count })),
    /** How many were asked for in each cohort. */
    reserves: z.int().min(0).max(100),
    sizes: z.array(z.strictObject({ cohort: id, size: count })),
    cases: z.array(plannedCase).min(1, 'It has no case.').max(999, 'It has more than 999 cases.'),
  })
  .superRefine(({ rules, sizes, cases }, check) => {
    const wrong = (path: (string | number)[], message: string): void =>
      check.addIssue({ code: 'custom', path, message });
    const references = new Set<string>();
    for (const [index, { reference, cohort, rule }] of cases.entries()) {
      if (references.has(reference)) wrong(['cases', index], `${reference} stands here twice.`);
      references.add(reference);
      if (!sizes.some((each) => each.cohort === cohort)) wrong(['cases', index], `The size of ${cohort} is missing.`);
      if (rule !== null && rule > rules.length) wrong(['cases', index], `There is no rule ${rule}.`);
    }
  });
export type SamplePlan = z.infer<typeof samplePlan>;
export type PlannedCase = SamplePlan['cases'][number];

export const isReserve = ({ reference }: Pick<PlannedCase, 'reference'>): boolean => reference.startsWith('R-');

/** A number of children as it may leave the machine with the workbook: few enough could be somebody. */
export const manyEnough = (children: number): number | null => (children < 6 ? null : children);
