import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderTaken } from '../../src/store/claim.ts';
import { afterTheTest } from '../support/closing.ts';
import { namespaces, startRecording } from './child.ts';
import { inspection } from './drafts.ts';
import { aFolder, opened } from './opened.ts';

/** Starts a process that records so many entries, and waits until it has said of each that it is kept. */
const recording = async (folder: string, most: number, within: readonly string[] = []) => {
  const child = await startRecording(folder, inspection, most, within);
  afterTheTest(() => child.kill());
  for (let kept = 0; kept < most; kept += 1) await child.lines.next();
  return child;
};

describe('a data folder', () => {
  it('[S15] that another process uses is refused, naming that process, its machine and what to do', async () => {
    const folder = await aFolder();
    const child = await recording(folder, 3);
    await expect(opened(folder)).rejects.toThrow(FolderTaken);
    await expect(opened(folder)).rejects.toThrow(
      `The data folder ${folder} is in use by process ${child.pid} on ${hostname()}. Only one process at a time may write there: stop that one first. Where a workspace is connected, DATA_DIR names another folder.`,
    );
    await child.kill();
    const { store, reported } = await opened(folder);
    expect(reported).toEqual([{ event: 'owner-replaced', pid: child.pid, host: hostname() }]);
    expect(await store.read(inspection, 0)).toHaveLength(3);
    expect((await readdir(folder)).sort()).toEqual(['heads.log', `${inspection}.jsonl`, 'owner.json', 'owner.sock']);
  });

  it('[S15] is still that of a process that is stopped, which goes on where it was', async () => {
    const folder = await aFolder();
    const child = await recording(folder, 3);
    process.kill(child.pid, 'SIGSTOP');
    for (let starts = 0; starts < 3; starts += 1) await expect(opened(folder)).rejects.toThrow(FolderTaken);
    process.kill(child.pid, 'SIGCONT');
    await expect(opened(folder)).rejects.toThrow(`process ${child.pid}`);
  });

  it('[S15] whose owner.json was removed is still that of the process that has it', async () => {
    const folder = await aFolder();
    const child = await recording(folder, 3);
    process.kill(child.pid, 'SIGSTOP');
    await rm(join(folder, 'owner.json'));
    await expect(opened(folder)).rejects.toThrow(`${folder} is in use by another process`);
    process.kill(child.pid, 'SIGCONT');
  });

  it('[S15] that was moved is still that of the process that has it, and a copy of it is nobody’s', async () => {
    const folder = join(await aFolder(), 'data');
    const child = await recording(folder, 3);
    await rename(folder, `${folder}-away`);
    await expect(opened(`${folder}-away`)).rejects.toThrow(`process ${child.pid}`);
    await rename(`${folder}-away`, folder);
    // With its claim and its socket, as a backup may have taken them.
    spawnSync('cp', ['-a', folder, `${folder}-restored`]);
    const { store, reported } = await opened(`${folder}-restored`);
    expect(reported).toEqual([{ event: 'owner-replaced', pid: child.pid, host: hostname() }]);
    expect(await store.read(inspection, 0)).toHaveLength(3);
    await expect(opened(folder)).rejects.toThrow(`process ${child.pid}`);
  });

  const unshared = spawnSync('unshare', [...namespaces('c1').slice(1), 'true']).status === 0;
  describe.skipIf(!unshared)('that processes share which see nothing of each other (unshare)', () => {
    it.each([
      { second: 'the same name', host: 'c1' },
      { second: 'another name', host: 'c2' },
    ])('[S15] is that of the first; once that is killed, the next has it at once, under $second', async ({ host }) => {
      const folder = await aFolder();
      const first = await recording(folder, 3, namespaces('c1'));
      const claim = JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8'));
      expect(claim).toMatchObject({ pid: 1, host: 'c1' });
      await expect(startRecording(folder, inspection, 3, namespaces(host))).rejects.toThrow('process 1 on c1');
      process.kill(first.pid, 'SIGSTOP');
      await expect(startRecording(folder, inspection, 3, namespaces(host))).rejects.toThrow('process 1 on c1');
      await first.kill();
      const began = performance.now();
      await recording(folder, 3, namespaces(host));
      expect(performance.now() - began).toBeLessThan(30_000);
      await expect(opened(folder)).rejects.toThrow(`process 1 on ${host}`);
    });
  });

  it('[S15] whose owner was killed goes to one of many that start at the same moment', async () => {
    const folder = await aFolder();
    for (let round = 0; round < 5; round += 1) {
      const child = await recording(folder, 3);
      await child.kill();
      const starts = await Promise.allSettled(Array.from({ length: 20 }, () => opened(folder)));
      const [owner, another] = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value.store] : []));
      expect(another).toBeUndefined();
      for (const start of starts) if (start.status === 'rejected') expect(start.reason).toBeInstanceOf(FolderTaken);
      await owner?.close();
    }
    expect(await readdir(folder)).toEqual(['heads.log', `${inspection}.jsonl`]);
  });

  it('[S15] is rid of what starts left that were killed on the way', async () => {
    const folder = await aFolder();
    await mkdir(join(folder, 'copies'));
    const child = await recording(folder, 3);
    await cp(join(folder, 'owner.json'), join(folder, 'owner-0123456789abcdef.json'));
    await cp(join(folder, 'owner.json'), join(folder, 'owner-after-fedcba9876543210.json'));
    spawnSync('cp', ['-a', join(folder, 'owner.sock'), join(folder, 'owner-0123456789abcdef.sock')]);
    await child.kill();
    await opened(folder);
    expect((await readdir(folder)).sort()).toEqual([
      'copies',
      'heads.log',
      `${inspection}.jsonl`,
      'owner.json',
      'owner.sock',
    ]);
  });
});
