import { describe, expect, it } from 'vitest';
import type { PlannedCase, SamplePlan } from '../../src/domain/sample-plan.ts';
import { planParts, readPlan, writePlan } from '../../src/sampling/plan.ts';

const aCase = (reference: string, more: Partial<PlannedCase> = {}): PlannedCase => ({
  reference,
  cohort: 'in-care',
  kind: 'sampled',
  team: 'A',
  rule: null,
  reader: null,
  ...more,
});

const plan: SamplePlan = {
  framework: 'ilacs-2023',
  day: '2026-11-16',
  seed: 'a kettle and 14 November',
  method: { name: 'ranked-systematic', version: 1 },
  workbooks: ['0123456789abcdef'.repeat(4)],
  strata: ['team', 'age band'],
  rules: [{ words: 'oversample in-care to 4 where placements >= 3', fitting: 31 }],
  reserves: 1,
  sizes: [
    { cohort: 'in-care', size: 214 },
    { cohort: 'adoption', size: null },
  ],
  cases: [
    aCase('C-001', { rule: 1, kind: 'tracked', reader: 'Ana Reyes' }),
    aCase('C-002', { team: null, cohort: 'adoption' }),
    aCase('R-001'),
  ],
};

const lines = writePlan(plan).trimEnd().split('\n');

describe('handing a plan over', () => {
  it('[SA1] reads what was written, however its lines end and whatever spaces a paste put around them', () => {
    expect(readPlan(writePlan(plan))).toEqual(plan);
    expect(readPlan(`\n\n  ${lines.join('  \r\n\r\n ')}`)).toEqual(plan);
  });

  it('[SA1] refuses a half, and one of which a line was changed, saying in which line and what would be right', () => {
    for (let many = 1; many < lines.length; many += 1)
      expect(readPlan(lines.slice(0, many).join('\n'))).toEqual({
        line: many,
        wrong: expect.stringMatching(/Paste all of it/),
      });
    expect(readPlan(lines.slice(1).join('\n'))).toEqual({ line: 1, wrong: expect.stringMatching(/begins with/) });
    for (const [index, line] of lines.entries())
      expect(readPlan(lines.with(index, `${line}0`).join('\n'))).toMatchObject({ wrong: expect.any(String) });
  });

  it.each([
    [{ cases: [aCase('C-001'), aCase('C-001')] }, 12, 'C-001 stands here twice.'],
    [{ cases: [aCase('C-001', { rule: 2 })] }, 11, 'There is no rule 2.'],
    [{ cases: [aCase('C-001', { cohort: 'in-need' })] }, 11, 'The size of in-need is missing.'],
    [{ sizes: [{ cohort: 'in-care', size: 3 }] }, 10, 'A number below 6 stands as "fewer than 6".'],
    [{ day: '16 November' }, 3, 'The day is such as 2026-11-16.'],
  ])('[SA1] names the line of %j', (wrong, line, words) => {
    const one = { ...plan, sizes: [{ cohort: 'in-care', size: 214 }], cases: [aCase('C-001')] };
    expect(readPlan(writePlan({ ...one, strata: ['team'], ...wrong }))).toEqual({
      line,
      wrong: words,
    });
  });

  it('[SA1] fits one box of a form with 36 cases, and parts at the ends of lines where it is longer', () => {
    const cases = (many: number): PlannedCase[] =>
      Array.from({ length: many }, (_, index) => aCase(`C-${String(index + 1).padStart(3, '0')}`));
    expect(planParts(writePlan({ ...plan, cases: cases(36) }), 3000)).toHaveLength(1);
    const long = writePlan({ ...plan, cases: cases(200) });
    const parts = planParts(long, 3000);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part.length <= 3000)).toBe(true);
    expect(readPlan(parts.join('\n'))).toEqual(readPlan(long));
  });
});
