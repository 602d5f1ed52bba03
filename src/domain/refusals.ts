import type { ZodError } from 'zod';
import { type InAField, inWordsOf } from './field.ts';
import type { Refusal } from './refusal.ts';

/** A message that quotes what was typed begins with it. */
const quotation = /^".*"(?= )/s;

/** What a person sent that does not fit, each at its field: the names in zod's path, a part's after its whole's. */
export const refusalsOf = (error: ZodError, inspection: InAField): { refusals: Refusal[] } => ({
  refusals: error.issues.map(({ path, message }) => {
    const [typed = ''] = message.match(quotation) ?? [];
    const said = inWordsOf(inspection, message.slice(typed.length));
    return {
      field: path.filter((each) => typeof each === 'string').join('.') || null,
      words: `${typed}${said}`,
      kind: `${typed && 'Something in it'}${said}`,
    };
  }),
});
