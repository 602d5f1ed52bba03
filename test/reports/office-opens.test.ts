import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { excel } from '../../src/reports/excel.ts';
import { word } from '../../src/reports/word.ts';
import { hostile, paperOf, tableOf } from '../support/hostile.ts';

/** LibreOffice is no package of npm: without it this is skipped, by name. */
const there = spawnSync('soffice', ['--version']).status === 0;

/** What LibreOffice makes of a file. */
const turned = (name: string, file: Uint8Array, to: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fortnight-office-'));
  writeFileSync(join(folder, name), file);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, name)]);
  return readFileSync(join(folder, name.replace(/\w+$/, to.replace(/:.*/, ''))), 'utf8');
};

describe.skipIf(!there)('opened by LibreOffice (soffice)', () => {
  it('[PA7] a Word file says what was written, whatever that was', async () => {
    const paper = paperOf(
      hostile.flatMap(({ reads, text }) => [{ heading: reads.slice(0, 20), level: 1 as const }, { quote: text }]),
    );
    const text = turned('paper.docx', await word(paper), 'txt:Text (encoded):UTF8');
    for (const { reads } of hostile) for (const line of reads.split('\n')) expect(text).toContain(line.trim());
  });

  it('[PA7] a workbook says what was written, and reckons nothing', async () => {
    const table = tableOf(hostile.map(({ text }) => [text]));
    const book = await excel({ at: '2013-12-12T16:05:00.000Z', sheets: [{ name: 'One', table }] });
    const csv = turned('book.xlsx', book, 'csv:Text - txt - csv (StarCalc):44,34,76').replaceAll('""', '"');
    for (const { reads } of hostile) for (const line of reads.split('\n')) expect(csv).toContain(line.trim());
  });
});
