import { describe, expect, it } from 'vitest';
import { dailyOf } from '../../src/domain/daily.ts';
import { workingDayNumber } from '../../src/domain/days-on-site.ts';
import type { Framework } from '../../src/domain/framework.ts';
import { pauseOn } from '../../src/domain/matters/pause.ts';
import { daysAfter } from '../../src/domain/moments.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { type DatedStep, stepsOn, timetableOf } from '../../src/domain/timetable.ts';
import { isWorkingDay } from '../../src/domain/working-days.ts';
import { board } from '../../src/words/board.ts';
import { dailyMessage } from '../../src/words/daily.ts';
import { plainText } from '../../src/words/message.ts';
import { countingInWords, dayCountInWords } from '../../src/words/timetable.ts';
import { type Dated, dated } from '../support/dated.ts';
import { framework, shipped } from '../support/frameworks.ts';
import { holidays } from '../support/holidays.ts';
import { pause, type Sent } from '../support/sent.ts';
import { withSteps } from '../support/steps.ts';

const keep = (step: string, day: string | null): Sent => ({ type: 'KeepDate', step, day });

const kirklees = (): Dated => dated({ framework: withSteps(), firstDay: '2016-09-13' }, '2016-09-13 09:00');
const northmoor = (): Dated => dated({ framework: withSteps() });

const stepOf = ({ inspection }: Dated, id: string, today: string): DatedStep => {
  const step = timetableOf(inspection, today, holidays).steps.find((each) => each.id === id);
  if (!step) throw new Error(`There is no step ${id}`);
  return step;
};
const dayOfStep = (story: Dated, id: string, today = '2013-11-19') => stepOf(story, id, today).days;
const oneDay = (day: string) => ({ first: day, last: day });

