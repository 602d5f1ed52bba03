import type { ZodError } from 'zod';
import type { Refused } from './history.ts';

/** What a person sent that does not fit, each at its field: the first part of zod's path is the field's name. */
export const refusalsOf = (error: ZodError): Refused => ({
  refusals: error.issues.map((issue) => {
    const [field, part] = issue.path;
    const name = field === 'answers' && typeof part === 'string' ? `answer-${part}` : field;
    return { field: typeof name === 'string' ? name : null, words: issue.message };
  }),
});
