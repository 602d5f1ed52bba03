import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Conflict, Damaged, type Entry, NotKept } from '../../src/store/port.ts';
import { draft, inspection, recorded } from './drafts.ts';
import { aFolder, bytesOf, opened } from './opened.ts';
import { type Fate, held, type Step, type Watched, watchedFiles } from './watched-files.ts';

const file = `${inspection}.jsonl`;

/** From now on, the steps of that kind on that file fail so; the others go ahead. */
const failing = (watched: Watched, operation: Step['operation'], code: string, on = file): void => {
  watched.fate = (step) => (step.operation === operation && step.file === on ? { fails: code } : 'goes ahead');
};

/** A full disk takes the beginning of a line and refuses the rest. */
const filledUpAfter = (watched: Watched, bytes: number): void => {
  let taken = false;
  watched.fate = (step): Fate => {
    if (step.operation !== 'write') return 'goes ahead';
    if (taken) return { fails: 'ENOSPC' };
    taken = true;
    return { takes: bytes };
  };
};

const well = (watched: Watched): void => {
  watched.fate = () => 'goes ahead';
};

const ways: { what: string; begin: (watched: Watched) => void; code: string }[] = [
  { what: 'full', begin: (watched) => failing(watched, 'write', 'ENOSPC'), code: 'ENOSPC' },
  { what: 'full in the middle of a line', begin: (watched) => filledUpAfter(watched, 100), code: 'ENOSPC' },
  { what: 'full one byte before a line’s end', begin: (watched) => filledUpAfter(watched, 330), code: 'ENOSPC' },
  { what: 'failing at the sync', begin: (watched) => failing(watched, 'dataSync', 'EIO'), code: 'EIO' },
];

