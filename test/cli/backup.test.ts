import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { confided, northmoor, openedIn, recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { evidence } from '../support/sent.ts';
import { asked } from './asked.ts';

let data: string;
let to: string;
beforeEach(async () => {
  [data, to] = [await aFolder(), join(await aFolder(), 'backup')];
  await recordedIn(data, { restricted: true });
});

const restricted = `${northmoor}.restricted`;
const backedUp = (...args: string[]) => asked(['backup', '--to', to, ...args], { DATA_DIR: data });
const restored = (into: string, ...args: string[]) => asked(['restore', to, ...args], { DATA_DIR: into });
const bytes = (folder: string, history = northmoor) => readFile(join(folder, `${history}.jsonl`), 'utf8');
const copies = async () => (await readdir(to)).filter((name) => name.endsWith('.jsonl')).sort();
const manifest = async () => JSON.parse(await readFile(join(to, 'backup.json'), 'utf8'));

const later = { person: { team: 'TFORT', user: 'UANA' }, at: '2013-12-20T09:00:00.000Z' };
let requests = 0;
/** Somebody records more in a signed-off inspection that is opened again. */
const recordedSince = async (text: string): Promise<void> => {
  const { inspections } = await openedIn(data);
  for (const command of [{ type: 'Reopen', reason: 'A late complaint' }, evidence({ text })]) {
    requests += 1;
    await inspections.record(northmoor, command, { ...later, request: `since ${requests}` });
  }
  await inspections.close();
};

describe('a backup', () => {
  it('[BR1] has every record to the letter, what is restricted too, and says where each stands', async () => {
    const { code, printed } = await backedUp();
    expect({ code, printed }).toEqual({
      code: 0,
      printed: [`2 records are in ${to}: 2 copied.`],
    });
    const { records } = await manifest();
    for (const [at, history] of [northmoor, restricted].entries()) {
      const [copy = ''] = (await copies()).filter(
        (name) => name.startsWith(`${history}.`) && !(at === 0 && name.includes('restricted')),
      );
      expect(await readFile(join(to, copy), 'utf8')).toBe(await bytes(data, history));
      const last = JSON.parse((await bytes(data, history)).trimEnd().split('\n').at(-1) ?? '');
      expect(records[at]).toMatchObject({ inspection: history, copy: { head: { hash: last.hash } } });
    }
    for (const name of await readdir(to)) expect((await stat(join(to, name))).mode & 0o777).toBe(0o600);
    expect((await stat(to)).mode & 0o777).toBe(0o700);
  });

  it('[BR2] made again leaves what did not change, copies what did, and keeps nothing that no longer counts', async () => {
    await backedUp();
    const before = await copies();
    expect((await backedUp()).printed[0]).toContain('0 copied');
    expect(await copies()).toEqual(before);
    await recordedSince('A late word');
    expect((await backedUp()).printed[0]).toContain('2 records');
    expect((await backedUp()).printed[0]).toContain('0 copied');
    const after = await copies();
    expect(after).toHaveLength(2);
    expect(after.filter((name) => before.includes(name))).toEqual([expect.stringContaining('.restricted.')]);
  });

  it('[BR5] restored is what was lost: every byte, known as it was, and the app goes on with it', async () => {
    await backedUp();
    const [own, half] = [await bytes(data), await bytes(data, restricted)];
    await rm(data, { recursive: true });
    const { code, printed } = await restored(data);
    expect(printed.slice(1)).toEqual([
      expect.stringContaining(`${northmoor}: `),
      expect.stringContaining(`${restricted}: `),
    ]);
    expect(code).toBe(0);
    expect([await bytes(data), await bytes(data, restricted)]).toEqual([own, half]);
    expect((await asked(['verify'], { DATA_DIR: data })).code).toBe(0);
    await recordedSince('After it was restored');
    expect((await backedUp()).code).toBe(0);
    expect((await readdir(data)).sort()).toEqual(
      ['heads.log', `${northmoor}.jsonl`, `${restricted}.jsonl`, 'operations.log'].sort(),
    );
    // What is missing from now on is missed.
    await rm(join(data, `${northmoor}.jsonl`));
    expect((await asked(['verify'], { DATA_DIR: data })).printed.join('\n')).toContain('its file is missing');
  });
});

describe('what is erased or deleted after a backup', () => {
  const words = 'Seen in help-and-protection';
  const erased = (item = 'E-001') =>
    asked(['erase', northmoor, item, '--reason', 'the retention date has passed'], { DATA_DIR: data });

  it('[BR7] is named with the backup that still has the words, and is gone from it when that is made again', async () => {
    await backedUp();
    expect((await erased()).printed.at(-1)).toBe(
      `The backup in ${to} still holds it, until it is made again: npm run -s fortnight -- backup --to ${to}`,
    );
    await backedUp();
    for (const name of await readdir(to)) expect(await readFile(join(to, name), 'utf8')).not.toContain(words);
    expect((await erased()).printed.join('\n')).not.toContain('The backup');
  });

  it('[BR8] does not come back from a backup made before: the record says that it was erased', async () => {
    await backedUp();
    await erased();
    await rm(data, { recursive: true });
    const { code, printed } = await restored(data);
    expect(code).toBe(0);
    expect(printed.join('\n')).toContain(`E-001 of ${northmoor} was erased since, and is erased here too.`);
    expect(await bytes(data)).not.toContain(words);
    const { inspections } = await openedIn(data);
    expect((await inspections.of(northmoor)).erasedItems.has('E-001')).toBe(true);
    await inspections.close();
  });

  it('[BR8] does not come back where something restricted was erased', async () => {
    await backedUp();
    const item = /W-[0-9A-Z]{4}/.exec(await bytes(data, restricted))?.[0] ?? '';
    await erased(item);
    await rm(data, { recursive: true });
    expect((await restored(data)).code).toBe(0);
    expect(await bytes(data, restricted)).not.toContain(confided);
  });

  it('[BR8] is known from another backup, or from the operations.log that was left, where that one could not be reached', async () => {
    await backedUp();
    const other = await aFolder();
    await asked(['backup', '--to', other], { DATA_DIR: data });
    const hidden = `${to}-away`;
    await rename(to, hidden);
    expect((await erased()).printed.join('\n')).toContain(`The backup in ${to} could not be told of it`);
    const left = await readFile(join(data, 'operations.log'));
    await rename(hidden, to);
    for (const way of ['log', 'other']) {
      const into = await aFolder();
      if (way === 'log') await writeFile(join(into, 'operations.log'), left);
      else
        await writeFile(join(to, 'operations.log'), `${JSON.stringify({ at: 'x', did: 'backup', to: other })}\n`, {
          flag: 'a',
        });
      const { code, printed } = await restored(into);
      expect(code).toBe(0);
      expect(printed.filter((line) => line.includes('is erased here too'))).toHaveLength(1);
      expect(await bytes(into)).not.toContain(words);
    }
  });

  it('[BR9] a deleted record is named with the backup that holds it, and is not restored from it', async () => {
    const out = await aFolder();
    await asked(['export', northmoor, '--to', out, '--restricted'], { DATA_DIR: data });
    await backedUp();
    const gone = await asked(['delete', northmoor, '--exported', out, '--confirm', northmoor, '--confirm', northmoor], {
      DATA_DIR: data,
    });
    expect(gone.printed.at(-1)).toContain(`The backup in ${to} still holds it`);
    const into = await aFolder();
    expect((await restored(into)).printed.join('\n')).toMatch(
      /was deleted, or accepted as gone, on \d{4}-\d\d-\d\d, and is not restored/,
    );
    expect((await readdir(into)).filter((name) => name.endsWith('.jsonl'))).toEqual([]);
    await backedUp();
    expect(await copies()).toEqual([]);
  });

  it('[BR9] a record that was deleted, taken in again and then backed up is restored', async () => {
    const out = await aFolder();
    await asked(['export', northmoor, '--to', out, '--restricted'], { DATA_DIR: data });
    await backedUp();
    await asked(['delete', northmoor, '--exported', out, '--confirm', northmoor, '--confirm', northmoor], {
      DATA_DIR: data,
    });
    await asked(['import', out], { DATA_DIR: data });
    expect((await backedUp()).code).toBe(0);
    const into = await aFolder();
    expect((await restored(into)).code).toBe(0);
    expect(await bytes(into)).toBe(await bytes(data));
  });
});
