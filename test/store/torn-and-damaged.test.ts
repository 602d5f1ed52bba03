import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realFiles } from '../../src/store/files.ts';
import { Damaged } from '../../src/store/port.ts';
import { recordsIn } from '../../src/store/records-in-folder.ts';
import { verifyHistory } from '../../src/store/verify.ts';
import { settledDisk } from './disk-state.ts';
import { draft, inspection, recorded } from './drafts.ts';
import { modelledDisk, wellDisk } from './modelled-disk.ts';
import { aFolder, bytesOf, fileOf, opened } from './opened.ts';

/** A record of that many entries, closed, with its bytes and where each line ends. */
const aRecord = async (count: number) => {
  const folder = await aFolder();
  const { store } = await opened(folder);
  const entries = await recorded(store, inspection, count);
  await store.close();
  const bytes = await bytesOf(folder);
  const ends = [...bytes.keys()].filter((at) => bytes[at] === 0x0a).map((at) => at + 1);
  return { folder, entries, bytes, ends };
};

/** The same record on a modelled disk, which is quicker where there are thousands of them. */
const diskHolding = (bytes: Buffer) => {
  const self = { pid: 1, host: 'northmoor-app', boot: 'a boot', started: '0' };
  return modelledDisk(settledDisk(new Map([[basename(fileOf('')), bytes]])), {
    self,
    waitForDisk: 0,
    fate: wellDisk,
  });
};

const lines = (bytes: Buffer): string[] => bytes.toString().trimEnd().split('\n');

describe('a line that was not written to its end', () => {
  it('[S3] is dropped and reported on opening, wherever in the last two lines the file ends', async () => {
    const { entries, bytes, ends } = await aRecord(3);
    const [first = 0] = ends;
    for (let length = first; length < bytes.length; length += 1) {
      const disk = diskHolding(bytes.subarray(0, length));
      const { store, reported } = await opened(disk.state.folder, disk.files);
      const whole = ends.filter((end) => end <= length);
      const end = whole.at(-1) ?? 0;
      expect(await store.read(inspection, 0)).toEqual(entries.slice(0, whole.length));
      expect(reported).toEqual(length === end ? [] : [{ event: 'torn-tail-dropped', inspection, bytes: length - end }]);
      expect(disk.state.durable.get(basename(fileOf('')))?.durable.equals(bytes.subarray(0, end))).toBe(true);
    }
  });

  it('[S3] is dropped also where it is the first of all, or its bytes were never filled', async () => {
    const { folder, bytes, ends, entries } = await aRecord(2);
    const [first = 0] = ends;
    const torn = [
      { is: bytes.subarray(0, 40), kept: 0 },
      { is: Buffer.concat([bytes.subarray(0, first), Buffer.alloc(5000)]), kept: 1 },
      { is: Buffer.concat([bytes.subarray(0, first + 50), Buffer.alloc(50)]), kept: 1 },
      { is: Buffer.concat([bytes.subarray(0, bytes.length - 1), Buffer.alloc(1)]), kept: 1 },
    ];
    for (const { is, kept } of torn) {
      await writeFile(fileOf(folder), is);
      const { store, reported } = await opened(folder);
      expect(await store.list((each) => each)).toHaveLength(kept);
      expect(await store.read(inspection, 0)).toEqual(entries.slice(0, kept));
      expect(reported).toHaveLength(1);
      expect((await store.append(inspection, kept, draft(kept))).header.version).toBe(kept + 1);
      await store.close();
    }
  });

  it('[S3] is never silently accepted: a head from elsewhere finds every shortened record', async () => {
    const { folder, entries, bytes } = await aRecord(2);
    const known = { version: 2, hash: entries[1]?.hash.slice(0, 6) ?? '' };
    const check = () =>
      verifyHistory({ inspection, lines: recordsIn(realFiles, folder).lines(inspection), known: [known] });
    expect(await check()).toMatchObject({ holds: true });
    for (let length = 0; length < bytes.length; length += 1) {
      await writeFile(fileOf(folder), bytes.subarray(0, length));
      expect(await check()).toMatchObject({ holds: false });
    }
  });
});

