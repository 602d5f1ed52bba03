import { describe, expect, it } from 'vitest';
import { DatabaseRefused } from '../../../src/store/postgres/called.ts';
import { afterTheTest } from '../../support/closing.ts';
import { aServer, theServer } from '../../support/postgres.ts';
import { aWire } from '../../support/wire.ts';
import { draft, inspection } from '../drafts.ts';
import { emptyIn, inDatabase, openedIn } from './opened.ts';

/** What whoever starts it in that database is told. */
const refusalOf = async (address: string): Promise<string> => {
  const error = await openedIn(address).catch((error: unknown) => error);
  if (!(error instanceof DatabaseRefused)) throw error;
  return error.message;
};

const empty = async (): Promise<string> => emptyIn(await theServer());

describe('a database that may lose what it keeps', () => {
  it.each(['off', 'local', 'on'])(
    '[PF1] is refused by name where only with synchronous_commit off, here %s',
    async (value) => {
      const address = await empty();
      const { pathname } = new URL(address);
      await inDatabase(address, `alter database ${pathname.slice(1)} set synchronous_commit = ${value}`);
      if (value === 'off')
        expect(await refusalOf(address)).toBe(
          'The server of DATABASE_URL has synchronous_commit off: what it says is kept may be lost with the power. Set synchronous_commit to on, for this role and database too.',
        );
      else expect((await openedIn(address)).reported).toEqual([]);
    },
  );

  it('[PF1] is refused by name where its role has synchronous_commit off', async () => {
    const server = await theServer();
    const address = new URL(await emptyIn(server));
    await server.administer(`create role hasty login superuser password 'hasty'`);
    await server.administer('alter role hasty set synchronous_commit = off');
    [address.username, address.password] = ['hasty', 'hasty'];
    expect(await refusalOf(address.href)).toContain('has synchronous_commit off');
  });

  it.each(['fsync', 'full_page_writes'])('[PF1] is refused by name where its server has %s off', async (setting) => {
    const server = await aServer([`${setting}=off`]);
    afterTheTest(() => server.remove());
    expect(await refusalOf(server.address())).toContain(`has ${setting} off: what it says is kept may be lost`);
  });

  it('[PF1] is refused by name where its statements see the moment before they waited', async () => {
    const address = await empty();
    const name = new URL(address).pathname.slice(1);
    await inDatabase(address, `alter database ${name} set default_transaction_isolation = 'repeatable read'`);
    expect(await refusalOf(address)).toContain('has default_transaction_isolation at repeatable read');
  });

  it('[PF1] is refused by name where it cannot hold every sign that people type', async () => {
    const server = await theServer();
    await server.administer(`create database plain encoding 'SQL_ASCII' template template0`);
    expect(await refusalOf(server.address('plain'))).toMatch(/is encoded in SQL_ASCII.*create database fortnight/);
  });

  it('[PF1] is refused where a newer version made it its own, and nothing in it is touched', async () => {
    const address = await empty();
    const { store } = await openedIn(address);
    const entry = await store.append(inspection, 0, draft(0));
    await inDatabase(address, 'insert into migrations (number) values (1000)');
    expect(await refusalOf(address)).toBe(
      'A newer version of Fortnight has made the database of DATABASE_URL its own (its tables are at 1000, this version knows 2). Start that version.',
    );
    await inDatabase(address, 'delete from migrations where number = 1000');
    expect(await (await openedIn(address)).store.read(inspection, 0)).toEqual([entry]);
  });
});

describe('a database with nothing in it', () => {
  it('[PF2] is made ready once, however many start at once', async () => {
    const address = await empty();
    const all = await Promise.all(Array.from({ length: 6 }, () => openedIn(address)));
    const entries = [];
    for (const [n, { store }] of all.entries()) entries.push(await store.append(inspection, n, draft(n)));
    for (const { store } of all) expect(await store.read(inspection, 0)).toEqual(entries);
    expect(
      await inDatabase(address, 'select count(*)::integer as applied, max(number) as last from migrations'),
    ).toEqual([{ applied: 2, last: 2 }]);
  });

  it('[PF2] is made ready by the next where a start ended in the middle', async () => {
    const address = await empty();
    const wire = await aWire(address);
    afterTheTest(wire.remove);
    void wire.next('create table histories', 'cut before its answer');
    await expect(openedIn(wire.address)).rejects.toThrow();
    const { store } = await openedIn(address);
    expect((await store.append(inspection, 0, draft(0))).header.version).toBe(1);
  });
});
