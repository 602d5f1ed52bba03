import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { northmoor, openedIn, recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { filesBelow } from '../support/files.ts';
import { minute, person } from '../support/given.ts';
import { wordsIn } from '../support/office.ts';
import type { Sent } from '../support/sent.ts';
import { keepVersion, rewriteSection, writeSection } from '../support/sent-report.ts';
import { asked } from './asked.ts';

let data: string;
let above: string;
beforeEach(async () => {
  data = await aFolder();
  above = await aFolder();
  await recordedIn(data, { restricted: true });
});

const keep = async (...sent: Sent[]): Promise<void> => {
  const { inspections } = await openedIn(data);
  for (const [place, command] of sent.entries()) {
    const context = {
      person: person('lead'),
      at: minute(900 + place),
      request: `report ${minute(place)} ${command.type} ${JSON.stringify(command)}`,
    };
    const kept = await inspections.record(northmoor, command, context);
    if ('refusals' in kept) throw new Error(JSON.stringify(kept.refusals));
  }
  await inspections.close();
};

const made = (to: string, ...options: string[]) =>
  asked(['report', northmoor, '--to', join(above, to), ...options], { DATA_DIR: data });

const read = async (to: string): Promise<Record<string, string>> => {
  const files = filesBelow(join(above, to)).map(async (file) => [
    file.split('/').at(-1) ?? '',
    wordsIn(file, await readFile(file)),
  ]);
  return Object.fromEntries(await Promise.all(files));
};

describe('making the paper on the command line', () => {
  it('[RT13] writes the version that is named, the last one, or the record as it stands', async () => {
    expect((await made('now')).printed.join()).toContain(`${northmoor}.report.docx`);
    await keep(
      writeSection('findings', 'Nobody sees them alone'),
      keepVersion('draft'),
      rewriteSection('T-001', 'Nobody sees them alone for weeks'),
      keepVersion('draft'),
    );
    expect(await made('last')).toMatchObject({ code: 0 });
    expect(await made('first', '--version', 'draft-1')).toMatchObject({ code: 0 });
    const [last, first] = [await read('last'), await read('first')];
    expect(Object.keys(last).sort()).toEqual([`${northmoor}.report.draft-2.docx`, `${northmoor}.report.draft-2.md`]);
    expect(Object.values(last).every((text) => text.includes('Nobody sees them alone for weeks'))).toBe(true);
    expect(Object.keys(first)).toContain(`${northmoor}.report.draft.docx`);
    expect(Object.values(first).some((text) => text.includes('for weeks'))).toBe(false);
  });

  it('[RT13] names the versions there are where there is none of that name, and writes nothing', async () => {
    await keep(keepVersion('draft'));
    const { code, complained } = await made('final', '--version', 'final');
    expect(code).toBe(1);
    expect(complained.join()).toContain(`${northmoor} keeps no version "final". It keeps draft.`);
    expect(filesBelow(above)).toEqual([]);
  });

  it('[RT10] has nothing of what was erased since, in whichever version', async () => {
    await keep(writeSection('findings', 'Nobody sees them alone'), keepVersion('draft'));
    expect(await asked(['erase', northmoor, 'T-001', '--reason', 'Asked for'], { DATA_DIR: data })).toMatchObject({
      code: 0,
    });
    await made('after', '--version', 'draft');
    for (const text of Object.values(await read('after'))) {
      expect(text).not.toContain('Nobody sees');
      expect(text).toContain('What stood here was erased.');
    }
  });
});
