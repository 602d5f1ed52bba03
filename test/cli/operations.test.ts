import { chmod, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { northmoor, recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { asked } from './asked.ts';

const notes = async (data: string): Promise<Record<string, unknown>[]> =>
  (await readFile(join(data, 'operations.log'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('what is done from the command line', () => {
  it('[V8] is noted in order, with who and when, for the eyes of its owner only', async () => {
    const [data, out] = [await aFolder(), await aFolder()];
    await recordedIn(data, { restricted: false });
    const settings = { DATA_DIR: data };
    await asked(['erase', northmoor, 'e-007', '--reason', 'the retention date has passed'], settings);
    await asked(['export', northmoor, '--to', out], settings);
    await asked(['delete', northmoor, '--exported', out, '--confirm', northmoor, '--confirm', northmoor], settings);
    await asked(['import', out], settings);
    const all = await notes(data);
    expect(all.map(({ did }) => did)).toEqual(['erase', 'export', 'delete', 'import']);
    for (const { at, by, inspection } of all) {
      expect(inspection).toBe(northmoor);
      expect(by).toMatch(/.+@.+/);
      expect(new Date(String(at)).toISOString()).toBe(at);
    }
    expect(all[0]?.item).toBe('E-007');
    expect(JSON.stringify(all)).not.toContain('retention');
    expect((await stat(join(data, 'operations.log'))).mode & 0o777).toBe(0o600);
  });

  it('[V8] is not noted where it was refused', async () => {
    const data = await aFolder();
    await recordedIn(data, { restricted: false });
    await asked(['erase', northmoor, 'E-099', '--reason', 'none'], { DATA_DIR: data });
    await asked(['delete', northmoor, '--exported', data], { DATA_DIR: data });
    await expect(notes(data)).rejects.toThrow(/ENOENT/);
  });

  it.skipIf(process.getuid?.() === 0)('[V8] is said not to be noted where the folder can only be read', async () => {
    const [data, out] = [await aFolder(), await aFolder()];
    await recordedIn(data, { restricted: false });
    await chmod(data, 0o500);
    const { code, complained } = await asked(['export', northmoor, '--to', out], { DATA_DIR: data });
    await chmod(data, 0o700);
    expect(code).toBe(0);
    expect(complained[0]).toContain('is not noted');
  });
});
