import { randomBytes } from 'node:crypto';
import { copyFile, cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp } from '../../src/store/backing-up.ts';
import { backupsKnown } from '../../src/store/backups.ts';
import { type Files, realFiles } from '../../src/store/files.ts';
import { operationsIn } from '../../src/store/operations.ts';
import { recordsIn } from '../../src/store/records-in-folder.ts';
import { asked } from '../cli/asked.ts';
import { draft, inspection, recorded } from './drafts.ts';
import { aFolder, bytesOf, fileOf, opened } from './opened.ts';
import { watchedFiles } from './watched-files.ts';

const other = 'southport-2013-11-19';

/** Records more entries in both inspections; from nothing where there are none. Where they stood at the start is known, as the app notes it. */
const grown = async (folder: string, count: number): Promise<void> => {
  const { store } = await opened(folder);
  for (const name of [inspection, other]) {
    const { length } = await store.read(name, 0);
    for (let n = length; n < length + count; n += 1) {
      const { hash } = await store.append(name, n, draft(n));
      const known = { inspection: name, channel: null, first: hash, head: { version: 1, hash }, of: null };
      if (n === 0) await store.noteHeads([known]);
    }
  }
  await store.close();
};

const backedUp = (folder: string, to: string, files: Files = realFiles, noting = true) =>
  backUp({
    records: recordsIn(files, folder),
    files,
    to,
    random: randomBytes,
    at: new Date().toISOString(),
    note: async (act) => {
      if (noting) await act();
      return noting;
    },
  });

const restored = async (to: string): Promise<string> => {
  const folder = await aFolder();
  expect(await asked(['restore', to], { DATA_DIR: folder })).toMatchObject({ code: 0, complained: [] });
  return folder;
};

describe('a backup that is cut short', () => {
  it.each(['ENOSPC', 'EIO'])(
    '[BR3] at any step, by a disk that says %s from then on, leaves the one before whole',
    async (code) => {
      const [folder, to] = [await aFolder(), await aFolder()];
      await grown(folder, 3);
      await backedUp(folder, to);
      const before = await bytesOf(folder);
      await grown(folder, 2);
      for (let at = 1, done = false; !done; at += 1) {
        const place = await aFolder();
        await cp(to, place, { recursive: true });
        const watched = watchedFiles();
        let steps = 0;
        watched.fate = ({ operation, file }) => {
          if (file.startsWith('owner') || !['write', 'sync', 'rename', 'remove', 'makeFolder'].includes(operation))
            return 'goes ahead';
          steps += 1;
          return steps >= at ? { fails: code } : 'goes ahead';
        };
        done = await backedUp(folder, place, watched.files, false).then(
          () => true,
          (error) => {
            expect(error).toMatchObject({ code });
            return false;
          },
        );
        const found = await bytesOf(await restored(place));
        expect(found.subarray(0, before.length).equals(before)).toBe(true);
        if (!done) {
          // It is made by asking again, and keeps nothing of the one that was cut short.
          expect(await backedUp(folder, place)).toMatchObject({ broken: [] });
          expect((await readdir(place)).filter((name) => name.endsWith('.jsonl'))).toHaveLength(2);
        }
        expect(await bytesOf(await restored(place))).toEqual(await bytesOf(folder));
        expect(at).toBeLessThan(100);
      }
    },
  );

  it('[BR3] before there was one is made by asking again', async () => {
    const [folder, to] = [await aFolder(), await aFolder()];
    await grown(folder, 2);
    const watched = watchedFiles();
    watched.fate = ({ operation, file }) =>
      operation === 'rename' && file === 'backup.json' ? { fails: 'EIO' } : 'goes ahead';
    await expect(backedUp(folder, to, watched.files)).rejects.toThrow('EIO');
    expect((await asked(['restore', to, '--to', await aFolder()])).complained[0]).toContain('There is no backup in');
    await backedUp(folder, to);
    await restored(to);
  });
});

