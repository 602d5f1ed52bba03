import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, realFiles } from '../../src/store/files.ts';
import { NotKept } from '../../src/store/port.ts';
import { draft, inspection, recorded } from './drafts.ts';
import { aFolder, bytesOf, fileOf, opened } from './opened.ts';

/** A data folder with a record of three entries in it, and the store that owns it. */
const three = async () => {
  const folder = join(await aFolder(), 'data');
  const { store } = await opened(folder);
  return { folder, store, entries: await recorded(store, inspection, 3) };
};

describe('a record whose file is touched by others while the app runs', () => {
  it('[D11] keeps nothing once the data folder is moved away, and goes on once it is back', async () => {
    const { folder, store, entries } = await three();
    const before = await bytesOf(folder);
    await rename(folder, `${folder}-away`);
    for (const _ of ['at once', 'still']) await expect(store.append(inspection, 3, draft(3))).rejects.toThrow(NotKept);
    expect(await bytesOf(`${folder}-away`)).toEqual(before);
    await rename(`${folder}-away`, folder);
    const fourth = await store.append(inspection, 3, draft(3));
    await store.close();
    expect(await (await opened(folder)).store.read(inspection, 0)).toEqual([...entries, fourth]);
  });

  it('[D11] keeps nothing where the folder is moved away in the middle of a write, and goes on once it is back', async () => {
    const folder = join(await aFolder(), 'data');
    let moving = false;
    const files: Files = {
      ...realFiles,
      write: async (descriptor, bytes) => {
        if (moving) await rename(folder, `${folder}-away`);
        moving = false;
        return realFiles.write(descriptor, bytes);
      },
    };
    const { store } = await opened(folder, files);
    const entries = await recorded(store, inspection, 3);
    const before = await bytesOf(folder);
    moving = true;
    await expect(store.append(inspection, 3, draft(3))).rejects.toThrow(NotKept);
    expect(await bytesOf(`${folder}-away`)).toEqual(before);
    await rename(`${folder}-away`, folder);
    const fourth = await store.append(inspection, 3, draft(3));
    expect(await store.read(inspection, 0)).toEqual([...entries, fourth]);
  });

  it('[D11] keeps nothing once the file is removed', async () => {
    const { folder, store } = await three();
    await rm(fileOf(folder));
    for (const _ of ['at once', 'still']) await expect(store.append(inspection, 3, draft(3))).rejects.toThrow(NotKept);
  });

  it('[D11] goes on in a copy that is whole, and touches no other', async () => {
    const { folder, store, entries } = await three();
    const file = fileOf(folder);
    await copyFile(file, `${file}.copy`);
    await rename(`${file}.copy`, file);
    await expect(store.append(inspection, 3, draft(3))).rejects.toThrow(NotKept);
    const fourth = await store.append(inspection, 3, draft(3));
    await mkdir(join(folder, 'aside'));
    await copyFile(file, join(folder, 'aside', 'whole'));
    const other = await aFolder();
    const longer = (await opened(other)).store;
    await recorded(longer, inspection, 9);
    await longer.close();
    await copyFile(fileOf(other), `${file}.copy`);
    await rename(`${file}.copy`, file);
    const before = await readFile(file);
    for (const _ of ['at once', 'still']) await expect(store.append(inspection, 4, draft(4))).rejects.toThrow(NotKept);
    expect(await readFile(file)).toEqual(before);
    await rename(join(folder, 'aside', 'whole'), file);
    const fifth = await store.append(inspection, 4, draft(4));
    await store.close();
    expect(await (await opened(folder)).store.read(inspection, 0)).toEqual([...entries, fourth, fifth]);
  });
});
