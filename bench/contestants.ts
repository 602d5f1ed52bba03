import fs from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import pg from 'pg';
import { turns } from '../src/store/turns.ts';
import { draftOf, fill, inspection, openStore } from './items.ts';

/** Something that records items one by one. `record` resolves when the item counts as kept. */
export type Contestant = { record: (n: number) => Promise<void>; close: () => Promise<void> };

/** As many bytes as our line of item `n` has: the header, the hash, the salt and the body. */
const lineOf = (n: number): Buffer => {
  const { events, ...header } = draftOf(n);
  const chained = {
    header: { format: 1, inspection, version: n, ...header, commitment: '0'.repeat(64) },
    hash: '0'.repeat(64),
  };
  return Buffer.from(`${JSON.stringify({ ...chained, salt: '0'.repeat(32), body: { events } })}\n`);
};

/** Fortnight's store, in a folder or a database. */
export const ours = async (place: string, held: number): Promise<Contestant> => {
  const store = await openStore(place);
  await fill(store, 0, held);
  return {
    record: async (n) => {
      await store.append(inspection, n, draftOf(n));
    },
    close: () => store.close(),
  };
};

const { O_APPEND, O_CREAT, O_DSYNC, O_WRONLY } = fs.constants;

/** The floor: one append of as many bytes to a file opened with O_DSYNC, by a callback, and nothing else. */
export const bare = async (folder: string, held: number): Promise<Contestant> => {
  const descriptor = fs.openSync(join(folder, 'bare'), O_APPEND | O_CREAT | O_DSYNC | O_WRONLY, 0o600);
  // All at once: what is there before is not what is measured.
  fs.writeSync(descriptor, Buffer.concat(Array.from({ length: held }, (_, n) => lineOf(n))));
  fs.fsyncSync(descriptor);
  return {
    record: (n) =>
      new Promise((resolve, reject) => {
        const bytes = lineOf(n);
        fs.write(descriptor, bytes, 0, bytes.length, null, (error) => {
          if (error) reject(error);
          else resolve();
        });
      }),
    close: async () => fs.closeSync(descriptor),
  };
};

/** SQLite by better-sqlite3, WAL, synchronous=FULL: the same line as text. */
export const sqlite = async (folder: string, held: number): Promise<Contestant> => {
  const db = new Database(join(folder, 'sqlite.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'create table entry (inspection text, version integer, line text, primary key (inspection, version)) without rowid',
  );
  const insert = db.prepare('insert into entry values (?, ?, ?)');
  db.transaction(() => {
    for (let n = 0; n < held; n += 1) insert.run(inspection, n, lineOf(n).toString());
  })();
  return {
    record: async (n) => {
      insert.run(inspection, n, lineOf(n).toString());
    },
    close: async () => {
      db.close();
    },
  };
};

/** PostgreSQL's floor: the same line inserted by a prepared statement into a table with the same key, over so many connections. */
export const prepared = async (address: string, held: number, connections = 1): Promise<Contestant> => {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client(address);
      await client.connect();
      return client;
    }),
  );
  const [client] = clients;
  await client?.query(
    'create table bare (history text collate "C", version integer, line text not null, primary key (history, version))',
  );
  const insertAll = 'insert into bare select $1, * from unnest($2::integer[], $3::text[])';
  for (let n = 0; n < held; n += 1000) {
    const some = Array.from({ length: Math.min(1000, held - n) }, (_, more) => n + more);
    await client?.query(insertAll, [inspection, some, some.map((each) => lineOf(each).toString())]);
  }
  const insert = { name: 'bare', text: 'insert into bare values ($1, $2, $3)' };
  // A connection takes one statement at a time.
  const inTurn = clients.map((one) => {
    const take = turns();
    return (values: unknown[]) => take(() => one.query({ ...insert, values }));
  });
  return {
    record: async (n) => {
      const values = [inspection, n, lineOf(n).toString()];
      await inTurn[n % connections]?.(values);
    },
    close: async () => {
      for (const each of clients) await each.end();
    },
  };
};

/** lowdb as its page shows it. It never syncs: what it says is kept may be gone after a power cut. */
export const lowdb = async (folder: string, held: number): Promise<Contestant> => {
  const db = new Low<{ items: unknown[] }>(new JSONFile(join(folder, 'lowdb.json')), { items: [] });
  for (let n = 0; n < held; n += 1) db.data.items.push(draftOf(n));
  await db.write();
  return {
    record: (n) => db.update(({ items }) => items.push(draftOf(n))),
    close: async () => {},
  };
};
