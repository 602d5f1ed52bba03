import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge, storedOf, told } from '../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../support/fortnight.ts';
import { people } from '../support/people.ts';
import { asked } from './asked.ts';

const naming = (fortnight: Fortnight, ...words: string[]) => asked(['lead', ...words], { DATA_DIR: fortnight.folder });
const noted = (fortnight: Fortnight): unknown[] =>
  readFileSync(join(fortnight.folder, 'operations.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('naming a lead on the command line', () => {
  it('[L19] works beside the running app, is kept with its reason and noted', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.slack.setDeactivated(people.lead, true);
    const { code, printed } = await naming(fortnight, northmoor, people.outsider, '--reason', 'Sent by head office');
    expect([code, printed]).toEqual([0, [`Ida North leads ${northmoor} from here on.`]]);
    expect((await storedOf(fortnight, 'TeamSet')).at(-1)).toMatchObject({ reason: 'Sent by head office' });
    expect(noted(fortnight)).toMatchObject([{ did: 'lead', inspection: northmoor, user: people.outsider }]);
    await fortnight.slack.quiet();
    const team = told(await judge(fortnight, 'deputy', 'team'));
    expect(team).toContain('Lead inspector: Ida North');
    expect(team).not.toContain('Ana Reyes');
    expect(fortnight.slack.channel('CTEAM').pinned()[0]?.text).toContain('lead Ida North');
  });

  it('[L19] works while the app is stopped, and keeps a lead who is still there as inspector', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.restart(async () => {
      expect((await naming(fortnight, northmoor, people.inspector)).code).toBe(0);
    });
    const team = told(await judge(fortnight, 'lead', 'team'));
    expect(team).toContain('Lead inspector: Chi Lam');
    expect(team).toMatch(/Inspectors: .*Ana Reyes/);
    expect(noted(fortnight)).toHaveLength(1);
  });

  it.each([
    [[northmoor, 'UANA'], 1, 'leads this inspection already'],
    [[northmoor, 'UNOBODY'], 1, 'Slack knows nobody by the id UNOBODY'],
    [[northmoor, 'UJAN'], 1, 'is not a full member'],
    [[northmoor, 'Chi Lam'], 2, 'by their id at Slack'],
    [[northmoor, 'UCHI', '--reason', 'NHS number 943 476 5919'], 1, 'looks like an NHS number'],
    [['southmoor-2013-11-19', 'UCHI'], 1, 'There is no inspection southmoor-2013-11-19'],
  ])('[L19] says why not, and notes nothing: %j', async (words, code, why) => {
    const fortnight = await openNorthmoor();
    const said = await naming(fortnight, ...words);
    expect([said.code, said.complained.join(' ')]).toEqual([code, expect.stringContaining(why)]);
    expect(() => noted(fortnight)).toThrow();
    expect(await storedOf(fortnight, 'TeamSet')).toHaveLength(1);
  });

  it('[L19] says that there is no such inspection while the app is stopped', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.restart(async () => {
      const said = await naming(fortnight, 'southmoor-2013-11-19', 'UCHI');
      expect([said.code, said.complained[0]]).toEqual([1, expect.stringContaining('There is no inspection')]);
    });
  });
});
