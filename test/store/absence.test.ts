import { appendFile, cp, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realFiles } from '../../src/store/files.ts';
import { readHeads } from '../../src/store/heads.ts';
import { Damaged, type KnownHead, type Store } from '../../src/store/port.ts';
import { recordsIn } from '../../src/store/records-in-folder.ts';
import { verifyRecords } from '../../src/store/verify-records.ts';
import { asked } from '../cli/asked.ts';
import { absent } from '../crashlab/absent.ts';
import { oursNoting } from '../crashlab/ours.ts';
import { powerCuts } from '../crashlab/power-cut.ts';
import { isClean } from '../crashlab/tally.ts';
import { asWell } from '../crashlab/trial.ts';
import { draft, inspection, recorded } from './drafts.ts';
import { aFolder, bytesOf, fileOf, opened } from './opened.ts';

const headOf = async (store: Store, name = inspection): Promise<KnownHead> => {
  const entries = await store.read(name, 0);
  const last = entries.at(-1);
  return {
    inspection: name,
    channel: { team: 'T0NORTH', id: 'CTEAM' },
    first: entries[0]?.hash ?? '',
    head: { version: last?.header.version ?? 0, hash: last?.hash ?? '' },
    of: null,
  };
};

/** A record of three entries, of which the second or all were noted, in a closed store. */
const aKnownRecord = async (noted = 3): Promise<{ folder: string; ends: number[] }> => {
  const folder = await aFolder();
  const { store } = await opened(folder);
  const ends: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    await store.append(inspection, n, draft(n));
    ends.push((await bytesOf(folder)).length);
    if (n + 1 === noted) await store.noteHeads([await headOf(store)]);
  }
  await store.close();
  return { folder, ends };
};

const verdicts = async (folder: string): Promise<string[]> => {
  const said: string[] = [];
  await verifyRecords({ records: recordsIn(realFiles, folder), only: null, whyClosed: () => undefined }, (verdict) =>
    said.push(`${verdict.inspection}: ${verdict.holds ? 'holds' : verdict.why}`),
  );
  return said;
};

describe('a record that is not what it was known to be', () => {
  const ways: { what: string; do: (folder: string, ends: number[]) => Promise<unknown>; why: RegExp }[] = [
    { what: 'removed', do: (folder) => rm(fileOf(folder)), why: /its file is missing/ },
    { what: 'emptied', do: (folder) => truncate(fileOf(folder)), why: /its file is empty/ },
    {
      what: 'moved',
      do: (folder) => rename(fileOf(folder), join(folder, 'old.jsonl.bak')),
      why: /its file is missing/,
    },
    {
      what: 'cut at the end of a line',
      do: (folder, ends) => truncate(fileOf(folder), ends[1]),
      why: /entry 3 is gone: the record ends at entry 2, and once had 3/,
    },
    {
      what: 'cut in the middle of a line',
      do: (folder, ends) => truncate(fileOf(folder), (ends[1] ?? 0) + 7),
      why: /entry 3 is gone: the record ends at entry 2, and once had 3/,
    },
    {
      what: 'cut within its first line',
      do: (folder) => truncate(fileOf(folder), 20),
      why: /its file holds no whole entry/,
    },
  ];

  it.each(ways)('[NM1] because it was $what is closed by name, whatever is asked of it', async (way) => {
    const { folder, ends } = await aKnownRecord();
    await way.do(folder, ends);
    const before = await readFile(fileOf(folder)).catch(() => null);
    const { store, reported } = await opened(folder);
    expect(await store.list(({ damage, known }) => ({ damage, channel: known?.channel?.id }))).toEqual([
      { damage: expect.stringMatching(way.why), channel: 'CTEAM' },
    ]);
    await expect(store.read(inspection, 0)).rejects.toThrow(way.why);
    await expect(store.append(inspection, 0, draft(0))).rejects.toThrow(Damaged);
    await expect(store.copy(inspection).then((copy) => copy?.head.version ?? 'none')).rejects.toThrow(Damaged);
    expect(reported).toContainEqual({ event: 'closed', inspection, reason: expect.stringMatching(way.why) });
    await store.close();
    expect(await verdicts(folder)).toEqual([expect.stringMatching(way.why)]);
    // Its file is left as it is.
    expect(await readFile(fileOf(folder)).catch(() => null)).toEqual(before);
  });

  it('[NM1] is closed too where another record was put in its place, or it went another way', async () => {
    const { folder, ends } = await aKnownRecord(2);
    const other = await opened(await aFolder());
    await recorded(other.store, inspection, 3);
    await writeFile(fileOf(folder), await bytesOf(other.store ? await aCopyOf(other.store) : folder));
    await expect((await opened(folder)).store.read(inspection, 0)).rejects.toThrow(/entry 2 is another than it was/);
    expect(ends).toHaveLength(3);
  });

  it('[NM1] goes on where it is longer than what was known, or exactly that', async () => {
    for (const noted of [1, 2, 3]) {
      const { folder } = await aKnownRecord(noted);
      const { store } = await opened(folder);
      expect(await store.list(({ damage }) => damage)).toEqual([undefined]);
      expect(await store.read(inspection, 0)).toHaveLength(3);
      expect((await store.append(inspection, 3, draft(3))).header.version).toBe(4);
    }
  });

  it('[NM1] an empty file of a time when nothing was known beside it stays damage at every start', async () => {
    const folder = await aFolder();
    await writeFile(fileOf(folder), '');
    for (let start = 0; start < 2; start += 1) {
      const { store } = await opened(folder);
      await expect(store.read(inspection, 0)).rejects.toThrow('its file is empty');
      await store.close();
    }
  });

  it('[NM1] a start that was cut short before anything was acknowledged is no record, and no damage', async () => {
    const folder = await aFolder();
    await (await opened(folder)).store.close();
    await writeFile(fileOf(folder), '');
    const { store, reported } = await opened(folder);
    expect(await store.list((each) => each)).toEqual([]);
    expect(reported).toEqual([]);
    expect(await store.idsGiven()).toEqual(new Set([inspection]));
  });
});

