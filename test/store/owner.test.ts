import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realFiles } from '../../src/store/files.ts';
import { FolderTaken, ownFolder } from '../../src/store/owner.ts';
import { jsonLinesReader } from '../../src/store/reader.ts';
import { startRecording } from './child.ts';
import { type DiskState, emptyDisk } from './disk-state.ts';
import { inspection, recorded } from './drafts.ts';
import { modelledDisk, wellDisk } from './modelled-disk.ts';
import { aFolder, bytesOf, fileOf, opened } from './opened.ts';

const ownerIn = (folder: string): string => join(folder, 'owner.json');
const claimOf = async (folder: string) => JSON.parse(await readFile(ownerIn(folder), 'utf8'));

describe('a data folder', () => {
  it('[S15] that another process uses is refused, naming that process, its machine and what to do', async () => {
    const folder = await aFolder();
    const child = await startRecording(folder, inspection, 3);
    await expect(opened(folder)).rejects.toThrow(FolderTaken);
    await expect(opened(folder)).rejects.toThrow(
      `The data folder ${folder} is in use by process ${child.pid} on ${hostname()}. Only one process at a time may write there: stop that one first. Where a workspace is connected, DATA_DIR names another folder.`,
    );
    for (let kept = 0; kept < 3; kept += 1) await child.lines.next();
    await child.kill();
    const { store, reported } = await opened(folder);
    expect(reported).toEqual([{ event: 'owner-replaced', pid: child.pid, host: hostname() }]);
    expect(await store.read(inspection, 0)).toHaveLength(3);
  });

  it('[S15] is refused a second time to the process that has it, and free once it is closed', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    await expect(opened(folder)).rejects.toThrow(`process ${process.pid}`);
    await store.close();
    expect(await readdir(folder)).toEqual([]);
    const { reported } = await opened(folder);
    expect(reported).toEqual([]);
  });

  const ended = [
    { owner: 'before this machine last started', change: { boot: 'an earlier boot' } },
    { owner: 'and whose process number another process has now', change: { started: '1' } },
  ];
  it.each(ended)('[S15] of an owner that ended $owner is taken over at once', async ({ change }) => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    const claim = await claimOf(folder);
    await store.close();
    await writeFile(ownerIn(folder), JSON.stringify({ ...claim, claim: '0123456789abcdef', ...change }));
    const { reported } = await opened(folder);
    expect(reported).toMatchObject([{ event: 'owner-replaced', pid: process.pid }]);
    expect(await readdir(folder)).toEqual(['owner.json', 'owner.sock']);
    expect((await claimOf(folder)).claim).not.toBe('0123456789abcdef');
  });

  it('[S15] of an owner on another machine is refused, since it can’t be seen whether that one still runs', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    const claim = await claimOf(folder);
    await store.close();
    await writeFile(ownerIn(folder), JSON.stringify({ ...claim, host: 'another-machine', boot: 'its boot' }));
    await expect(opened(folder)).rejects.toThrow(
      new RegExp(`process ${process.pid} on another-machine, which can't be seen from here.*remove .*owner.json`),
    );
  });

  it('[S15] with an owner that can’t be read is refused, naming the file', async () => {
    const folder = await aFolder();
    await writeFile(ownerIn(folder), '');
    await expect(opened(folder)).rejects.toThrow(`${ownerIn(folder)} can't be read`);
  });

  it('[S19] is read without owning it, beside an app that writes there, and nothing in it is changed', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    const entries = await recorded(store, inspection, 3);
    const torn = Buffer.concat([await bytesOf(folder), Buffer.from('{"header":{"format":1')]);
    await writeFile(fileOf(folder, 'southmoor-2013-11-19'), torn.subarray(0, 100));
    await writeFile(fileOf(folder), torn);
    const reported: unknown[] = [];
    const reader = jsonLinesReader({ folder, files: realFiles, report: (happening) => reported.push(happening) });
    expect(await reader.read(inspection, 0)).toEqual(entries);
    expect(await reader.read(inspection, 2)).toEqual(entries.slice(2));
    expect(await reader.read('aldermoor-2013-11-19', 0)).toEqual([]);
    expect(await reader.list((each) => each)).toEqual([{ inspection, first: entries[0], last: entries[2] }]);
    expect(reported).toEqual(Array(2).fill({ event: 'torn-tail-seen', inspection, bytes: 21 }));
    expect((await bytesOf(folder)).equals(torn)).toBe(true);
    await writeFile(fileOf(folder), torn.subarray(0, -21));
  });

  it('[S15] never has two owners, and never stays without one, however several processes take turns and die', async () => {
    const claimants = fc.array(
      fc.record({
        diesAt: fc.option(fc.integer({ min: 1, max: 25 }), { nil: Number.POSITIVE_INFINITY }),
        letsGo: fc.boolean(),
      }),
      { minLength: 2, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(claimants, fc.boolean(), fc.scheduler(), async (people, deadBefore, turns) => {
        const state = emptyDisk();
        const dead = new Set<number>([1]);
        if (deadBefore) await claim(state, 1, dead, async () => {});
        const owners = new Set<number>();
        let most = 0;
        const one = async ({ diesAt, letsGo }: { diesAt: number; letsGo: boolean }, index: number): Promise<void> => {
          const pid = index + 2;
          let steps = 0;
          const turn = async (): Promise<void> => {
            await turns.schedule(Promise.resolve(), `process ${pid}`);
            steps += 1;
            if (steps < diesAt) return;
            dead.add(pid);
            owners.delete(pid);
            await new Promise(() => {});
          };
          const letGo = await claim(state, pid, dead, turn).catch((error: unknown) => {
            if (error instanceof FolderTaken) return null;
            throw error;
          });
          if (letGo === null) return;
          owners.add(pid);
          most = Math.max(most, owners.size);
          await turn();
          if (!letsGo) return;
          owners.delete(pid);
          await letGo();
        };
        const failed: unknown[] = [];
        for (const [index, person] of people.entries()) one(person, index).catch((error) => failed.push(error));
        await turns.waitIdle();
        expect(failed).toEqual([]);
        expect(most).toBeLessThanOrEqual(1);
        for (const pid of people.keys()) dead.add(pid + 2);
        await expect(claim(state, 99, dead, async () => {})).resolves.toBeTypeOf('function');
      }),
      { numRuns: 1000 },
    );
  });
});

/** Lets a process of the model claim the folder, waiting for its turn before each step. */
const claim = (state: DiskState, pid: number, dead: Set<number>, turn: () => Promise<void>) => {
  const self = { pid, host: 'northmoor-app', boot: 'a boot', started: '0' };
  const { files } = modelledDisk(state, { self, waitForDisk: 0, fate: wellDisk });
  const inTurn =
    <Asked extends unknown[], Given>(act: (...asked: Asked) => Promise<Given>) =>
    async (...asked: Asked): Promise<Given> => {
      await turn();
      return act(...asked);
    };
  let digits = pid * 1000;
  return ownFolder({
    folder: state.folder,
    files: {
      ...files,
      startOf: (other) => (dead.has(other) ? null : '0'),
      open: inTurn(files.open),
      write: inTurn(files.write),
      read: inTurn(files.read),
      link: inTurn(files.link),
      rename: inTurn(files.rename),
      remove: inTurn(files.remove),
    },
    random: (bytes) => {
      digits += 1;
      return Buffer.alloc(bytes, String(digits));
    },
    report: () => {},
  });
};
