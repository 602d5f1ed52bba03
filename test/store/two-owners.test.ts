import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderLost } from '../../src/store/claim.ts';
import { type Files, realFiles } from '../../src/store/files.ts';
import { beginning, markOf } from '../../src/store/layout.ts';
import { Conflict, type Entry, NotKept } from '../../src/store/port.ts';
import { type EntryLine, lineAfter } from '../../src/store/writing.ts';
import { chainHolds } from './chain-holds.ts';
import { draft, inspection, recorded } from './drafts.ts';
import { aFolder, bytesOf, fileOf, opened } from './opened.ts';

/** Who can't reach the owner takes the folder over beside it. */
const blind: Files = { ...realFiles, reach: async () => 'nobody' };

const lineBytes = ({ text }: EntryLine): Buffer => Buffer.from(`${text}\n`);

/** A line that somebody builds upon that entry, or upon none. */
const lineUpon = (entry: Entry | undefined, text: string): Buffer => {
  const mark = entry ? markOf(entry) : beginning;
  return lineBytes(lineAfter(inspection, mark, draft(mark.version, text), '0'.repeat(32)));
};

/** A record of three entries, and the store that owns it. */
const three = async (files = realFiles) => {
  const folder = await aFolder();
  const { store, reported } = await opened(folder, files);
  return { folder, store, reported, entries: await recorded(store, inspection, 3) };
};

describe('an owner that was replaced', () => {
  it('[S24] acknowledges nothing, says so once, and writes no byte; the other goes on', async () => {
    const { folder, store, reported, entries } = await three();
    const other = await opened(folder, blind);
    const before = await bytesOf(folder);
    for (const _ of ['at once', 'still']) {
      await expect(store.append(inspection, 3, draft(3))).rejects.toThrow(FolderLost);
      await expect(store.append('southmoor-2013-11-19', 0, draft(0))).rejects.toThrow(FolderLost);
    }
    await expect(store.erase(inspection, 1)).rejects.toThrow(FolderLost);
    expect(reported).toEqual([{ event: 'owner-lost', why: expect.stringContaining('does not own the data folder') }]);
    expect(await bytesOf(folder)).toEqual(before);
    const fourth = await other.store.append(inspection, 3, draft(3));
    await store.close();
    expect(await other.store.read(inspection, 0)).toEqual([...entries, fourth]);
  });

  it('[S24] acknowledges nothing once its claim is removed, and leaves what it was writing to be found', async () => {
    let folder = '';
    const files: Files = {
      ...realFiles,
      write: async (descriptor, bytes) => {
        const taken = await realFiles.write(descriptor, bytes);
        if (Buffer.from(bytes).includes('Evidence 3')) await rm(join(folder, 'owner.json'));
        return taken;
      },
    };
    const first = await three(files);
    folder = first.folder;
    await expect(first.store.append(inspection, 3, draft(3))).rejects.toThrow(FolderLost);
    await first.store.close();
    expect(await (await opened(folder)).store.read(inspection, 3)).toHaveLength(1);
  });

  it('[S24] hears of it without writing', async () => {
    const renewals: (() => Promise<void>)[] = [];
    const every: Files['every'] = (_, act) => {
      renewals.push(act);
      return () => {};
    };
    const { folder, reported } = await three({ ...realFiles, every });
    await rm(join(folder, 'owner.json'));
    for (const renew of renewals) await renew();
    expect(reported).toMatchObject([{ event: 'owner-lost' }]);
  });
});

