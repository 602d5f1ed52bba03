import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, record, storedOf, told, underFields } from '../../support/acts.ts';
import { clockAt } from '../../support/daily.ts';
import { filesSentTo } from '../../support/files-sent.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { sheetsIn } from '../../support/office.ts';

const recommend = (fortnight: Fortnight, text: string, urgency = 'priority-and-immediate-action') =>
  fillIn(fortnight, 'inspector', 'recommend e-1', { 'What must be done?': text, 'How soon?': urgency });

const opened = async (): Promise<Fortnight> => {
  const fortnight = await openNorthmoor();
  await record(fortnight, 'inspector', 'help - Visits are late in two cases');
  await recommend(fortnight, 'See every child on time');
  await recommend(fortnight, 'Read each plan', 'area-for-improvement');
  await fortnight.as('inspector').closeView();
  return fortnight;
};

const rows = [
  'Number\tRecommendation\tOwner\tMilestones\tBy when\tHow will we know\tRAG\tNotes',
  'A-001\tSee every child on time\tThe head of service\tA second duty manager\tMarch\tThe log, each week\tamber',
  '\t\t\tA rota that is kept\tMay\t\tred',
  'A-002\tRead each plan\tThe reviewing service\tEach plan is read\tMay\t\t',
];
const take = (fortnight: Fortnight, table = rows, more: Record<string, string> = {}) =>
  fillIn(fortnight, 'lead', 'plan new', { 'The table': table.join('\n'), ...more });
const judged = { 'Does it answer the recommendation?': 'partly', 'Why?': 'Nobody is named who reads the log' };

describe('the plan that answers what was recommended', () => {
  it('[SP1] has its shell as Word and Excel, a row for each recommendation, and no evidence', async () => {
    const fortnight = await opened();
    await judge(fortnight, 'lead', 'timetable received 2013-11-19');
    expect(told(await judge(fortnight, 'inspector', 'plan file'))).toContain('may export the record');
    await judge(fortnight, 'lead', 'plan file');
    const { files } = await filesSentTo(fortnight, 'lead');
    expect(files.map(({ name }) => name)).toEqual([`${northmoor}.plan.docx`, `${northmoor}.plan.xlsx`]);
    for (const { text } of files) {
      expect(text).toContain('See every child on time');
      expect(text).not.toContain('Visits are late');
    }
    expect(files[0]?.text).toContain('due on Friday 28 February 2014: 70 working days after 19 November 2013');
    const [head, first, second, ...more] = sheetsIn(files[1]?.bytes ?? Buffer.from('')).get('Plan') ?? [];
    expect(head).toEqual([
      'Number',
      'Weakness',
      'Recommendation',
      'How soon',
      'What will be different for children',
      'Owner',
      'Milestones',
      'By when',
      'How it will be known',
      'Progress',
    ]);
    expect([first?.[0], second?.[0], more]).toEqual(['A-001', 'A-002', []]);
  });

  it('[SP2] comes back pasted: what it says to each recommendation is an item, several rows together', async () => {
    const fortnight = await opened();
    const saved = page(await take(fortnight));
    expect(saved).toContain('Saved N-001 to N-002.');
    expect(saved).toContain('Nothing was read of the column “Notes”');
    expect(await storedOf(fortnight, 'PlanReceived')).toMatchObject([
      {
        item: 'N-001',
        recommendation: 'A-001',
        draft: false,
        says: {
          milestones: 'A second duty manager; A rota that is kept',
          byWhen: 'March; May',
          progress: 'amber; red',
        },
      },
      { item: 'N-002', recommendation: 'A-002', says: { owner: 'The reviewing service' } },
    ]);
    await fortnight.as('lead').closeView();
    expect(page(await take(fortnight))).toContain('All of it is here already.');
    const shown = told(await judge(fortnight, 'observer', 'plan'));
    expect(shown).toContain('Of 2 recommendations the plan is not judged yet on 2.');
    expect(shown).toContain('N-001 · to A-001 · not judged yet');
  });

  it.each([
    [
      'names no recommendation',
      ['Number\tMilestones', 'A-001\tA rota', 'A-009\tA list'],
      'Row 3: It names no recommendation that stands',
    ],
    ['is no plan', ['Paragraph\tComment', '4\tIt was late'], 'no row of headings with “Number”, “Milestones” in it'],
  ])('[SP2] is refused where it %s, and nothing of it is kept', async (_, table, why) => {
    const fortnight = await opened();
    expect(underFields(await take(fortnight, table))).toContain(why);
    expect(await storedOf(fortnight, 'PlanReceived')).toEqual([]);
  });

  it('[SP2] may name a recommendation in its own words', async () => {
    const fortnight = await opened();
    await take(fortnight, ['Recommendation\tActions', 'Read each plan.\tEach plan is read']);
    expect(await storedOf(fortnight, 'PlanReceived')).toMatchObject([{ recommendation: 'A-002' }]);
  });

  it('[SP3] is judged against each recommendation, with the day and a reason, and goes out so', async () => {
    const fortnight = await opened();
    await take(fortnight);
    await fortnight.as('lead').closeView();
    expect(told(await judge(fortnight, 'inspector', 'plan judge N-001'))).toContain('judge the authority’s plan');
    const sum = 'Of 2 recommendations the plan answers 1 in part and is not judged yet on 1.';
    const saved = page(await fillIn(fortnight, 'qualityAssurance', 'plan judge N-001', judged));
    expect(saved).toContain('answers it in part, judged on 19 November 2013');
    expect(saved).toContain('Judge N-002');
    expect(told(await judge(fortnight, 'lead', 'plan'))).toContain(sum);
    await judge(fortnight, 'lead', 'plan file');
    const { files } = await filesSentTo(fortnight, 'lead');
    expect(files[0]?.text).toContain(sum);
    const [, first] = sheetsIn(files[1]?.bytes ?? Buffer.from('')).get('Plan') ?? [];
    expect(first?.slice(10, 12)).toEqual(['Answers it in part', 'Nobody is named who reads the log']);
  });

  it('[SP4] is due on the day that is printed, before the count', async () => {
    const fortnight = await opened();
    await judge(fortnight, 'lead', 'timetable received 2013-11-19');
    await fillIn(fortnight, 'lead', 'timetable date statement-of-action', { Day: '2014-02-21' });
    await fortnight.as('lead').closeView();
    expect(told(await judge(fortnight, 'lead', 'plan'))).toContain(
      'is due on Friday 21 February 2014, the day that was kept for it; counted, Friday 28 February 2014.',
    );
  });
});