describe('a record that was changed', () => {
  it('[S14] is found at every single bit of its last two entries, closed by name, and its file left as it is', async () => {
    const { bytes, ends } = await aRecord(3);
    const [first = 0, second = 0] = ends;
    for (let at = first; at < bytes.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        const disk = diskHolding(changed);
        const { store, reported } = await opened(disk.state.folder, disk.files);
        const damage = await store.read(inspection, 0).then(
          () => 'none',
          (error: unknown) => (error instanceof Damaged ? error.reason : 'another'),
        );
        expect(damage, `bit ${bit} of byte ${at}`).toMatch(at < second ? /entry 2/ : /entry 3/);
        expect(reported).toEqual([{ event: 'closed', inspection, reason: damage }]);
        expect(disk.state.now.get(basename(fileOf('')))?.now.equals(changed)).toBe(true);
      }
    }
  }, 60_000);

  it('[S14] is no record also for whoever was handed the entries before the damage', async () => {
    const { bytes, ends } = await aRecord(3);
    const changed = Buffer.from(bytes);
    changed[(ends[1] ?? 0) + 5] = 0x20;
    const disk = diskHolding(changed);
    const { store } = await opened(disk.state.folder, disk.files);
    const taken: number[] = [];
    for (let time = 0; time < 2; time += 1)
      await expect(store.each(inspection, 0, ({ header }) => taken.push(header.version))).rejects.toThrow(Damaged);
    expect(taken).toEqual([1, 2]);
  });

  it('[S14] is found also where other bytes would be read as the same text', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    await store.append(inspection, 0, draft(0, 'unreadable \ufffd'));
    await store.close();
    const bytes = await bytesOf(folder);
    const at = bytes.indexOf('\ufffd');
    const changed = Buffer.concat([bytes.subarray(0, at), Buffer.of(0xff), bytes.subarray(at + 3)]);
    expect(changed.toString()).toBe(bytes.toString());
    await writeFile(fileOf(folder), changed);
    await expect((await opened(folder)).store.read(inspection, 0)).rejects.toThrow(
      'entry 1 holds bytes that are no text',
    );
  });

  const damages: { what: string; change: (all: string[]) => string[]; reason: RegExp }[] = [
    {
      what: 'an entry edited',
      change: ([a, b = '', c]) => [a ?? '', b.replace('Evidence 1', 'Evidence x'), c ?? ''],
      reason: /the text of entry 2 is not what was recorded/,
    },
    {
      what: 'a header edited',
      change: ([a, b = '', c]) => [a ?? '', b.replace('"user":"U1"', '"user":"U9"'), c ?? ''],
      reason: /entry 2 was changed/,
    },
    {
      what: 'an entry dropped',
      change: ([a, , c]) => [a ?? '', c ?? ''],
      reason: /entry 2 is not there: entry 3 stands in its place/,
    },
    {
      what: 'two entries exchanged',
      change: ([a, b, c]) => [a ?? '', c ?? '', b ?? ''],
      reason: /entry 2 is not there/,
    },
    {
      what: 'an entry twice',
      change: ([a, b, c]) => [a ?? '', b ?? '', b ?? '', c ?? ''],
      reason: /entry 3 is not there: entry 2 stands/,
    },
    { what: 'the beginning dropped', change: ([, b, c]) => [b ?? '', c ?? ''], reason: /entry 1 is not there/ },
    {
      what: 'an empty line',
      change: ([a, b, c]) => [a ?? '', '', b ?? '', c ?? ''],
      reason: /entry 2 is not as this app writes/,
    },
    {
      what: 'no JSON',
      change: ([a, b = '', c]) => [a ?? '', b.slice(1), c ?? ''],
      reason: /entry 2 is not as this app writes/,
    },
    {
      what: 'zeros',
      change: ([a, b = '', c]) => [a ?? '', '\0'.repeat(b.length), c ?? ''],
      reason: /entry 2 is not as this app writes/,
    },
  ];
  it.each(damages)('[S14] by $what is closed, and the others go on', async ({ change, reason }) => {
    const { folder, bytes } = await aRecord(3);
    const spoilt = Buffer.from(`${change(lines(bytes)).join('\n')}\n`);
    await writeFile(fileOf(folder), spoilt);
    const { store } = await opened(folder);
    await expect(store.read(inspection, 0)).rejects.toThrow(reason);
    await expect(store.append(inspection, 3, draft(3))).rejects.toThrow(Damaged);
    await expect(store.erase(inspection, 1)).rejects.toThrow(Damaged);
    expect(await store.append('southmoor-2013-11-19', 0, draft(0))).toMatchObject({ header: { version: 1 } });
    expect((await bytesOf(folder)).equals(spoilt)).toBe(true);
    const damaged = (await store.list((each) => each)).find((listing) => listing.inspection === inspection);
    expect(damaged?.damage).toMatch(reason);
  });

  it('[S14] by another record’s file in its place is closed', async () => {
    const { folder, bytes } = await aRecord(2);
    await writeFile(fileOf(folder, 'southmoor-2013-11-19'), bytes);
    const { store } = await opened(folder);
    await expect(store.read('southmoor-2013-11-19', 0)).rejects.toThrow(
      `entry 1 belongs to another record, ${inspection}`,
    );
    expect(await store.read(inspection, 0)).toHaveLength(2);
  });

  it('[S14] is listed with its damage before it is opened, where that shows at either end', async () => {
    for (const [shows, at] of [
      [true, 0],
      [false, 1],
      [true, 2],
    ] as const) {
      const { folder, bytes } = await aRecord(3);
      const all = lines(bytes).map((line, index) => (index === at ? line.replace('Evidence', 'Evidance') : line));
      await writeFile(fileOf(folder), `${all.join('\n')}\n`);
      const { store } = await opened(folder);
      const [listing] = await store.list((each) => each);
      expect(listing?.damage !== undefined).toBe(shows);
    }
  });

  it('[S14] while the app runs is found by the next reading, and the record closed', async () => {
    const folder = await aFolder();
    const { store, reported } = await opened(folder);
    await recorded(store, inspection, 3);
    await writeFile(fileOf(folder), (await bytesOf(folder)).toString().replace('Evidence 1', 'Evidence x'));
    await expect(store.read(inspection, 0)).rejects.toThrow('the text of entry 2');
    await expect(store.append(inspection, 3, draft(3))).rejects.toThrow(Damaged);
    expect(reported).toEqual([{ event: 'closed', inspection, reason: expect.stringContaining('entry 2') }]);
  });

  it('[S14] by being shortened while the app runs is found by the next reading', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    await recorded(store, inspection, 3);
    const bytes = await bytesOf(folder);
    await writeFile(fileOf(folder), `${lines(bytes).slice(0, 2).join('\n')}\n`);
    await expect(store.read(inspection, 0)).rejects.toThrow('entry 3 is gone from the file');
  });
});
