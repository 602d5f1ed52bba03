import { describe, expect, it } from 'vitest';
import { tomorrowOf } from '../../../src/words/daily/tomorrow.ts';
import { fillIn, judge, page, record, storedOf, told, underFields } from '../../support/acts.ts';
import { clockAt, sentTo } from '../../support/daily.ts';
import { type Fortnight, openFortnight, startNorthmoor } from '../../support/fortnight.ts';
import { framework } from '../../support/frameworks.ts';
import { given } from '../../support/given.ts';
import { holidays } from '../../support/holidays.ts';
import { people } from '../../support/people.ts';
import { withSteps } from '../../support/steps.ts';

const opened = async (): Promise<Fortnight> => {
  const fortnight = await openFortnight({ known: [withSteps()] });
  await startNorthmoor(fortnight);
  return fortnight;
};

describe('asking for the timetable', () => {
  it('[TT8] shows to everybody on the team what was, what is today and what comes, and who acts', async () => {
    const fortnight = await opened();
    await clockAt(fortnight, '2013-11-27 12:00');
    const answer = await judge(fortnight, 'observer', 'timetable');
    expect(told(answer)).toMatch(/Day 7 of 13 · Wed 27 Nov\nToday: \n?Mid-point review\n/);
    expect(told(answer)).not.toContain('Keep a date');
    const words = answer.said ? told(await fortnight.as('observer').press(answer.said, 'All steps')) : '';
    expect(words).toContain('Day 7 of 13 · Wednesday 27 November 2013');
    const places = [
      'Done',
      'Tuesday 19 November 2013: The lead inspector calls the director (Lead inspector)',
      'Today',
      'Wednesday 27 November 2013: Mid-point review (Lead inspector, quality assurance manager)',
      'Next',
      'Friday 3 January 2014 to Wednesday 8 January 2014: Draft report to the authority (Lead inspector) · 18 to 21 working days after 5 December 2013',
      'Thursday 16 January 2014: The director is asked how it went (Quality assurance manager) · 6 weeks after 5 December 2013 · not verified',
      'Not dated yet',
      'Written statement of proposed action (The authority) · 70 working days after “the authority receives the report”',
      'Keep the day when the authority received the report',
    ];
    const plain = words.replaceAll('\n: ', ': ').replace(/(\d{4})\n: /g, '$1: ');
    const found = places.map((each) => plain.replaceAll('\n', '').indexOf(each));
    expect(found.filter((place) => place < 0)).toEqual([]);
    expect(found).toEqual([...found].sort((one, other) => one - other));
    expect(words).not.toContain('Keep a date');
  });

  it('[TT2] takes the day of receipt in one line and shows the counting', async () => {
    const fortnight = await opened();
    await clockAt(fortnight, '2014-02-12 12:00');
    const said = told(await judge(fortnight, 'lead', 'timetable received 2014-02-11'));
    expect(said).toContain('The authority receives the report: Tuesday 11 February 2014.');
    expect(said).toContain(
      'Written statement of proposed action: Friday 23 May 2014, 70 working days after 11 February 2014',
    );
    expect(await storedOf(fortnight, 'DateKept')).toEqual([{ type: 'DateKept', step: 'receipt', day: '2014-02-11' }]);
    expect(told(await judge(fortnight, 'lead', 'timetable received 2014-02-30'))).toContain('Not saved.');
    expect(told(await judge(fortnight, 'inspector', 'timetable received 2014-02-10'))).toContain(
      'may keep the timetable',
    );
  });

  it('[TT3] takes any step’s day by a form, each refusal under its field', async () => {
    const fortnight = await opened();
    await judge(fortnight, 'deputy', 'timetable date');
    const refused = await fortnight
      .as('deputy')
      .submit({ 'What happened, or is to happen': 'receipt', Day: '2014-02-11' });
    expect(underFields(refused)).toContain('cannot have been received on a day to come');
    const saved = await fortnight
      .as('deputy')
      .submit({ 'What happened, or is to happen': 'mid-point', Day: '2013-11-28' });
    expect(page(saved)).toContain('Mid-point review: Thursday 28 November 2013.');
    expect(told(await judge(fortnight, 'lead', 'timetable all'))).toContain('counted: Wednesday 27 November 2013');
  });

  it('[TT5] says until when bank holidays are known, where it is asked beyond', async () => {
    const fortnight = await openFortnight({ known: [withSteps({ inForce: { from: '2013-11-19', to: null } })] });
    await clockAt(fortnight, '2027-12-13 09:00');
    await fillIn(fortnight, 'lead', 'start', {
      'Local authority': 'Northmoor',
      Framework: 'sif-2013',
      'First day on site': '2027-12-13',
    });
    const words = told(await judge(fortnight, 'lead', 'timetable all'));
    expect(words).toContain('bank holidays not known');
    expect(words).toContain('Bank holidays are known from 1 January 2005 to 31 December 2027.');
  });

  it('[TT8] shows what is next, where it is asked otherwise', async () => {
    const fortnight = await opened();
    expect(told(await judge(fortnight, 'lead', 'timetable soon'))).toContain('All steps');
  });
});

