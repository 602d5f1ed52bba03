import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/domain/framework.ts';
import { changesInWords, outcomeOf, soFar } from '../../src/domain/grading.ts';
import { checkFramework } from '../../src/frameworks.ts';
import { framework } from '../support/frameworks.ts';

const rating = framework('annual-rating-2009');
const priority = { 'unannounced-inspection': 'priority-action' };

describe('results from elsewhere in scales of their own', () => {
  it('[FW5] limit the rating by rules, and the rest stays open', () => {
    const outcome = outcomeOf(rating, 'rating', priority);
    expect(outcome.permitted).toHaveLength(4);
    expect(outcome.expected).toEqual(['performs-adequately', 'performs-poorly']);
    expect(outcome.because.map(({ rule, ruledOut }) => [rule.id, ruledOut])).toEqual([
      ['AR-1', ['performs-excellently', 'performs-well']],
    ]);
    expect(soFar(rating, outcome)).toMatch(/^performs adequately or performs poorly, whatever .* turn out to be$/);
  });

  it('[FW5] are changed within their own scale when it is told what would alter the rating', () => {
    const others = {
      'safeguarding-inspection': 'good',
      'looked-after-inspection': 'not-judged',
      'staying-safe-indicators': 'good',
      'enjoying-indicators': 'good',
    };
    expect(changesInWords(rating, outcomeOf(rating, 'rating', { ...others, ...priority }))).toEqual([
      'Any grade if unannounced inspection rises to no area for priority action.',
    ]);
    expect(
      changesInWords(rating, outcomeOf(rating, 'rating', { ...others, 'unannounced-inspection': 'not-judged' })),
    ).toEqual(['Performs adequately or performs poorly if safeguarding inspection falls to inadequate.']);
  });

  it('[FW5] refuse a grade of another scale', () => {
    expect(() => outcomeOf(rating, 'rating', { 'unannounced-inspection': 'inadequate' })).toThrow(
      '"inadequate" is no grade that unannounced-inspection may be given',
    );
  });

  it('[FW5] ask where indicators are weak, and move nothing', () => {
    const weak = outcomeOf(rating, 'rating', { 'staying-safe-indicators': 'inadequate' });
    expect(weak.questions.map(({ id }) => id)).toEqual(['AR-3']);
    expect(weak.expected).toHaveLength(4);
  });

  it('[FW5] can be limited themselves, by grades of their own scale', () => {
    const limited: Framework = {
      ...rating,
      rules: [
        {
          id: 'AR-9',
          limits: 'unannounced-inspection',
          force: 'expected',
          status: 'made up',
          source: 'made up',
          because: 'Weak indicators come with an area for priority action',
          when: [{ areas: 'staying-safe-indicators', grades: ['inadequate'], atLeast: 1 }],
          permits: ['priority-action'],
        },
      ],
      examples: [],
    };
    expect(checkFramework(limited)).toEqual([]);
    const outcome = outcomeOf(limited, 'unannounced-inspection', { 'staying-safe-indicators': 'inadequate' });
    expect(outcome).toMatchObject({ expected: ['priority-action'], fixed: true });
    expect(outcome.because[0]?.ruledOut).toEqual(['no-priority-action']);
  });
});
