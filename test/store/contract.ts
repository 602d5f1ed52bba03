import { afterEach, describe, expect, it } from 'vitest';
import type { Entry, Store } from '../../src/store/port.ts';
import { chainHolds } from './chain-holds.ts';
import { erasingContract } from './contract-erasing.ts';
import { togetherContract } from './contract-together.ts';
import { draft, inspection, recorded } from './drafts.ts';

/** A keeper under test: a fresh, empty one, which can be closed and opened again on what it kept. */
export type Kept = { store: Store; reopen: () => Promise<Store>; remove: () => Promise<void> };

/** What every keeper of histories promises, whatever it keeps them in. */
export const storeContract = (name: string, make: () => Promise<Kept>): void => {
  const made: Kept[] = [];
  const given = async (): Promise<Kept> => {
    const kept = await make();
    made.push(kept);
    return kept;
  };

  describe(`the record, kept by ${name}`, () => {
    afterEach(async () => {
      for (const kept of made.splice(0)) await kept.remove();
    });

    it('[S1] gives back what was recorded, in order, after it was closed and opened again', async () => {
      const { store, reopen } = await given();
      const entries = await recorded(store, inspection, 5);
      expect(await store.read(inspection, 0)).toEqual(entries);
      await store.close();
      expect(await (await reopen()).read(inspection, 0)).toEqual(entries);
    });

    it('[S1] gives only what came after a version', async () => {
      const { store, reopen } = await given();
      const entries = await recorded(store, inspection, 5);
      expect(await store.read(inspection, 3)).toEqual(entries.slice(3));
      expect(await store.read(inspection, 5)).toEqual([]);
      await store.close();
      const again = await reopen();
      expect(await again.read(inspection, 4)).toEqual(entries.slice(4));
      expect(await again.read(inspection, 1)).toEqual(entries.slice(1));
    });

    it('[S1] hands on each entry by itself in the same order, also at the opening', async () => {
      const { store, reopen } = await given();
      const entries = await recorded(store, inspection, 5);
      await store.close();
      const again = await reopen();
      for (const since of [2, 0, 5]) {
        const taken: Entry[] = [];
        await again.each(inspection, since, (entry) => taken.push(entry));
        expect(taken).toEqual(entries.slice(since));
      }
    });

    it('[S1] goes on when whoever takes the entries fails', async () => {
      const { store, reopen } = await given();
      const entries = await recorded(store, inspection, 3);
      await store.close();
      const again = await reopen();
      const failing = () => {
        throw new Error('not understood');
      };
      for (let time = 0; time < 2; time += 1) {
        await expect(again.each(inspection, 0, failing)).rejects.toThrow('not understood');
        expect(await again.read(inspection, 0)).toEqual(entries);
      }
      const fourth = await again.append(inspection, 3, draft(3));
      expect(await again.read(inspection, 0)).toEqual([...entries, fourth]);
    });

    it('[S1] has nothing of an inspection that it does not know, and does not make it by looking', async () => {
      const { store } = await given();
      expect(await store.read('southmoor-2013-11-19', 0)).toEqual([]);
      expect(await store.list((each) => each)).toEqual([]);
    });

    it('[S1] keeps every text to the letter', async () => {
      const { store, reopen } = await given();
      const texts = [
        '',
        '“Ysgol” – ½ £ 家 👩‍👧',
        'line\nbreak\ttab',
        '\u2028\u2029',
        'NUL \u0000',
        'lone \ud800',
        '"},"hash":"',
        '\\"',
      ];
      const entry = await store.append(inspection, 0, { ...draft(0), request: texts.join(' '), events: texts });
      await store.close();
      const [read] = await (await reopen()).read(inspection, 0);
      expect(read).toEqual(entry);
      expect(read?.events).toEqual(texts);
      expect(read?.header.request).toBe(texts.join(' '));
    });

    it('[S1] is not changed by what becomes of the draft afterwards', async () => {
      const { store } = await given();
      const event = { type: 'EvidenceRecorded', text: 'as it was' };
      const entry = await store.append(inspection, 0, { ...draft(0), events: [event] });
      event.text = 'changed';
      expect(entry.events).toEqual([{ type: 'EvidenceRecorded', text: 'as it was' }]);
    });

    it('[S2] chains each entry to the one before', async () => {
      const { store } = await given();
      const entries = await recorded(store, inspection, 4);
      expect(chainHolds(entries)).toBe(true);
      expect(entries.map(({ header }) => header.version)).toEqual([1, 2, 3, 4]);
    });

    it('[S2] salts each entry, so that equal texts do not look equal', async () => {
      const { store } = await given();
      const one = await store.append(inspection, 0, draft(0, 'the same'));
      const other = await store.append(inspection, 1, { ...draft(0, 'the same') });
      expect(one.header.commitment).not.toBe(other.header.commitment);
    });

    it('[S5] refuses an entry that is dated before the one it follows', async () => {
      const { store } = await given();
      await store.append(inspection, 0, draft(5));
      await expect(store.append(inspection, 1, draft(4))).rejects.toThrow('before the entry it follows');
      expect((await store.append(inspection, 1, draft(5))).header.version).toBe(2);
    });

    it('[S5] refuses what it could not read back, and keeps nothing of it', async () => {
      const { store } = await given();
      await expect(store.append(inspection, 0, { ...draft(0), request: '' })).rejects.toThrow();
      await expect(store.append(inspection, 0, { ...draft(0), recordedAt: '19 November' })).rejects.toThrow();
      await expect(store.append(inspection, 0, { ...draft(0), events: [1n] })).rejects.toThrow();
      expect(await store.list((each) => each)).toEqual([]);
      expect((await store.append(inspection, 0, draft(0))).header.version).toBe(1);
    });

    it.each([
      '',
      '.',
      '..',
      '../northmoor',
      'a/b',
      'a\\b',
      'Northmoor',
      'a.b',
      'a..restricted',
      'a-',
      '-a',
      'a--b',
      'a\0',
      'a'.repeat(201),
    ])('[S6] refuses %j as the name of a record', async (bad) => {
      const { store } = await given();
      await expect(store.append(bad, 0, draft(0))).rejects.toThrow(RangeError);
      await expect(store.read(bad, 0)).rejects.toThrow(RangeError);
      await expect(store.erase(bad, 1)).rejects.toThrow(RangeError);
    });

    it('[S7] lists every record by its two ends, the oldest first, restricted ones too', async () => {
      const { store, reopen } = await given();
      const later = await store.append('aldermoor-2013-11-26', 0, draft(9));
      const first = await recorded(store, inspection, 3);
      const restricted = await store.append(`${inspection}.restricted`, 0, draft(1));
      const expected = [
        { inspection, first: first[0], last: first[2], known: null },
        { inspection: `${inspection}.restricted`, first: restricted, last: restricted, known: null },
        { inspection: 'aldermoor-2013-11-26', first: later, last: later, known: null },
      ];
      expect(await store.list((each) => each)).toEqual(expected);
      await store.close();
      const again = await reopen();
      expect(await again.list((each) => each)).toEqual(expected);
      expect(await again.list((each) => each.inspection)).toEqual(expected.map((each) => each.inspection));
    });

    it('[S7] lists a record by its two ends however long its lines are', async () => {
      const { store, reopen } = await given();
      const long = 'A framework or a long text. '.repeat(10_000);
      const first = await store.append(inspection, 0, draft(0, long));
      await store.append(inspection, 1, draft(1));
      const last = await store.append(inspection, 2, draft(2, long));
      await store.close();
      expect(await (await reopen()).list((each) => each)).toEqual([{ inspection, first, last, known: null }]);
    });

    it('[S9] finishes what is under way before it closes, and takes nothing after', async () => {
      const { store, reopen } = await given();
      const appended = [0, 1, 2].map((n) => store.append(inspection, n, draft(n)));
      await store.close();
      const entries = await Promise.all(appended);
      await expect(store.append(inspection, 3, draft(3))).rejects.toThrow('closed');
      await expect(store.read(inspection, 0)).rejects.toThrow('closed');
      await store.close();
      expect(await (await reopen()).read(inspection, 0)).toEqual(entries);
    });

    it('[S25] reads a record again that it let go of, and goes on where it stood', async () => {
      const { store } = await given();
      const entries = await recorded(store, inspection, 3);
      await store.letGo(inspection);
      expect(await store.read(inspection, 1)).toEqual(entries.slice(1));
      await store.letGo(inspection);
      await expect(store.append(inspection, 2, draft(3))).rejects.toThrow('not 2');
      await store.letGo(inspection);
      const fourth = await store.append(inspection, 3, draft(3));
      await store.letGo('southmoor-2013-11-19');
      expect(await store.list((each) => each)).toMatchObject([{ inspection, first: entries[0], last: fourth }]);
      expect(await store.read(inspection, 0)).toEqual([...entries, fourth]);
    });

    it('[S25] does not let go of what is in use: those who write meanwhile meet in one and the same', async () => {
      const { store, reopen } = await given();
      const letGo = () => store.letGo(inspection);
      const appended = [0, 1, 2, 3].flatMap((n) => [letGo(), store.append(inspection, n, draft(n)), letGo()]);
      const entries = (await Promise.all(appended)).filter((entry) => entry !== undefined);
      expect(entries.map(({ header }) => header.version)).toEqual([1, 2, 3, 4]);
      const reading = [store.read(inspection, 0), letGo(), store.read(inspection, 2), letGo()];
      expect(await Promise.all(reading)).toEqual([entries, undefined, entries.slice(2), undefined]);
      await store.close();
      expect(await (await reopen()).read(inspection, 0)).toEqual(entries);
    });

    togetherContract(given);
    erasingContract(given);
  });
};
