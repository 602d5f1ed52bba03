import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { realFiles } from '../../src/store/files.ts';
import { beginning, type Mark } from '../../src/store/layout.ts';
import type { Head } from '../../src/store/port.ts';
import { recordsIn } from '../../src/store/records-in-folder.ts';
import { verifyHistory } from '../../src/store/verify.ts';
import { lineAfter } from '../../src/store/writing.ts';
import { draft, inspection, recorded } from './drafts.ts';
import { aFolder, bytesOf, fileOf, opened } from './opened.ts';

/** A record of four entries that an app still has open, and the check of it. */
const given = async () => {
  const folder = await aFolder();
  const { store } = await opened(folder);
  const entries = await recorded(store, inspection, 4);
  const check = (known: Head | null) =>
    verifyHistory({ inspection, lines: recordsIn(realFiles, folder).lines(inspection), known: known ? [known] : [] });
  const lines = (await bytesOf(folder)).toString().trimEnd().split('\n');
  const rewrite = (all: string[]) => writeFile(fileOf(folder), all.map((line) => `${line}\n`).join(''));
  return { folder, entries, check, lines, rewrite };
};

/** A whole record as someone would forge it who knows the format: every hash fits, but it is another record. */
const forged = (count: number): string[] => {
  let mark: Mark = beginning;
  return Array.from({ length: count }, (_, n) => {
    const line = lineAfter(inspection, mark, draft(n, 'forged'), 'ab'.repeat(16));
    mark = line.mark;
    return line.text;
  });
};

describe('checking a record', () => {
  it('[S18] says that every entry holds, where it stands, and how many are erased', async () => {
    const { entries, check } = await given();
    const head = { version: 4, hash: entries[3]?.hash };
    expect(await check(null)).toMatchObject({ inspection, holds: true, head, erased: 0, unacknowledgedBytes: 0 });
  });

  it('[S18] names the first entry that does not hold, and why', async () => {
    const { check, lines, rewrite } = await given();
    const [a = '', b = '', c = '', d = ''] = lines;
    await rewrite([a, b.replace('Evidence 1', 'Evidence 9'), c, d]);
    expect(await check(null)).toEqual({
      inspection,
      holds: false,
      version: 2,
      why: 'the text of entry 2 is not what was recorded',
    });
    await rewrite([a, b, d]);
    expect(await check(null)).toMatchObject({ version: 3, why: 'entry 3 is not there: entry 4 stands in its place' });
    await rewrite([b, a, c, d]);
    expect(await check(null)).toMatchObject({ version: 1 });
    await rewrite([a, b, c, forged(4)[3] ?? '']);
    expect(await check(null)).toMatchObject({ version: 4, why: expect.stringContaining('its hash does not fit') });
  });

  it('[S18] with a head from a daily summary finds a record that was shortened', async () => {
    const { entries, check, lines, rewrite } = await given();
    const known = { version: 4, hash: entries[3]?.hash ?? '' };
    expect(await check(known)).toMatchObject({ holds: true });
    await rewrite(lines.slice(0, 2));
    expect(await check(null)).toMatchObject({ holds: true });
    expect(await check(known)).toEqual({
      inspection,
      holds: false,
      version: 3,
      why: 'entry 3 is gone: the record ends at entry 2, and once had 4',
    });
    await rewrite([]);
    expect(await check(known)).toMatchObject({ holds: false, version: 1 });
  });

  it('[S18] with a head from an earlier day holds while the record has grown, and finds one that was replaced', async () => {
    const { entries, check, rewrite } = await given();
    const known = { version: 2, hash: entries[1]?.hash.slice(0, 6) ?? '' };
    expect(await check(known)).toMatchObject({ holds: true, head: { version: 4 } });
    await rewrite(forged(4));
    expect(await check(null)).toMatchObject({ holds: true });
    expect(await check(known)).toMatchObject({
      holds: false,
      version: 2,
      why: expect.stringMatching(new RegExp(`entry 2 is another than it was: its hash begins .{6}, not ${known.hash}`)),
    });
  });

  it('[S18] of a record that is not there does not hold', async () => {
    const { folder } = await given();
    const check = verifyHistory({
      inspection: 'southmoor-2013-11-19',
      lines: recordsIn(realFiles, folder).lines('southmoor-2013-11-19'),
      known: [],
    });
    expect(await check).toMatchObject({ holds: false, version: null, why: 'there is no record of that name' });
  });

  it('[V19] says that line ends were changed where that is all, and only there', async () => {
    const { check, folder, lines, entries } = await given();
    const known = { version: 4, hash: entries[3]?.hash ?? '' };
    await writeFile(fileOf(folder), `${lines.join('\r\n')}\r\n`);
    for (const head of [null, known])
      expect(await check(head)).toMatchObject({
        holds: false,
        version: 1,
        why: expect.stringMatching(/^line ends were changed, and nothing else/),
      });
    await writeFile(fileOf(folder), [...lines.slice(0, 2), `${lines[2]}\r`, `${lines[3]}\n`].join('\n'));
    expect(await check(null)).toMatchObject({ version: 3, why: expect.stringContaining('line ends were changed') });
    await writeFile(fileOf(folder), `${lines.join('\r\n')}\r\n`.replace('Evidence 2', 'Evidence 9'));
    expect(await check(null)).toMatchObject({ holds: false, why: expect.not.stringContaining('line ends') });
  });
});
