import { inspectionOf } from './absence.ts';
import type { Copies } from './copy.ts';
import { refuseName } from './folder.ts';
import { Conflict, Damaged, type Entry, type KnownHead, NotKept, NotRead, OutcomeUnknown, type Store } from './port.ts';
import { faultName, isOfDatabase } from './postgres/answered.ts';
import { type Appending, appendingTo } from './postgres/appending.ts';
import { calledDatabase } from './postgres/called.ts';
import { connectionsTo } from './postgres/connections.ts';
import { eraseLine } from './postgres/erasing.ts';
import { headsIn, keepHeads } from './postgres/heads.ts';
import { listLines } from './postgres/listing.ts';
import { readingFrom } from './postgres/reading.ts';
import { replica } from './postgres/replica.ts';
import { ready } from './postgres/schema.ts';
import type { Report } from './report.ts';
import { saltsFrom } from './salts.ts';
import { Unsound } from './unsound.ts';

type Parts = {
  /** Where the database is, such as postgresql://fortnight@db.example/fortnight. */
  address: string;
  /** So many random bytes, fit for secrets. */
  random: (bytes: number) => Buffer;
  report: Report;
  /** Milliseconds between having the duty and doing it: what the replica before sent last is there by then. */
  settles?: number;
};

/** What is asked about the database beside the records in it. */
type Kept = {
  called: string;
  /** Why nothing can be kept there at this moment; null where it can. */
  whyNot: () => Promise<string | null>;
};

/**
 * The keeper for more than one machine: the same lines as in a folder, in a PostgreSQL that several replicas of the app may use at once.
 * @throws DatabaseRefused where what is kept there might be lost
 */
export const postgres = async ({ address, random, report, settles = 2000 }: Parts): Promise<Store & Copies & Kept> => {
  const called = calledDatabase(address);
  const connections = connectionsTo(address, (error) => report({ event: 'connection-lost', code: faultName(error) }));
  const { ask, end } = connections;
  await ready(connections).catch(async (error) => {
    await end();
    throw error;
  });
  const salt = saltsFrom(random);
  const { whole, each, forget } = readingFrom(connections);
  const histories = new Map<string, Appending>();
  const closed = new Map<string, string>();
  const { known } = await headsIn(ask);
  const closing = new AbortController();
  const shared = replica({ address, connections, report, settles });

  const refuseIfClosed = (): void => {
    if (closing.signal.aborted) throw new Error('The store is closed');
  };

  const close = (inspection: string, reason: string): Damaged => {
    if (!closed.has(inspection)) report({ event: 'closed', inspection, reason });
    closed.set(inspection, reason);
    return new Damaged(inspection, reason);
  };

  const closeUnsound = (inspection: string) => (error: unknown) => {
    throw error instanceof Unsound ? close(inspection, error.message) : error;
  };

  const refuseDamaged = (inspection: string): void => {
    refuseIfClosed();
    refuseName(inspection);
    const reason = closed.get(inspection);
    if (reason !== undefined) throw new Damaged(inspection, reason);
  };

  const appendings = (history: string): Appending => {
    const inDoubt = (error: unknown) =>
      report({ event: 'outcome-unknown', inspection: history, code: faultName(error) });
    const appending =
      histories.get(history) ?? appendingTo({ connections, history, salt, inDoubt, closing: closing.signal });
    histories.set(history, appending);
    return appending;
  };

  /** @throws NotRead where the database gives nothing */
  const reading = async <Value>(inspection: string, act: () => Promise<Value>): Promise<Value> => {
    refuseDamaged(inspection);
    try {
      await histories.get(inspection)?.settled();
      return await act();
    } catch (error) {
      if (error instanceof Unsound) throw close(inspection, error.message);
      if (error instanceof OutcomeUnknown) throw new NotRead(called, 'unknown', error);
      if (error instanceof Conflict || error instanceof Damaged || !isOfDatabase(error)) throw error;
      throw new NotRead(called, faultName(error), error);
    }
  };

  const read = async (inspection: string, since: number): Promise<Entry[]> => {
    const entries: Entry[] = [];
    await reading(inspection, () => each(inspection, since, (entry) => entries.push(entry)));
    return entries;
  };

  return {
    called,
    whyNot: async () => {
      try {
        const [[readOnly] = []] = await ask<[string]>(`select current_setting('transaction_read_only')`);
        return readOnly === 'off' ? null : `${called} takes nothing: it is read-only`;
      } catch (error) {
        return `${called} does not answer (${faultName(error)})`;
      }
    },
    shared,
    list: async (tell) => {
      refuseIfClosed();
      await Promise.all([...histories.values()].map((each) => each.settled()));
      return listLines(ask, closed, tell);
    },
    idsGiven: async () => {
      const rows = await ask<[string]>('select history from histories union select history from heads');
      return new Set(rows.map(([history]) => inspectionOf(history)));
    },
    noteHeads: async (stand) => {
      const isNews = ({ inspection, first, head }: KnownHead): boolean => {
        const before = known.get(inspection);
        return before === undefined || before.first !== first || head.version > before.head.version;
      };
      const news = stand.filter(isNews);
      try {
        await keepHeads(ask, news);
      } catch (cause) {
        for (const { inspection } of stand) report({ event: 'head-not-kept', inspection, code: faultName(cause) });
        throw new NotKept('Where the record stands could not be kept', { cause });
      }
      for (const each of news) known.set(each.inspection, each);
    },
    each: (inspection, ...asked) => reading(inspection, () => each(inspection, ...asked)),
    read,
    copy: (inspection) =>
      reading(inspection, async () => {
        const lines: Buffer[] = [];
        const entries: Entry[] = [];
        const mark = await whole(inspection, (entry, line) => {
          entries.push(entry);
          lines.push(line, newline);
        });
        if (!mark || entries.length === 0) return null;
        return { bytes: Buffer.concat(lines), entries, head: { version: mark.version, hash: mark.hash } };
      }),
    append: async (inspection, expected, draft) => {
      refuseDamaged(inspection);
      return appendings(inspection).append(expected, draft).catch(closeUnsound(inspection));
    },
    erase: async (inspection, version) => {
      refuseDamaged(inspection);
      await histories.get(inspection)?.settled();
      await eraseLine(connections, inspection, version).catch(closeUnsound(inspection));
    },
    letGo: async (inspection) => {
      if (!histories.get(inspection)?.isIdle()) return;
      histories.delete(inspection);
      forget(inspection);
    },
    close: async () => {
      if (closing.signal.aborted) return;
      const settled = Promise.allSettled([...histories.values()].map((each) => each.settled()));
      closing.abort();
      await settled;
      await shared.close();
      await end();
    },
  };
};

const newline = Buffer.from('\n');
