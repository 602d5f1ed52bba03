import { hash } from 'node:crypto';
import { constants } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Chain } from './chain.ts';
import { FolderLost } from './claim.ts';
import type { Descriptors } from './descriptors.ts';
import { type Checked, entryOf } from './entry.ts';
import type { Files } from './files.ts';
import { readerOf, readFully, removeIfThere, rewritingOf, syncFolder, writeAll, writeFile } from './folder.ts';
import { against } from './heads.ts';
import { beginning, type Mark } from './layout.ts';
import { openRecord } from './opening.ts';
import type { Owned } from './owner.ts';
import { type Entry, type KnownHead, NotKept } from './port.ts';
import type { Report } from './report.ts';
import { writeWithout } from './rewriting.ts';
import { followToStray } from './stray.ts';
import { Unsound } from './unsound.ts';

/** The last write failed, and so did undoing it: what the file holds after its last acknowledged byte is not known. */
class NotUndone extends Error {
  override name = 'NotUndone';
}

/** What stands at a history's name is not as it was left. Nothing is written there before it was read again. */
export class Replaced extends Error {
  override name = 'Replaced';
  readonly code = 'REPLACED';
}

const moved = 'The file was removed, moved, replaced or written to by others while the app runs';

type Place = {
  files: Files;
  descriptors: Descriptors;
  path: string;
  inspection: string;
  owned: Owned;
  report: Report;
  /** Where it is known to have stood, and why it is damaged where it has no entry; null where it may have none. */
  noted: KnownHead | null;
  whyAbsent: () => string | null;
};

/** `settleName` puts the file's name on stable storage, where it isn't yet. */
export type ChainAdapter = Adapter<Chain> & {
  /** Reads as `read` does, and hands each entry on as it is checked. */
  readEach(take: (entry: Entry) => void): Promise<Chain | null>;
  /** What stands in the file after a write was refused there, where it is this history, grown by others; else the chain as it is known. */
  readAgain(chain: Chain): Promise<Chain>;
  rewriteWithout(chain: Chain, version: number): Promise<Chain>;
  settleName(): Promise<void>;
};

/**
 * lowdb's adapter for a history: `read` checks the whole chain, `write` appends the lines that are not on disk yet, all or
 * none, and touches no earlier byte. lowdb's own JSONFile would write the whole file anew each time, and never sync.
 */
