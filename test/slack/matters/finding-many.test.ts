import { describe, expect, it } from 'vitest';
import { boardOf, judge, page, record, told, wholeSummary } from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { finding, type Sent } from '../../support/sent.ts';
import { everythingSaid, notInText } from '../../support/shown.ts';
import { team } from '../../support/workspace.ts';

const long = (words: string): string => `${words} ${'and so it went on, & on '.repeat(110)}`;

const send = async (fortnight: Fortnight, command: Sent, request: string): Promise<void> => {
  const context = { person: { team: team.id, user: people.lead }, at: '2013-11-19T09:00:00.000Z', request };
  const kept = await fortnight.inspections().record(northmoor, command, context);
  if ('refusals' in kept) throw new Error(kept.refusals.map(({ words }) => words).join(' '));
};

/** A joint inspection with sixty long findings of every agency under every heading, and sixty more by an inspector. */
const withMany = async (): Promise<Fortnight> => {
  const fortnight = await openNorthmoor('jtai-2016');
  await record(fortnight, 'partner', 'response + C-001 Seen in three cases');
  await record(fortnight, 'partner', 'response ! C-002 Late in three cases');
  const headings = ['strengths', 'needs-to-improve', 'areas-for-priority-action'];
  const agencies = ['police', 'health', 'childrens-social-care', null];
  for (let place = 0; place < 60; place += 1) {
    const command = finding({
      heading: headings[place % 3],
      area: 'response',
      agency: agencies[place % 4],
      text: long(`Finding ${place}`),
      remedy: long(`Remedy ${place}`),
      evidence: ['E-001', 'E-002'],
    });
    await send(fortnight, command, `many ${place}`);
  }
  return fortnight;
};

describe('an inspection with sixty long findings', () => {
  it('[M8] [FI11] fits each message, and loses no party and no word', async () => {
    const fortnight = await withMany();
    const summary = await wholeSummary(fortnight, 'lead');
    for (const said of [
      'The partnership as a whole',
      'Police (partner agency)',
      'Areas for priority action',
      'Not signed off.',
    ])
      expect(summary).toContain(said);
    for (let place = 0; place < 60; place += 1) {
      expect(summary).toContain(long(`Finding ${place}`).slice(0, 2000));
      if (place % 3 > 0) expect(summary).toContain(long(`Remedy ${place}`).slice(0, 2000));
    }
    await fortnight.restart();
    expect(await boardOf(fortnight)).toContain('Of partner agencies: Health services 15, Police 15');
    expect(told(await judge(fortnight, 'lead', 'find strengths'))).toMatch(/^20 items found, newest first\.\n/);
    for (const words of ['progress', 'today', 'sign-off']) await judge(fortnight, 'lead', words);
    const form = await judge(fortnight, 'lead', 'edit F-001');
    expect(page(form)).toContain('What was found?');
    for (const said of everythingSaid(fortnight.slack))
      if (!said.text.includes('This text holds no more.')) expect(notInText(said)).toEqual([]);
  });

  it('[M8] [FI7] names only some of many proposals, and how many more there are', async () => {
    const fortnight = await openNorthmoor('sif-2013', { Result: 'Narrative only, no grades' });
    await record(fortnight, 'inspector', 'help + C-001 Seen in three cases');
    const context = { person: { team: team.id, user: people.inspector }, at: '2013-11-19T09:00:00.000Z' };
    for (let place = 0; place < 40; place += 1) {
      const command = finding({ text: long(`Proposal ${place}`) });
      await fortnight.inspections().record(northmoor, command, { ...context, request: `proposal ${place}` });
    }
    expect(told(await judge(fortnight, 'lead', 'today'))).toContain('All 40 open matters');
    await judge(fortnight, 'lead', 'grade help');
    await fortnight.as('lead').fill({ Heading: 'Strengths' });
    expect(page({ view: fortnight.as('lead').view() })).toContain('F-040');
    await fortnight.restart();
    expect(await boardOf(fortnight)).toContain('40 findings proposed');
    for (const said of everythingSaid(fortnight.slack))
      if (!said.text.includes('This text holds no more.')) expect(notInText(said)).toEqual([]);
  });
});
