import { NotPossible, type PersonAtSlack } from '../local-slack/index.ts';
import type { Entries } from './wire.ts';

/** Enters what was typed, field by field; what a field does not take stands under it. */
export const entered = async (person: PersonAtSlack, entries: Entries): Promise<Record<string, string>> => {
  const errors: Record<string, string> = {};
  for (const [block, entry] of Object.entries(entries)) {
    try {
      await person.fill({ [block]: entry });
    } catch (error) {
      if (!(error instanceof NotPossible)) throw error;
      errors[block] = `${error.message}.`;
    }
  }
  return errors;
};
