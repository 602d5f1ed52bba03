import { z } from 'zod';
import { Framework } from '../domain/framework.ts';

/**
 * What a framework file may say, as the JSON Schema by which editors complete and explain its fields. It knows shapes only:
 * whether the parts agree with one another is said by `framework check`, and at the start.
 */
export const frameworkJsonSchema = (): object => ({
  ...z.toJSONSchema(Framework, { io: 'input', target: 'draft-7' }),
  title: 'An inspection framework of Fortnight',
});
