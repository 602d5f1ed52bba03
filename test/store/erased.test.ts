import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realFiles } from '../../src/store/files.ts';
import { Damaged } from '../../src/store/port.ts';
import { recordsIn } from '../../src/store/records-in-folder.ts';
import { verifyHistory } from '../../src/store/verify.ts';
import { draft, inspection, recorded } from './drafts.ts';
import { aFolder, bytesOf, fileOf, opened } from './opened.ts';
import { held, watchedFiles } from './watched-files.ts';

const everythingIn = async (folder: string): Promise<string> => {
  const files = (await readdir(folder, { withFileTypes: true })).filter((each) => each.isFile());
  return (await Promise.all(files.map(({ name }) => readFile(join(folder, name), 'latin1')))).join('\n');
};

describe('an erased entry', () => {
  it('[S8] leaves neither its text nor its salt in any file, and all other bytes as they were', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    await recorded(store, inspection, 2);
    await store.append(inspection, 2, draft(2, 'A text that must go'));
    await recorded(store, 'southmoor-2013-11-19', 1);
    await store.append(inspection, 3, draft(3));
    const before = (await bytesOf(folder)).toString().split('\n');
    const salt = /"salt":"([0-9a-f]{32})"/.exec(before[2] ?? '')?.[1] ?? 'no salt';
    expect(await everythingIn(folder)).toContain('must go');
    expect(await everythingIn(folder)).toContain(salt);

    await store.erase(inspection, 3);
    const after = (await bytesOf(folder)).toString().split('\n');
    expect(await everythingIn(folder)).not.toContain('must go');
    expect(await everythingIn(folder)).not.toContain(salt);
    expect(after.toSpliced(2, 1)).toEqual(before.toSpliced(2, 1));
    expect(after[2]).toBe(before[2]?.replace(/"salt":.*$/, '"salt":null,"body":null}'));
    expect(
      await verifyHistory({ inspection, lines: recordsIn(realFiles, folder).lines(inspection), known: [] }),
    ).toMatchObject({
      holds: true,
      head: { version: 4 },
      erased: 1,
    });
  });

  it('[S8] cannot be filled in again unnoticed, nor can its header be changed', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    await recorded(store, inspection, 2);
    const [before = '', second = ''] = (await bytesOf(folder)).toString().split('\n');
    await store.erase(inspection, 1);
    await store.close();
    const [erased = ''] = (await bytesOf(folder)).toString().split('\n');
    const [, ending = ''] = before.split(',"salt":');
    const other = ending.replace('Evidence 0', 'Evidence X');
    for (const forged of [
      erased.replace(/,"salt":.*$/, `,"salt":${other}`),
      erased.replace('"user":"U0"', '"user":"U9"'),
      erased.replace('"salt":null', '"salt":""'),
    ]) {
      await writeFile(fileOf(folder), `${forged}\n${second}\n`);
      const verdict = await verifyHistory({
        inspection,
        lines: recordsIn(realFiles, folder).lines(inspection),
        known: [],
      });
      expect(verdict).toMatchObject({ holds: false, version: 1 });
    }
  });

  it('[S8] is written anew beside the record, synced, and only then put in its place', async () => {
    const folder = await aFolder();
    const watched = watchedFiles();
    const { store } = await opened(folder, watched.files);
    await recorded(store, inspection, 3);
    watched.log.length = 0;
    await store.erase(inspection, 2);
    const file = `${inspection}.jsonl`;
    expect(watched.log.filter((line) => /^(write|sync|rename).* done$/.test(line))).toEqual([
      `write ${file}.rewriting done`,
      `sync ${file}.rewriting done`,
      `rename ${file} done`,
      'sync the folder done',
    ]);
  });

  it('[S8] waits for what is being written, and what comes after waits for it', async () => {
    const folder = await aFolder();
    const watched = watchedFiles();
    const { store } = await opened(folder, watched.files);
    await recorded(store, inspection, 2);
    const { reached, release } = held(watched, 'rename', `${inspection}.jsonl`);
    const erased = store.erase(inspection, 1);
    await reached;
    watched.log.length = 0;
    const appended = store.append(inspection, 2, draft(2));
    const read = store.read(inspection, 0);
    release();
    await erased;
    const entry = await appended;
    expect(watched.log[0]).toBe(`rename ${inspection}.jsonl done`);
    expect(await read).toMatchObject([{ events: null }, { header: { version: 2 } }, { hash: entry.hash }]);
  });

  it('[S8] never lets another record take the place of a damaged one', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    await recorded(store, inspection, 3);
    const shortened = (await bytesOf(folder)).toString().split('\n').slice(0, 2).join('\n');
    await writeFile(fileOf(folder), `${shortened}\n`);
    await expect(store.erase(inspection, 1)).rejects.toThrow('entry 3 is gone from the file');
    expect((await bytesOf(folder)).toString()).toBe(`${shortened}\n`);
    expect((await readdir(folder)).sort()).toEqual(['heads.log', `${inspection}.jsonl`, 'owner.json', 'owner.sock']);
    await expect(store.append(inspection, 3, draft(3))).rejects.toThrow(Damaged);
  });

  it('[S8] whose erasure was cut short is reported at the next start, and what was left of it removed', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    const entries = await recorded(store, inspection, 2);
    await store.close();
    await writeFile(`${fileOf(folder)}.rewriting`, 'half of a record');
    const { store: again, reported } = await opened(folder);
    expect(reported).toEqual([{ event: 'unfinished-file-removed', inspection }]);
    expect((await readdir(folder)).sort()).toEqual(['heads.log', `${inspection}.jsonl`, 'owner.json', 'owner.sock']);
    expect(await again.read(inspection, 0)).toEqual(entries);
  });
});
