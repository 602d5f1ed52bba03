import { describe, expect, it } from 'vitest';
import { readPlan, writePlan } from '../../../src/sampling/plan.ts';
import {
  fillIn,
  judge,
  openReadyToSign,
  page,
  record,
  stored,
  storedOf,
  told,
  underFields,
  wholeSummary,
} from '../../support/acts.ts';
import { copyToRead } from '../../support/at-once.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { another, plan } from '../../support/sent-sample.ts';

const text = writePlan(plan);
const takeIn = (fortnight: Fortnight, values: Record<string, string> = {}) =>
  fillIn(fortnight, 'analyst', 'case plan', { Plan: text, ...values });

const taken = async (): Promise<Fortnight> => {
  const fortnight = await openNorthmoor();
  await takeIn(fortnight);
  return fortnight;
};

describe('a plan of cases in Slack', () => {
  it('[SR1] [SR7] is pasted into its form, or after the words, and says what was drawn out of how many', async () => {
    const fortnight = await openNorthmoor();
    expect(told(await judge(fortnight, 'observer', 'case plan'))).toContain('may take in a plan of cases');
    expect(page(await takeIn(fortnight))).toContain('Saved. 4 cases to be read, 2 in reserve.');
    const cases = told(await judge(fortnight, 'observer', 'case'));
    expect(cases).toContain('In care: 3 registered, 0 read, 3 planned, 214 children in it');
    expect(cases).toContain('4 cases drawn at random, 1 of them by a rule.');
    expect(cases).toContain('C-102 · sampled · in care · nobody reads it yet');
    const how = told(await judge(fortnight, 'observer', 'case plan'));
    expect(how).toContain('4 cases drawn at random, spread by team: in care 3 of 214, missing 1 of fewer than 6.');
    expect(how).toContain('1 of them came by the rule “oversample in-care to 1 where placements >= 3”, out of the 31');
    expect(how).toContain('Monday 18 November 2013, method ranked-systematic 1, from 1 file');
    const at = await openNorthmoor();
    await judge(at, 'lead', `case plan ${text}`);
    expect(page(await at.as('lead').submit({}))).toContain('Saved. 4 cases to be read');
    expect(await storedOf(at, 'SampleTaken')).toEqual(await storedOf(fortnight, 'SampleTaken'));
  });

  it('[SR7] pasted by halves, changed or in one line is refused in its place, with the line and what would be right', async () => {
    const fortnight = await openNorthmoor();
    const half = text.split('\n').slice(0, 9).join('\n');
    expect(underFields(await takeIn(fortnight, { Plan: half }))).toContain(
      'Line 9: The plan ends before its last line',
    );
    const other = await fortnight.as('analyst').submit({ Plan: text.replace('214', '215') });
    expect(underFields(other)).toContain('The plan is not as it was written');
    await judge(fortnight, 'analyst', `case plan ${text.replaceAll('\n', ' ')}`);
    expect(underFields(await fortnight.as('analyst').submit({}))).toContain('A plan begins with the line');
    expect(await storedOf(fortnight, 'SampleTaken')).toEqual([]);
  });

  it('[SR7] longer than a box goes into two', async () => {
    const cases = Array.from({ length: 90 }, (_, index) => ({
      ...(plan.cases[1] as (typeof plan.cases)[number]),
      reference: `C-${index + 500}`,
    }));
    const long = writePlan({ ...plan, cases, rules: [] })
      .trimEnd()
      .split('\n');
    const fortnight = await openNorthmoor();
    const parts = { Plan: long.slice(0, 50).join('\n'), 'The rest of it': long.slice(50).join('\n') };
    expect(page(await takeIn(fortnight, parts))).toContain('Saved. 90 cases to be read');
    const again = await openNorthmoor();
    await judge(again, 'lead', `case plan ${long.join('\n')}`);
    expect(page(await again.as('lead').submit({}))).toContain('Saved. 90 cases to be read');
  });

  it('[SR3] [SR4] taken in twice is taken in once; a second one may count instead', async () => {
    const fortnight = await taken();
    await judge(fortnight, 'analyst', 'case plan new');
    const twice = await fortnight.as('analyst').submit({ Plan: text, 'The plan before it': ['yes'] });
    expect(underFields(twice)).toContain('This plan is taken in already.');
    const instead = await fortnight.as('analyst').submit({ Plan: writePlan(another), 'The plan before it': ['yes'] });
    expect(page(instead)).toContain('Saved. 4 cases to be read');
    expect(told(await judge(fortnight, 'lead', 'case C-101'))).toContain('taken off: Another plan was taken in');
    expect(told(await judge(fortnight, 'lead', 'case plan'))).not.toContain('a kettle');
    expect(await storedOf(fortnight, 'SampleTaken')).toMatchObject([
      { off: null },
      { off: ['C-101', 'C-102', 'C-103', 'C-104'] },
    ]);
  });

  it('[SR8] is sent as it was taken in, to the letter, and stands so in the copy to read', async () => {
    const fortnight = await taken();
    const [shown] = (await judge(fortnight, 'inspector', 'case plan')).shown;
    if (!shown) throw new Error('Nothing is shown');
    await fortnight.as('inspector').press(shown, 'Send me the plan file');
    const [file] = fortnight.slack
      .directMessages(people.inspector)
      .flatMap((message) => (message.files ?? []) as { id: string; name: string }[]);
    expect(file?.name).toBe(`${northmoor}-plan-1.txt`);
    expect((await fortnight.slack.file(file?.id ?? '')).toString()).toBe(text);
    const copy = copyToRead(northmoor, await fortnight.entries(northmoor));
    expect(copy).toContain(text);
    const [, fenced = ''] = copy.match(/```text\n(fortnight sample plan 1[\s\S]*?)\n```/) ?? [];
    expect(readPlan(fenced)).toEqual(plan);
  });
});

