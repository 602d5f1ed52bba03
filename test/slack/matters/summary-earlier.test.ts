import { describe, expect, it } from 'vitest';
import { grade, judge, record, told, wholeSummary } from '../../support/acts.ts';
import { clockAt, startOn } from '../../support/daily.ts';
import { type Fortnight, northmoor, openFortnight } from '../../support/fortnight.ts';

const opened = async (): Promise<Fortnight> => {
  const fortnight = await openFortnight();
  await startOn(fortnight, '2013-11-19');
  await record(fortnight, 'inspector', 'help - Late in two cases');
  await clockAt(fortnight, '2013-11-20 10:00');
  await grade(fortnight, 'help', 'requires-improvement');
  await fortnight.as('lead').closeView();
  return fortnight;
};

const at = async (fortnight: Fortnight, moment: string): Promise<string> =>
  wholeSummary(fortnight, 'lead', `summary at ${moment}`);

describe('the summary as at an earlier moment', () => {
  it('[Y13] shows how it stood by the time recorded, without a button that posts it', async () => {
    const fortnight = await opened();
    const before = await at(fortnight, '2013-11-19 17:30');
    expect(before).toContain(' · as at Tuesday 19 November 2013, 17:30');
    expect(before).toContain('Children who need help and protection: not judged yet');
    expect(before).toContain('It shows what was recorded by Tuesday 19 November 2013, 17:30, and nothing later.');
    expect(before).not.toContain('Post to the team channel');
    expect(await at(fortnight, '2013-11-20 10:00')).toContain(
      'Children who need help and protection: Requires improvement',
    );
  });

  it('[Y13] is the same to the letter however much is recorded later, also after a restart', async () => {
    const fortnight = await opened();
    const first = await at(fortnight, '2013-11-20 10:00');
    await clockAt(fortnight, '2013-11-22 09:00');
    await record(fortnight, 'inspector', 'help + Better in another');
    await grade(fortnight, 'help', 'good');
    await fortnight.as('lead').closeView();
    expect(await at(fortnight, '2013-11-20 10:00')).toBe(first);
    await fortnight.restart();
    expect(await at(fortnight, '2013-11-20 10:00')).toBe(first);
    expect(told(await judge(fortnight, 'lead', 'summary'))).toContain('Children who need help and protection: Good');
  });

  it('[Y13] goes by London’s clock in summer', async () => {
    const fortnight = await openFortnight();
    await startOn(fortnight, '2014-06-03');
    expect(await at(fortnight, '2014-06-03 08:59')).toContain('begins after Tuesday 3 June 2014, 08:59');
    expect(await at(fortnight, '2014-06-03 09:00')).toContain('as at Tuesday 3 June 2014, 09:00');
  });

  it('[Y13] marks what was erased since', async () => {
    const fortnight = await opened();
    const kept = await fortnight
      .inspections()
      .record(
        northmoor,
        { type: 'EraseItem', item: 'E-001', reason: 'The retention date has passed' },
        { person: { team: 'TFORT', user: 'UANA' }, at: '2013-11-21T09:00:00.000Z', request: 'erasing' },
      );
    if ('refusals' in kept) throw new Error('It was not erased');
    const [erased] = kept.events;
    for (const version of erased?.type === 'ItemErased' ? erased.versions : [])
      await fortnight.erase(northmoor, version);
    await fortnight.restart();
    await clockAt(fortnight, '2013-11-22 09:00');
    const said = await at(fortnight, '2013-11-20 10:00');
    expect(said).toContain('The words of 1 entry were erased later');
    expect(said).toContain('Rests on nothing that still stands; erased: E-001');
    expect(said).not.toContain('Late in two cases');
    expect(await at(fortnight, '2013-11-20 10:00')).toBe(said);
  });

  it.each([
    ['', '"" is not a day and a time. Write them so: 2013-12-05 17:30.'],
    ['yesterday', '"yesterday" is not a day and a time.'],
    ['2013-11-31 17:30', 'is not a day and a time.'],
    ['2013-11-19', 'is not a day and a time.'],
    ['2013-11-19 25:00', 'is not a day and a time.'],
    ['2013-11-21 17:30', 'Thursday 21 November 2013, 17:30 has not come yet.'],
    ['2013-11-18 17:30', 'The record of Northmoor begins after Monday 18 November 2013, 17:30. Name a later moment.'],
  ])('[Y13] is asked for by a day and a time: "%s"', async (moment, answer) => {
    const fortnight = await opened();
    expect(await at(fortnight, moment)).toContain(answer);
  });

  it('[Y13] is asked for by nothing else', async () => {
    const fortnight = await opened();
    const said = told(await judge(fortnight, 'lead', 'summary please'));
    expect(said).toBe('Give at with a day and a time for an earlier moment, such as at 2013-12-05 17:30.');
  });
});
