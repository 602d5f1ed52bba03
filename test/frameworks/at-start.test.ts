import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FrameworkRefused, frameworksAtStart, readFrameworks } from '../../src/frameworks.ts';
import { aFolder } from '../store/opened.ts';
import { frameworksFolder } from '../support/frameworks.ts';

const given = async () => {
  const folder = join(await aFolder(), 'frameworks');
  cpSync(frameworksFolder, folder, { recursive: true });
  const file = join(await aFolder(), 'frameworks.json');
  return { folder, file, atStart: () => frameworksAtStart(folder, file) };
};

/** Writes something else in a file, in words of the same length. */
const change = (file: string, from: string, to: string): void =>
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));

describe('the frameworks at a start', () => {
  it('[FW22] are those of the folder, also where they were kept by the start before', async () => {
    const { folder, atStart } = await given();
    expect(atStart().all).toEqual(readFrameworks(folder).all);
    expect(atStart().all).toEqual(readFrameworks(folder).all);
    expect(atStart().get('sif-2013')?.id).toBe('sif-2013');
  });

  it('[FW22] are not looked at again as long as nothing in the folder has changed', async () => {
    const { file, folder, atStart } = await given();
    atStart();
    change(file, 'Requires improvement', 'Is to be improved...');
    expect(JSON.stringify(atStart().all)).toContain('Is to be improved...');
    change(join(folder, 'sif-2013.json'), 'Outstanding', 'Magnificent');
    const all = JSON.stringify(atStart().all);
    expect(all).toContain('Magnificent');
    expect(all).not.toContain('Is to be improved...');
    const [field = ''] = readdirSync(join(folder, 'fields'));
    change(join(folder, 'fields', field), 'duty team manager', 'manager who is on duty');
    expect(JSON.stringify(atStart().all)).toContain('manager who is on duty');
  });

  it('[FW22] are read where what was kept is torn, and where nothing can be kept', async () => {
    const { file, folder, atStart } = await given();
    atStart();
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 5000));
    expect(atStart().all).toEqual(readFrameworks(folder).all);
    expect(frameworksAtStart(folder, join(file, 'nowhere')).all).toEqual(readFrameworks(folder).all);
    expect(frameworksAtStart(folder, null).all).toEqual(readFrameworks(folder).all);
  });

  it('[FW22] are refused as ever once one of them is wrong', async () => {
    const { folder, atStart } = await given();
    atStart();
    change(join(folder, 'sif-2013.json'), '"id": "adoption"', '"id": "leadership"');
    expect(atStart).toThrow(FrameworkRefused);
    expect(() => frameworksAtStart(join(folder, 'none'), null)).toThrow(/is not there/);
    expect(() => frameworksAtStart(join(folder, 'none'), 'frameworks.json')).toThrow(/is not there/);
  });
});
