import { setTimeout as after, setImmediate as sent } from 'node:timers/promises';
import { beginning, type Mark } from '../layout.ts';
import { Conflict, type Draft, type Entry, NotKept, OutcomeUnknown } from '../port.ts';
import { turns } from '../turns.ts';
import { type EntryLine, lineAfter } from '../writing.ts';
import { isOfDatabase, isOrphan, isTaken, NotConnected, refusedByServer } from './answered.ts';
import type { Connections } from './connections.ts';
import { lineAt } from './lines.ts';

/** For so many milliseconds whoever waits is told nothing while nobody knows whether theirs is kept. */
const patience = 15_000;
const between = 250;

type Waiting = { line: EntryLine; kept: (entry: Entry) => void; refused: (error: unknown) => void };

/**
 * One statement for all that wait, so that they are kept together or not at all: refused where their history is gone, which is nothing
 * then. A first entry brings its history with it.
 */
const insertOf = (history: string, lines: readonly EntryLine[]): [text: string, values: unknown[], name: string] => {
  const texts = lines.map(({ text }) => text);
  const versions = lines.map(({ mark }) => mark.version);
  const begins = versions[0] === 1 ? 'with begun as (insert into histories (history) values ($1)) ' : '';
  const itself = begins ? '$1' : '(select history from histories where history = $1)';
  const into = `${begins}insert into entries (history, version, line)`;
  const name = begins ? 'fortnight begin' : 'fortnight keep';
  return lines.length === 1
    ? [`${into} values (${itself}, $2, $3)`, [history, ...versions, ...texts], name]
    : [
        `${into} select ${itself}, * from unnest($2::integer[], $3::text[])`,
        [history, versions, texts],
        `${name} several`,
      ];
};

type Parts = {
  connections: Connections;
  history: string;
  salt: () => string;
  /** Told when nobody knows whether what was sent is kept. */
  inDoubt: (error: unknown) => void;
  /** Aborted when nobody is to wait any longer. */
  closing: AbortSignal;
};

/** Keeps entries of one history, each after the one before. Others may write there too: who is first at a version is decided by its key. */
export const appendingTo = ({ connections: { ask, send, together }, history, salt, inDoubt, closing }: Parts) => {
  const inTurn = turns();
  /** The last entry that is kept, or on its way; null where that is to be looked up. */
  let tail: Mark | null = null;
  let looking: Promise<void> | null = null;
  let waiting: Waiting[] = [];
  const pending = new Set<Promise<Entry>>();
  let doubt: unknown = null;

  const look = (): Promise<void> => {
    looking ??= lineAt(ask, history)
      .then((last) => {
        tail = last?.mark ?? beginning;
      })
      .catch((cause) => {
        throw isOfDatabase(cause) ? new NotKept('The database does not say where it stands', { cause }) : cause;
      })
      .finally(() => {
        looking = null;
      });
    return looking;
  };

  /** Whether it is these very lines that stand there. Then they are as safe as if they had just been acknowledged. */
  const stand = (lines: readonly EntryLine[]): Promise<boolean> =>
    together(async (one) => {
      const last = lines.at(-1)?.mark;
      const found = last && (await lineAt(one, history, last.version));
      if (found?.mark.hash !== last?.hash) return false;
      // The end of a connection ends its wait for a standby too. What is written after it is on the standby after it.
      await one(`select pg_logical_emit_message(true, 'fortnight', '')`);
      return true;
    });

  /**
   * Sends them until it is known whether they are kept. Where that can't be told they are sent again, which waits for the connection that
   * was lost to be over with them, and keeps them once.
   */
  const keep = async (lines: readonly EntryLine[]): Promise<void> => {
    const statement = insertOf(history, lines);
    for (;;) {
      try {
        await send(...statement);
        return;
      } catch (error) {
        if (isOrphan(error)) throw new Conflict(`${history} is not there any more`);
        if (doubt === null) {
          if (isTaken(error)) throw new Conflict(`${history} has another entry there`);
          if (refusedByServer(error) || error instanceof NotConnected)
            throw new NotKept('The database did not keep it', { cause: error });
          doubt = error;
          inDoubt(error);
        } else if (isTaken(error)) {
          const stands = await stand(lines).catch(() => null);
          if (stands) return;
          if (stands === false) throw new Conflict(`${history} has another entry there`);
        }
        if (closing.aborted) throw new OutcomeUnknown(history, error);
        await after(between, undefined, { signal: closing }).catch(() => undefined);
      }
    }
  };

  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    try {
      const standing = keep(batch.map(({ line }) => line));
      standing.catch(() => undefined);
      // Once it is sent, so that they are made while the database is at work.
      await sent();
      const entries = batch.map(({ line }) => line.entry());
      await standing;
      for (const [place, { kept }] of batch.entries()) kept(entries[place] as Entry);
    } catch (error) {
      const behind = waiting;
      waiting = [];
      tail = null;
      for (const { refused } of batch) refused(error);
      for (const { refused } of behind) refused(new Conflict(`What ${history} was to build upon could not be kept`));
    } finally {
      doubt = null;
    }
  };

  /** Gives up on what is not known for so long, which goes on being looked up. */
  const patiently = <Value>(act: Promise<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new OutcomeUnknown(history, doubt)), patience);
      act.then(resolve, reject).finally(() => clearTimeout(timer));
    });

  const append = async (expected: number, draft: Draft): Promise<Entry> => {
    while (tail === null) await look();
    // Whoever asks has read what others kept.
    if (pending.size === 1 && expected > tail.version) await look();
    // Nobody has had a turn since it was looked at.
    const last: Mark | null = tail;
    if (expected !== last?.version)
      throw new Conflict(`${history} stands at version ${last?.version}, not ${expected}`);
    const line = lineAfter(history, last, draft, salt());
    tail = line.mark;
    const appended = new Promise<Entry>((kept, refused) => waiting.push({ line, kept, refused }));
    if (waiting.length === 1) void inTurn(flush);
    return appended;
  };

  return {
    append: (expected: number, draft: Draft): Promise<Entry> => {
      const asked = Promise.resolve().then(() => append(expected, draft));
      pending.add(asked);
      asked.finally(() => pending.delete(asked)).catch(() => undefined);
      return patiently(asked);
    },
    /** Resolves when what is under way is over. @throws OutcomeUnknown where nobody knows of that yet */
    settled: async (): Promise<void> => {
      if (doubt !== null) throw new OutcomeUnknown(history, doubt);
      await patiently(Promise.allSettled(pending));
    },
    isIdle: (): boolean => pending.size === 0,
  };
};

export type Appending = ReturnType<typeof appendingTo>;
