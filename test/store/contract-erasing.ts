import { expect, it } from 'vitest';
import { chainHolds } from './chain-holds.ts';
import type { Kept } from './contract.ts';
import { draft, inspection, recorded } from './drafts.ts';

/** What every keeper promises of erasing. */
export const erasingContract = (given: () => Promise<Kept>): void => {
  it('[S8] erases what an entry says and keeps that it was there, so that the chain still holds', async () => {
    const { store, reopen } = await given();
    const [first, second, third] = await recorded(store, inspection, 3);
    await store.erase(inspection, 2);
    const expected = [first, { ...second, events: null }, third];
    expect(await store.read(inspection, 0)).toEqual(expected);
    const fourth = await store.append(inspection, 3, draft(3));
    await store.close();
    const entries = await (await reopen()).read(inspection, 0);
    expect(entries).toEqual([...expected, fourth]);
    expect(chainHolds(entries)).toBe(true);
  });

  it('[S8] erases the first and the last, and both ends are still listed', async () => {
    const { store } = await given();
    const [first, , third] = await recorded(store, inspection, 3);
    await store.erase(inspection, 1);
    await store.erase(inspection, 3);
    expect(await store.list((each) => each)).toEqual([
      { inspection, first: { ...first, events: null }, last: { ...third, events: null }, known: null },
    ]);
    expect(await store.read(inspection, 2)).toEqual([{ ...third, events: null }]);
  });

  it('[S8] is quiet about an entry that is erased already', async () => {
    const { store } = await given();
    await recorded(store, inspection, 2);
    await store.erase(inspection, 1);
    const once = await store.read(inspection, 0);
    await store.erase(inspection, 1);
    expect(await store.read(inspection, 0)).toEqual(once);
  });

  it('[S8] says so when there is no such entry to erase', async () => {
    const { store } = await given();
    await recorded(store, inspection, 2);
    await expect(store.erase(inspection, 3)).rejects.toThrow('has no entry 3');
    await expect(store.erase('southmoor-2013-11-19', 1)).rejects.toThrow('has no entry 1');
  });
};
