import { z } from 'zod';

/*
 * What a framework file may say. Each message tells what would be right, because the loader puts beside it what was found.
 * Unknown fields are refused: a mistyped field would otherwise be a rule silently left out.
 */

const record = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `only the fields ${Object.keys(shape).join(', ')}`
        : `an object with the fields ${Object.keys(shape).join(', ')}`,
  });

const list = <Item extends z.ZodType>(item: Item, atLeast: number) =>
  z
    .array(item, { error: 'a list in square brackets' })
    .min(atLeast, { error: `a list of at least ${atLeast === 1 ? 'one item' : `${atLeast} items`}` });

const id = z
  .string({ error: 'an id in small letters, digits and hyphens' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'an id in small letters, digits and hyphens, such as "care-leavers"' });

const code = z
  .string({ error: 'a short id such as "SIF-1"' })
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, { error: 'a short id of letters, digits and hyphens, such as "SIF-1"' });

const text = z
  .string({ error: 'a text in double quotes' })
  .regex(/^\S(.*\S)?$/s, { error: 'a text that is not empty and neither begins nor ends with a space' });

/** The longest text a choice in a form can show whole. */
export const longestLabel = 70;

const label = text.max(longestLabel, {
  error: `a label of at most ${longestLabel} characters, so that a select shows it`,
});

const day = z.iso.date({ error: 'a date such as "2013-11-19"' });

const choice = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, { error: `one of ${words.map((word) => `"${word}"`).join(', ')}` });

const confidence = choice('sourced', 'supported', 'unverified');

const Grade = record({
  id,
  label,
  mark: z
    .string({ error: 'one character, a shape that reads without colour' })
    .regex(/^\S$/u, { error: 'one character, a shape that reads without colour' }),
  meaning: text.optional(),
});

const Criterion = record({ id: code, label, about: choice('experience', 'practice', 'process') });

const Trigger = record({ id: code, label });

const Area = record({
  id,
  title: text,
  short: label,
  kind: choice('key', 'sub', 'separate', 'input'),
  of: id.optional(),
  optional: z.boolean({ error: 'true or false' }).optional(),
  words: list(id, 1),
  criteria: list(Criterion, 0),
  triggers: list(Trigger, 0),
});

const Overall = record({ id, title: label });

const count = z.int({ error: 'a whole number' }).min(0, { error: 'a whole number that is not below 0' });

const Condition = record({
  areas: z.union([id, list(id, 1)], {
    error: 'a kind of area (key, sub, separate, input), the id of an area, or a list of ids',
  }),
  grades: list(id, 1),
  atLeast: count.optional(),
  atMost: count.optional(),
}).refine((condition) => (condition.atLeast === undefined) !== (condition.atMost === undefined), {
  error: 'either atLeast or atMost, and not both',
});

const everyRule = { id: code, limits: id, status: text, source: text, because: text, when: list(Condition, 1) };

const MustRule = record({ ...everyRule, force: z.literal('must'), permits: list(id, 1) });

const ExpectedRule = record({ ...everyRule, force: z.literal('expected'), permits: list(id, 1) });

const ConsiderRule = record({ ...everyRule, force: z.literal('consider'), ask: text });

const Rule = z.discriminatedUnion('force', [MustRule, ExpectedRule, ConsiderRule], {
  error: 'a rule whose force is "must", "expected" or "consider"',
});

const TimetableRow = record({ day: text, what: text, confidence, source: text.optional() });

const Role = record({ id, title: label, about: text.optional(), confidence });

const Example = record({
  name: text,
  grades: z.record(id, id, { error: 'an object of area ids with their grades' }),
  of: id.optional(),
  permitted: list(id, 0),
  expected: list(id, 0),
  published: id.nullable(),
  source: text,
});

/**
 * One edition of one framework, as its file in `data/frameworks` says it. An inspection's first entry carries it without
 * its examples, so both are accepted. Whether the parts agree with one another is `checkFramework`'s question.
 */
export const Framework = record({
  id,
  title: text,
  short: label,
  inForce: record({ from: day, to: day.nullable() }),
  source: text,
  notes: list(text, 0).optional(),
  output: choice('grades', 'findings'),
  scale: list(Grade, 0).max(20, { error: 'a scale of at most 20 grades' }),
  areas: list(Area, 1),
  overalls: list(Overall, 0),
  noOverall: text.optional(),
  rules: list(Rule, 0),
  timetable: list(TimetableRow, 0),
  roles: list(Role, 0),
  examples: list(Example, 0).optional(),
});

export type Framework = z.infer<typeof Framework>;
export type Grade = z.infer<typeof Grade>;
export type Area = z.infer<typeof Area>;
export type Overall = z.infer<typeof Overall>;
export type Condition = z.infer<typeof Condition>;
export type Rule = z.infer<typeof Rule>;
/** A rule that leaves some grades and rules out the others; the third force only asks. */
export type LimitingRule = Exclude<Rule, { force: 'consider' }>;
export type Example = z.infer<typeof Example>;