describe('an owner in whose record another wrote', () => {
  it('[S24] takes in what holds, and goes on', async () => {
    const { folder, store, entries } = await three();
    await appendFile(fileOf(folder), lineUpon(entries[2], 'by another'));
    await expect(store.append(inspection, 3, draft(3))).rejects.toThrow(NotKept);
    await expect(store.append(inspection, 3, draft(3))).rejects.toThrow(Conflict);
    expect((await store.read(inspection, 3)).map(({ events }) => events)).toEqual([
      [expect.objectContaining({ text: 'by another' })],
    ]);
    await store.append(inspection, 4, draft(4));
    const found = await store.read(inspection, 0);
    expect(found).toHaveLength(5);
    expect(chainHolds(found)).toBe(true);
  });

  const left = [
    { what: 'a line built upon an earlier entry', lines: ([, two]: Entry[]) => [lineUpon(two, 'stray')] },
    { what: 'a line built upon none', lines: () => [lineUpon(undefined, 'stray')] },
    {
      what: 'two lines, one upon the other',
      lines: ([, two]: Entry[]) => {
        const stray = lineAfter(inspection, two ? markOf(two) : beginning, draft(2, 'stray'), '0'.repeat(32));
        return [lineBytes(stray), lineBytes(lineAfter(inspection, stray.mark, draft(3, 'stray'), '0'.repeat(32)))];
      },
    },
    {
      what: 'a line, and one of its own that it had not acknowledged',
      lines: ([, two, last]: Entry[]) => [lineUpon(two, 'stray'), lineUpon(last, 'own')],
    },
  ];
  it.each(left)('[S24] sets $what aside by name, while it runs and when it starts, and goes on', async ({ lines }) => {
    for (const running of [true, false]) {
      const first = await three();
      const { folder, entries } = first;
      const whole = await bytesOf(folder);
      const stray = Buffer.concat(lines(entries));
      if (!running) await first.store.close();
      await appendFile(fileOf(folder), stray);
      const { store, reported } = running ? first : await opened(folder);
      if (running) await expect(store.append(inspection, 3, draft(3))).rejects.toThrow(NotKept);
      expect(await store.read(inspection, 0)).toEqual(entries);
      expect(await bytesOf(folder)).toEqual(whole);
      const [aside = '', ...more] = (await readdir(folder)).filter((name) => name.includes('.aside-'));
      expect(more).toEqual([]);
      expect(await readFile(join(folder, aside))).toEqual(stray);
      expect(reported).toEqual([{ event: 'set-aside', inspection, file: aside, bytes: stray.length }]);
      await store.append(inspection, 3, draft(3));
      expect(await store.list(({ inspection: id, damage }) => [id, damage])).toEqual([[inspection, undefined]]);
    }
  });

  it('[S14] takes a changed last line for damage, and one that has lost its end', async () => {
    for (const spoil of [
      (text: string) => text.replace('Evidence 2', 'Evidence 9'),
      (text: string) => text.slice(0, -1),
    ]) {
      const { folder, store } = await three();
      await store.close();
      const text = (await bytesOf(folder)).toString();
      const other = `${text.trimEnd()} \n`;
      await writeFile(fileOf(folder), spoil(text) === text.slice(0, -1) ? `${text.slice(0, -1)}x` : spoil(other));
      const again = await opened(folder);
      await expect(again.store.read(inspection, 0)).rejects.toThrow('is closed');
      expect((await readdir(folder)).filter((name) => name.includes('aside'))).toEqual([]);
    }
  });

  it('[S24] takes back what it wrote behind another’s line, and nothing of that line', async () => {
    let behind: Buffer | null = null;
    let folder = '';
    const files: Files = {
      ...realFiles,
      write: async (descriptor, bytes) => {
        if (behind !== null) await appendFile(fileOf(folder), behind);
        behind = null;
        return realFiles.write(descriptor, bytes);
      },
    };
    const first = await three(files);
    folder = first.folder;
    const whole = await bytesOf(folder);
    behind = lineUpon(first.entries[2], 'by another');
    const both = Buffer.concat([whole, behind]);
    await expect(first.store.append(inspection, 3, draft(3))).rejects.toThrow(NotKept);
    expect(await bytesOf(folder)).toEqual(both);
    expect(await first.store.read(inspection, 0)).toHaveLength(4);
    await first.store.append(inspection, 4, draft(4));
  });

  it('[S24] has kept what stands before another’s line, and cuts nothing off unseen', async () => {
    let behind: Buffer | null = null;
    let folder = '';
    const files: Files = {
      ...realFiles,
      write: async (descriptor, bytes) => {
        const taken = await realFiles.write(descriptor, bytes);
        if (behind !== null) await appendFile(fileOf(folder), behind);
        behind = null;
        return taken;
      },
    };
    const first = await three(files);
    folder = first.folder;
    const stray = lineUpon(first.entries[1], 'by another');
    behind = stray;
    const fourth = await first.store.append(inspection, 3, draft(3));
    expect((await bytesOf(folder)).includes('by another')).toBe(true);
    await expect(first.store.append(inspection, 4, draft(4))).rejects.toThrow(NotKept);
    expect(first.reported).toMatchObject([{ event: 'set-aside', bytes: stray.length }]);
    const fifth = await first.store.append(inspection, 4, draft(4));
    expect(await first.store.read(inspection, 0)).toEqual([...first.entries, fourth, fifth]);
  });

  it('[S24] cuts nothing off where the file ends in what another wrote, and closes that record by name', async () => {
    let behind: Buffer | null = null;
    let folder = '';
    const files: Files = {
      ...realFiles,
      write: async (descriptor, bytes) => {
        if (behind === null) return realFiles.write(descriptor, bytes);
        await realFiles.write(descriptor, bytes.subarray(0, 9));
        await appendFile(fileOf(folder), behind);
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      },
    };
    const first = await three(files);
    folder = first.folder;
    behind = lineUpon(first.entries[2], 'by another');
    await expect(first.store.append(inspection, 3, draft(3))).rejects.toThrow('is closed');
    expect((await bytesOf(folder)).includes(behind)).toBe(true);
  });
});
