import { constants } from 'node:fs';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { type Chain, follow } from './chain.ts';
import type { Descriptors } from './descriptors.ts';
import { beginning, Unsound } from './entry.ts';
import type { Files } from './files.ts';
import { openIfThere, removeIfThere, rewritingOf, syncFolder, writeAll } from './folder.ts';
import { type Entry, NotKept } from './port.ts';
import { writeWithout } from './rewriting.ts';

/** The last write failed, and so did undoing it: what the file holds after its last acknowledged byte is not known. */
class NotUndone extends Error {
  override name = 'NotUndone';
}

/** The file at a history's name is not the one that it was kept in. Nothing more is written to it. */
class Replaced extends Error {
  override name = 'Replaced';
  readonly code = 'REPLACED';
}

type Place = {
  files: Files;
  descriptors: Descriptors;
  path: string;
  inspection: string;
  tornTailDropped: (bytes: number) => void;
};

/** `settleName` puts the file's name on stable storage, where it isn't yet. */
export type ChainAdapter = Adapter<Chain> & {
  /** Reads as `read` does, and hands each entry on as it is checked. */
  readEach(take: (entry: Entry) => void): Promise<Chain | null>;
  rewriteWithout(chain: Chain, version: number): Promise<Chain>;
  settleName(): Promise<void>;
};

/**
 * lowdb's adapter for a history: `read` checks the whole chain, `write` appends the lines that are not on disk yet, all or
 * none, and touches no earlier byte. lowdb's own JSONFile would write the whole file anew each time, and never sync.
 */
export const chainAdapter = ({ files, descriptors, path, inspection, tornTailDropped }: Place): ChainAdapter => {
  // Whether the file's name is on stable storage in its folder. The folder was synced once when the store was opened.
  let named = false;

  /** @throws Unsound when an entry does not hold; the file is then left as it is */
  const readEach = async (take: (entry: Entry) => void): Promise<Chain | null> => {
    const descriptor = await openIfThere(files, path, constants.O_RDWR);
    if (descriptor === null) return null;
    try {
      named = true;
      const starts: number[] = [];
      const each = (entry: Entry, start: number): void => {
        starts.push(start);
        take(entry);
      };
      const size = await files.size(descriptor);
      const found = await follow({ files, descriptor, inspection, after: beginning, start: 0, end: size, each });
      if (size > found.end) await files.truncate(descriptor, found.end);
      // Entries written by a process that died before its sync are whole but may not be on stable storage yet.
      await files.sync(descriptor);
      if (size > found.end) tornTailDropped(size - found.end);
      return { mark: found.mark, end: found.end, starts, lines: [] };
    } finally {
      await files.close(descriptor);
    }
  };

  /** What is written to a file that was removed, moved or replaced meanwhile would be found by nobody. */
  const endsAt = (end: number): void => {
    if (files.lengthOf(path) !== end) throw new Replaced('The file was removed, moved or replaced while the app runs');
  };

  const settleName = async (): Promise<void> => {
    if (!named) await syncFolder(files, dirname(path));
    named = true;
  };

  const cutBack = async (descriptor: number, end: number, cause: unknown): Promise<void> => {
    try {
      await files.truncate(descriptor, end);
      await files.sync(descriptor);
    } catch (error) {
      throw new NotUndone('A write failed and could not be undone', { cause: new AggregateError([cause, error]) });
    }
  };

  /** @throws NotKept when nothing of it remains; NotUndone when that is not known */
  const write = async ({ end, lines }: Chain): Promise<void> => {
    const [first, ...more] = lines.map((line) => line.bytes);
    if (first === undefined) return;
    // A line by itself, as most are, is not copied.
    const bytes = more.length === 0 ? first : Buffer.concat([first, ...more]);
    try {
      await descriptors.use(path, end === 0, async (descriptor) => {
        endsAt(end);
        try {
          await writeAll(files, descriptor, bytes);
          if (files.waitForDisk === 0) await files.dataSync(descriptor);
          await settleName();
          endsAt(end + bytes.length);
        } catch (cause) {
          await cutBack(descriptor, end, cause);
          throw cause;
        }
      });
    } catch (cause) {
      // Its next use opens whatever stands there by then.
      if (cause instanceof Replaced) await descriptors.letGo(path);
      throw cause instanceof NotUndone ? cause : new NotKept(`${inspection} could not be written`, { cause });
    }
  };

  /** Puts a file without that entry's body in the old one's place. `settleName` is to follow. */
  const rewriteWithout = async (chain: Chain, version: number): Promise<Chain> => {
    const passing = rewritingOf(path);
    try {
      const rewritten = await writeWithout({ files, path, passing, inspection }, chain, version);
      if (rewritten === null) return chain;
      await descriptors.letGo(path);
      await files.rename(passing, path);
      named = false;
      return rewritten;
    } catch (cause) {
      await removeIfThere(files, passing);
      if (cause instanceof Unsound || cause instanceof RangeError) throw cause;
      throw new NotKept(`Entry ${version} of ${inspection} could not be erased`, { cause });
    }
  };

  return {
    read: () => readEach(() => {}),
    readEach,
    write,
    rewriteWithout,
    settleName: async () => {
      try {
        await settleName();
      } catch (cause) {
        throw new NotKept(`What was erased in ${inspection} may come back if the machine fails now`, { cause });
      }
    },
  };
};
