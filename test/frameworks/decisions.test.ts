import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/domain/framework.ts';
import { combinationsOf, counting, holds, outcomeOf } from '../../src/domain/grading.ts';
import { type DecisionRow, decisionsOf, limitedBy, surveyOf } from '../../src/frameworks.ts';
import { asked } from '../cli/asked.ts';
import { aMadeUpFramework, completed } from '../domain/grading-made-up.ts';
import { framework, shipped } from '../support/frameworks.ts';

/** The decisions whose conditions all hold for these grades. */
const decidedBy = (edition: Framework, decisions: readonly DecisionRow[], grades: Record<string, string>) =>
  decisions.filter(({ when }) =>
    when.every((condition) => holds(condition, counting(edition, condition, grades, 'overall').length)),
  );

const limited = shipped.flatMap((edition) => limitedBy(edition).map((of) => [edition.id, of] as const));

describe('the decision table of a framework', () => {
  it.each(limited)('[FW16] has every combination of grades in one line, few lines in all: %s, %s', (id, of) => {
    const decisions = decisionsOf(framework(id), of);
    const { combinations, fixed } = surveyOf(framework(id), of);
    expect(decisions.reduce((sum, each) => sum + each.combinations, 0)).toBe(combinations);
    const counted = decisions.filter(({ expected }) => expected.length === 1);
    expect(counted.reduce((sum, each) => sum + each.combinations, 0)).toBe(fixed);
    expect(decisions.length).toBeLessThanOrEqual(16);
  });

  it('[FW16] says for any grades what grading says, whatever the rules are', () => {
    fc.assert(
      fc.property(aMadeUpFramework, (edition) => {
        const decisions = decisionsOf(edition, 'overall');
        for (const grades of completed(edition, {})) {
          const decided = decidedBy(edition, decisions, grades);
          const { permitted, expected } = outcomeOf(edition, 'overall', grades);
          expect(decided.map((each) => [each.permitted, each.expected])).toEqual([[permitted, expected]]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('[FW16] is told in sentences, worst first, with what is fixed and what is open', async () => {
    const { printed } = await asked(['framework', 'check', 'cp-2012']);
    const from = printed.indexOf('  What is left, in every combination of grades:');
    expect(printed.slice(from + 1, from + 4)).toEqual([
      '      37  fixed  inadequate: at least one key judgement at inadequate',
      '      27  open   any grade: no key judgement at inadequate',
      '  64 combinations: 37 fixed, 27 open',
    ]);
    expect(printed.join('\n')).toContain(
      'Cheshire East, March 2013: one of three inadequate. Left: inadequate. Published: inadequate',
    );
  });

  it('[FW16] says which overall no rule limits, and what no source confirms', async () => {
    const text = (await asked(['framework', 'check', 'slac-2009'])).printed.join('\n');
    expect(text).toContain('Safeguarding services: overall effectiveness: no rule limits it, so every grade is open');
    expect(text).toContain('What no source confirms\n  The last day in force');
  });

  it('[FW17] is as small as the rules: areas that no rule counts are not combined', () => {
    expect(combinationsOf(framework('slac-2009'), 'safeguarding')).toBe(1);
    expect(outcomeOf(framework('slac-2009'), 'safeguarding', {}).missing).toHaveLength(7);
  });
});