describe('the timetable', () => {
  it('[TT1] counts steps on site and after it by working days from the first day on site', () => {
    const story = northmoor();
    expect(dayOfStep(story, 'call')).toEqual(oneDay('2013-11-19'));
    expect(dayOfStep(story, 'mid-point')).toEqual(oneDay('2013-11-27'));
    expect(dayOfStep(story, 'feedback')).toEqual(oneDay('2013-12-05'));
    // Christmas Day, Boxing Day and New Year's Day are no working days.
    expect(dayOfStep(story, 'draft')).toEqual({ first: '2014-01-03', last: '2014-01-08' });
    expect(dayOfStep(story, 'comments')).toEqual({ first: '2014-01-10', last: '2014-01-15' });
    expect(dayOfStep(story, 'revisit')).toEqual(oneDay('2014-01-16'));
  });

  it('[TT2] counts the law’s steps from the receipt of the report, and dates none before it is known', () => {
    const story = kirklees();
    expect(stepOf(story, 'statement', '2016-11-28')).toMatchObject({ planned: null, days: null });
    expect(stepOf(story, 'receipt', '2016-11-28')).toMatchObject({ days: null, who: 'The authority' });
    story.on('2016-11-28 09:00', 'lead', keep('receipt', '2016-11-28'));
    const statement = stepOf(story, 'statement', '2016-11-28');
    expect(statement.days).toEqual(oneDay('2017-03-09'));
    expect(countingInWords(statement)).toBe('70 working days after 28 November 2016');
    expect(dayOfStep(story, 'authority-publishes', '2016-11-28')).toEqual(oneDay('2017-01-12'));
  });

  it('[TT2] makes a day of the receipt a day of the deadline: counted from publication it was 8 March', () => {
    const story = kirklees().on('2016-11-28 09:00', 'deputy', keep('receipt', '2016-11-25'));
    expect(dayOfStep(story, 'statement', '2016-11-28')).toEqual(oneDay('2017-03-08'));
    story.on('2016-11-28 09:01', 'deputy', keep('receipt', '2016-11-28'));
    expect(dayOfStep(story, 'statement', '2016-11-28')).toEqual(oneDay('2017-03-09'));
  });

  it('[TT1] counts back to the days that are known of the review of Cheshire in 2006', () => {
    const story = dated({ framework: framework('jar-2005'), firstDay: '2006-09-25', variant: null });
    expect(dayOfStep(story, 'set-up', '2006-09-25')).toEqual(oneDay('2006-07-07'));
    expect(dayOfStep(story, 'self-assessment', '2006-09-25')).toEqual(oneDay('2006-09-08'));
  });

  it('[TT3] keeps the day that was beside the day that was counted, and counts on from it', () => {
    const story = northmoor().on('2013-12-06 09:00', 'lead', keep('last-day', '2013-12-06'));
    expect(stepOf(story, 'feedback', '2013-12-06').days).toEqual(oneDay('2013-12-06'));
    expect(dayOfStep(story, 'draft', '2013-12-06')).toEqual({ first: '2014-01-06', last: '2014-01-09' });
    story.on('2014-01-13 09:00', 'lead', keep('draft', '2014-01-13'));
    expect(stepOf(story, 'draft', '2014-01-13')).toMatchObject({
      planned: { first: '2014-01-06', last: '2014-01-09' },
      kept: '2014-01-13',
      days: oneDay('2014-01-13'),
    });
    expect(dayOfStep(story, 'comments', '2014-01-13')).toEqual(oneDay('2014-01-20'));
    story.on('2014-01-13 09:01', 'lead', keep('draft', null));
    expect(stepOf(story, 'draft', '2014-01-13').kept).toBeNull();
  });

  it('[TT4] says which steps fall on a day, also within a span', () => {
    const timetable = timetableOf(northmoor().inspection, '2014-01-06', holidays);
    expect(stepsOn(timetable, '2014-01-06').map(({ id }) => id)).toEqual(['draft']);
    expect(stepsOn(timetable, '2013-12-25')).toEqual([]);
  });

  it('[TT5] says of a step that it is counted over days whose bank holidays are not known', () => {
    const story = dated({ framework: withSteps(), firstDay: '2027-12-13' }, '2027-12-13 09:00');
    expect(stepOf(story, 'mid-point', '2027-12-13').beyond).toBe(false);
    expect(stepOf(story, 'draft', '2027-12-13').beyond).toBe(true);
  });

  it('[TT6] shows words for the steps of an edition that has nothing else', () => {
    const row = { day: 'Week 2', what: 'The authority audits 20 cases', confidence: 'sourced' } as const;
    const { inspection } = dated({ framework: withSteps({ timetable: [row] }) });
    const { steps, inWords } = timetableOf(inspection, '2013-11-19', holidays);
    expect(inWords).toEqual([{ day: 'Week 2', what: 'The authority audits 20 cases' }]);
    expect(steps.map(({ id }) => id)).toEqual(['notice', 'first-day', 'last-day']);
  });

  it('[TT7] numbers the days on site, of how many', () => {
    const { inspection } = northmoor();
    expect(dayCountInWords(inspection, '2013-11-18', holidays)).toBe('Before the first day on site');
    expect(dayCountInWords(inspection, '2013-11-26', holidays)).toBe('Day 6 of 13');
    expect(dayCountInWords(inspection, '2013-12-06', holidays)).toBe('After the 13 days on site');
  });

  it('[TT7] numbers no day beyond what anybody says of how long the team is on site', () => {
    const untimed = (id: string) => dated({ framework: framework(id), confirmed: true, variant: null, theme: null });
    const joint = untimed('jar-2005').inspection;
    expect(dayCountInWords(joint, '2013-11-25', holidays)).toBe('Day 5');
    for (const inspection of [joint, untimed('apa-2005').inspection, untimed('annual-rating-2009').inspection]) {
      expect(dayCountInWords(inspection, '2014-01-14', holidays)).toBe('');
      const at = '2014-01-14T12:00:00.000Z';
      const daily = dailyOf(inspection, '2014-01-14', at, holidays);
      const told = { of: at, at, head: { version: 1, hash: 'a'.repeat(64) }, holidays };
      const said = [board(summaryOf(inspection), at, holidays), dailyMessage(daily, told, [])]
        .map(plainText)
        .join('\n');
      expect(said).toContain('PROVISIONAL · Tuesday 14 January · lead Ana Reyes');
      expect(said).toContain('Northmoor: daily summary');
      expect(said).not.toMatch(/\bday \d/i);
    }
    const known = untimed('jar-2005').on('2013-11-20 09:00', 'lead', keep('last-day', '2013-11-29')).inspection;
    expect(dayCountInWords(known, '2013-11-26', holidays)).toBe('Day 6 of 9');
  });
});

