import { appendFile, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { copyHistory } from '../../src/store/copy.ts';
import { realFiles } from '../../src/store/files.ts';
import { draft, inspection, recorded } from './drafts.ts';
import { aFolder, bytesOf, fileOf, opened } from './opened.ts';

describe('a copy of a history', () => {
  it('[V1] is the history to the letter, with its entries and where it stands', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    const entries = await recorded(store, inspection, 3);
    const copies = [await store.copy(inspection), await copyHistory({ files: realFiles, folder, inspection })];
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
    const copy = await copyHistory({ files: realFiles, folder, inspection });
    expect(Buffer.from(copy?.bytes ?? [])).toEqual(whole);
  });
});
