import { type Asking, type Operated, operate } from '../inspections/operator.ts';
import { openInspections } from '../inspections.ts';
import { askOwner } from '../store/asking.ts';
import { realFiles } from '../store/files.ts';
import { note } from '../store/operations.ts';
import { owning } from './data-folder.ts';
import { NotDone } from './word.ts';

/** By this process, which owns the folder meanwhile. */
const byThis = (folder: string, asked: Asking): Promise<Operated> =>
  owning(folder, async (store) =>
    operate(await openInspections(store, () => undefined), asked, new Date().toISOString(), null),
  );

/**
 * Has something done by the app that owns the data folder, or by this process where none does, and notes it.
 * @throws NotDone where it is refused
 */
export const operating = async (folder: string, asked: Asking, more: Record<string, string> = {}): Promise<string> => {
  const came = ((await askOwner({ folder }, asked)) as Operated | null) ?? (await byThis(folder, asked));
  if ('refused' in came) throw new NotDone(came.refused);
  await note(realFiles, folder, { did: asked.asks, inspection: asked.inspection, ...more });
  return came.done;
};
