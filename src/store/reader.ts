import { constants } from 'node:fs';
import { follow } from './chain.ts';
import { endsOf, tellingOfEach } from './ends.ts';
import { beginning, Unsound } from './entry.ts';
import type { Files } from './files.ts';
import { historiesIn, openIfThere, pathOf } from './folder.ts';
import { Damaged, type Entry, type Listing, type Store } from './port.ts';
import type { Report } from './report.ts';

/** What `tell` makes of every history in a folder by its two ends, oldest first. */
export const listHistories = async <Told>(
  files: Files,
  folder: string,
  tell: (listing: Listing) => Told,
): Promise<Told[]> => {
  const ends = (inspection: string) =>
    endsOf({ files, path: pathOf(folder, inspection), inspection }, Number.POSITIVE_INFINITY);
  return tellingOfEach(await historiesIn(files, folder), ends, tell);
};

type Parts = { folder: string; files: Files; report: Report };

/**
 * Reads a data folder without owning it, beside an app that may be writing there, and changes nothing: a line that is not
 * written to its end, or not yet, is reported and left alone.
 */
export const jsonLinesReader = ({ folder, files, report }: Parts): Pick<Store, 'list' | 'read'> => ({
  list: (tell) => listHistories(files, folder, tell),

  read: async (inspection, since) => {
    const descriptor = await openIfThere(files, pathOf(folder, inspection), constants.O_RDONLY);
    if (descriptor === null) return [];
    try {
      const entries: Entry[] = [];
      const each = (entry: Entry): void => {
        if (entry.header.version > since) entries.push(entry);
      };
      const end = await files.size(descriptor);
      const { tail } = await follow({ files, descriptor, inspection, after: beginning, start: 0, end, each });
      if (tail.length > 0) report({ event: 'torn-tail-seen', inspection, bytes: tail.length });
      return entries;
    } catch (error) {
      throw error instanceof Unsound ? new Damaged(inspection, error.message) : error;
    } finally {
      await files.close(descriptor);
    }
  },
});
