import { expected, held } from './absence.ts';
import { endsOf, tellingOfEach } from './ends.ts';
import type { Files } from './files.ts';
import { historiesIn, lengthIn, pathOf } from './folder.ts';
import { missing, readHeads } from './heads.ts';
import type { Listing } from './port.ts';

/**
 * What `tell` makes of every history in a folder by its two ends, oldest first. Owns and changes nothing: an app may be writing there,
 * and a line that is not written to its end, or not yet, is left alone.
 */
export const listHistories = async <Told>(
  files: Files,
  folder: string,
  tell: (listing: Listing) => Told,
): Promise<Told[]> => {
  const place = { lengthOf: lengthIn(files, folder), missing, heads: await readHeads(files, folder) };
  const listing = <Value>(inspection: string, use: (listing: Listing | null) => Value) =>
    endsOf({ files, path: pathOf(folder, inspection), inspection }, Number.POSITIVE_INFINITY, (ends) =>
      use(held(place, inspection, ends)),
    );
  return tellingOfEach(expected(await historiesIn(files, folder), place.heads), listing, tell);
};
