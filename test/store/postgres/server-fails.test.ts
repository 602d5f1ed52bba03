import { randomBytes } from 'node:crypto';
import { setTimeout as pass } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { NotKept, OutcomeUnknown, type Store } from '../../../src/store/port.ts';
import { afterTheTest } from '../../support/closing.ts';
import { aServer } from '../../support/postgres.ts';
import { aSmallDisk, canMount } from '../../support/small-disk.ts';
import { chainHolds } from '../chain-holds.ts';
import { draft, inspection, recorded } from '../drafts.ts';
import { keepOn, type Sent } from './keeping-on.ts';
import { emptyIn, endSessions, openedIn, ownServer } from './opened.ts';

const server = ownServer();

/** Everything acknowledged is there once, as it was acknowledged, and nothing else. */
const heldAgainst = async (store: Store, sent: readonly Sent[]): Promise<void> => {
  const kept = await store.read(inspection, 0);
  expect(chainHolds(kept)).toBe(true);
  const told = new Map(sent.map(({ request, hash }) => [request, hash]));
  expect(new Map(kept.map(({ header, hash }) => [header.request, hash]))).toEqual(told);
  expect(kept).toHaveLength(told.size);
};

/** Two stores in one database, and three people each who keep one record. */
const six = async (each: number) => {
  const address = await emptyIn(server());
  const stores = [(await openedIn(address)).store, (await openedIn(address)).store];
  let over = false;
  const kept = Promise.all(
    stores.flatMap((store, place) => ['a', 'b', 'c'].map((who) => keepOn(store, `${who}${place}`, each))),
  ).finally(() => {
    over = true;
  });
  return { address, stores, kept, isOver: () => over };
};

describe('a server', () => {
  it('[PF5] that ends the sessions of people who record loses nothing acknowledged, and keeps nothing twice', async () => {
    const { address, stores, kept, isOver } = await six(15);
    let ended = 0;
    while (!isOver()) {
      ended += await endSessions(address);
      await pass(40);
    }
    const sent = (await kept).flat();
    expect(ended).toBeGreaterThan(0);
    expect(sent).toHaveLength(90);
    for (const store of stores) await heldAgainst(store, sent);
  });

  it('[PF5] that loses its power and starts again under people who record has all that it acknowledged, once', async () => {
    const { stores, kept, isOver } = await six(25);
    for (let times = 0; times < 3 && !isOver(); times += 1) {
      await server().kill();
      await server().start();
      await pass(300);
    }
    const sent = (await kept).flat();
    expect(sent).toHaveLength(150);
    for (const store of stores) await heldAgainst(store, sent);
  });

  it('[PF9] on which another holds the table keeps it once when that ends, and says until then that nobody knows', async () => {
    const address = await emptyIn(server());
    const { store } = await openedIn(address);
    const entries = await recorded(store, inspection, 2);
    const other = new pg.Client(address);
    await other.connect();
    await other.query('begin');
    await other.query('lock table entries in access exclusive mode');
    await expect(store.append(inspection, 2, draft(2))).rejects.toThrow(OutcomeUnknown);
    await other.query('rollback');
    await other.end();
    await expect.poll(() => store.read(inspection, 0).catch(() => [])).toHaveLength(3);
    const [third] = await store.read(inspection, 2);
    expect(third?.header.request).toBe('request 2');
    const [fourth] = await keepOn(store, 'request 2, as it was sent', 1);
    expect((await store.read(inspection, 0)).map(({ hash }) => hash)).toEqual([
      ...entries.map(({ hash }) => hash),
      third?.hash,
      fourth?.hash,
    ]);
  });

  it('[PF7] that is stopped has nothing kept, and goes on with the next when it is there again', async () => {
    const address = await emptyIn(server());
    const { store, reported } = await openedIn(address);
    const entries = await recorded(store, inspection, 2);
    await server().stop();
    await expect.poll(() => reported).toContainEqual({ event: 'connection-lost', code: expect.any(String) });
    await expect(store.append(inspection, 2, draft(2))).rejects.toThrow(NotKept);
    await server().start();
    expect(await store.read(inspection, 0)).toEqual(entries);
    expect((await store.append(inspection, 2, draft(2))).header.version).toBe(3);
  });
});

describe.skipIf(!canMount())('a server whose disk is full (mount)', () => {
  it('[PF8] keeps nothing that it has no room for, loses nothing, and goes on when there is room', async () => {
    const disk = aSmallDisk(160);
    afterTheTest(disk.remove);
    const small = await aServer(['wal_recycle=off'], disk.folder);
    afterTheTest(() => small.remove());
    const { store } = await openedIn(await emptyIn(small));
    const sent = await keepOn(store, 'before', 3);
    disk.fill();
    const full = async (n: number): Promise<string> => {
      // So many signs that are not made shorter fill what the table has left.
      const draftOf = { ...draft(n, randomBytes(200_000).toString('hex')), request: `full ${n}` };
      const at = (await store.read(inspection, 0)).length;
      const entry = await store.append(inspection, at, draftOf).catch((error: Error) => error);
      if (entry instanceof Error) return entry.name;
      sent.push({ request: draftOf.request, hash: entry.hash, refused: [] });
      return 'kept';
    };
    const outcomes: string[] = [];
    for (let n = 3; outcomes.at(-1) !== 'NotKept'; n += 1) outcomes.push(await full(n));
    expect(new Set(outcomes).size).toBeLessThanOrEqual(2);
    // Its log of changes goes on in a file that has no room either: then it ends, as at a loss of power.
    await small.administer('select pg_switch_wal()');
    const asked = keepOn(store, 'when its log was full', 1);
    await small.over();
    disk.makeRoom();
    await small.start();
    sent.push(...(await asked), ...(await keepOn(store, 'after', 3)));
    await heldAgainst(store, sent);
  });
});
