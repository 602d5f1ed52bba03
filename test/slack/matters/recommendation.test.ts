import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, record, told, wholeSummary } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';

const opened = async () => {
  const fortnight = await openNorthmoor();
  await record(fortnight, 'inspector', 'help + Thresholds are known');
  await record(fortnight, 'inspector', 'help - Visits are late in two cases');
  return fortnight;
};

const say = { 'What must be done?': 'See every child on time', 'How soon?': 'priority-and-immediate-action' };

describe('recommending what must be done', () => {
  it('[CM40] [U14] goes from a concern to what must be done, and stands in the summary', async () => {
    const fortnight = await opened();
    await judge(fortnight, 'inspector', 'recommend e-2');
    const inspector = fortnight.as('inspector');
    expect(inspector.typed()).toMatchObject({ evidence: ['E-002'] });
    expect(await inspector.suggestions('Concerns that it answers', '')).toEqual([
      { value: 'E-002', text: 'E-002 Visits are late in two cases' },
    ]);
    expect(page(await inspector.submit(say))).toContain('Saved A-001');
    const summary = await wholeSummary(fortnight, 'lead');
    expect(summary).toMatch(/What must be done\nPriority and immediate action\nA-001 · .*\nSee every child on time/);
    expect(told(await judge(fortnight, 'observer', 'recommend list'))).toContain(
      'due 70 working days after it receives',
    );
  });

  it('[CM42] is changed and withdrawn by its buttons', async () => {
    const fortnight = await opened();
    await fillIn(fortnight, 'inspector', 'recommend e-2', say);
    const [shown] = (await judge(fortnight, 'lead', 'recommend a-1')).shown;
    if (!shown) throw new Error('The recommendation is not shown');
    const lead = fortnight.as('lead');
    await lead.press(shown, 'Change');
    expect(page(await lead.submit({ 'How soon?': 'area-for-improvement' }))).toContain('Area for improvement');
    await lead.press(shown, 'Withdraw');
    await lead.submit({ 'Why is it withdrawn?': 'Said twice' });
    expect(told(await judge(fortnight, 'lead', 'recommend A-001'))).toContain('Withdrawn: Said twice');
    expect(told(await judge(fortnight, 'lead', 'recommend list'))).toContain('Nothing is recommended yet');
  });

  it('[CM44] [U14] sends the action plan’s shell as a file to those who may take the record out', async () => {
    const fortnight = await opened();
    await fillIn(fortnight, 'inspector', 'recommend e-2', say);
    expect(told(await judge(fortnight, 'inspector', 'recommend plan'))).toContain('may export the record');
    expect(told(await judge(fortnight, 'lead', 'recommend plan'))).toContain(
      'northmoor-2013-11-19.action-plan.csv comes in a direct message',
    );
  });

  it('[CM41] stands in the summary whole, however many there are', async () => {
    const fortnight = await opened();
    for (let place = 1; place <= 15; place += 1)
      await fillIn(fortnight, 'inspector', 'recommend e-2', {
        ...say,
        'What must be done?': `Number ${place}: ${'much is to be done & soon. '.repeat(60)}`,
      });
    const summary = await wholeSummary(fortnight, 'lead');
    for (let place = 1; place <= 15; place += 1)
      expect(summary).toContain(`Number ${place}: ${'much is to be done & soon. '.repeat(60)}`.trim());
  });
});
