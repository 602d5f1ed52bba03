import { constants } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realFiles } from '../../src/store/files.ts';
import { draft, inspection, recorded } from './drafts.ts';
import { aFolder, bytesOf, opened } from './opened.ts';
import { held, watchedFiles } from './watched-files.ts';

const file = `${inspection}.jsonl`;

/** Both ways of reaching stable storage: by the write itself, and by a sync after it. */
const ways = [
  { way: 'a write that waits for the disk', waitForDisk: realFiles.waitForDisk, synced: [`write ${file} done`] },
  {
    way: 'a sync after the write',
    waitForDisk: 0,
    synced: [`write ${file} done`, `dataSync ${file}`, `dataSync ${file} done`],
  },
];

describe.each(ways)('saying that something is saved, with $way', ({ waitForDisk, synced }) => {
  it('[S10] comes after its bytes are on stable storage, and for the first also its name in the folder', async () => {
    const watched = watchedFiles(waitForDisk);
    const { store } = await opened(await aFolder(), watched.files);
    watched.log.length = 0;
    for (const n of [0, 1]) {
      await store.append(inspection, n, draft(n));
      watched.log.push('acknowledged');
    }
    const told = watched.log.filter((line) => !/^(open|close)/.test(line));
    expect(told).toEqual([
      ...[`write ${file}`, ...synced, 'sync the folder', 'sync the folder done', 'acknowledged'],
      ...[`write ${file}`, ...synced, 'acknowledged'],
    ]);
    const flags = watched.steps.find(
      (step) => step.operation === 'open' && step.file === file && (step.amount & constants.O_APPEND) > 0,
    );
    expect(flags).toBeDefined();
    expect((flags?.amount ?? 0) & constants.O_DSYNC).toBe(waitForDisk & constants.O_DSYNC);
  });

  it('[S11] costs one write of that entry’s own bytes, and touches no earlier one, however long the record is', async () => {
    const folder = await aFolder();
    const watched = watchedFiles(waitForDisk);
    const { store } = await opened(folder, watched.files);
    await recorded(store, inspection, 400);
    for (const n of [400, 401]) {
      const before = await bytesOf(folder);
      watched.steps.length = 0;
      await store.append(inspection, n, draft(n));
      const after = await bytesOf(folder);
      expect(after.subarray(0, before.length).equals(before)).toBe(true);
      expect(watched.steps.filter(({ operation }) => operation === 'write')).toEqual([
        { operation: 'write', file, amount: after.length - before.length },
      ]);
      expect(watched.steps.map(({ operation }) => operation)).toEqual(
        waitForDisk === 0 ? ['write', 'dataSync'] : ['write'],
      );
    }
  });

  it('[S11] is shared: what arrives while one sync is under way goes out in the next, together', async () => {
    const watched = watchedFiles(waitForDisk);
    const { store } = await opened(await aFolder(), watched.files);
    await recorded(store, inspection, 1);
    watched.steps.length = 0;
    const { reached, release } = held(watched, waitForDisk === 0 ? 'dataSync' : 'write', file);
    const first = store.append(inspection, 1, draft(1));
    await reached;
    const others = [2, 3, 4, 5, 6].map((n) => store.append(inspection, n, draft(n)));
    release();
    const entries = await Promise.all([first, ...others]);
    expect(watched.steps.map(({ operation }) => operation)).toEqual(
      waitForDisk === 0 ? ['write', 'dataSync', 'write', 'dataSync'] : ['write', 'write'],
    );
    expect(await store.read(inspection, 1)).toEqual(entries);
  });
});

describe('the data folder', () => {
  it('[S20] is made for its owner’s eyes only, as is each file in it', async () => {
    const folder = join(await aFolder(), 'data', 'inspections');
    const { store } = await opened(folder);
    await recorded(store, inspection, 1);
    await store.erase(inspection, 1);
    const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
    expect(await modeOf(folder)).toBe('700');
    expect(await modeOf(join(folder, '..'))).toBe('700');
    expect(await modeOf(join(folder, file))).toBe('600');
    expect(await modeOf(join(folder, 'owner.json'))).toBe('600');
  });

  it.each([
    ['by its whole path', (path: string) => path],
    ['by a path from here', (path: string) => relative(process.cwd(), path)],
    ['with a slash at its end', (path: string) => `${path}/`],
  ])('[S10] is itself on stable storage before anything is taken, named %s', async (_, named) => {
    const watched = watchedFiles();
    const { store } = await opened(named(join(await aFolder(), 'data', 'inspections')), watched.files);
    const told = watched.log.filter((line) => /^(makeFolder|sync) .* done$/.test(line));
    expect(told.slice(0, 3)).toEqual(['makeFolder inspections done', 'sync data done', 'sync the folder done']);
    expect((await recorded(store, inspection, 1)).length).toBe(1);
  });

  it('[S11] keeps no more than 64 files open, though more are written to at once', async () => {
    const watched = watchedFiles();
    const { store } = await opened(await aFolder(), watched.files);
    const names = Array.from({ length: 80 }, (_, n) => `inspection-${n}`);
    const openNow = (): number =>
      watched.log.filter((line) => /^open .*jsonl done/.test(line)).length -
      watched.log.filter((line) => /^close .*jsonl done/.test(line)).length;
    await Promise.all(names.map((name) => store.append(name, 0, draft(0))));
    expect(openNow()).toBeLessThanOrEqual(64);
    for (const name of names) {
      await store.append(name, 1, draft(1));
      expect(openNow()).toBeLessThanOrEqual(64);
    }
    expect(await store.list((each) => each)).toHaveLength(80);
    for (const name of names) expect(await store.read(name, 0)).toHaveLength(2);
  });

  it('[S7] with a thousand inspections is listed by reading the two ends of each', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    const long = 'A long day of evidence. '.repeat(200);
    for (let n = 0; n < 40; n += 1) await store.append(inspection, n, draft(n, long));
    await store.close();
    let read = 0;
    const files = {
      ...realFiles,
      read: async (descriptor: number, into: Uint8Array, position: number) => {
        const count = await realFiles.read(descriptor, into, position);
        read += count;
        return count;
      },
    };
    const again = await opened(folder, files);
    read = 0;
    expect(await again.store.list((each) => each)).toHaveLength(1);
    expect(read).toBeLessThan((await bytesOf(folder)).length / 2);
  });
});