describe('a record that does not hold', () => {
  const spoilt = async (folder: string): Promise<void> => {
    const bytes = await readFile(fileOf(folder), 'utf8');
    await writeFile(fileOf(folder), bytes.replace('Evidence 1', 'Evidence 7'));
  };

  it('[BR4] is said by name and not copied, its copy from before stays, and the others are backed up', async () => {
    const [folder, to] = [await aFolder(), await aFolder()];
    await grown(folder, 3);
    await backedUp(folder, to);
    const good = await bytesOf(folder);
    await grown(folder, 1);
    await spoilt(folder);
    const { code, printed } = await asked(['backup', '--to', to], { DATA_DIR: folder });
    expect({ code, printed }).toEqual({
      code: 1,
      printed: [
        `2 records are in ${to}: 1 copied, the others as they were.`,
        `${inspection} does not hold, so it is not copied: the text of entry 2 is not what was recorded. Its copy from before stays, until it is put right or accepted.`,
      ],
    });
    const into = await aFolder();
    await asked(['restore', to], { DATA_DIR: into });
    expect(await bytesOf(into)).toEqual(good);
    expect(await bytesOf(into, other)).toEqual(await bytesOf(folder, other));
  });

  it('[BR4] of which more was known than its copy has is closed by name once it is restored', async () => {
    const [folder, to] = [await aFolder(), await aFolder()];
    await grown(folder, 3);
    await backedUp(folder, to);
    await grown(folder, 1);
    await backedUp(folder, await aFolder());
    await rm(fileOf(folder));
    expect((await backedUp(folder, to)).broken).toMatchObject([{ inspection, why: 'its file is missing', kept: true }]);
    const into = await aFolder();
    const { code, printed } = await asked(['restore', to], { DATA_DIR: into });
    expect(code).toBe(1);
    expect(printed.join('\n')).toContain(`${inspection}: does not hold: entry 4 is gone`);
    await asked(['accept', inspection], { DATA_DIR: into });
    expect((await asked(['verify'], { DATA_DIR: into })).printed).toContainEqual(
      expect.stringContaining(`${inspection}: 3 entries hold`),
    );
  });

  it('[BR4] is kept from before also where nothing is known of it but that', async () => {
    const [folder, to] = [await aFolder(), await aFolder()];
    await grown(folder, 3);
    await backedUp(folder, to);
    await rm(join(folder, 'heads.log'));
    await spoilt(folder);
    expect((await backedUp(folder, to)).broken).toMatchObject([{ inspection, kept: true }]);
  });

  it.each([true, false])(
    '[BR4] because it lost its last entries does not take the place of its copy (heads noted: %s)',
    async (noting) => {
      const [folder, to] = [await aFolder(), await aFolder()];
      await grown(folder, 3);
      const end = (await bytesOf(folder)).length;
      await grown(folder, 2);
      const whole = await bytesOf(folder);
      await backedUp(folder, to, realFiles, noting);
      await truncate(fileOf(folder), end);
      const { broken } = await backedUp(folder, to, realFiles, noting);
      expect(broken).toMatchObject([{ why: expect.stringContaining('entry 4 is gone'), kept: true }]);
      expect(await bytesOf(await restored(to))).toEqual(whole);
      // Accepted as it is, it does.
      await asked(['accept', inspection], { DATA_DIR: folder });
      expect((await backedUp(folder, to, realFiles, noting)).broken).toEqual([]);
      expect((await bytesOf(await restored(to))).length).toBe(end);
    },
  );

  it('[BR4] in the backup itself is copied again', async () => {
    const [folder, to] = [await aFolder(), await aFolder()];
    await grown(folder, 3);
    await backedUp(folder, to);
    const [copy = ''] = (await readdir(to)).filter((name) => name.startsWith(inspection));
    await truncate(join(to, copy), 100);
    expect(await backedUp(folder, to)).toMatchObject({ copied: 1 });
    expect(await bytesOf(await restored(to))).toEqual(await bytesOf(folder));
  });
});

