import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { copyHistory } from '../../src/store/copy.ts';
import { realFiles } from '../../src/store/files.ts';
import { listHistories } from '../../src/store/listing.ts';
import { recordsIn } from '../../src/store/records-in-folder.ts';
import { verifyHistory } from '../../src/store/verify.ts';
import { draft, inspection, recorded } from './drafts.ts';
import { aFolder, bytesOf, fileOf, opened } from './opened.ts';

describe('a copy of a history', () => {
  it('[V1] is the history to the letter, with its entries and where it stands', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    const entries = await recorded(store, inspection, 3);
    const copies = [
      await store.copy(inspection),
      await copyHistory(inspection, recordsIn(realFiles, folder).lines(inspection)),
    ];
    for (const copy of copies) {
      expect(Buffer.from(copy?.bytes ?? [])).toEqual(await bytesOf(folder));
      expect(copy).toMatchObject({ entries, head: { version: 3, hash: entries[2]?.hash } });
    }
    expect(await store.copy('nowhere-2013-11-19')).toBeNull();
  });

  it('[V6] is whole beside recording and erasing: each copy is a history that holds', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    await recorded(store, inspection, 5);
    const copying = [store.copy(inspection), store.erase(inspection, 2), store.copy(inspection)];
    const recording = [5, 6, 7].map((n) => store.append(inspection, n, draft(n)));
    const [first, , second] = await Promise.all(copying);
    await Promise.all(recording);
    for (const copy of [first, second]) expect(copy?.head.version).toBeGreaterThanOrEqual(5);
    expect((await store.copy(inspection))?.head.version).toBe(8);
  });

  it('[V6] leaves out a line that is not written to its end', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    await recorded(store, inspection, 2);
    const whole = await readFile(fileOf(folder));
    await appendFile(fileOf(folder), '{"header":{"format":1,');
    const copy = await copyHistory(inspection, recordsIn(realFiles, folder).lines(inspection));
    expect(Buffer.from(copy?.bytes ?? [])).toEqual(whole);
  });
});

describe('a data folder', () => {
  it('[S19] is read without owning it, beside an app that writes there, and nothing in it is changed', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    const entries = await recorded(store, inspection, 3);
    const torn = Buffer.concat([await bytesOf(folder), Buffer.from('{"header":{"format":1')]);
    await writeFile(fileOf(folder, 'southmoor-2013-11-19'), torn.subarray(0, 100));
    await writeFile(fileOf(folder), torn);
    expect(await listHistories(realFiles, folder, (each) => each)).toEqual([
      { inspection, first: entries[0], last: entries[2], known: null },
    ]);
    expect((await copyHistory(inspection, recordsIn(realFiles, folder).lines(inspection)))?.entries).toEqual(entries);
    expect(
      await verifyHistory({ inspection, lines: recordsIn(realFiles, folder).lines(inspection), known: [] }),
    ).toMatchObject({
      holds: true,
      unacknowledgedBytes: 21,
    });
    expect((await bytesOf(folder)).equals(torn)).toBe(true);
    await writeFile(fileOf(folder), torn.subarray(0, -21));
  });
});
