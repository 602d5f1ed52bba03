import { describe, expect, it } from 'vitest';
import { timetableOf } from '../../src/domain/timetable.ts';
import { actionPlan, planDueInWords } from '../../src/words/action-plan.ts';
import { type Story, under } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';
import { evidence } from '../support/sent.ts';
import { recommend } from '../support/sent-concern.ts';

const weak = under('sif-2013').started().and(evidence({}), 'inspector');
const timetable = (story: Story) => timetableOf(story.state(), '2013-12-20', holidays);
const received = (story: Story, at: string): Story => {
  const state = story.state();
  const dates = new Map([['receipt', { day: at, by: { team: 'TFORT', user: 'UANA' }, at: story.now }]]);
  return { ...story, state: () => ({ ...state, dates }) };
};

describe('the shell of the authority’s action plan', () => {
  it('[CM44] [U14] has a row for each recommendation, most urgent first, owner and day left empty', () => {
    const story = weak
      .and(recommend({ urgency: 'area-for-improvement', text: 'Read "plans", all of them\nby spring' }), 'lead')
      .and(recommend({ text: '=1+1' }), 'lead');
    const { name, content } = actionPlan(story.state(), timetable(story));
    expect(name).toBe('northmoor-2013-11-19.action-plan.csv');
    expect(content).toBe(
      [
        '\uFEFFNumber,How soon,What must be done,Areas,Owner,By when,Statement of action due',
        "A-002,Priority and immediate action,'=1+1,Help and protection,,,",
        'A-001,Area for improvement,"Read ""plans"", all of them\nby spring",Help and protection,,,',
        '',
      ].join('\r\n'),
    );
  });

  it.each(['=1+1', '+1', '-1', '@sum(a1)', '＝1+1', '＠sum(a1)'])(
    '[CM44] lets a spreadsheet take no recommendation for a formula: %s',
    (text) => {
      const story = weak.and(recommend({ text }), 'lead');
      expect(actionPlan(story.state(), timetable(story)).content).toContain(`,'${text},`);
    },
  );

  it('[CM44] [U14] says by when, 70 working days after the report was received, and how that is counted', () => {
    const story = weak.and(recommend({}), 'lead');
    expect(planDueInWords(story.state(), timetable(story))).toContain(
      'due 70 working days after it receives the report',
    );
    const known = received(story, '2013-12-16');
    expect(planDueInWords(known.state(), timetable(known))).toContain(
      'is due on Thursday 27 March 2014: 70 working days after 16 December 2013',
    );
    expect(actionPlan(known.state(), timetable(known)).content).toContain(',,,2014-03-27\r\n');
  });
});
