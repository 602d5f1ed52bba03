import { describe, expect, it } from 'vitest';
import { fillIn, grade, judge, page, postedSummary, record, storedOf, told } from '../../support/acts.ts';
import { clockAt } from '../../support/daily.ts';
import { type Fortnight, openFortnight, startNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { everythingSaid, notInText } from '../../support/shown.ts';
import { withSteps } from '../../support/steps.ts';
import { teamChannel } from '../../support/workspace.ts';

const opened = async (): Promise<Fortnight> => {
  const fortnight = await openFortnight({ known: [withSteps()] });
  await startNorthmoor(fortnight);
  return fortnight;
};

const paused = async (): Promise<Fortnight> => {
  const fortnight = await opened();
  await clockAt(fortnight, '2013-11-26 09:00');
  await fillIn(fortnight, 'lead', 'pause', { 'Why is it paused?': 'The main office is flooded.' });
  return fortnight;
};

const boardOf = (fortnight: Fortnight): string => fortnight.slack.channel(teamChannel).pinned()[0]?.text ?? '';
const lastTo = (fortnight: Fortnight, who: 'lead' | 'deputy'): string =>
  fortnight.slack.directMessages(people[who]).at(-1)?.text ?? '';

describe('pausing an inspection', () => {
  it('[U23] [HM3] takes a day and a reason, and shows the clock to lead, board and whoever asks', async () => {
    const fortnight = await paused();
    expect(await storedOf(fortnight, 'Paused')).toEqual([
      { type: 'Paused', from: '2013-11-26', reason: 'The main office is flooded.' },
    ]);
    expect(boardOf(fortnight)).toContain('Paused, after day 5');
    expect(boardOf(fortnight)).toMatch(
      /Paused since Tue 26 Nov, working day 1 of \d+ at most \(.*\), by .*\. Recording goes on; nothing is signed\. \[Resume\]/,
    );
    expect(boardOf(fortnight)).not.toContain('flooded');
    expect(told(await judge(fortnight, 'deputy', 'pause'))).toContain('The main office is flooded.');
    expect(told(await judge(fortnight, 'inspector', 'today'))).toContain('since Tuesday 26 November 2013');
    expect(told(await judge(fortnight, 'inspector', 'pause'))).toContain('may pause, resume or end the inspection');
  });

  it('[HM5] sends on the day on which its time runs out one line, and nothing before', async () => {
    const fortnight = await paused();
    const before = fortnight.slack.directMessages(people.lead).length;
    await record(fortnight, 'inspector', 'help - Late');
    await clockAt(fortnight, '2013-11-27 17:30');
    expect(fortnight.slack.directMessages(people.lead)).toHaveLength(before);
    await clockAt(fortnight, '2013-12-02 17:30');
    expect(lastTo(fortnight, 'lead')).toContain('Northmoor, paused');
    expect(lastTo(fortnight, 'deputy')).toContain('working day 5.');
    expect(lastTo(fortnight, 'lead')).not.toContain('Today: ');
  });

  it('[HM6] says in the receipt of evidence that it was recorded during the pause', async () => {
    const fortnight = await paused();
    const said = told(await judge(fortnight, 'inspector', 'evidence help - Seen before the flood'));
    expect(said).toContain('marked as recorded during the pause');
  });

  it('[HM1] goes on from the day given, and the timetable has moved', async () => {
    const fortnight = await paused();
    await clockAt(fortnight, '2013-12-02 08:30');
    const saved = await fillIn(fortnight, 'deputy', 'resume', {});
    expect(page(saved)).toContain('goes on from Monday 2 December 2013');
    expect(boardOf(fortnight)).toContain('Day 6 of 13');
    expect(told(await judge(fortnight, 'lead', 'timetable'))).toContain('Tue 3 Dec');
    expect(told(await judge(fortnight, 'lead', 'resume'))).toContain(
      'Ben Okoro resumed it already: it goes on from 2 December 2013.',
    );
  });

  it('[C3] asks about a likely name in the reason', async () => {
    const fortnight = await opened();
    const asked = await fillIn(fortnight, 'lead', 'pause', { 'Why is it paused?': 'Sarah Miller was taken ill.' });
    expect(page(asked)).toContain('this may be a person’s name');
    expect(await storedOf(fortnight, 'Paused')).toEqual([]);
  });
});

describe('ending an inspection incomplete', () => {
  const ended = async (): Promise<Fortnight> => {
    const fortnight = await paused();
    await record(fortnight, 'inspector', 'help - Late');
    await grade(fortnight, 'help', 'inadequate');
    await fillIn(fortnight, 'deputy', 'incomplete', { 'Why is it incomplete?': 'The flood lasts.' });
    return fortnight;
  };

  it('[U23] [HM7] says so on the board and in the summary, and gives no grade', async () => {
    const fortnight = await ended();
    expect(boardOf(fortnight)).toContain('INCOMPLETE');
    expect(boardOf(fortnight)).not.toMatch(/Inadequate/i);
    const preview = await judge(fortnight, 'lead', 'summary');
    expect(told(preview)).toContain('no grade is given. 1 item of evidence stays in the record.');
    const [shown] = preview.shown;
    if (!shown) throw new Error('There is no preview');
    await fortnight.as('lead').press(shown, 'Post to the team channel');
    const posted = postedSummary(fortnight);
    expect(posted).toContain('Northmoor · incomplete');
    expect(posted).toContain('Ended incomplete by Ben Okoro');
    expect(posted).not.toMatch(/inadequate/i);
  });

  it('[HM7] seals, sends no more daily summaries, and lets another begin in the channel', async () => {
    const fortnight = await ended();
    expect(told(await judge(fortnight, 'inspector', 'evidence help - More'))).toContain('ended incomplete');
    expect(told(await judge(fortnight, 'lead', 'sign-off'))).toContain('Ended incomplete');
    const before = fortnight.slack.directMessages(people.lead).length;
    await clockAt(fortnight, '2013-12-02 17:30');
    expect(fortnight.slack.directMessages(people.lead)).toHaveLength(before);
    expect((await judge(fortnight, 'lead', 'start')).view).toBeDefined();
  });

  it('[M3] says nothing in blocks that the text has not', async () => {
    const fortnight = await ended();
    for (const words of ['', 'summary', 'pause', 'timetable', 'reopen']) await judge(fortnight, 'lead', words);
    for (const said of everythingSaid(fortnight.slack)) expect(notInText(said)).toEqual([]);
  });
});
