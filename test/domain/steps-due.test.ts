import { describe, expect, it } from 'vitest';
import { stepsDue } from '../../src/domain/steps-due.ts';
import type { Story } from '../support/given.ts';
import { under } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';

const ilacs = under('ilacs-2018');
const due = (story: Story, today: string): string[] =>
  stepsDue(story.state(), today, holidays).map(([{ id }, by]) => `${id} ${by}`);

const ids = (story: Story, today: string): string[] =>
  due(story, today)
    .map((each) => each.split(' ')[0] ?? '')
    .sort();

const kept = (step: string, day: string) => ({ type: 'KeepDate', step, day });

describe('steps of the timetable that are still to be done', () => {
  it('[OV2] are those after the days on site, by the last day of each, and none of the days on site', () => {
    expect(ids(ilacs.started(), '2013-11-20')).toEqual(['comments', 'draft', 'published']);
  });

  it('[OV2] are done once their day was kept and has come, or that of a later one', () => {
    const sent = ilacs.started().and(kept('draft', '2013-12-30'), 'lead');
    expect(due(sent, '2013-12-20')).toContain('draft 2013-12-30');
    expect(ids(sent, '2013-12-31')).toEqual(['comments', 'published']);
    const published = ilacs.started().and(kept('published', '2014-02-03'), 'lead');
    expect(due(published, '2014-02-04')).toEqual([]);
    const received = published.and(kept('receipt', '2013-11-19'), 'lead');
    expect(due(received, '2014-02-04')).toEqual(['statement-of-action 2014-02-28']);
  });

  it('[OV2] [SP7] are done where the record shows it: a report sent, comments that came', () => {
    const drafted = ilacs.started().and({ type: 'KeepReportVersion', stage: 'draft' }, 'lead');
    const reviewed = drafted.and({ type: 'KeepReportVersion', stage: 'quality-assurance' }, 'lead');
    expect(ids(reviewed, '2014-01-30')).toContain('draft');
    const sent = reviewed.and({ type: 'KeepReportVersion', stage: 'authority' }, 'lead');
    expect(ids(sent, '2014-01-30')).toEqual(['published']);
  });

  it('[OV2] are none of one that ended incomplete', () => {
    const over = ilacs.started().and({ type: 'EndIncomplete', reason: 'A flood' }, 'lead');
    expect(due(over, '2014-01-30')).toEqual([]);
  });
});
