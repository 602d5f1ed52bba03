import { describe, expect, it } from 'vitest';
import { Damaged, type Entry, NotKept } from '../../../src/store/port.ts';
import { afterTheTest } from '../../support/closing.ts';
import { theServer } from '../../support/postgres.ts';
import { aWire } from '../../support/wire.ts';
import { chainHolds } from '../chain-holds.ts';
import { draft, inspection, recorded } from '../drafts.ts';
import { keepOn } from './keeping-on.ts';
import { emptyIn, inDatabase, openedIn } from './opened.ts';

/** A record of five entries that is known to stand there, and one beside it. */
const five = async () => {
  const address = await emptyIn(await theServer());
  const { store, reported } = await openedIn(address);
  const entries = await recorded(store, inspection, 5);
  const [first, last] = [entries[0]?.hash ?? '', entries[4]?.hash ?? ''];
  const head = { version: 5, hash: last };
  await store.noteHeads([{ inspection, channel: { team: 'T0NORTH', id: 'C0' }, first, head, of: null }]);
  const beside = await recorded(store, 'southmoor-2013-11-19', 2);
  return { address, store, reported, entries, beside };
};

/** By which name a record is closed for whoever reads it, starts with it or builds upon it. */
const closedIn = async (address: string, besides: readonly Entry[]): Promise<string> => {
  const { store, reported } = await openedIn(address);
  const listed = await store.list(({ inspection: of, damage }) => ({ of, damage }));
  const read = await store.read(inspection, 0).catch((error: unknown) => error);
  if (!(read instanceof Damaged)) throw read;
  await expect(store.append(inspection, 5, draft(5))).rejects.toThrow(Damaged);
  await expect(store.copy(inspection)).rejects.toThrow(Damaged);
  expect(reported).toContainEqual({ event: 'closed', inspection, reason: read.reason });
  // Others are as they were, and go on.
  expect(listed).toContainEqual({ of: 'southmoor-2013-11-19', damage: undefined });
  expect(await store.read('southmoor-2013-11-19', 0)).toEqual(besides);
  return read.reason;
};

const change = 'update entries set line = $3 where history = $1 and version = $2';
const lineOf = async (address: string, version: number): Promise<string> => {
  const place = [inspection, version];
  const [row] = await inDatabase<{ line: string }>(
    address,
    'select line from entries where history = $1 and version = $2',
    place,
  );
  return row?.line ?? '';
};

describe('a record that somebody changed in the database by hand', () => {
  it.each([
    ['what it says', 3, (line: string) => line.replace('Evidence 2', 'Evidence 9')],
    ['who said it', 3, (line: string) => line.replace('"U2"', '"U9"')],
    ['half of a line', 3, (line: string) => line.slice(0, line.length / 2)],
    ['nothing in a line', 4, () => ''],
    ['its last line', 5, (line: string) => line.replace('"U4"', '"U9"')],
    ['its first line', 1, (line: string) => line.replace('"U0"', '"U9"')],
  ])('[PF10] is closed by name: %s', async (_, version, changed) => {
    const { address, beside } = await five();
    await inDatabase(address, change, [inspection, version, changed(await lineOf(address, version))]);
    expect(await closedIn(address, beside)).toContain(`entry ${version}`);
  });

  it.each([
    ['a row in the middle', 'delete from entries where history = $1 and version = 3', 'entry 3'],
    ['the last rows', 'delete from entries where history = $1 and version > 3', 'entry 4'],
    ['all of them', 'delete from entries where history = $1', ''],
    ['the record itself', 'delete from histories where history = $1', ''],
    [
      'one in another’s place',
      `update entries set history = 'southmoor-2013-11-19', version = 9 where history = $1 and version = 3`,
      '',
    ],
  ])('[PF10] is closed by name where it lacks rows: %s', async (_, statement, said) => {
    const { address, beside } = await five();
    await inDatabase(address, statement, [inspection]);
    if (statement.startsWith('update')) await inDatabase(address, `delete from entries where version = 9`);
    expect(await closedIn(address, beside)).toContain(said);
  });

  it('[PF10] is closed for whoever builds upon a last line that does not hold, and had it open', async () => {
    const { address, store } = await five();
    const { store: other } = await openedIn(address);
    await inDatabase(address, change, [inspection, 5, (await lineOf(address, 5)).replace('Evidence 4', 'Evidence 9')]);
    await expect(other.append(inspection, 5, draft(5))).rejects.toThrow(Damaged);
    await expect(store.read(inspection, 4)).rejects.toThrow(Damaged);
    await expect(store.append(inspection, 5, draft(5))).rejects.toThrow(Damaged);
  });
});

describe('an entry that is erased where it stands', () => {
  it('[PF11] is erased beside people who record, in all replicas, and the chain holds', async () => {
    const { address, store, entries } = await five();
    const { store: other } = await openedIn(address);
    const recording = Promise.all([keepOn(store, 'a', 10), keepOn(other, 'b', 10)]);
    for (const version of [1, 2, 3, 4, 5]) await (version % 2 ? store : other).erase(inspection, version);
    const sent = (await recording).flat();
    const kept = await other.read(inspection, 0);
    expect(await store.read(inspection, 0)).toEqual(kept);
    expect(kept.slice(0, 5)).toEqual(entries.map((entry) => ({ ...entry, events: null })));
    expect(kept).toHaveLength(25);
    expect(chainHolds(kept)).toBe(true);
    expect(new Set(kept.slice(5).map(({ hash }) => hash))).toEqual(new Set(sent.map(({ hash }) => hash)));
    const [left] = await inDatabase(address, `select count(*)::integer from entries where line like '%"Evidence %'`);
    expect(left).toEqual({ count: 22 });
  });

  it.each(['cut before it arrives', 'cut before its answer'] as const)(
    '[PF11] is erased by asking again where it was not certain: %s',
    async (fate) => {
      const { address, entries } = await five();
      const wire = await aWire(address);
      const { store } = await openedIn(wire.address);
      afterTheTest(wire.remove);
      void wire.next('commit', fate);
      await expect(store.erase(inspection, 2)).rejects.toThrow(NotKept);
      await store.erase(inspection, 2);
      expect(await store.read(inspection, 0)).toEqual(
        entries.map((entry, place) => (place === 1 ? { ...entry, events: null } : entry)),
      );
    },
  );
});
