import { NotKept } from '../port.ts';
import { erasedText } from '../writing.ts';
import { isOfDatabase } from './answered.ts';
import type { Connections } from './connections.ts';

/**
 * Puts a line in the place of one entry's that is the same without its words. What it was before stays in pages that PostgreSQL gives
 * away by itself (vacuum), in its log of changes and in backups, until these are made anew.
 * @throws RangeError when there is no such entry; NotKept where nobody knows whether it was done
 */
export const eraseLine = async ({ together }: Connections, history: string, version: number): Promise<void> => {
  try {
    await together(async (one) => {
      const place = [history, version];
      const [row] = await one<[string]>(
        'select line from entries where history = $1 and version = $2 for update',
        place,
      );
      if (!row) throw new RangeError(`${history} has no entry ${version}`);
      const erased = erasedText(row[0]);
      if (erased === row[0]) return;
      await one('update entries set line = $3 where history = $1 and version = $2', [...place, erased]);
    });
  } catch (error) {
    throw isOfDatabase(error) ? new NotKept('It is not certain that it is erased', { cause: error }) : error;
  }
};
