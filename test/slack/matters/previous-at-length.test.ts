import { describe, expect, it } from 'vitest';
import { allGood, fillIn, gradeAll, judge, page, told } from '../../support/acts.ts';
import { type Fortnight, northmoor, openFortnight, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';
import { frameworks } from '../../support/frameworks.ts';
import { recordMany } from '../../support/many.ts';
import { people } from '../../support/people.ts';
import { everythingSaid, notInText } from '../../support/shown.ts';
import { withSteps } from '../../support/steps.ts';
import { team } from '../../support/workspace.ts';

const long = (words: string): string => `${words} & much more of it, again and again. `.repeat(60).slice(0, 2900);

const keep = async (fortnight: Fortnight, command: unknown, request: string): Promise<void> => {
  const context = { person: { team: team.id, user: people.lead }, at: '2013-11-19T09:00:00.000Z', request };
  const kept = await fortnight.inspections().record(northmoor, command, context);
  if ('refusals' in kept) throw new Error(kept.refusals.map(({ words }) => words).join(' '));
};

const sif = frameworks.all.find(({ id }) => id === 'sif-2013');
const slac = frameworks.all.find(({ id }) => id === 'slac-2009');

describe('what went before, at any length', () => {
  it('[M3] [M8] stands within one message, and says how much more there is', async () => {
    const fortnight = await openNorthmoor();
    await gradeAll(fortnight, allGood);
    await recordMany(fortnight, 40, (place) => ({
      text: long(`Seen ${place}`),
      source: 'case-tracked',
      case: `C-${place}`,
    }));
    const grades = Object.fromEntries((slac?.areas ?? []).map(({ id }) => [id, 'good']));
    for (let place = 1; place <= 14; place += 1) {
      const recommendations = Array.from({ length: 30 }, (_, number) => long(`Put ${number} right`));
      const given = place % 2 === 0 ? { framework: sif, grades: {} } : { framework: slac, grades };
      await keep(
        fortnight,
        { type: 'EnterPrevious', ...given, published: '2012-03-01', recommendations },
        `V ${place}`,
      );
    }
    const evidence = Array.from({ length: 40 }, (_, place) => `E-${String(place + 7).padStart(3, '0')}`);
    for (let number = 1; number <= 30; number += 1) {
      const test = {
        type: 'TestEarlierRecommendation',
        item: 'V-001',
        number,
        became: 'partly',
        words: long('Seen'),
        evidence,
      };
      await keep(fortnight, test, `test ${number}`);
    }
    await keep(
      fortnight,
      {
        type: 'SetContext',
        children: '96,000',
        offices: '6',
        partners: long('Boards'),
        structure: 'trust',
        note: long('Hills'),
      },
      'context',
    );
    for (const words of [
      'previous',
      'previous V-001',
      'previous test V-001',
      'compare',
      'context',
      'summary',
      'sign-off',
      'grade help',
    ])
      await judge(fortnight, 'lead', words);
    expect(told(await judge(fortnight, 'lead', 'previous'))).toMatch(/And \d+ more/);
    for (const said of everythingSaid(fortnight.slack)) expect(notInText(said)).toEqual([]);
  });

  it('[M8] a timetable of many steps stands within one message', async () => {
    const timetable = Array.from({ length: 60 }, (_, place) => ({
      id: `step-${place}`,
      what: long(`Step ${place}`).slice(0, 400),
      who: 'Lead inspector, quality assurance manager and the whole team',
      when: { from: 'last-day', workingDays: place - 20 },
      confidence: 'unverified' as const,
    }));
    const fortnight = await openFortnight({ known: [withSteps({ timetable })] });
    await startNorthmoor(fortnight);
    const said = told(await judge(fortnight, 'lead', 'timetable all'));
    expect(said).toMatch(/and \d+ more, all of them in the file/);
    expect(page(await judge(fortnight, 'lead', 'timetable date'))).toContain('What happened');
    await judge(fortnight, 'lead', 'today');
    await fillIn(fortnight, 'lead', 'pause', { 'Why is it paused?': long('It rained') });
    await judge(fortnight, 'lead', 'pause');
    await fillIn(fortnight, 'lead', 'incomplete', { 'Why is it incomplete?': long('It rained') });
    for (const words of ['', 'summary']) await judge(fortnight, 'lead', words);
    for (const each of everythingSaid(fortnight.slack)) expect(notInText(each)).toEqual([]);
  });
});
