import { constants } from 'node:fs';
import type { Chain } from './chain.ts';
import { follow, refuseShortened } from './chain.ts';
import { entryOf, lastEntry } from './entry.ts';
import type { Files } from './files.ts';
import { readerOf, readFully } from './folder.ts';
import { beginning, type Mark } from './layout.ts';
import type { Entry } from './port.ts';
import type { Lines } from './records.ts';

type Wanted = {
  files: Files;
  path: string;
  inspection: string;
  chain: Chain;
  since: number;
  take: (entry: Entry) => void;
};

/**
 * Opens the file as it stands, and gives the function that reads from it: the reading itself may then take its time beside
 * further appends, and beside an erasure, which puts a new file in this one's place.
 */
export const readSince = async ({
  files,
  path,
  inspection,
  chain,
  since,
  take,
}: Wanted): Promise<() => Promise<void>> => {
  const { mark, end, starts } = chain;
  if (since >= mark.version) return async () => {};
  const descriptor = await files.open(path, constants.O_RDONLY, 0);
  const read = readerOf(files, descriptor);
  const start = starts[since] ?? end;
  return async () => {
    try {
      const after = await markBefore({ read, inspection, from: starts[since - 1], to: start });
      const found = await follow({
        read,
        inspection,
        after,
        start,
        end,
        each: (entry) => take(entryOf(entry)),
      });
      refuseShortened(found.mark, mark);
    } finally {
      await files.close(descriptor);
    }
  };
};

type Line = { read: Lines['read']; inspection: string; from: number | undefined; to: number };

/** The mark that a line gives; the first entry's is the beginning. */
const markBefore = async ({ read, inspection, from, to }: Line): Promise<Mark> => {
  if (from === undefined) return beginning;
  const bytes = await readFully(read, Buffer.alloc(to - 1 - from), from);
  return lastEntry(inspection, bytes).mark;
};
