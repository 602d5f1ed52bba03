import { z } from 'zod';
import { Framework } from '../domain/framework.ts';
import { type Problem, pathOf } from './problem.ts';

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inside, step) => (inside !== null && typeof inside === 'object' ? Reflect.get(inside, step) : undefined),
    value,
  );

const longestShown = 60;

const shown = (value: unknown): string => {
  if (value === undefined) return 'is missing';
  const text = JSON.stringify(value);
  if (text.length <= longestShown) return `is ${text}`;
  return `is ${text.slice(0, longestShown)}…${typeof value === 'string' ? '"' : ''}`;
};

const problemOf = (value: unknown, issue: z.core.$ZodIssue): Problem => ({
  path: pathOf(issue.path),
  wrong:
    issue.code === 'unrecognized_keys'
      ? `has the unknown field ${issue.keys.map((key) => `"${key}"`).join(' and ')}`
      : shown(valueAt(value, issue.path)),
  right: issue.message,
});

/** What a parsed file says, as a framework; or every place where it does not have a framework's shape. */
export const shapeOf = (
  value: unknown,
): { framework: Framework; problems?: undefined } | { framework?: undefined; problems: Problem[] } => {
  const parsed = Framework.safeParse(value);
  return parsed.success
    ? { framework: parsed.data }
    : { problems: parsed.error.issues.map((issue) => problemOf(value, issue)) };
};

/**
 * What a framework file may say, as the JSON Schema by which editors complete and explain its fields. It knows shapes only:
 * whether the parts agree with one another is said by `framework check`, and at the start.
 */
export const frameworkJsonSchema = (): object => {
  const schema = z.toJSONSchema(Framework, { io: 'input', target: 'draft-7' });
  const { field, ...properties } = schema.properties ?? {};
  const name = { type: 'string', description: 'The name of a file in the folder `fields`, without .json' };
  const differing = {
    type: 'object',
    required: ['extends'],
    properties: { ...(typeof field === 'object' ? field.properties : {}), extends: name },
    additionalProperties: false,
  };
  return {
    ...schema,
    properties: { ...properties, field: { description: 'The words of its field', anyOf: [name, differing, field] } },
    title: 'An inspection framework of Fortnight',
  };
};