const visit = async (sign: '!' | '-'): Promise<Fortnight> => {
  const fortnight = await openNorthmoor('ilacs-focused-visit');
  await record(fortnight, 'inspector', `practice ${sign} Notifications wait for days`);
  return fortnight;
};

describe('after a focused visit', () => {
  it('[SP5] no plan is asked for where nothing calls for priority action', async () => {
    const fortnight = await visit('-');
    await recommend(fortnight, 'Read notifications', 'improvement');
    expect(told(await judge(fortnight, 'lead', 'timetable all'))).not.toContain('70 working days');
    expect(told(await judge(fortnight, 'lead', 'plan'))).toContain('names no day');
  });

  it('[SP5] with priority action the draft is due in 20 and the plan in 70 working days, and both are taken in and judged', async () => {
    const fortnight = await visit('!');
    await recommend(fortnight, 'Read every notification on its day', 'priority-action');
    await fortnight.as('inspector').closeView();
    await clockAt(fortnight, '2013-12-20 09:00');
    await judge(fortnight, 'lead', 'timetable received 2013-12-19');
    const days = told(await judge(fortnight, 'lead', 'plan'));
    expect(days).toContain('draft is asked for by Tuesday 21 January 2014: 20 working days after 19 December 2013');
    expect(days).toContain('is due on Tuesday 1 April 2014: 70 working days after 19 December 2013');
    await clockAt(fortnight, '2014-01-21 09:00');
    await judge(fortnight, 'lead', 'plan new');
    const lead = fortnight.as('lead');
    expect(lead.typed()).toMatchObject({ version: 'draft' });
    await lead.submit({ 'The table': 'Number\tMilestones\nA-001\tA rota' });
    await lead.closeView();
    await fillIn(fortnight, 'lead', 'plan judge N-001', { ...judged, 'Does it answer the recommendation?': 'not' });
    await lead.closeView();
    expect(told(await judge(fortnight, 'lead', 'plan'))).toContain(
      'N-001 · to A-001 · of the draft, does not answer it, judged on 21 January 2014',
    );
    await clockAt(fortnight, '2014-04-01 09:00');
    await take(fortnight, ['Number\tMilestones', 'A-001\tA rota, and a manager who reads each'], {
      'Which is it?': 'final',
    });
    await lead.closeView();
    await fillIn(fortnight, 'lead', 'plan judge N-002', { ...judged, 'Does it answer the recommendation?': 'answers' });
    await lead.closeView();
    expect(told(await judge(fortnight, 'lead', 'plan'))).toContain(
      'N-002 · to A-001 · answers it, judged on 1 April 2014',
    );
    expect(told(await judge(fortnight, 'lead', 'plan N-001'))).toContain('of the draft, does not answer it');
    await judge(fortnight, 'lead', 'plan file');
    const { files } = await filesSentTo(fortnight, 'lead');
    expect(files[0]?.text).toContain('Of 1 recommendation the plan answers 1.');
  });
});
