import { fieldsOf } from '../../local-slack/form/fields.ts';
import { NotPossible, type PersonAtSlack } from '../../local-slack/index.ts';
import type { Entries } from './wire.ts';

const has = (person: PersonAtSlack, block: string): boolean =>
  fieldsOf(person.view()?.blocks ?? []).some((field) => field.block === block);

/**
 * Enters what was typed, field by field; what a field does not take stands under it. A field that the app took away
 * meanwhile takes nothing.
 */
export const entered = async (person: PersonAtSlack, entries: Entries): Promise<Record<string, string>> => {
  const errors: Record<string, string> = {};
  for (const [block, entry] of Object.entries(entries)) {
    if (!has(person, block)) continue;
    try {
      await person.fill({ [block]: entry });
    } catch (error) {
      if (!(error instanceof NotPossible)) throw error;
      errors[block] = `${error.message}.`;
    }
  }
  return errors;
};
