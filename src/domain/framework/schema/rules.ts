import { z } from 'zod';
import { code, count, id, list, record, source, text } from './pieces.ts';

export const Condition = record({
  areas: z
    .union([id, list(id, 1)], {
      error: 'a kind of area (key, sub, separate, input), the id of an area, or a list of ids',
    })
    .describe('An area’s id, a list of ids, or a kind (key, sub, separate, input) of the overall’s own areas'),
  grades: list(id, 1).describe('An area counts when its grade is one of these'),
  atLeast: count.optional().describe('It holds when this many areas or more count'),
  atMost: count.optional().describe('It holds when this many areas or fewer count'),
})
  .refine((condition) => (condition.atLeast === undefined) !== (condition.atMost === undefined), {
    error: 'either atLeast or atMost, and not both',
  })
  .describe('A count of judged areas with given grades');

const everyRule = {
  id: code,
  limits: id.describe('The overall or the area that it limits'),
  status: text.describe('On whose word: "published", "consistent with all published results" ...'),
  source,
  because: text.describe('The rule in one sentence, as people read it'),
  when: list(Condition, 1).describe('It fires when all of these hold'),
};

const permits = list(id, 1).describe('The grades it leaves, best first: the best ones (a floor) or the worst (a cap)');

const MustRule = record({
  ...everyRule,
  force: z.literal('must').describe('Published: a grade it rules out is refused'),
  permits,
});

const ExpectedRule = record({
  ...everyRule,
  force: z.literal('expected').describe('A grade it rules out needs a written reason'),
  permits,
});

const ConsiderRule = record({
  ...everyRule,
  force: z.literal('consider').describe('It asks, and moves no grade'),
  ask: text.describe('The question to be answered in words. It moves no grade'),
});

export const Rule = z
  .discriminatedUnion('force', [MustRule, ExpectedRule, ConsiderRule], {
    error: 'a rule whose force is "must", "expected" or "consider"',
  })
  .describe(
    'must: a published rule, refused beyond it. expected: a reason is asked for beyond it. consider: a question',
  );

export type Condition = z.infer<typeof Condition>;
export type Rule = z.infer<typeof Rule>;
/** A rule that leaves some grades and rules out the others; the third force only asks. */
export type LimitingRule = Exclude<Rule, { force: 'consider' }>;
