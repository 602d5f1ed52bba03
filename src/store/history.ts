import { Low } from 'lowdb';
import { type ChainAdapter, Replaced } from './adapter.ts';
import { emptyChain } from './chain.ts';
import { FolderLost } from './claim.ts';
import type { Files } from './files.ts';
import { Conflict, Damaged, type Draft, type Entry, NotKept } from './port.ts';
import { readSince } from './stretch.ts';
import { turns } from './turns.ts';
import { Unsound } from './unsound.ts';
import { type EntryLine, lineAfter } from './writing.ts';

/** One inspection's history, opened. */
export type StoredHistory = {
  each(since: number, take: (entry: Entry) => void): Promise<void>;
  append(expected: number, draft: Draft): Promise<Entry>;
  erase(version: number): Promise<void>;
  /** Shows `look` how far the file is acknowledged, while nothing is under way. */
  look<Value>(look: (end: number) => Promise<Value>): Promise<Value>;
  /** Resolves when what is under way is over. */
  settled(): Promise<void>;
  isClosed(): boolean;
};

type Waiting = { line: EntryLine; bytes: Buffer; kept: (entry: Entry) => void; refused: (error: Error) => void };

type Parts = {
  inspection: string;
  path: string;
  files: Files;
  adapter: ChainAdapter;
  salt: () => string;
  /** Is handed each entry as it is read at the opening, so that the first to read need not read again. */
  take: (entry: Entry) => void;
  closed: (reason: string) => void;
};

/**
 * Opens a history, checking the whole chain. A damaged one opens too, closed: whatever is asked of it is answered with Damaged,
 * also after some of its entries were handed on.
 */
export const openHistory = async (parts: Parts): Promise<StoredHistory> => {
  const { inspection, path, files, adapter, salt, take, closed } = parts;
  const db = new Low(adapter, emptyChain());
  const inTurn = turns();
  let waiting: Waiting[] = [];
  let damage: Damaged | null = null;

  const close = (reason: string): Damaged => {
    damage = new Damaged(inspection, reason);
    closed(reason);
    return damage;
  };

  const closingIfUnsound = async <Value>(act: () => Promise<Value>): Promise<Value> => {
    try {
      return await act();
    } catch (error) {
      throw error instanceof Unsound ? close(error.message) : error;
    }
  };

  const unlessDamaged = <Value>(act: () => Promise<Value>): Promise<Value> => {
    if (damage) throw damage;
    return closingIfUnsound(act);
  };

  // No function made here may name `take`: what it hands entries to would live as long as this history does.
  try {
    db.data = (await adapter.readEach(take)) ?? db.data;
  } catch (error) {
    if (!(error instanceof Unsound)) throw error;
    close(error.message);
  }

  // The last entry that is kept or on its way: what the next one is built upon.
  let tail = db.data.mark;

  const giveUp = (batch: Waiting[], error: unknown): void => {
    const behind = waiting;
    waiting = [];
    tail = db.data.mark;
    if (error instanceof NotKept || error instanceof FolderLost) {
      for (const { refused } of batch) refused(error);
      for (const { refused } of behind) refused(new Conflict(`What ${inspection} was to build upon could not be kept`));
    } else {
      const reason = 'its last write failed and could not be undone; restart the app once the disk is well again';
      const closed = close(reason);
      closed.cause = error;
      for (const { refused } of [...batch, ...behind]) refused(closed);
    }
  };

  /** Writes all that waits in one go, so that it shares one sync. */
  const flush = async (): Promise<void> => {
    const batch = waiting;
    const last = batch.at(-1);
    if (last === undefined) return;
    waiting = [];
    const before = db.data;
    let acknowledge: (() => void)[];
    try {
      db.data = { ...before, lines: batch.map(({ bytes }) => bytes) };
      const written = db.write();
      // While the disk is at work: it costs the ones who wait nothing.
      acknowledge = batch.map(({ line, kept }) => kept.bind(null, line.entry()));
      await written;
    } catch (error) {
      const moved = error instanceof NotKept && error.cause instanceof Replaced;
      db.data = moved ? await adapter.readAgain(before) : before;
      giveUp(batch, error);
      return;
    }
    let { end } = before;
    for (const { bytes } of batch) {
      before.starts.push(end);
      end += bytes.length;
    }
    db.data = { ...before, mark: last.line.mark, end };
    for (const each of acknowledge) each();
  };

  const history: StoredHistory = {
    each: async (since, take) => {
      const read = await inTurn(() =>
        unlessDamaged(() => readSince({ files, path, inspection, chain: db.data, since, take })),
      );
      return closingIfUnsound(read);
    },

    append: async (expected, draft) => {
      if (damage) throw damage;
      if (expected !== tail.version) {
        throw new Conflict(`${inspection} stands at version ${tail.version}, not ${expected}`);
      }
      const line = lineAfter(inspection, tail, draft, salt());
      tail = line.mark;
      return new Promise((kept, refused) => {
        waiting.push({ line, bytes: Buffer.from(`${line.text}\n`), kept, refused });
        if (waiting.length === 1) void inTurn(flush);
      });
    },

    erase: (version) =>
      inTurn(() =>
        unlessDamaged(async () => {
          db.data = await adapter.rewriteWithout(db.data, version);
          await adapter.settleName();
        }),
      ),

    look: (look) => inTurn(() => unlessDamaged(() => look(db.data.end))),

    settled: () => inTurn(async () => {}),

    isClosed: () => damage !== null,
  };
  return history;
};