describe('a drawn case that does not fit, in Slack', () => {
  it('[SR5] [SR9] is taken off with the reason and replaced by a press, and every later word says so', async () => {
    const fortnight = await openReadyToSign();
    await takeIn(fortnight);
    await record(fortnight, 'inspector', 'help - C-102 The plan is two years old.');
    await fillIn(fortnight, 'inspector', 'case C-101 remove', { 'Why is it taken off?': 'Moved to another authority' });
    const replaced = await fortnight.as('inspector').press('view', 'Use a reserve');
    expect(told(replaced) || page(replaced)).toContain(
      'Saved. C-001: Drawn at random, spread by team, of team A. It took the place of C-101; in the key it is R-001.',
    );
    expect(told(await judge(fortnight, 'inspector', 'case C-1'))).toContain('It took the place of C-101');
    expect(told(await judge(fortnight, 'inspector', 'case C-101'))).toContain('C-001 took its place.');
    expect(told(await judge(fortnight, 'inspector', 'case C-101'))).toContain('taken off: Moved to another authority');
    await judge(fortnight, 'inspector', 'case sampled in-care');
    const summary = await wholeSummary(fortnight, 'lead');
    expect(summary).toContain(
      'in care 3 of 214, missing 1 of fewer than 6; 1 replaced, for the reasons in the record.',
    );
    expect(summary).toContain('4 cases drawn at random, 1 of them by a rule, 1 replaced');
    expect(summary).toContain('1 case more was chosen, not drawn.');
    expect(told(await judge(fortnight, 'lead', 'progress'))).toContain('1 of them by a rule, 1 replaced');
    const copy = copyToRead(northmoor, await fortnight.entries(northmoor));
    expect(copy).toMatch(/C-001 \(R-001 in the key\) took the place of C-101: .* Reason: Moved to another authority/);
    expect((await stored(fortnight)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['CaseRemoved', 'ReserveUsed']),
    );
  });

  it('[SR5] gets a reserve by a press beside it too; without one left it is only taken off', async () => {
    const fortnight = await taken();
    await fillIn(fortnight, 'lead', 'case C-103 remove', { 'Why is it taken off?': 'Seen twice' });
    const [shown] = (await judge(fortnight, 'lead', 'case C-103')).shown;
    if (!shown) throw new Error('Nothing is shown');
    expect(told(await fortnight.as('lead').press(shown, 'Use a reserve'))).toContain('It took the place of C-103');
    await fillIn(fortnight, 'lead', 'case C-101 remove', { 'Why is it taken off?': 'Seen twice' });
    for (const item of ['C-101', 'C-103', 'C-104'])
      expect(told(await judge(fortnight, 'lead', `case ${item}`))).not.toContain('Use a reserve');
    expect(told(await judge(fortnight, 'lead', 'case C-101 reserve'))).toContain('No reserve is left for C-101.');
    expect(told(await judge(fortnight, 'lead', 'case plan'))).toContain('1 replaced and 1 taken off, for the reasons');
  });
});