export const chainAdapter = (place: Place): ChainAdapter => {
  const { files, descriptors, path, inspection, owned, report } = place;
  // Whether the file's name is on stable storage in its folder. The folder was synced once when the store was opened.
  let named = false;

  const refuseAbsent = (): void => {
    const why = place.whyAbsent();
    if (why !== null) throw new Unsound(1, why);
  };

  /**
   * Nothing is changed where the file does not hold, or does not hold what is known.
   * @throws Unsound when an entry does not hold, or one is gone; Replaced when the file is another than the one that is known
   */
  const readFrom = async (known: Mark, take: (entry: Entry) => void): Promise<Chain | null> => {
    const opened = await openRecord(files, path, constants.O_RDWR);
    if (opened === null) {
      // In a folder that is gone nothing is found, and that says nothing of what is in it.
      await files.names(dirname(path)).catch((cause) => {
        throw new Replaced('The data folder was removed or moved while the app runs', { cause });
      });
      refuseAbsent();
      return null;
    }
    const { descriptor, size } = opened;
    try {
      named = true;
      const starts: number[] = [];
      let holdsKnown = known.version === 0;
      const noted = against(place.noted);
      const each = (entry: Checked, start: number): void => {
        starts.push(start);
        holdsKnown ||= entry.mark.hash === known.hash;
        noted.see(entry.mark);
        take(entryOf(entry));
      };
      const whole = { read: readerOf(files, descriptor), inspection, after: beginning, start: 0, end: size, each };
      const { mark, end, stray } = await followToStray(whole);
      if (!holdsKnown) throw new Replaced('The file does not hold what was kept in it');
      if (mark.version === 0) refuseAbsent();
      noted.end(mark);
      if (stray.length > 0) await setAside(stray);
      if (size > end) await files.truncate(descriptor, end);
      // Entries written by a process that died before its sync are whole but may not be on stable storage yet.
      await files.sync(descriptor);
      const torn = size - end - stray.length;
      if (torn > 0) report({ event: 'torn-tail-dropped', inspection, bytes: torn });
      return { mark, end, starts, lines: [] };
    } finally {
      await files.close(descriptor);
    }
  };

  /** Puts lines of an owner that was replaced beside the history, before they are cut off. */
  const setAside = async (stray: Buffer): Promise<void> => {
    const aside = `${path}.aside-${hash('sha256', stray).slice(0, 8)}`;
    await writeFile(files, aside, stray);
    await syncFolder(files, dirname(path));
    report({ event: 'set-aside', inspection, file: basename(aside), bytes: stray.length });
  };

  const readAgain = async (chain: Chain): Promise<Chain> => {
    try {
      return (await readFrom(chain.mark, () => {})) ?? chain;
    } catch {
      // The write was refused in words already, and the next one looks again.
      return chain;
    }
  };

  /** What is written to a file that was removed, moved or replaced meanwhile would be found by nobody. */
  const endsAt = (end: number): boolean => files.stands(path)?.length === end;

  /** Whether what was written stands right after what was there, whatever another owner may have written behind it. */
  const isThere = async (descriptor: number, end: number, bytes: Buffer): Promise<boolean> => {
    if (endsAt(end + bytes.length)) return true;
    if (!endsAt(await files.size(descriptor))) return false;
    return (await readFully(readerOf(files, descriptor), Buffer.alloc(bytes.length), end)).equals(bytes);
  };

  const settleName = async (): Promise<void> => {
    if (!named) await syncFolder(files, dirname(path));
    named = true;
  };

  /** Takes back what was written of `bytes` after `end`, and nothing that others wrote. */
  const cutBack = async (descriptor: number, end: number, bytes: Buffer, cause: unknown): Promise<void> => {
    try {
      const size = await files.size(descriptor);
      const own = bytes.subarray(0, Math.max(0, size - end));
      const last = await readFully(readerOf(files, descriptor), Buffer.alloc(own.length), size - own.length);
      owned.refuseIfLost();
      if (!last.equals(own)) throw new Error('The file does not end in what was written');
      await files.truncate(descriptor, size - own.length);
      await files.sync(descriptor);
    } catch (error) {
      if (error instanceof FolderLost) throw error;
      throw new NotUndone('A write failed and could not be undone', { cause: new AggregateError([cause, error]) });
    }
  };

  /** @throws NotKept when nothing of it remains; NotUndone when that is not known; FolderLost likewise */
  const write = async ({ end, lines }: Chain): Promise<void> => {
    const [first, ...more] = lines;
    if (first === undefined) return;
    // A line by itself, as most are, is not copied.
    const bytes = more.length === 0 ? first : Buffer.concat([first, ...more]);
    try {
      await descriptors.use(path, end === 0, async (descriptor) => {
        owned.refuseIfLost();
        if (!endsAt(end)) throw new Replaced(moved);
        try {
          await writeAll(files, descriptor, bytes);
          if (files.waitForDisk === 0) await files.dataSync(descriptor);
          await settleName();
          if (!(await isThere(descriptor, end, bytes))) throw new Replaced(moved);
          owned.refuseIfLost();
        } catch (cause) {
          if (cause instanceof FolderLost) throw cause;
          await cutBack(descriptor, end, bytes, cause);
          throw cause;
        }
      });
    } catch (cause) {
      // Its next use opens whatever stands there by then.
      if (cause instanceof Replaced) await descriptors.letGo(path);
      if (cause instanceof NotUndone || cause instanceof FolderLost) throw cause;
      throw new NotKept(`${inspection} could not be written`, { cause });
    }
  };

  /** Puts a file without that entry's body in the old one's place. `settleName` is to follow. */
  const rewriteWithout = async (chain: Chain, version: number): Promise<Chain> => {
    const passing = rewritingOf(path);
    try {
      const rewritten = await writeWithout({ files, path, passing, inspection }, chain, version);
      if (rewritten === null) return chain;
      await descriptors.letGo(path);
      owned.refuseIfLost();
      await files.rename(passing, path);
      named = false;
      return rewritten;
    } catch (cause) {
      await removeIfThere(files, passing);
      if ([Unsound, RangeError, FolderLost].some((kind) => cause instanceof kind)) throw cause;
      throw new NotKept(`Entry ${version} of ${inspection} could not be erased`, { cause });
    }
  };

  return {
    read: () => readFrom(beginning, () => {}),
    readEach: (take) => readFrom(beginning, take),
    readAgain,
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
