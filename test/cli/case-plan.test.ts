import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writePlan } from '../../src/sampling/plan.ts';
import { judge, storedOf, told } from '../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../support/fortnight.ts';
import { another, plan } from '../support/sent-sample.ts';
import { asked } from './asked.ts';

const folder = mkdtempSync(join(tmpdir(), 'fortnight-plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let written = 0;
const fileOf = (text: string): string => {
  written += 1;
  const file = join(folder, `plan-${written}.txt`);
  writeFileSync(file, text);
  return file;
};
const file = fileOf(writePlan(plan));
const second = fileOf(writePlan(another));

const taking = (fortnight: Fortnight, ...words: string[]) =>
  asked(['case-plan', ...words], { DATA_DIR: fortnight.folder });
const noted = (fortnight: Fortnight): string => readFileSync(join(fortnight.folder, 'operations.log'), 'utf8');

describe('taking in a plan on the command line', () => {
  it('[SR10] works beside the running app, is noted, and shows at once', async () => {
    const fortnight = await openNorthmoor();
    const { code, printed } = await taking(fortnight, northmoor, file);
    expect([code, printed]).toEqual([0, [`The plan is in ${northmoor}. 4 cases to be read, 2 in reserve.`]]);
    expect(await storedOf(fortnight, 'SampleTaken')).toMatchObject([{ plan, off: null }]);
    expect(told(await judge(fortnight, 'observer', 'case'))).toContain('4 cases drawn at random, 1 of them');
    expect(JSON.parse(noted(fortnight))).toMatchObject({ did: 'case-plan', inspection: northmoor });
  });

  it('[SR10] works while the app is stopped, and a second one may count instead', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.restart(async () => {
      expect((await taking(fortnight, northmoor, file)).code).toBe(0);
      expect((await taking(fortnight, northmoor, second, '--instead')).code).toBe(0);
      expect((await taking(fortnight, northmoor, second)).complained[0]).toContain('taken in already');
    });
    expect(told(await judge(fortnight, 'lead', 'case plan'))).toContain('a lamp and 25 November');
    expect(noted(fortnight).trim().split('\n')).toHaveLength(2);
  });

  it('[SR10] takes as many cases as a plan may have, beside the running app', async () => {
    const cases = Array.from({ length: 999 }, (_, index) => ({
      ...(plan.cases[0] as (typeof plan.cases)[number]),
      reference: `C-${index + 1000}`,
    }));
    const fortnight = await openNorthmoor();
    const { printed } = await taking(fortnight, northmoor, fileOf(writePlan({ ...plan, cases })));
    expect(printed).toEqual([`The plan is in ${northmoor}. 999 cases to be read, 0 in reserve.`]);
  });

  it('[SR10] says why not, and notes nothing', async () => {
    const fortnight = await openNorthmoor();
    for (const [words, code, why] of [
      [[northmoor, file, 'more'], 2, 'It takes one inspection'],
      [[northmoor], 2, 'Say which plan file'],
      [[northmoor, '/nowhere/plan.txt'], 1, 'can not be read'],
      [[northmoor, fileOf(writePlan(plan).replace('214', '215'))], 1, 'line 18: The plan is not as it was written'],
      [[northmoor, fileOf(writePlan({ ...plan, framework: 'ilacs-2023' }))], 1, 'drawn for ilacs-2023'],
      [['southmoor-2013-11-19', file], 1, 'There is no inspection southmoor-2013-11-19'],
    ] as const) {
      const said = await taking(fortnight, ...words);
      expect([said.code, said.complained.join(' ')]).toEqual([code, expect.stringContaining(why)]);
    }
    expect(() => noted(fortnight)).toThrow();
    expect(await storedOf(fortnight, 'SampleTaken')).toEqual([]);
  });
});
