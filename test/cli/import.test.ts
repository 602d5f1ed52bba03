import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { by, kept } from '../inspections/opened.ts';
import { northmoor, openedIn, recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { framework } from '../support/frameworks.ts';
import { startNorthmoor } from '../support/sent.ts';
import { asked } from './asked.ts';

let data: string;
let out: string;
let other: string;
beforeEach(async () => {
  [data, out, other] = [await aFolder(), await aFolder(), await aFolder()];
  await recordedIn(data, { restricted: true });
  await asked(['export', northmoor, '--to', out, '--restricted'], { DATA_DIR: data });
});

const imported = (folder = other) => asked(['import', out], { DATA_DIR: folder });
const bytes = (folder: string, name: string) => readFile(join(folder, `${name}.jsonl`), 'latin1');
const records = async (folder: string) => (await readdir(folder)).filter((name) => name.includes('.jsonl')).sort();

describe('taking an inspection in', () => {
  it('[V9] gives the same inspection back, to the letter and with the same head', async () => {
    const { code, printed } = await imported();
    expect(code).toBe(0);
    expect(printed.at(-1)).toContain(`${northmoor} is in ${other}`);
    for (const name of [northmoor, `${northmoor}.restricted`])
      expect(await bytes(other, name)).toBe(await bytes(data, name));
    const [before, after] = [await openedIn(data), await openedIn(other)];
    expect(await after.inspections.of(northmoor)).toEqual(await before.inspections.of(northmoor));
    expect(await after.inspections.restrictedOf(northmoor)).toEqual(await before.inspections.restrictedOf(northmoor));
    expect(await after.inspections.head(northmoor)).toEqual(await before.inspections.head(northmoor));
    for (const { inspections } of [before, after]) await inspections.close();
  });

  it('[V9] can be taken out again, to the same bytes', async () => {
    await imported();
    const again = await aFolder();
    await asked(['export', northmoor, '--to', again, '--restricted'], { DATA_DIR: other });
    for (const name of await readdir(out, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const file = join(name.parentPath.slice(out.length), name.name);
      expect(await readFile(join(again, file), 'latin1')).toBe(await readFile(join(out, file), 'latin1'));
    }
  });

  it('[V10] refuses an inspection that is there already', async () => {
    const { code, complained } = await imported(data);
    expect(code).toBe(1);
    expect(complained[0]).toContain(`${northmoor} is in ${data} already`);
  });

  it.each([northmoor, `${northmoor}.restricted`])('[V10] refuses it whole when %s does not hold', async (name) => {
    const file = join(out, `${name}.jsonl`);
    await writeFile(file, (await readFile(file, 'utf8')).replace(/Seen in leadership|Two workers/, 'Changed'));
    const { code, complained } = await imported();
    expect(code).toBe(1);
    expect(complained[0]).toMatch(/does not hold, so nothing is imported: the text of entry \d+/);
    expect(await records(other)).toEqual([]);
  });

  it('[V10] refuses a record whose last line was cut short', async () => {
    const file = join(out, `${northmoor}.jsonl`);
    await writeFile(file, (await readFile(file)).subarray(0, -1));
    expect((await imported()).code).toBe(1);
    expect(await records(other)).toEqual([]);
  });

  it('[V10] goes on where an import was cut short, and takes the place of nothing else', async () => {
    await writeFile(
      join(other, `${northmoor}.restricted.jsonl`),
      await bytes(out, `${northmoor}.restricted`),
      'latin1',
    );
    expect((await imported()).code).toBe(0);
    const [third, from] = [await aFolder(), await aFolder()];
    await recordedIn(from, { restricted: true });
    await writeFile(
      join(third, `${northmoor}.restricted.jsonl`),
      await bytes(from, `${northmoor}.restricted`),
      'latin1',
    );
    const { code, complained } = await imported(third);
    expect(code).toBe(1);
    expect(complained[0]).toContain(`has held another ${northmoor}`);
    expect(await records(third)).toEqual([`${northmoor}.restricted.jsonl`]);
  });

  it.each([
    { until: 'nothing was placed', gone: [northmoor, `${northmoor}.restricted`] },
    { until: 'what is restricted was placed', gone: [northmoor] },
  ])(
    '[NM5] that was cut short when $until leaves nothing that a start would join, and is finished by asking again',
    async ({ gone }) => {
      expect((await imported()).code).toBe(0);
      for (const name of gone) await rm(join(other, `${name}.jsonl`));
      await writeFile(join(other, `${northmoor}.jsonl.placing`), await bytes(out, northmoor), 'latin1');

      const { inspections } = await openedIn(other);
      await expect(inspections.of(northmoor)).rejects.toThrow('its file is missing');
      const start = { ...startNorthmoor(framework('sif-2013')), channel: { team: 'T1', id: 'COTHER' } };
      const started = await inspections.start(start, by('lead'));
      expect('refusals' in started ? started.refusals : started.inspection.id).toBe(`${northmoor}-2`);
      await inspections.close();
      // What was being written is no copy that lies about.
      expect(await records(other)).not.toContain(`${northmoor}.jsonl.placing`);
      expect(await asked(['verify'], { DATA_DIR: other })).toMatchObject({ code: 1 });

      expect((await imported()).code).toBe(0);
      expect(await asked(['verify'], { DATA_DIR: other })).toMatchObject({ code: 0 });
      const noted = (await readFile(join(other, 'operations.log'), 'utf8')).trim().split('\n');
      expect(noted.map((line) => JSON.parse(line).did)).toEqual(['import']);
    },
  );

  it('[NM5] [NM1] of an export that is older than the record was here is placed, and opens once it is accepted', async () => {
    const { inspections } = await openedIn(data);
    kept(
      await inspections.record(
        northmoor,
        { type: 'RecordExport', files: ['record.jsonl'] },
        { ...by('lead'), request: 'later' },
      ),
    );
    await inspections.headToShow(northmoor);
    await inspections.close();
    await rm(join(data, `${northmoor}.jsonl`));
    expect((await imported(data)).code).toBe(0);
    const { code, printed } = await asked(['verify', northmoor], { DATA_DIR: data });
    expect([code, printed.join('\n')]).toEqual([1, expect.stringMatching(/once had.*\n.*\n.*accept northmoor/s)]);
    expect((await asked(['accept', northmoor], { DATA_DIR: data })).code).toBe(0);
    expect((await asked(['verify'], { DATA_DIR: data })).code).toBe(0);
  });

  it('[NM4] is refused where the halves do not belong together', async () => {
    const [another, from] = [await aFolder(), await aFolder()];
    await recordedIn(another, { restricted: true });
    await asked(['export', northmoor, '--to', from, '--restricted'], { DATA_DIR: another });
    await writeFile(join(out, `${northmoor}.restricted.jsonl`), await bytes(from, `${northmoor}.restricted`), 'latin1');
    const { code, complained } = await imported();
    expect([code, complained[0]]).toEqual([1, expect.stringContaining('do not belong together')]);
    expect(await records(other)).toEqual([]);
  });

  it('[V10] is refused while the app runs, naming the process that owns the folder', async () => {
    const { inspections } = await openedIn(other);
    const { code, complained } = await imported();
    expect(code).toBe(1);
    expect(complained[0]).toContain(String(process.pid));
    await inspections.close();
  });

  it('[V10] says what it misses in a folder that is no export', async () => {
    const empty = await aFolder();
    expect((await asked(['import', empty], { DATA_DIR: other })).complained[0]).toContain('There is no record in');
    expect((await asked(['import', join(empty, 'x')], { DATA_DIR: other })).complained[0]).toContain(
      'There is no folder',
    );
    expect((await asked(['import'], { DATA_DIR: other })).code).toBe(2);
  });

  it('[V8] is noted in the data folder', async () => {
    await imported();
    expect(JSON.parse(await readFile(join(other, 'operations.log'), 'utf8'))).toMatchObject({
      did: 'import',
      inspection: northmoor,
      from: out,
    });
  });
});