describe('a folder that is to take a backup', () => {
  const refused = async (folder: string, to: string): Promise<string> => {
    const { code, complained } = await asked(['backup', '--to', to], { DATA_DIR: folder });
    expect(code).toBeGreaterThan(0);
    return complained.join('\n');
  };

  it('[BR10] is refused within the folder of the records, where it holds something else, and where it is a data folder', async () => {
    const [folder, elsewhere, export_] = [await aFolder(), await aFolder(), await aFolder()];
    await grown(folder, 1);
    await grown(elsewhere, 1);
    await writeFile(join(export_, 'README.txt'), '');
    expect(await refused(folder, folder)).toContain('is in the folder of the records itself');
    expect(await refused(folder, join(folder, 'a/b'))).toContain('is in the folder of the records itself');
    expect(await refused(folder, elsewhere)).toContain('which is of no backup');
    expect(await refused(folder, export_)).toContain('holds README.txt, which is of no backup');
    expect(await readdir(export_)).toEqual(['README.txt']);
  });

  it('[BR10] is refused with the backup of other records, also where those here began anew because they were lost', async () => {
    const [folder, to] = [await aFolder(), await aFolder()];
    await grown(folder, 2);
    await backedUp(folder, to);
    const before = await readdir(to);
    const [empty, begun] = [await aFolder(), await aFolder()];
    const { store } = await opened(begun);
    await store.append(inspection, 0, draft(5));
    await store.close();
    for (const each of [empty, begun])
      expect(await refused(each, to)).toContain(`${to} holds ${inspection}, which is not known in ${each}`);
    expect(await readdir(to)).toEqual(before);
    // Whoever erases or deletes there does not tell the backup of others.
    expect(await backupsKnown(realFiles, await operationsIn(realFiles, begun))).toEqual([]);
    await restored(to);
  });

  it('[BR10] takes another record in the place of one that was lost, once that is accepted', async () => {
    const [folder, elsewhere, to] = [await aFolder(), await aFolder(), await aFolder()];
    await grown(folder, 2);
    await backedUp(folder, to);
    const { store } = await opened(elsewhere);
    await store.append(inspection, 0, draft(5));
    await store.close();
    await copyFile(fileOf(elsewhere), fileOf(folder));
    expect((await backedUp(folder, to)).broken).toMatchObject([{ why: expect.stringContaining('gone'), kept: true }]);
    await asked(['accept', inspection], { DATA_DIR: folder });
    expect(await backedUp(folder, to)).toMatchObject({ copied: 1, broken: [] });
    expect(await bytesOf(await restored(to))).toEqual(await bytesOf(elsewhere));
  });

  it('[BR10] is refused where another backup into it is under way, or its backup.json is of another version', async () => {
    const [folder, to] = [await aFolder(), await aFolder()];
    await grown(folder, 1);
    await backedUp(folder, to);
    const { store } = await opened(to);
    expect(await refused(folder, to)).toMatch(new RegExp(`in use by process ${process.pid}|holds heads.log`));
    await store.close();
    await rm(join(to, 'heads.log'));
    const manifest = JSON.parse(await readFile(join(to, 'backup.json'), 'utf8'));
    await writeFile(join(to, 'backup.json'), JSON.stringify({ ...manifest, format: 2 }));
    expect(await refused(folder, to)).toContain('is not as this version of Fortnight writes it');
  });
});

describe('the backups that are known', () => {
  it('[BR12] are those that were ever begun, with when each was last made, also where it can’t be reached', async () => {
    const [folder, one, two] = [await aFolder(), await aFolder(), await aFolder()];
    await grown(folder, 1);
    for (const to of [one, two, one]) await asked(['backup', '--to', to], { DATA_DIR: folder });
    const { at } = JSON.parse(await readFile(join(one, 'backup.json'), 'utf8'));
    await rm(join(two, 'backup.json'));
    expect(await backupsKnown(realFiles, await operationsIn(realFiles, folder))).toEqual([
      { to: one, at, backup: expect.objectContaining({ at }) },
      { to: two, at: expect.stringMatching(/^\d{4}-/), backup: null },
    ]);
    const log = await readFile(join(folder, 'operations.log'), 'utf8');
    // One made each hour is noted once a day.
    expect(log.trim().split('\n')).toHaveLength(4);
  });
});

