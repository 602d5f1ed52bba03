import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeExport } from '../../src/cli/export-folder.ts';
import { type Files, realFiles } from '../../src/store/files.ts';
import { confided, northmoor, openedIn, recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { filesBelow } from '../support/files.ts';
import { wordsIn } from '../support/office.ts';
import { asked } from './asked.ts';

let data: string;
let above: string;
let to: string;
beforeEach(async () => {
  data = await aFolder();
  above = await aFolder();
  to = join(above, 'taken-out');
});

const taken = (...options: string[]) => asked(['export', northmoor, '--to', to, ...options], { DATA_DIR: data });

/** Everything in a folder: each file's name and bytes. */
const contents = async (folder: string): Promise<Record<string, string>> => {
  const names = filesBelow(folder).sort();
  const all = names.map(async (name) => [relative(folder, name), await readFile(name, 'latin1')] as const);
  return Object.fromEntries(await Promise.all(all));
};

describe('taking an inspection out', () => {
  it('[V1] gives the record to the letter, a copy to read, the framework, what was posted, and how to check it', async () => {
    await recordedIn(data, { restricted: false });
    const { code, printed } = await taken('--format', 'json');
    expect(code).toBe(0);
    expect(printed[0]).toMatch(/^northmoor-2013-11-19 is in .*: \d+ entries, head \d+:[0-9a-f]{64}$/);
    const all = await contents(to);
    expect(Object.keys(all)).toEqual([
      'README.txt',
      'framework.json',
      `${northmoor}.docx`,
      `${northmoor}.jsonl`,
      `${northmoor}.md`,
      `${northmoor}.xlsx`,
      'postings/001-summary-20.txt',
      'verify.mjs',
    ]);
    expect(all[`${northmoor}.jsonl`]).toBe(await readFile(join(data, `${northmoor}.jsonl`), 'latin1'));
    expect(all['postings/001-summary-20.txt']).toBe('What was posted\n```\nto the letter');
    expect(JSON.parse(all['framework.json'] ?? '')).toMatchObject({ id: 'sif-2013' });
    expect(all['README.txt']).toContain(printed[0]?.match(/\d+:[0-9a-f]{64}/)?.[0]);
  });

  it('[V2] gives the same bytes of the same record, whenever it is asked', async () => {
    await recordedIn(data, { restricted: true });
    await taken('--restricted');
    const first = await contents(to);
    to = join(above, 'once-more');
    await taken('--restricted');
    expect(await contents(to)).toEqual(first);
  });

  it('[V3] leaves no trace of what is restricted, unless it is asked for', async () => {
    await recordedIn(data, { restricted: true });
    const { printed, complained } = await taken();
    const all = await contents(to);
    const within = Object.entries(all).flatMap(([name, bytes]) => [name, wordsIn(name, Buffer.from(bytes, 'latin1'))]);
    const said = [...printed, ...complained, ...within].join('\n');
    expect(said).not.toMatch(/restricted|whistleblower|W-7K2Q/i);
    expect(said).not.toContain(confided);
    to = join(above, 'all-of-it');
    const { printed: told } = await taken('--restricted');
    expect(told.join('\n')).toContain('restricted');
    const more = await contents(to);
    expect(more[`${northmoor}.restricted.jsonl`]).toBe(
      await readFile(join(data, `${northmoor}.restricted.jsonl`), 'latin1'),
    );
    for (const form of ['md', 'docx', 'xlsx']) {
      const name = `${northmoor}.restricted.${form}`;
      expect(wordsIn(name, Buffer.from(more[name] ?? '', 'latin1'))).toContain(confided);
      expect(more[`${northmoor}.${form}`]).toBe(all[`${northmoor}.${form}`]);
    }
  });

  it('[V3] says where there is nothing restricted to go with it', async () => {
    await recordedIn(data, { restricted: false });
    const { code, printed } = await taken('--restricted');
    expect(code).toBe(0);
    expect(printed).toContain('There is no restricted record.');
    expect(Object.keys(await contents(to)).join()).not.toContain('restricted');
  });

  it('[V6] needs no stopped app, and leaves it the owner of its folder', async () => {
    await recordedIn(data, { restricted: false });
    const { inspections } = await openedIn(data);
    const owner = await readFile(join(data, 'owner.json'), 'utf8');
    expect((await taken()).code).toBe(0);
    expect(await readFile(join(data, 'owner.json'), 'utf8')).toBe(owner);
    await inspections.close();
  });

  it('[V7] writes into no folder that holds something, and names it', async () => {
    await recordedIn(data, { restricted: false });
    await mkdir(to);
    expect((await taken()).code).toBe(0);
    await writeFile(join(to, 'framework.json'), 'mine');
    const { code, complained } = await taken();
    expect(code).toBe(1);
    expect(complained[0]).toContain(`${to} is not empty`);
    expect(await readFile(join(to, 'framework.json'), 'utf8')).toBe('mine');
    to = join(to, 'framework.json');
    expect((await taken()).complained[0]).toContain('is a file');
  });

  it('[V7] leaves nothing under the name asked for when it is cut short, at whatever step', async () => {
    const reports = [
      { name: 'README.txt', content: 'read' },
      { name: 'postings/001.txt', content: 'posted' },
    ];
    let left = 0;
    /** Real files until the steps are used up; then the disk takes nothing more. */
    const stopping = (): Files => {
      const counted = Object.entries(realFiles).map(([name, act]) => [
        name,
        typeof act === 'function' && ['open', 'write', 'sync', 'makeFolder', 'rename'].includes(name)
          ? (...args: never[]) => {
              if (left === 0) return Promise.reject(Object.assign(new Error('The disk stopped'), { code: 'EIO' }));
              left -= 1;
              return (act as (...given: never[]) => Promise<unknown>)(...args);
            }
          : act,
      ]);
      return Object.fromEntries(counted) as Files;
    };
    for (let steps = 0; ; steps += 1) {
      left = steps;
      const place = join(above, `cut-${steps}`, 'out');
      const done = await writeExport(stopping(), place, reports).then(
        () => true,
        () => false,
      );
      const names = existsSync(place) ? (await readdir(place)).sort() : [];
      // It is there whole or not at all; a folder that could not be synced last is whole as well.
      expect([[], ['README.txt', 'postings']]).toContainEqual(names);
      if (done) break;
      if (!existsSync(`${place}.unfinished`)) continue;
      await expect(writeExport(realFiles, place, reports)).rejects.toThrow(/unfinished is there already/);
    }
  });

  it('[V7] is for the eyes of its owner only', async () => {
    await recordedIn(data, { restricted: false });
    await taken();
    expect((await stat(to)).mode & 0o777).toBe(0o700);
    for (const name of filesBelow(to)) expect((await stat(name)).mode & 0o777).toBe(0o600);
  });

  it('[V8] is noted in the data folder: who, when, what and where to, and nobody’s words', async () => {
    await recordedIn(data, { restricted: false });
    await taken();
    const lines = (await readFile(join(data, 'operations.log'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { did: 'export', inspection: northmoor, to, restricted: false, head: expect.stringMatching(/^\d+:/) },
    ]);
    expect(JSON.parse(lines[0] ?? '').by).toMatch(/^.+@.+$/);
    expect((await asked(['verify'], { DATA_DIR: data })).code).toBe(0);
  });

  it('[V1] refuses a record that does not hold, and names the entry', async () => {
    await recordedIn(data, { restricted: false });
    const file = join(data, `${northmoor}.jsonl`);
    await writeFile(file, (await readFile(file, 'utf8')).replace('Seen in leadership', 'Seen in nothing'));
    const { code, complained } = await taken();
    expect(code).toBe(1);
    expect(complained[0]).toContain(`The record of ${northmoor} is closed: the text of entry`);
    expect(existsSync(to)).toBe(false);
  });

  it('[V1] says what would be right where it is asked in a wrong way', async () => {
    for (const [args, words] of [
      [['export'], 'one inspection'],
      [['export', northmoor], '--to'],
      [['export', northmoor, '--to', to, '--format', 'xml'], 'There is no format "xml". There is json.'],
      [['export', `${northmoor}.restricted`, '--to', to], 'is not the id'],
      [['export', '../elsewhere', '--to', to], 'is not the id'],
    ] as const) {
      const { code, complained } = await asked(args, { DATA_DIR: data });
      expect(code).toBe(2);
      expect(complained[0]).toContain(words);
    }
    const { code, complained } = await taken();
    expect(code).toBe(1);
    expect(complained[0]).toContain(`There is no inspection ${northmoor}`);
  });
});
