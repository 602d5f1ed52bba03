import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { faultFields } from '../../../src/log.ts';
import { afterTheTest } from '../../support/closing.ts';
import { theServer } from '../../support/postgres.ts';
import { aWire, type Fate } from '../../support/wire.ts';
import { draft, inspection, recorded } from '../drafts.ts';
import { emptyIn, inDatabase, openedIn } from './opened.ts';

const said = 'The bruise was seen on Tuesday';
const password = 'hunter-and-gatherer';

/** An address with a password of its own, by a wire; and all that its store reported, threw and had logged. */
const secret = async () => {
  const server = await theServer();
  const address = await emptyIn(server);
  const role = `role_of_${new URL(address).pathname.slice(1)}`;
  await server.administer(`create role ${role} login superuser password '${password}'`);
  const wire = await aWire(address);
  const own = new URL(wire.address);
  [own.username, own.password] = [role, password];
  const { store, reported } = await openedIn(own.href);
  afterTheTest(wire.remove);
  const thrown: unknown[] = [];
  const take = (error: unknown) => void thrown.push(error);
  /** What a log, and a person, may be given of it. */
  const left = () =>
    inspect(
      [reported, thrown.map(faultFields), thrown.map((error) => (error instanceof Error ? error.message : error))],
      {
        depth: 20,
      },
    );
  return { address, own, wire, store, thrown, take, left };
};

describe('what was recorded, and the password of the database', () => {
  it('[PF12] are in no message, report or log, whatever the database says or fails to say', async () => {
    const { address, own, wire, store, thrown, take, left } = await secret();
    await recorded(store, inspection, 1);
    const again = (n: number) => store.append(inspection, n, draft(n, said)).catch(take);
    // Of a row that breaks a rule of its table PostgreSQL says the whole.
    await inDatabase(address, `alter table entries add constraint terse check (line not like '%bruise%')`);
    await again(1);
    await inDatabase(address, 'alter table entries drop constraint terse');
    await inDatabase(
      address,
      `create function tell() returns trigger language plpgsql as $$ begin raise exception 'not that: %', new.line; end $$`,
    );
    await inDatabase(address, 'create trigger tells before insert on entries for each row execute function tell()');
    await again(1);
    await inDatabase(address, 'drop trigger tells on entries');
    const fates: Fate[] = ['cut before it arrives', 'cut within it', 'cut before its answer'];
    for (const [place, fate] of fates.entries()) {
      void wire.next('bruise', fate);
      await again(place + 1);
    }
    await again(0);
    const wrong = new URL(own);
    wrong.password = `${password}-mistyped`;
    await openedIn(wrong.href).catch(take);
    await wire.stop();
    await openedIn(own.href).catch(take);
    await again(4);
    await store.read(inspection, 0).catch(take);
    await store.erase(inspection, 1).catch(take);
    expect(thrown.length).toBeGreaterThanOrEqual(6);
    expect(left()).not.toContain('bruise');
    expect(left()).not.toContain(password);
  });

  it('[PF12] stand in no log of the server, which it writes of what it refuses', async () => {
    const server = await theServer();
    const address = await emptyIn(server);
    const { store } = await openedIn(address);
    const { store: other } = await openedIn(address);
    await recorded(store, inspection, 1);
    const before = server.written().length;
    const written = () => server.written().slice(before);
    // It has seen where the history stood, and not that another one went on with it.
    await expect(other.append(inspection, 9, draft(1, said))).rejects.toThrow('stands at version 1');
    await store.append(inspection, 1, draft(1, said));
    await expect(other.append(inspection, 1, draft(1, said))).rejects.toThrow('has another entry there');
    await expect.poll(written).toContain('duplicate key');
    expect(written()).not.toContain('bruise');
  });
});
