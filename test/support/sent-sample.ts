import type { PlannedCase, SamplePlan } from '../../src/domain/sample-plan.ts';
import type { Sent } from './sent.ts';

const inCare = (reference: string, more: Partial<PlannedCase> = {}): PlannedCase => ({
  reference,
  cohort: 'in-care',
  kind: 'sampled',
  team: 'B',
  rule: null,
  reader: null,
  ...more,
});

/** Four cases of children in care, one of them by a rule, one of a child on the edge of few, and a reserve for each cohort. */
export const plan: SamplePlan = {
  framework: 'sif-2013',
  day: '2013-11-18',
  seed: 'a kettle and 18 November',
  method: { name: 'ranked-systematic', version: 1 },
  workbooks: ['0123456789abcdef'.repeat(4)],
  strata: ['team'],
  rules: [{ words: 'oversample in-care to 1 where placements >= 3', fitting: 31 }],
  reserves: 1,
  sizes: [
    { cohort: 'in-care', size: 214 },
    { cohort: 'missing', size: null },
  ],
  cases: [
    inCare('C-101', { kind: 'tracked', reader: 'Chi Lam' }),
    inCare('C-102', { team: null }),
    inCare('C-103', { rule: 1 }),
    inCare('C-104', { cohort: 'missing', reader: 'dee marsh' }),
    inCare('R-001', { team: 'A' }),
    inCare('R-002', { cohort: 'missing' }),
  ],
};

/** The same with other references, as a second draw has them. */
export const another: SamplePlan = {
  ...plan,
  seed: 'a lamp and 25 November',
  cases: plan.cases.map((each, index) => ({
    ...each,
    reference: each.reference.startsWith('R') ? each.reference : `C-20${index + 1}`,
  })),
};

export const takeSample = (but: Record<string, unknown>): Sent => ({
  type: 'TakeSample',
  plan,
  instead: false,
  ...but,
});
export const takeReserve = (item: string): Sent => ({ type: 'UseReserve', item });
export const takeOff = (item: string): Sent => ({ type: 'RemoveCase', item, reason: 'Moved to another authority' });
