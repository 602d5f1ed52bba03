import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { Conflict } from '../../../src/store/port.ts';
import { afterTheTest } from '../../support/closing.ts';
import { theServer } from '../../support/postgres.ts';
import { draft, inspection, recorded } from '../drafts.ts';
import { emptyIn, inDatabase, openedIn } from './opened.ts';

const kept = (address: string) =>
  inDatabase<{ entries: number }>(address, 'select count(*)::integer as entries from entries where history = $1', [
    inspection,
  ]);

/** Resolves once somebody waits for a lock in that database. */
const somebodyWaits = async (address: string): Promise<void> => {
  const waiting = `select 1 from pg_locks join pg_database on pg_database.oid = database
    where datname = current_database() and not granted`;
  while ((await inDatabase(address, waiting)).length === 0);
};

/** A session that has begun to delete the record, and has not come to an end with it. */
const deletingIn = async (address: string): Promise<pg.Client> => {
  const other = new pg.Client(address);
  await other.connect();
  afterTheTest(() => other.end());
  await other.query('begin');
  await other.query('delete from histories where history = $1', [inspection]);
  return other;
};

describe('a record that is being deleted in a database', () => {
  // From the sixth on the server has a plan of its own for all that come.
  it.each([1, 9])('[PF14] takes nothing more, and nothing of it remains: after %i entries', async (entries) => {
    const address = await emptyIn(await theServer());
    const { store } = await openedIn(address);
    await recorded(store, inspection, entries);
    const other = await deletingIn(address);
    const adding = store.append(inspection, entries, draft(entries)).catch((error: unknown) => error);
    const several = [1, 2].map((more) =>
      store.append(inspection, entries + more, draft(entries + more)).catch((error: unknown) => error),
    );
    await somebodyWaits(address);
    await other.query('commit');
    for (const each of [adding, ...several]) expect(await each).toBeInstanceOf(Conflict);
    expect(await kept(address)).toEqual([{ entries: 0 }]);
  });

  it('[PF14] takes what comes where it is not deleted after all, and may be begun anew where it is', async () => {
    const address = await emptyIn(await theServer());
    const { store } = await openedIn(address);
    await recorded(store, inspection, 2);
    const other = await deletingIn(address);
    const adding = store.append(inspection, 2, draft(2));
    await somebodyWaits(address);
    await other.query('rollback');
    expect((await adding).header.version).toBe(3);
    await inDatabase(address, 'delete from histories where history = $1', [inspection]);
    expect(await kept(address)).toEqual([{ entries: 0 }]);
    const { store: another } = await openedIn(address);
    expect((await another.append(inspection, 0, draft(0))).header.version).toBe(1);
  });

  it('[PF14] waits two seconds for those who add entries, and is left as it was where they take longer', async () => {
    const address = await emptyIn(await theServer());
    const { store } = await openedIn(address);
    await recorded(store, inspection, 2);
    const slow = new pg.Client(address);
    await slow.connect();
    afterTheTest(() => slow.end());
    await slow.query('begin');
    await slow.query("update entries set line = line where history = 'another'");
    await expect(inDatabase(address, 'delete from histories where history = $1', [inspection])).rejects.toMatchObject({
      code: '55P03',
    });
    await slow.query('rollback');
    expect(await kept(address)).toEqual([{ entries: 2 }]);
  });
});
