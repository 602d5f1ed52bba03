import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Conflict, type Entry } from '../../src/store/port.ts';
import { chainHolds } from './chain-holds.ts';
import type { Kept } from './contract.ts';
import { draft, inspection, recorded } from './drafts.ts';

/** What every keeper promises to several people who write at once. */
export const togetherContract = (given: () => Promise<Kept>): void => {
  it('[S4] refuses a version that is taken, and one that is not reached yet', async () => {
    const { store } = await given();
    const entries = await recorded(store, inspection, 2);
    await expect(store.append(inspection, 1, draft(2))).rejects.toThrow(Conflict);
    await expect(store.append(inspection, 3, draft(2))).rejects.toThrow(Conflict);
    expect(await store.read(inspection, 0)).toEqual(entries);
    expect((await store.append(inspection, 2, draft(2))).header.version).toBe(3);
  });

  it('[S4] lets one of two win who write at the same version at once', async () => {
    const { store } = await given();
    const outcomes = await Promise.allSettled([
      store.append(inspection, 0, draft(0, 'one')),
      store.append(inspection, 0, draft(0, 'other')),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await store.read(inspection, 0)).toHaveLength(1);
  });

  it('[S4] takes appends that do not wait for one another', async () => {
    const { store } = await given();
    const entries = await Promise.all([0, 1, 2, 3, 4].map((n) => store.append(inspection, n, draft(n))));
    expect(await store.read(inspection, 0)).toEqual(entries);
  });

  it('[S4] is one record however many open it at once', async () => {
    const { store, reopen } = await given();
    const entries = await recorded(store, inspection, 2);
    await store.close();
    const again = await reopen();
    const reads = [0, 0, 1].map((since) => again.read(inspection, since));
    const appends = ['one', 'other'].map((text) => again.append(inspection, 2, draft(2, text)));
    const outcomes = await Promise.allSettled(appends);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await Promise.all(reads)).map((read) => read[0])).toEqual([entries[0], entries[0], entries[1]]);
    expect(await again.read(inspection, 0)).toHaveLength(3);
  });

  it('[S4] shows a reader everything that was on its way when it asked', async () => {
    const { store } = await given();
    const appended = store.append(inspection, 0, draft(0));
    expect(await store.read(inspection, 0)).toEqual([await appended]);
  });

  it('[S4] keeps what it acknowledged, in order and chained, however several people write at once', async () => {
    // Each list is one person's acts: append (again after a Conflict), erase the newest, or read.
    const acts = fc.array(fc.array(fc.constantFrom('append', 'append', 'append', 'erase', 'read'), { maxLength: 6 }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(acts, async (people) => {
        const { store, reopen } = await given();
        const acknowledged = new Map<number, Entry>();
        const erased = new Set<number>();
        const person = async (own: string[], who: number): Promise<void> => {
          for (const [index, act] of own.entries()) {
            if (act === 'read') await store.read(inspection, 0);
            if (act === 'erase' && acknowledged.size > 0) {
              const version = Math.max(...acknowledged.keys());
              erased.add(version);
              await store.erase(inspection, version);
            }
            if (act === 'append') await retried(`${who}.${index}`);
          }
        };
        const retried = async (text: string): Promise<void> => {
          const version = (await store.read(inspection, 0)).length;
          try {
            const entry = await store.append(inspection, version, { ...draft(0, text) });
            acknowledged.set(entry.header.version, entry);
          } catch (error) {
            if (!(error instanceof Conflict)) throw error;
            await retried(text);
          }
        };
        await Promise.all(people.map(person));
        await store.close();
        const entries = await (await reopen()).read(inspection, 0);
        const expected = [...acknowledged.values()]
          .sort((one, other) => one.header.version - other.header.version)
          .map((entry) => (erased.has(entry.header.version) ? { ...entry, events: null } : entry));
        expect(entries).toEqual(expected);
        expect(entries).toHaveLength(people.flat().filter((act) => act === 'append').length);
        expect(chainHolds(entries)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
};
