import { describe, expect, it } from 'vitest';
import { fillIn, gradeAll, judge, page, signOff, storedOf, told, wholeSummary } from '../../support/acts.ts';
import { choosing, type Fortnight, northmoor, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';
import { frameworks } from '../../support/frameworks.ts';
import { people, type Who } from '../../support/people.ts';

const areasOf = (id: string): string[] => frameworks.get(id)?.areas.map((area) => area.id) ?? [];

/** Northmoor assessed for the year, good in all but one outcome, signed by both. The channel is free for the next. */
const assessed = async (id = 'apa-2005'): Promise<Fortnight> => {
  const fortnight = await openNorthmoor(id);
  const grades = Object.fromEntries(areasOf(id).map((area) => [area, 'good']));
  await gradeAll(fortnight, { ...grades, 'being-healthy': 'adequate' });
  if (id === 'apa-2005') {
    const why = {
      'Overall effectiveness of children’s services': 'adequate',
      'Why this grade?': 'Not healthy enough.',
    };
    await fillIn(fortnight, 'lead', 'overall', why);
  }
  await signOff(fortnight);
  return fortnight;
};

const post = async (fortnight: Fortnight): Promise<void> => {
  const [shown] = (await judge(fortnight, 'lead', 'summary')).shown;
  if (!shown) throw new Error('There is no preview');
  await fortnight.as('lead').press(shown, 'Post to the team channel');
};

const wider = 'northmoor-2013-11-19-2';

/** What somebody is shown, whether as a page or in a message. */
const asked = async (fortnight: Fortnight, who: Who, words: string, channel = 'CTEAM'): Promise<string> => {
  const upshot = await fortnight.as(who).command(channel, words);
  const said = [page(upshot), told(upshot)].join('\n');
  if (upshot.view) await fortnight.as(who).closeView();
  return said;
};

/** A wider assessment of the same authority in another channel, led by somebody who is on no team of the first. */
const elsewhere = async (fortnight: Fortnight): Promise<void> => {
  const lead = fortnight.as('outsider');
  await lead.command('COTHER', 'start');
  await lead.submit({
    'Local authority': 'Northmoor',
    ...choosing('cpa-2005', '2013-11-19'),
    'Lead inspector': people.outsider,
  });
  await lead.closeView();
};

describe('an input that is the result of another inspection', () => {
  it('[FL1] is taken from the signed one by a press, with which it is, when it was made, and its head', async () => {
    const fortnight = await assessed();
    await startNorthmoor(fortnight, 'cpa-2005');
    const lead = fortnight.as('lead');
    const { view } = await judge(fortnight, 'lead', 'grade children');
    const { version, hash } = await fortnight.inspections().head(northmoor);
    const head = `${version}:${hash}`;
    expect(page({ view })).toContain('Children and young people: Adequate (2) 🟨');
    expect(page({ view })).toContain(
      `Annual performance assessment, made from 19 November 2013, signed off 19 November 2013 and unpublished · the record of ${northmoor} at ${head.slice(0, head.indexOf(':') + 13)}`,
    );
    await lead.press('view', 'Take');
    expect(page({ view: lead.view() })).toContain('Saved G-001 · Children and young people: Adequate (2) 🟨');
    expect(await storedOf(fortnight, 'ResultGiven', wider)).toMatchObject([
      {
        area: 'children-and-young-people',
        grade: 'adequate',
        on: '2013-11-19',
        source: expect.stringContaining(`the record of ${northmoor} at`),
        from: { inspection: northmoor, head },
      },
    ]);
    await lead.closeView();
    // It stands: nothing is left to be taken, and another can be typed.
    expect(page(await judge(fortnight, 'lead', 'grade children'))).toContain('Where it comes from');
  });

  it('[FL1] [FL4] can be an area of a review that graded nothing overall', async () => {
    const fortnight = await assessed('jar-2005');
    await startNorthmoor(fortnight, 'cpa-2005');
    const said = await asked(fortnight, 'lead', 'grade from');
    expect(said).toContain('Review: being healthy: Adequate');
    expect(said).toContain('Review: staying safe: Good');
    expect(said).not.toContain('Children and young people:');
    const taken = await asked(fortnight, 'lead', `grade review-being-healthy from ${northmoor}`);
    expect(taken).toContain('Saved G-001 · Review: being healthy: Adequate');
  });

  it('[FL2] is typed where there is none, and where somebody would rather', async () => {
    const fortnight = await assessed();
    await startNorthmoor(fortnight, 'cpa-2005');
    expect(await asked(fortnight, 'lead', 'grade corporate')).toContain('Where it comes from');
    expect(await asked(fortnight, 'lead', 'grade review-staying-safe')).toContain('Where it comes from');
    const lead = fortnight.as('lead');
    await judge(fortnight, 'lead', 'grade children');
    await lead.press('view', 'Type it');
    expect(page({ view: lead.view() })).toContain('Where it comes from');
    // From the form the results are one press away, and what is typed stays beneath.
    await lead.press('view', 'Results in this store');
    expect(page({ view: lead.view() })).toContain('Children and young people: Adequate');
  });

  it('[FL3] is offered to those who may read that inspection, and to others once its result is posted', async () => {
    const fortnight = await assessed();
    await elsewhere(fortnight);
    const ask = (words: string) => asked(fortnight, 'outsider', words, 'COTHER');
    expect(await ask('grade children')).toContain('Where it comes from');
    expect(await ask(`grade children from ${northmoor}`)).toContain(`can take nothing from ${northmoor}`);
    expect(await ask('previous')).not.toContain('In this store');
    expect(await ask(`previous take ${northmoor}`)).toContain('Nothing called');
    expect(await storedOf(fortnight, 'ResultGiven', wider)).toEqual([]);
    await post(fortnight);
    expect(await ask('grade children')).toContain('made from 19 November 2013, published 19 November 2013');
  });

  it('[FL3] is looked at again when it is taken: one that was reopened meanwhile gives nothing', async () => {
    const fortnight = await assessed();
    await post(fortnight);
    await elsewhere(fortnight);
    const outsider = fortnight.as('outsider');
    await outsider.command('COTHER', 'grade children');
    await fillIn(fortnight, 'lead', 'reopen', { 'Why is it reopened?': 'A late complaint' });
    await outsider.press('view', 'Take');
    expect(page({ view: outsider.view() })).toContain(`can take nothing from ${northmoor}`);
    expect(await storedOf(fortnight, 'ResultGiven', wider)).toEqual([]);
  });

  it('[FL3] is taken by those only who may give a result', async () => {
    const fortnight = await assessed();
    await startNorthmoor(fortnight, 'cpa-2005');
    expect(await asked(fortnight, 'inspector', 'grade from')).toContain('Only');
    expect(await asked(fortnight, 'inspector', `grade children from ${northmoor}`)).toContain('Only');
    expect(await storedOf(fortnight, 'ResultGiven', wider)).toEqual([]);
  });
});

describe('what is taken from this store', () => {
  it('[FL1] [FL5] says in previous and compare when it was made, and at which head it was taken', async () => {
    const fortnight = await assessed();
    await judge(fortnight, 'lead', 'timetable last-day 2013-11-22');
    await startNorthmoor(fortnight, 'apa-2005');
    expect(await asked(fortnight, 'lead', 'previous')).toContain(
      'made from 19 November 2013 to 22 November 2013, signed',
    );
    expect(await asked(fortnight, 'lead', `previous take ${northmoor}`)).toContain('Saved V-001');
    const { version } = await fortnight.inspections().head(northmoor);
    const words = await asked(fortnight, 'lead', 'previous');
    expect(words).toContain(`from the record of ${northmoor} at ${version}:`);
    const [taken] = await storedOf(fortnight, 'PreviousEntered', wider);
    expect(taken).toMatchObject({ made: { first: '2013-11-19', last: '2013-11-22' }, unpublished: true });
    const compared = await asked(fortnight, 'lead', 'compare');
    expect(compared).toContain(
      'Annual performance assessment, made from 19 November 2013 to 22 November 2013, signed off',
    );
    expect(compared).toContain('Northmoor · Annual performance assessment, made from 19 November 2013 · no grades');
  });

  it('[FL5] says it of one entered by hand where that is known', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'lead', 'previous add');
    const lead = fortnight.as('lead');
    await lead.fill({ Framework: 'cp-2012' });
    const late = await lead.submit({
      'First day on site': '2013-04-01',
      'Published on': '2013-03-01',
      Recommendations: 'x',
    });
    expect(late.errors?.made).toContain('after it was published');
    await lead.submit({ 'First day on site': '2013-01-14' });
    expect(await asked(fortnight, 'lead', 'previous')).toContain(
      'protection of children, made from 14 January 2013, published 1 March 2013',
    );
  });

  it('[FL1] is one press away from the performance profile and from earlier inspections', async () => {
    const fortnight = await openNorthmoor('annual-rating-2009');
    for (const words of ['profile', 'previous'])
      expect(await asked(fortnight, 'lead', words)).toContain('Results in this store');
    expect(await asked(fortnight, 'inspector', 'profile')).not.toContain('Results in this store');
    expect(await asked(fortnight, 'lead', 'grade from')).toContain('No signed inspection of this authority');
  });
});

describe('the annual rating', () => {
  it('[FL6] takes in quarters of any year, and its summary shows the profile quarter by quarter', async () => {
    const fortnight = await openNorthmoor('annual-rating-2009');
    const quarters = [
      ['1998-Q4', 'In time\t70\tGood'],
      ['2013-Q2', 'In time\t68\tGood'],
      ['2013-Q3', 'In time\t61\tAdequate'],
    ] as const;
    for (const [Quarter, Values] of quarters) {
      const { errors } = await fillIn(fortnight, 'analyst', 'profile record', { Quarter, Values });
      expect(errors).toBeUndefined();
      await fortnight.as('analyst').closeView();
    }
    const words = await wholeSummary(fortnight, 'lead');
    for (const said of [
      'Performance profile',
      'Staying safe indicators, October to December 1998 (E-001) · 1 indicator: 1 good',
      'Staying safe indicators, April to June 2013 (E-002) · 1 indicator: 1 good',
      'Staying safe indicators, July to September 2013 (E-003) · 1 indicator: 1 adequate',
      'In time: 68 (good) to 61 (adequate) · worse band',
    ])
      expect(words).toContain(said);
  });
});
