import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CalendarRefused, readBankHolidays } from '../../src/calendar.ts';
import { dayIn, daysAfter, momentIn } from '../../src/domain/moments.ts';
import { isKnown, isWorkingDay, workingDaysFrom } from '../../src/domain/working-days.ts';
import { holidays } from '../support/holidays.ts';

describe('a working day', () => {
  it('[Y1] is Monday to Friday', () => {
    const week = ['2013-11-18', '2013-11-19', '2013-11-20', '2013-11-21', '2013-11-22', '2013-11-23', '2013-11-24'];
    expect(week.map((day) => isWorkingDay(day, holidays))).toEqual([true, true, true, true, true, false, false]);
  });

  it.each([
    ['New Year’s Day', '2014-01-01'],
    ['Good Friday', '2014-04-18'],
    ['Easter Monday', '2014-04-21'],
    ['the early May bank holiday', '2014-05-05'],
    ['the spring bank holiday', '2014-05-26'],
    ['the summer bank holiday', '2014-08-25'],
    ['Christmas Day', '2013-12-25'],
    ['Boxing Day', '2013-12-26'],
    ['the substitute for a Saturday’s New Year’s Day', '2022-01-03'],
    ['the substitute for a Sunday’s Christmas Day', '2022-12-27'],
    ['the substitute for a Saturday’s Christmas Day', '2010-12-27'],
    ['the substitute for the Sunday’s Boxing Day after it', '2010-12-28'],
    ['the substitute for a Saturday’s Boxing Day', '2009-12-28'],
    ['the royal wedding', '2011-04-29'],
    ['the spring bank holiday moved for the Diamond Jubilee', '2012-06-04'],
    ['the Diamond Jubilee', '2012-06-05'],
    ['the early May bank holiday moved for VE Day', '2020-05-08'],
    ['the spring bank holiday moved for the Platinum Jubilee', '2022-06-02'],
    ['the Platinum Jubilee', '2022-06-03'],
    ['the state funeral', '2022-09-19'],
    ['the coronation', '2023-05-08'],
  ])('[Y1] is not %s, %s', (_, day) => {
    expect(isWorkingDay(day, holidays)).toBe(false);
  });

  it.each([
    ['the last Monday of May 2012', '2012-05-28'],
    ['the first Monday of May 2020', '2020-05-04'],
    ['the last Monday of May 2022', '2022-05-30'],
    ['Scotland’s second of January', '2014-01-02'],
    ['Scotland’s first Monday of August', '2014-08-04'],
    ['St Patrick’s Day', '2014-03-17'],
  ])('[Y1] is %s, which was none in England and Wales', (_, day) => {
    expect(isWorkingDay(day, holidays)).toBe(true);
  });

  it('[Y1] has eight bank holidays a year beside it, and those that were added', () => {
    const counts = new Map<string, number>();
    for (const day of holidays.days) counts.set(day.slice(0, 4), (counts.get(day.slice(0, 4)) ?? 0) + 1);
    const added = new Map([
      ['2011', 1],
      ['2012', 1],
      ['2022', 2],
      ['2023', 1],
    ]);
    expect([...counts]).toEqual(
      Array.from({ length: 23 }, (_, index) => String(2005 + index)).map((year) => [year, 8 + (added.get(year) ?? 0)]),
    );
    for (const day of holidays.days) expect([0, 6], day).not.toContain(new Date(day).getUTCDay());
  });

  it('[Y2] is known from 2005 to 2027; beyond, bank holidays are not known and none is guessed', () => {
    const days = ['2004-12-31', '2005-01-01', '2027-12-31', '2028-01-01'];
    expect(days.map((day) => isKnown(day, holidays))).toEqual([false, true, true, false]);
    expect(isWorkingDay('2028-12-25', holidays)).toBe(true);
  });

  it('[Y1] is counted from the first, both ends in it', () => {
    expect(workingDaysFrom('2013-11-19', '2013-11-19', holidays)).toBe(1);
    expect(workingDaysFrom('2013-11-19', '2013-11-26', holidays)).toBe(6);
    expect(workingDaysFrom('2013-12-23', '2014-01-02', holidays)).toBe(6);
    expect(workingDaysFrom('2013-11-19', '2013-11-18', holidays)).toBe(0);
  });

  it('[Y1] is counted over years as day by day', () => {
    const days = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(days, days, (from, more) => {
        const first = daysAfter('2005-01-01', from);
        const each = Array.from({ length: more }, (_, at) => daysAfter(first, at));
        const working = each.filter((day) => isWorkingDay(day, holidays)).length;
        expect(workingDaysFrom(first, daysAfter(first, more - 1), holidays)).toBe(working);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a moment', () => {
  it.each([
    ['2013-10-25', '17:30', '2013-10-25T16:30:00.000Z'],
    ['2013-10-28', '17:30', '2013-10-28T17:30:00.000Z'],
    ['2014-03-28', '17:30', '2014-03-28T17:30:00.000Z'],
    ['2014-03-31', '17:30', '2014-03-31T16:30:00.000Z'],
    ['2014-06-03', '00:15', '2014-06-02T23:15:00.000Z'],
    // Left out on 30 March 2014, there twice on 27 October 2013.
    ['2014-03-30', '01:30', '2014-03-30T01:30:00.000Z'],
    ['2013-10-27', '01:30', '2013-10-27T00:30:00.000Z'],
  ])('[Y3] is said as in London: %s at %s', (day, time, at) => {
    expect(momentIn({ timeZone: 'Europe/London' }, { day, time })).toBe(at);
    expect(dayIn({ timeZone: 'Europe/London' }, at)).toBe(day);
  });

  it('[Y3] has days that follow one another through months, leap years and clock changes', () => {
    expect(daysAfter('2013-10-26', 1)).toBe('2013-10-27');
    expect(daysAfter('2013-10-27', 1)).toBe('2013-10-28');
    expect(daysAfter('2016-03-01', -1)).toBe('2016-02-29');
    expect(daysAfter('2013-12-31', 1)).toBe('2014-01-01');
  });
});

describe('a file of bank holidays', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holidays-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const refused = (content: string): string => {
    const file = join(folder, 'bank-holidays.json');
    writeFileSync(file, content);
    try {
      readBankHolidays(file);
    } catch (error) {
      if (error instanceof CalendarRefused) return error.message;
      throw error;
    }
    return '';
  };
  const listing = (...days: string[]) =>
    JSON.stringify({
      division: 'England and Wales',
      about: 'Invented',
      source: 'Invented',
      from: '2013-01-01',
      until: '2013-12-31',
      days: days.map((day) => ({ day, name: 'A day off' })),
    });

  it('[Y2] stops the start where it cannot be used, naming what is wrong', () => {
    expect(refused(listing('2013-12-25', '2013-12-26'))).toBe('');
    expect(refused(listing('2014-01-01'))).toContain('days.0.day: 2014-01-01 lies outside 2013-01-01 to 2013-12-31.');
    expect(refused(listing('2013-12-26', '2013-12-25'))).toContain('2013-12-25 stands after 2013-12-26');
    expect(refused(listing('2013-12-25', '2013-12-25'))).toContain('List each day once, in order.');
    expect(refused(listing('2013-02-30'))).toContain('Give a day such as 2013-12-25.');
    expect(refused('{')).toContain('is not JSON');
    expect(() => readBankHolidays(join(folder, 'none.json'))).toThrow('none.json cannot be read');
  });
});
