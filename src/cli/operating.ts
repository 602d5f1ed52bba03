import { type Asking, type Operated, operate } from '../inspections/operator.ts';
import { openInspections } from '../inspections.ts';
import { askOwner } from '../store/asking.ts';
import { note } from '../store/operations.ts';
import { bankHolidays } from './data-folder.ts';
import { type Kept, lookingIn, owning } from './kept.ts';
import { NotDone } from './word.ts';

/** By this process, which owns a folder meanwhile, or records in a database beside others. */
const byThis = (kept: Kept, asked: Asking): Promise<Operated> =>
  owning(kept, async (_, store) =>
    operate(await openInspections(store, () => undefined), asked, new Date().toISOString(), null, bankHolidays()),
  );

/**
 * Has something done by the app that owns the data folder, or by this process where none does, and notes it.
 * @throws NotDone where it is refused
 */
export const operating = async (kept: Kept, asked: Asking, more: Record<string, string> = {}): Promise<string> => {
  const answer = 'folder' in kept ? ((await askOwner(kept, asked)) as Operated | null) : null;
  const came = answer ?? (await byThis(kept, asked));
  if ('refused' in came) throw new NotDone(came.refused);
  await lookingIn(kept, (records) => note(records, { did: asked.asks, inspection: asked.inspection, ...more }));
  return came.done;
};
