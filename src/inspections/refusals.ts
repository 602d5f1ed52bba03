import type { ZodError } from 'zod';
import type { Refused } from './history.ts';

/** A message that quotes what was typed begins with it. */
const quotation = /^".*"(?= )/s;

/** What a person sent that does not fit, each at its field: the names in zod's path, a part's after its whole's. */
export const refusalsOf = (error: ZodError): Refused => ({
  refusals: error.issues.map(({ path, message }) => ({
    field: path.filter((each) => typeof each === 'string').join('.') || null,
    words: message,
    kind: message.replace(quotation, 'Something in it'),
  })),
});
