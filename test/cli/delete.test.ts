import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteWord } from '../../src/cli/delete.ts';
import { runWord } from '../../src/cli/run.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { northmoor, openedIn, recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { evidence } from '../support/sent.ts';
import { asked } from './asked.ts';

let data: string;
let out: string;
beforeEach(async () => {
  [data, out] = [await aFolder(), await aFolder()];
  await recordedIn(data, { restricted: true });
  await asked(['export', northmoor, '--to', out, '--restricted'], { DATA_DIR: data });
});

const twice = ['--confirm', northmoor, '--confirm', northmoor];
const deleted = (...args: string[]) => asked(['delete', northmoor, '--exported', out, ...args], { DATA_DIR: data });
const records = async () => (await readdir(data)).filter((name) => name.includes('northmoor')).sort();
const whole = [`${northmoor}.jsonl`, `${northmoor}.restricted.jsonl`];

describe('deleting an inspection', () => {
  it('[V11] removes both records once an export holds them and its id was given twice', async () => {
    const { code, printed } = await deleted(...twice);
    expect(code).toBe(0);
    expect(printed.join('\n')).toContain('Copies elsewhere are not');
    expect(await records()).toEqual([]);
    expect((await asked(['inspections'], { DATA_DIR: data })).printed[0]).toContain('There are no inspections');
  });

  it('[V12] leaves a note that it was deleted, by whom and when, without any of its content', async () => {
    await deleted(...twice);
    const text = await readFile(join(data, 'operations.log'), 'utf8');
    const last = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '');
    expect(Object.keys(last).sort()).toEqual(['at', 'by', 'did', 'head', 'inspection']);
    expect(last).toMatchObject({
      did: 'delete',
      inspection: northmoor,
      head: expect.stringMatching(/^\d+:[0-9a-f]{64}$/),
    });
    expect(text).not.toMatch(/Seen in|Ana Reyes|Two workers/);
  });

  it('[V11] can be undone by importing that export', async () => {
    await deleted(...twice);
    expect((await asked(['import', out], { DATA_DIR: data })).code).toBe(0);
    expect(await records()).toEqual(whole);
  });

  it.each([
    ['nothing', []],
    ['it once', ['--confirm', northmoor]],
    ['another id', ['--confirm', northmoor, '--confirm', 'southport-2013-11-19']],
    ['it three times', [...twice, '--confirm', northmoor]],
  ])('[V11] deletes nothing when given %s to confirm', async (_, args) => {
    const { code, complained } = await deleted(...args);
    expect(code).toBe(1);
    expect(complained[0]).toContain('Nothing is deleted');
    expect(await records()).toEqual(whole);
  });

  it('[V11] asks somebody at the keyboard for the id, twice', async () => {
    const run = async (...answers: string[]) => {
      const questions: string[] = [];
      const keyboard: Terminal = {
        isThere: true,
        ask: async (question) => {
          questions.push(question);
          return answers.shift() ?? '';
        },
      };
      const quiet = { settings: { DATA_DIR: data }, print: () => undefined, complain: () => undefined };
      const code = await runWord([deleteWord(keyboard)], ['delete', northmoor, '--exported', out], quiet);
      return { code, questions };
    };
    expect((await run(northmoor, 'northmoor')).code).toBe(1);
    expect(await records()).toEqual(whole);
    const { code, questions } = await run(northmoor, northmoor);
    expect(code).toBe(0);
    expect(questions).toHaveLength(2);
    expect(await records()).toEqual([]);
  });

  it('[V11] deletes nothing that the export lacks: an entry recorded since, or the restricted record', async () => {
    const bare = await aFolder();
    await asked(['export', northmoor, '--to', bare], { DATA_DIR: data });
    const { complained } = await asked(['delete', northmoor, '--exported', bare, ...twice], { DATA_DIR: data });
    expect(complained.join('\n')).toMatch(/restricted: there is no record of that name/);
    expect(complained.join('\n')).toContain('--restricted');
    const { inspections } = await openedIn(data);
    const by = { person: { team: 'TFORT', user: 'UANA' }, at: '2013-12-20T09:00:00.000Z' };
    await inspections.record(northmoor, { type: 'Reopen', reason: 'A late complaint' }, { ...by, request: 'r1' });
    await inspections.record(northmoor, evidence({ text: 'Since' }), { ...by, request: 'r2' });
    await inspections.close();
    const { code, complained: later } = await deleted(...twice);
    expect(code).toBe(1);
    expect(later[0]).toMatch(/is not the whole of northmoor-2013-11-19: entry \d+ is gone/);
    expect(await records()).toEqual(whole);
  });

  it('[V11] deletes nothing when the export was changed', async () => {
    const file = join(out, `${northmoor}.jsonl`);
    await writeFile(file, (await readFile(file, 'utf8')).replace('Seen in leadership', 'Seen in nothing'));
    expect((await deleted(...twice)).code).toBe(1);
    expect(await records()).toEqual(whole);
  });

  it('[V11] is refused while the app runs, and says what is wrong in what was asked', async () => {
    const { inspections } = await openedIn(data);
    expect((await deleted(...twice)).complained[0]).toContain(String(process.pid));
    await inspections.close();
    expect(await records()).toEqual(whole);
    expect((await asked(['delete', northmoor, ...twice], { DATA_DIR: data })).code).toBe(2);
    expect((await asked(['delete', 'southport-2013-11-19', '--exported', out], { DATA_DIR: data })).code).toBe(1);
  });
});
