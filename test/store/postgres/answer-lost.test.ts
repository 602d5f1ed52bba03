import { describe, expect, it } from 'vitest';
import { Conflict, NotKept, NotRead, OutcomeUnknown } from '../../../src/store/port.ts';
import { afterTheTest } from '../../support/closing.ts';
import { theServer } from '../../support/postgres.ts';
import { aWire, type Fate } from '../../support/wire.ts';
import { chainHolds } from '../chain-holds.ts';
import { draft, inspection, recorded } from '../drafts.ts';
import { emptyIn, openedIn } from './opened.ts';

/** A record of three entries, kept over a wire that can fail, and another store beside it on a way that does not. */
const three = async () => {
  const address = await emptyIn(await theServer());
  const wire = await aWire(address);
  const { store, reported } = await openedIn(wire.address);
  afterTheTest(wire.remove);
  const beside = (await openedIn(address)).store;
  return { wire, store, beside, reported, entries: await recorded(store, inspection, 3) };
};

const inDoubt = { event: 'outcome-unknown', inspection, code: expect.any(String) };

const cuts: Fate[] = ['cut before it arrives', 'cut within it', 'cut before its answer'];

describe('a connection that is lost under an entry', () => {
  it.each(cuts)('[PF4] has it acknowledged once and kept once: %s', async (fate) => {
    const { wire, store, beside, reported, entries } = await three();
    const met = wire.next('request 3', fate);
    const entry = await store.append(inspection, 3, draft(3));
    await met;
    expect(reported).toContainEqual(inDoubt);
    expect(await beside.read(inspection, 0)).toEqual([...entries, entry]);
    expect((await store.append(inspection, 4, draft(4))).header.version).toBe(5);
  });

  it.each(cuts)('[PF4] is the same to a first entry, which begins its record: %s', async (fate) => {
    const { wire, store, beside } = await three();
    const met = wire.next('fortnight begin', fate);
    const entry = await store.append('southmoor-2013-11-19', 0, draft(0));
    await met;
    expect(await beside.read('southmoor-2013-11-19', 0)).toEqual([entry]);
  });

  it.each(cuts)(
    '[PF4] is the same to several that share an insert, and to what waits behind them: %s',
    async (fate) => {
      const { wire, store, beside, entries } = await three();
      const met = wire.next('request 4', fate);
      const appended = await Promise.all([3, 4, 5, 6].map((n) => store.append(inspection, n, draft(n))));
      await met;
      expect(await beside.read(inspection, 0)).toEqual([...entries, ...appended]);
    },
  );

  it('[PF4] is opened anew where nothing was sent over it yet', async () => {
    const { wire, store, entries } = await three();
    const again = (await openedIn(wire.address)).store;
    const looked = wire.next('fortnight last', 'cut before its answer');
    const entry = await again.append(inspection, 3, draft(3));
    await looked;
    wire.cut();
    expect(await store.read(inspection, 0)).toEqual([...entries, entry]);
    const read = wire.next('fortnight lines', 'cut before it arrives');
    expect(await store.read(inspection, 3)).toEqual([entry]);
    await read;
  });

  it('[PF7] has it not kept, and told so, where none is to be had', async () => {
    const { wire, store, reported, entries } = await three();
    const again = (await openedIn(wire.address)).store;
    await wire.stop();
    // Over one that is not known to be lost it might be sent.
    await expect.poll(() => reported).toContainEqual({ event: 'connection-lost', code: expect.any(String) });
    await Promise.all([
      expect(store.append(inspection, 3, draft(3))).rejects.toThrow(NotKept),
      expect(again.append(inspection, 3, draft(3))).rejects.toThrow(NotKept),
      expect(again.append('southmoor-2013-11-19', 0, draft(0))).rejects.toThrow(NotKept),
      expect(store.read(inspection, 0)).rejects.toThrow(NotRead),
    ]);
    await wire.start();
    expect(await store.read(inspection, 0)).toEqual(entries);
    expect(await again.read('southmoor-2013-11-19', 0)).toEqual([]);
    expect((await again.append(inspection, 3, draft(3))).header.version).toBe(4);
  });

  it('[PF4] keeps it once where it arrives after it was sent again', async () => {
    const { wire, store, beside, entries } = await three();
    void wire.next('request 3', 'arrives late');
    const entry = await store.append(inspection, 3, draft(3));
    wire.letGoOn();
    const fifth = await store.append(inspection, 4, draft(4));
    expect(await beside.read(inspection, 0)).toEqual([...entries, entry, fifth]);
  });

  it('[PF4] has it told as a conflict where somebody else was first meanwhile, also where it arrives after that', async () => {
    const { wire, store, beside, entries } = await three();
    const met = wire.next('request 3', 'arrives late');
    const appended = store.append(inspection, 3, draft(3)).catch((error: unknown) => error);
    await met;
    // Nobody gets through but who was there, so that the other is first for certain.
    await wire.stop();
    const other = await beside.append(inspection, 3, draft(3, 'what somebody else saw'));
    await wire.start();
    expect(await appended).toBeInstanceOf(Conflict);
    wire.letGoOn();
    expect(await store.read(inspection, 0)).toEqual([...entries, other]);
    expect(await beside.append(inspection, 4, draft(4))).toMatchObject({ header: { version: 5 } });
  });

  it('[PF4] has nobody read what is in doubt as if it were not there', async () => {
    const { wire, store, entries } = await three();
    const met = wire.next('request 3', 'cut before its answer');
    const appended = store.append(inspection, 3, draft(3));
    await met;
    const seen = await store.read(inspection, 0).catch((error: unknown) => error);
    const entry = await appended;
    if (!(seen instanceof NotRead)) expect(seen).toEqual([...entries, entry]);
    expect(await store.read(inspection, 0)).toEqual([...entries, entry]);
  });

  it('[PF4] may be lost under any of many, and they stay one chain of what was acknowledged', async () => {
    const { wire, store, beside } = await three();
    let sent = 0;
    const kinds: Fate[] = [...cuts, 'arrives late'];
    wire.judgedBy((words) => {
      if (!words.includes('fortnight keep')) return null;
      sent += 1;
      return sent % 3 === 0 ? (kinds[(sent / 3) % kinds.length] ?? null) : null;
    });
    const hashes: string[] = [];
    for (let n = 3; n < 43; n += 1) hashes.push((await store.append(inspection, n, draft(n))).hash);
    wire.judgedBy(() => null);
    wire.letGoOn();
    const kept = await beside.read(inspection, 0);
    expect(kept.slice(3).map(({ hash }) => hash)).toEqual(hashes);
    expect(chainHolds(kept)).toBe(true);
    expect(new Set(kept.map(({ header }) => header.request)).size).toBe(43);
  });
});

describe('a server that does not answer', () => {
  it('[PF9] has whoever waits told that nobody knows, and then what came of it, and leaves other records to be extended', async () => {
    const { wire, store, beside, entries } = await three();
    wire.judgedBy((sent) => (sent.includes('request 3') ? 'not answered' : null));
    const appended = store.append(inspection, 3, draft(3)).catch((error: unknown) => error);
    expect(await recorded(store, 'southmoor-2013-11-19', 2)).toHaveLength(2);
    expect(await appended).toBeInstanceOf(OutcomeUnknown);
    const notYet = /not known yet|cannot be read/;
    await expect(store.read(inspection, 0)).rejects.toThrow(notYet);
    // It is not let go of, so that nobody is told by what stands there that it never was.
    await store.letGo(inspection);
    await expect(store.read(inspection, 0)).rejects.toThrow(notYet);
    wire.judgedBy(() => null);
    const [fourth] = await beside.read(inspection, 3);
    expect(fourth?.header.request).toBe('request 3');
    await expect.poll(() => store.read(inspection, 0).catch(() => null)).toEqual([...entries, fourth]);
    expect((await store.append(inspection, 4, draft(4))).header.version).toBe(5);
  });
});