describe('restoring', () => {
  const aBackup = async () => {
    const [folder, to] = [await aFolder(), await aFolder()];
    await grown(folder, 3);
    await backedUp(folder, to);
    return { folder, to };
  };

  it('[BR6] is refused into a folder that holds anything, or knows of a record', async () => {
    const { folder, to } = await aBackup();
    const strange = await aFolder();
    await writeFile(join(strange, 'letter.txt'), 'Dear');
    const knowing = await aFolder();
    await copyFile(join(folder, 'heads.log'), join(knowing, 'heads.log'));
    for (const into of [folder, strange, knowing]) {
      const before = await readdir(into);
      const { code, complained } = await asked(['restore', to], { DATA_DIR: into });
      expect(code).toBe(1);
      expect(complained[0]).toContain('is not empty');
      expect((await readdir(into)).sort()).toEqual([...new Set([...before, 'heads.log'])].sort());
    }
  });

  it('[BR6] is refused whole where a copy is not what the backup says, by name, and done without it where that is said', async () => {
    const { folder, to } = await aBackup();
    const [copy = ''] = (await readdir(to)).filter((name) => name.startsWith(inspection));
    const bytes = await readFile(join(to, copy));
    const spoilings: [string, () => Promise<void>][] = [
      ['is missing', () => rm(join(to, copy))],
      ['was changed', async () => writeFile(join(to, copy), bytes.subarray(0, bytes.indexOf('\n') + 1))],
      [
        'the text of entry 2',
        async () => writeFile(join(to, copy), bytes.toString().replace('Evidence 1', 'Evidence 9')),
      ],
    ];
    for (const [why, spoil] of spoilings) {
      await spoil();
      const into = await aFolder();
      const { code, complained } = await asked(['restore', to], { DATA_DIR: into });
      expect(code).toBe(1);
      expect(complained[0]).toMatch(new RegExp(`nothing is restored:\n  ${inspection}: .*${why}`));
      expect(await readdir(into)).toEqual(['heads.log']);
      const without = await asked(['restore', to, '--without', inspection], { DATA_DIR: into });
      expect(without.printed.join('\n')).toContain(`${inspection}: does not hold: its file is missing`);
      expect(await bytesOf(into, other)).toEqual(await bytesOf(folder, other));
    }
  });

  it('[BR6] says what is wrong where there is no backup, or no such record in it', async () => {
    const { to } = await aBackup();
    const into = { DATA_DIR: await aFolder() };
    expect((await asked(['restore', await aFolder()], into)).complained[0]).toContain('There is no backup in');
    expect((await asked(['restore', join(to, 'backup.json')], into)).complained[0]).toContain('Not all is restored');
    expect((await asked(['restore', to, '--without', 'nowhere-2013-11-19'], into)).code).toBe(2);
    expect((await asked(['restore'], into)).code).toBe(2);
  });

  it('[BR6] that was cut short is finished by asking again: before and after all was ready', async () => {
    const { folder, to } = await aBackup();
    const into = await aFolder();
    await cp(to, join(into, 'restoring'), { recursive: true });
    await asked(['restore', to], { DATA_DIR: into });
    const names = await readdir(into);
    expect(await bytesOf(into)).toEqual(await bytesOf(folder));
    // As it stands when the second of two records is not in its place yet.
    await cp(into, join(`${into}-whole`, 'restored'), { recursive: true });
    await rm(join(`${into}-whole`, 'restored', `${inspection}.jsonl`));
    await copyFile(fileOf(into), fileOf(`${into}-whole`));
    await copyFile(join(into, 'heads.log'), join(`${into}-whole`, 'heads.log'));
    expect((await asked(['verify'], { DATA_DIR: `${into}-whole` })).printed.join('\n')).toContain(
      `${other}: does not hold: its file is missing`,
    );
    expect((await asked(['restore', to], { DATA_DIR: `${into}-whole` })).code).toBe(0);
    expect((await readdir(`${into}-whole`)).sort()).toEqual(names.sort());
    await rm(`${into}-whole`, { recursive: true });
  });
});

describe('a backup beside an app that records', () => {
  it('[BR11] never knows of more than it holds, whenever it is made', async () => {
    const [folder, to] = [await aFolder(), await aFolder()];
    const { store } = await opened(folder);
    await recorded(store, inspection, 1);
    let stop = false;
    const recording = (async () => {
      for (let n = 1; !stop; n += 1) {
        const entry = await store.append(inspection, n, draft(n));
        const head = { version: n + 1, hash: entry.hash };
        const [first] = await store.read(inspection, 0);
        await store.noteHeads([{ inspection, channel: null, first: first?.hash ?? '', head, of: null }]);
      }
    })();
    for (let n = 0; n < 20; n += 1) {
      expect((await backedUp(folder, to)).broken).toEqual([]);
      await restored(to);
    }
    stop = true;
    await recording;
  });
});
