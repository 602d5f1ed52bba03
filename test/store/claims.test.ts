import { chmod, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderTaken } from '../../src/store/claim.ts';
import { type Files, realFiles } from '../../src/store/files.ts';
import { inspection, recorded } from './drafts.ts';
import { aFolder, opened } from './opened.ts';

const ownerIn = (folder: string): string => join(folder, 'owner.json');
const claimOf = async (folder: string) => JSON.parse(await readFile(ownerIn(folder), 'utf8'));

/** The files of a process on another kernel: its waits pass at once, and `meanwhile` is what happens in each. */
const elsewhere = (meanwhile: (waits: number) => Promise<void> = async () => {}) => {
  let waits = 0;
  const files: Files = {
    ...realFiles,
    self: { pid: 1, host: 'another-machine', boot: 'another boot' },
    // A socket of another kernel is a file at which nobody listens.
    reach: async (folder, name) =>
      (await readdir(folder)).includes(name) && realFiles.stands(join(folder, name)) ? 'nobody' : 'absent',
    pause: async (milliseconds) => {
      waits += milliseconds;
      await meanwhile(waits);
    },
  };
  return { files, waits: () => waits };
};

/** A folder with the claim of a process that ended without letting go, of which so much is different. */
const abandoned = async (different: object): Promise<string> => {
  const folder = await aFolder();
  const { store } = await opened(folder);
  const claim = await claimOf(folder);
  await store.close();
  await writeFile(ownerIn(folder), JSON.stringify({ ...claim, claim: '0123456789abcdef', ...different }));
  return folder;
};

describe('the claim to a data folder', () => {
  it.each([
    ['of another kernel', { boot: 'an earlier boot' }],
    ['of another machine', { host: 'gone', boot: 'its boot' }],
    ['of a process that could not listen', { socket: false }],
    ['of an earlier version', { socket: undefined, started: '1' }],
    ['that nobody can read', { pid: 'none' }],
  ])('[S15] %s that nobody renews for thirty seconds is taken over', async (_, different) => {
    const folder = await abandoned(different);
    const { files, waits } = elsewhere();
    const { store, reported } = await opened(folder, { ...files, reach: realFiles.reach, self: realFiles.self });
    expect(waits()).toBe(30_000);
    expect(reported).toMatchObject([{ event: 'owner-watched', seconds: 30 }, { event: 'owner-replaced' }]);
    expect(await claimOf(folder)).toMatchObject({ pid: process.pid, socket: true });
    await store.close();
    expect(await readdir(folder)).toEqual(['heads.log']);
  });

  it.each([
    ['now', () => new Date()],
    ['before it', () => new Date('2013-11-19')],
    ['in the year 2039', () => new Date('2039-11-30')],
  ])('[S15] that is renewed is left to its owner, though the clock there says %s', async (_, clock) => {
    const folder = await abandoned({ boot: 'its boot', host: 'its-machine', pid: 7 });
    await utimes(ownerIn(folder), new Date('2026-01-01'), new Date('2026-01-01'));
    const { files, waits } = elsewhere(async (passed) => {
      if (passed === 29_000) await utimes(ownerIn(folder), clock(), clock());
    });
    const before = await readFile(ownerIn(folder));
    await expect(opened(folder, files)).rejects.toThrow(
      `is in use by process 7 on its-machine. Only one process at a time may write there: stop that one first. Once it has ended, a start here takes over by itself within a minute.`,
    );
    expect(waits()).toBe(29_000);
    expect(await readFile(ownerIn(folder))).toEqual(before);
    expect(await readdir(folder)).toEqual(['heads.log', 'owner.json']);
  });

  it('[S15] is renewed by a process that owns a folder, which others see without a clock', async () => {
    const folder = await aFolder();
    const renewals: (() => Promise<void>)[] = [];
    const { store } = await opened(folder, {
      ...realFiles,
      every: (_, act) => {
        renewals.push(act);
        return () => {};
      },
    });
    const { files } = elsewhere(async (passed) => {
      if (passed === 5000) for (const renew of renewals) await renew();
    });
    await expect(opened(folder, files)).rejects.toThrow(FolderTaken);
    expect(await recorded(store, inspection, 2)).toHaveLength(2);
  });

  it('[S15] is let go of by its own process alone, and is seen to be replaced', async () => {
    const folder = await aFolder();
    const first = await opened(folder);
    const second = await opened(folder, elsewhere().files);
    const claim = await claimOf(folder);
    expect(claim).toMatchObject({ host: 'another-machine' });
    await first.store.close();
    expect(await claimOf(folder)).toEqual(claim);
    expect(realFiles.stands(join(folder, 'owner.sock'))).not.toBeNull();
    await second.store.close();
    expect(await readdir(folder)).toEqual(['heads.log']);
  });

  it('[S15] decides alone where the folder takes no socket', async () => {
    const folder = await aFolder();
    const { files, waits } = elsewhere();
    const without: Files = { ...files, listen: async () => null };
    const first = await opened(folder, without);
    expect(await claimOf(folder)).toMatchObject({ socket: false });
    const renewing = elsewhere(async () => utimes(ownerIn(folder), new Date(), new Date(0)));
    await expect(opened(folder, { ...renewing.files, listen: async () => null })).rejects.toThrow(FolderTaken);
    const { reported } = await opened(folder, without);
    expect(waits()).toBe(30_000);
    expect(reported).toMatchObject([{ event: 'owner-watched' }, { event: 'owner-replaced' }]);
    await first.store.close();
  });

  it('[S15] of a folder that was restored without its socket, or under a loose mode, harms nothing', async () => {
    const folder = await abandoned({});
    await chmod(folder, 0o755);
    const { files, waits } = elsewhere();
    const { store } = await opened(folder, { ...realFiles, pause: files.pause });
    expect(waits()).toBe(30_000);
    expect(await recorded(store, inspection, 2)).toHaveLength(2);
  });
});
