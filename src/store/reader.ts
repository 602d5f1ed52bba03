import { constants } from 'node:fs';
import { expected, held } from './absence.ts';
import { follow } from './chain.ts';
import { endsOf, tellingOfEach } from './ends.ts';
import { beginning, Unsound } from './entry.ts';
import type { Files } from './files.ts';
import { historiesIn, pathOf } from './folder.ts';
import { readHeads } from './heads.ts';
import { openRecord } from './opening.ts';
import { Damaged, type Entry, type Listing, type Store } from './port.ts';
import type { Report } from './report.ts';

/** What `tell` makes of every history in a folder by its two ends, oldest first. */
export const listHistories = async <Told>(
  files: Files,
  folder: string,
  tell: (listing: Listing) => Told,
): Promise<Told[]> => {
  const place = { files, folder, heads: await readHeads(files, folder) };
  const listingOf = async (inspection: string) =>
    held(
      place,
      inspection,
      await endsOf({ files, path: pathOf(folder, inspection), inspection }, Number.POSITIVE_INFINITY),
    );
  return tellingOfEach(expected(await historiesIn(files, folder), place.heads), listingOf, tell);
};

type Parts = { folder: string; files: Files; report: Report };

/**
 * Reads a data folder without owning it, beside an app that may be writing there, and changes nothing: a line that is not
 * written to its end, or not yet, is reported and left alone.
 */
export const jsonLinesReader = ({ folder, files, report }: Parts): Pick<Store, 'list' | 'read'> => ({
  list: (tell) => listHistories(files, folder, tell),

  read: async (inspection, since) => {
    let descriptor: number | null = null;
    try {
      descriptor = await openRecord(files, pathOf(folder, inspection), constants.O_RDONLY);
      if (descriptor === null) return [];
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
      if (descriptor !== null) await files.close(descriptor);
    }
  },
});