describe('the timetable in the daily summary and on the board', () => {
  it('[TT4] names tomorrow’s steps by their day', async () => {
    const fortnight = await opened();
    await record(fortnight, 'inspector', 'help - Late');
    await clockAt(fortnight, '2013-11-26 17:30');
    const [sent] = sentTo(fortnight, 'lead').slice(-1);
    expect(sent?.text).toContain('Tomorrow, Wed 27 Nov: Mid-point review');
    await record(fortnight, 'inspector', 'help - Late again');
    await clockAt(fortnight, '2013-11-27 17:30');
    expect(sentTo(fortnight, 'lead').at(-1)?.text).not.toContain('Mid-point review');
  });

  it('[TT4] says nothing again of what goes on already', () => {
    const stands = given(framework('sif-2013')).state();
    const said = (day: string) => tomorrowOf(stands, `${day}T17:30:00.000Z`, holidays);
    expect(said('2013-11-18')?.says).toMatch(/^On site, with opening meetings/);
    expect(said('2013-11-19')).toBeNull();
  });

  it('[TT4] names the next working day where that is not tomorrow', async () => {
    const fortnight = await opened();
    await judge(fortnight, 'lead', 'timetable mid-point 2013-11-25');
    await clockAt(fortnight, '2013-11-22 17:30');
    expect(sentTo(fortnight, 'lead').at(-1)?.text).toContain('\nMon 25 Nov: Mid-point review');
  });

  it('[TT7] says on the board which day of how many it is', async () => {
    const fortnight = await opened();
    await clockAt(fortnight, '2013-11-26 12:00');
    expect(told(await judge(fortnight, 'inspector', ''))).toContain('day 6 of 13');
  });
});

describe('the timetable as a calendar file', () => {
  const fileOf = async (fortnight: Fortnight, who: 'inspector' | 'lead'): Promise<string> => {
    const [message] = fortnight.slack.directMessages(people[who]).slice(-1);
    const [file] = (message?.files ?? []) as { id: string; name: string }[];
    expect(file?.name).toBe('northmoor-2013-11-19.ics');
    return (await fortnight.slack.file(file?.id ?? '')).toString();
  };

  it('[TT9] comes in a direct message, holds every dated step and no evidence', async () => {
    const fortnight = await opened();
    await record(fortnight, 'inspector', 'help - Strategy discussions were late');
    const said = told(await judge(fortnight, 'inspector', 'timetable calendar'));
    expect(said).toBe('northmoor-2013-11-19.ics comes in a direct message from Fortnight.');
    const file = await fileOf(fortnight, 'inspector');
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(6);
    expect(file).toContain('SUMMARY:Northmoor: Mid-point review');
    expect(file).not.toContain('Strategy');
    expect(await storedOf(fortnight, 'Exported')).toEqual([]);
  });

  it('[TT9] says so to whoever waits, when Slack does not take it', async () => {
    const fortnight = await opened();
    fortnight.slack.fail('files.completeUploadExternal', { error: 'file_upload_size_restricted' }, 1);
    await judge(fortnight, 'lead', 'timetable calendar');
    const [fault] = fortnight.faults.splice(0);
    const [message] = fortnight.slack.directMessages(people.lead).slice(-1);
    expect(message?.text).toContain('Slack did not take it');
    expect(message?.text).toContain(fault?.reference);
  });
});