/** A folder with what that store holds. */
const aCopyOf = async (
  store: Store & { copy(name: string): Promise<{ bytes: Uint8Array } | null> },
): Promise<string> => {
  const folder = await aFolder();
  await writeFile(fileOf(folder), (await store.copy(inspection))?.bytes ?? '');
  return folder;
};

describe('what is known of where records stand', () => {
  it('[NM2] is on stable storage when it is noted, once, and read again at the next start', async () => {
    const { folder } = await aKnownRecord(2);
    const { store } = await opened(folder);
    await store.noteHeads([await headOf(store)]);
    await store.noteHeads([await headOf(store)]);
    await store.close();
    const lines = (await readFile(join(folder, 'heads.log'), 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).version)).toEqual([2, 3]);
    expect((await readHeads(realFiles, folder)).known.get(inspection)?.head.version).toBe(3);
  });

  it('[NM2] is not lost to a line that was cut short before it', async () => {
    const { folder } = await aKnownRecord(2);
    await appendFile(join(folder, 'heads.log'), '{"inspection":"northm');
    const { store } = await opened(folder);
    await store.noteHeads([await headOf(store)]);
    await store.close();
    expect((await readHeads(realFiles, folder)).known.get(inspection)?.head.version).toBe(3);
  });

  it('[NM2] of a record that ends earlier is never taken back by noting where that ends', async () => {
    const { folder, ends } = await aKnownRecord();
    const { store } = await opened(folder);
    const head = await headOf(store);
    await store.close();
    await truncate(fileOf(folder), ends[0]);
    const { store: again } = await opened(folder);
    await again.noteHeads([{ ...head, head: { version: 1, hash: head.first } }]);
    await again.close();
    await expect((await opened(folder)).store.read(inspection, 0)).rejects.toThrow('once had 3');
  });

  it.each([
    ['a record', `${inspection}.jsonl`, ''],
    ['a restricted one', `${inspection}.restricted.jsonl`, ''],
    ['one that was being taken in', `${inspection}.jsonl.placing.bak`, ''],
    ['one that was put away', `${inspection}.restricted.jsonl.gone`, ''],
    ['a line of what was done', 'operations.log', `{"at":"x","did":"delete","inspection":"${inspection}"}\n`],
    ['a line of what is gone', 'heads.log', `{"inspection":"${inspection}","gone":true}\n`],
  ])('[NM3] an id that %s had counts as given', async (_, name, content) => {
    const folder = await aFolder();
    await writeFile(join(folder, name), content);
    expect(await (await opened(folder)).store.idsGiven()).toEqual(new Set([inspection]));
  });
});

describe('in the model of a disk', () => {
  it('[NM1] no record that is less than it was known to be is taken for whole', async () => {
    const tally = await absent(oursNoting);
    expect(tally).toMatchObject({ silent: 0, first: null });
    expect(tally.states).toBeGreaterThan(1000);
  }, 60_000);

  it('[NM2] nothing that is noted closes a record that holds, whenever the power fails', async () => {
    expect(isClean(await powerCuts({ ...oursNoting, apart: 97 }, asWell, 'the power fails'))).toBe(true);
  }, 60_000);
});

describe('a whole folder', () => {
  it('[NM1] that was put back whole from an older copy holds, also at another place', async () => {
    const { folder } = await aKnownRecord();
    const copy = await aFolder();
    await cp(folder, copy, { recursive: true });
    const { store } = await opened(folder);
    await store.append(inspection, 3, draft(3));
    await store.close();
    expect(await verdicts(copy)).toEqual([`${inspection}: holds`]);
    await symlink(copy, `${copy}-link`);
    const { store: restored } = await opened(`${copy}-link`);
    expect(await restored.read(inspection, 0)).toHaveLength(3);
    await rm(`${copy}-link`);
  });
});

describe('a record in whose place another is accepted', () => {
  it('[NM4] [NM7] leaves what is restricted to the record that it belongs to, also where only its head says to which', async () => {
    const folder = await aFolder();
    const half = `${inspection}.restricted`;
    const { store } = await opened(folder);
    await recorded(store, inspection, 1);
    // As an earlier version wrote it: its first entry does not say what it belongs to.
    await store.append(half, 0, draft(0));
    const own = await headOf(store);
    await store.noteHeads([own, { ...(await headOf(store, half)), channel: null, of: own.first }]);
    await store.close();

    const other = await opened(await aFolder());
    await recorded(other.store, inspection, 2);
    await writeFile(fileOf(folder), await bytesOf(await aCopyOf(other.store)));
    expect((await asked(['accept', inspection], { DATA_DIR: folder })).code).toBe(0);
    const { known } = await readHeads(realFiles, folder);
    expect(known.get(inspection)?.first).not.toBe(own.first);
    expect(known.get(half)?.of).toBe(own.first);
    expect(await verdicts(folder)).toEqual([
      `${inspection}: holds`,
      `${half}: it belongs to another record of that name`,
    ]);
  });
});