describe('the timetables of the frameworks that come with Fortnight', () => {
  const under = (framework: Framework): Dated => {
    const chosen = { variant: framework.variants[0]?.id ?? null, theme: framework.themes[0]?.id ?? null };
    const story = dated({ framework, firstDay: '2016-09-13', ...chosen }, '2016-09-13 09:00');
    return story.on('2016-11-28 09:00', 'lead', keep('receipt', '2016-11-28'));
  };

  it.each(shipped.map((framework) => [framework.id, framework] as const))(
    '[TT1] [TT2] of %s have a day for each step, and the law’s 30 and 70 working days as councils count them',
    (_, framework) => {
      const { steps } = timetableOf(under(framework).inspection, '2016-11-28', holidays);
      expect(steps.filter(({ days }) => days === null)).toEqual([]);
      for (const { counted, days } of steps) {
        if (counted?.from !== 'receipt' || counted.unit !== 'workingDays') continue;
        if (counted.last === 70) expect(days).toEqual(oneDay('2017-03-09'));
        if (counted.last === 30) expect(days).toEqual(oneDay('2017-01-12'));
      }
    },
  );
});

describe('a date that became known', () => {
  it('[TT3] goes on after both signatures, by lead or deputy', () => {
    northmoor().on('2013-11-19 10:00', 'deputy', keep('mid-point', '2013-11-28'));
  });

  it.each([
    ['a step that there is not', keep('picnic', '2013-11-28'), 'has no step'],
    ['a receipt to come', keep('receipt', '2013-12-20'), 'cannot have been received on a day to come'],
    ['another year', keep('draft', '2031-01-06'), 'Look at the year'],
    ['a day that is none', keep('draft', '2014-02-31'), 'Give the day like this: 2016-11-28.'],
    ['nothing to take back', keep('draft', null), 'No day was kept for this.'],
  ])('[TT3] refuses %s', (_, command, words) => {
    expect(() => northmoor().on('2013-11-19 10:00', 'lead', command)).toThrow(words);
  });
});

describe('a pause in the timetable', () => {
  /** Paused on the sixth day for four working days: 26 to 29 November. */
  const resumed = () =>
    northmoor()
      .on('2013-11-26 09:00', 'lead', pause('2013-11-26'))
      .on('2013-12-02 09:00', 'lead', { type: 'ResumeInspection', on: '2013-12-02', note: null });

  it('[HM1] moves the steps not reached by the working days paused, and none before it', () => {
    const story = resumed();
    expect(dayOfStep(story, 'call', '2013-12-02')).toEqual(oneDay('2013-11-19'));
    expect(dayOfStep(story, 'mid-point', '2013-12-02')).toEqual(oneDay('2013-12-03'));
    expect(dayOfStep(story, 'feedback', '2013-12-02')).toEqual(oneDay('2013-12-11'));
    expect(dayOfStep(story, 'revisit', '2013-12-02')).toEqual(oneDay('2014-01-22'));
  });

  it('[HM1] moves them day by day while it lasts', () => {
    const story = northmoor().on('2013-11-26 09:00', 'lead', pause('2013-11-26'));
    expect(dayOfStep(story, 'mid-point', '2013-11-26')).toEqual(oneDay('2013-11-28'));
    expect(dayOfStep(story, 'mid-point', '2013-11-27')).toEqual(oneDay('2013-11-29'));
  });

  it('[HM2] moves nothing that the law counts from receipt', () => {
    const story = resumed().on('2014-02-03 09:00', 'lead', keep('receipt', '2014-02-03'));
    const before = dayOfStep(story, 'statement', '2014-02-03');
    story.on('2014-02-10 09:00', 'lead', pause('2014-02-10'));
    expect(dayOfStep(story, 'statement', '2014-02-20')).toEqual(before);
  });

  it('[HM1] leaves out of the days on site each working day of a pause, and no other', () => {
    const { inspection } = resumed().on('2013-12-05 09:00', 'lead', pause('2013-12-05'));
    let number = 0;
    for (let day = '2013-11-19'; day < '2014-02-01'; day = daysAfter(day, 1)) {
      if (isWorkingDay(day, holidays) && pauseOn(inspection, day, day) === null) number += 1;
      expect(workingDayNumber(inspection, day, holidays), day).toBe(number);
    }
  });

  it('[HM1] counts no day on site while it lasts', () => {
    const { inspection } = resumed();
    expect(workingDayNumber(inspection, '2013-11-25', holidays)).toBe(5);
    expect(dayCountInWords(inspection, '2013-11-28', holidays)).toBe('Paused, after day 5');
    expect(dayCountInWords(inspection, '2013-12-02', holidays)).toBe('Day 6 of 13');
  });
});