describe('when the disk says no', () => {
  it.each(ways)('[S12] because it is $what, nothing of the entry remains and the next is taken', async (way) => {
    const folder = await aFolder();
    const watched = watchedFiles(0);
    const { store } = await opened(folder, watched.files);
    const entries = await recorded(store, inspection, 3);
    const before = await bytesOf(folder);
    way.begin(watched);
    await expect(store.append(inspection, 3, draft(3))).rejects.toMatchObject({
      name: 'NotKept',
      cause: { code: way.code },
    });
    expect((await bytesOf(folder)).equals(before)).toBe(true);
    expect(await store.read(inspection, 0)).toEqual(entries);
    well(watched);
    const fourth = await store.append(inspection, 3, draft(3));
    await store.close();
    const { store: again, reported } = await opened(folder);
    expect(await again.read(inspection, 0)).toEqual([...entries, fourth]);
    expect(reported).toEqual([]);
  });

  it('[S12] before the first entry is kept, there is no inspection, and it can still be started', async () => {
    for (const [operation, on] of [
      ['write', file],
      ['dataSync', file],
      ['sync', 'the folder'],
      ['open', file],
    ] as const) {
      const watched = watchedFiles(0);
      const { store } = await opened(await aFolder(), watched.files);
      await store.read(inspection, 0);
      failing(watched, operation, 'EIO', on);
      await expect(store.append(inspection, 0, draft(0))).rejects.toThrow(NotKept);
      expect(await store.list((each) => each)).toEqual([]);
      well(watched);
      watched.log.length = 0;
      const entry = await store.append(inspection, 0, draft(0));
      expect(watched.log).toContain('sync the folder done');
      expect(await store.list((each) => each)).toEqual([{ inspection, first: entry, last: entry, known: null }]);
    }
  });

  it('[S12] cuts back to the last acknowledged byte, and syncs that cut, before anything more is taken', async () => {
    const watched = watchedFiles();
    const folder = await aFolder();
    const { store } = await opened(folder, watched.files);
    await recorded(store, inspection, 1);
    const { length } = await bytesOf(folder);
    watched.steps.length = 0;
    filledUpAfter(watched, 50);
    await expect(store.append(inspection, 1, draft(1))).rejects.toThrow(NotKept);
    expect(watched.steps.map(({ operation, amount }) => [operation, operation === 'truncate' ? amount : 0])).toEqual([
      ['write', 0],
      ['write', 0],
      ['truncate', length],
      ['sync', 0],
    ]);
  });

  it('[S12] refuses everyone whose entry was in that write', async () => {
    const watched = watchedFiles();
    const { store } = await opened(await aFolder(), watched.files);
    await recorded(store, inspection, 1);
    const { reached, release } = held(watched, 'write', file);
    const first = store.append(inspection, 1, draft(1));
    await reached;
    const together = Promise.allSettled([2, 3].map((n) => store.append(inspection, n, draft(n))));
    failing(watched, 'write', 'ENOSPC');
    release();
    expect((await first).header.version).toBe(2);
    for (const outcome of await together) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'NotKept' } });
    }
    expect(await store.read(inspection, 0)).toHaveLength(2);
  });

  it('[S12] tells those who build upon what was not kept to try again', async () => {
    const watched = watchedFiles();
    const { store } = await opened(await aFolder(), watched.files);
    await recorded(store, inspection, 1);
    const { reached, release } = held(watched, 'truncate', file);
    const holding = watched.fate;
    watched.fate = (step) => (step.operation === 'write' ? { fails: 'ENOSPC' } : holding(step));
    const failed = store.append(inspection, 1, draft(1));
    await reached;
    const both = Promise.allSettled([failed, store.append(inspection, 2, draft(2))]);
    well(watched);
    release();
    expect(await both).toMatchObject([
      { status: 'rejected', reason: { name: 'NotKept' } },
      { status: 'rejected', reason: { name: 'Conflict' } },
    ]);
    expect((await store.append(inspection, 1, draft(1))).header.version).toBe(2);
  });

  it.each(['truncate', 'sync'] as const)(
    '[S13] and the cut fails too (%s), that inspection is closed by name and the others go on',
    async (operation) => {
      const folder = await aFolder();
      const watched = watchedFiles();
      const { store, reported } = await opened(folder, watched.files);
      const entries = await recorded(store, inspection, 2);
      watched.fate = (step) =>
        step.file === file && ['write', operation].includes(step.operation) ? { fails: 'EIO' } : 'goes ahead';
      const both = await Promise.allSettled([2, 3].map((n) => store.append(inspection, n, draft(n))));
      for (const outcome of both) expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'Damaged' } });
      well(watched);
      await store.letGo(inspection);
      await expect(store.append(inspection, 2, draft(2))).rejects.toThrow(/closed.*could not be undone.*restart/);
      await expect(store.read(inspection, 0)).rejects.toThrow(Damaged);
      await expect(store.erase(inspection, 1)).rejects.toThrow(Damaged);
      const other = await store.append('southmoor-2013-11-19', 0, draft(9));
      expect(await store.list((each) => each)).toEqual([
        { inspection: 'southmoor-2013-11-19', first: other, last: other, known: null },
        { inspection, first: null, damage: expect.stringContaining('could not be undone'), known: null },
      ]);
      expect(reported).toEqual([{ event: 'closed', inspection, reason: expect.stringContaining('restart') }]);
      await store.close();
      const { store: again } = await opened(folder);
      expect((await again.read(inspection, 0)).slice(0, 2)).toEqual(entries);
    },
  );

  it('[S12] a record that can’t be read for the moment is not taken for damaged', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    const entries = await recorded(store, inspection, 2);
    await store.close();
    const watched = watchedFiles();
    const { store: again } = await opened(folder, watched.files);
    failing(watched, 'open', 'EMFILE');
    await expect(again.read(inspection, 0)).rejects.toMatchObject({ code: 'EMFILE' });
    well(watched);
    expect(await again.read(inspection, 0)).toEqual(entries);
  });

  it('[S8] an erasure that fails leaves the record as it was, and can be asked for again', async () => {
    for (const operation of ['open', 'write', 'sync', 'rename'] as const) {
      const folder = await aFolder();
      const watched = watchedFiles();
      const { store } = await opened(folder, watched.files);
      const entries = await recorded(store, inspection, 3);
      const before = await bytesOf(folder);
      failing(watched, operation, 'ENOSPC', operation === 'rename' ? file : `${file}.rewriting`);
      await expect(store.erase(inspection, 2)).rejects.toThrow(NotKept);
      expect((await bytesOf(folder)).equals(before)).toBe(true);
      expect(await store.read(inspection, 0)).toEqual(entries);
      well(watched);
      await store.erase(inspection, 2);
      expect((await store.read(inspection, 0)).map(({ events }) => events === null)).toEqual([false, true, false]);
    }
  });

  it('[S8] after an erasure whose new name may not last, nothing is acknowledged until it does', async () => {
    const folder = await aFolder();
    const watched = watchedFiles();
    const { store } = await opened(folder, watched.files);
    await recorded(store, inspection, 2);
    failing(watched, 'sync', 'EIO', 'the folder');
    await expect(store.erase(inspection, 1)).rejects.toThrow(NotKept);
    await expect(store.append(inspection, 2, draft(2))).rejects.toThrow(NotKept);
    well(watched);
    watched.log.length = 0;
    await store.append(inspection, 2, draft(2));
    expect(watched.log).toContain('sync the folder done');
  });

  it('[S12] at any moment, in any of these ways, keeps what it acknowledged and nothing else', async () => {
    const fate = fc.oneof(
      { weight: 3, arbitrary: fc.constant<Fate>('goes ahead') },
      fc.constantFrom<Fate>({ fails: 'ENOSPC' }, { fails: 'EIO' }),
      fc.nat({ max: 400 }).map((takes): Fate => ({ takes })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 30 }), fc.constantFrom(0, 1, 3), async (fates, together) => {
        const folder = await aFolder();
        const watched = watchedFiles(0);
        const { store } = await opened(folder, watched.files);
        const acknowledged: Entry[] = [];
        const coming = [...fates];
        watched.fate = ({ operation }) =>
          operation === 'write' || operation === 'dataSync' ? (coming.shift() ?? 'goes ahead') : 'goes ahead';
        for (let round = 0; round < 8; round += 1) {
          const at = acknowledged.length;
          const outcomes = await Promise.allSettled(
            Array.from({ length: together + 1 }, (_, n) => store.append(inspection, at + n, draft(at + n))),
          );
          for (const outcome of outcomes) {
            if (outcome.status === 'fulfilled') acknowledged.push(outcome.value);
            else expect([NotKept, Conflict]).toContain(outcome.reason.constructor);
          }
        }
        expect(await store.read(inspection, 0)).toEqual(acknowledged);
        await store.close();
        const { store: again, reported } = await opened(folder);
        expect(await again.read(inspection, 0)).toEqual(acknowledged);
        expect(reported).toEqual([]);
        await again.close();
      }),
      { numRuns: 60 },
    );
  });
});
