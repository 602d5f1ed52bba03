import { describe, expect, it } from 'vitest';
import { fillIn, grade, judge, page, record, storedOf, underFields, wholeSummary } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';

const why = { 'Why this grade?': 'Children wait too long for a decision.' };

describe('giving a judgement', () => {
  it('[J1] keeps grade, narrative and the evidence relied on, all of the area’s unless others are chosen', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help + On time in two cases');
    await record(fortnight, 'inspector', 'help - Late in three cases');
    await record(fortnight, 'inspector', 'leaders + Plans are read');
    const saved = await fillIn(fortnight, 'lead', 'grade help', { Grade: 'Requires improvement', ...why });
    expect(page(saved)).toContain('Help and protection: Requires improvement 🟨 · rests on 2 items');
    expect(await storedOf(fortnight, 'AreaGraded')).toEqual([
      {
        type: 'AreaGraded',
        item: 'J-001',
        area: 'help-and-protection',
        grade: 'requires-improvement',
        narrative: why['Why this grade?'],
        evidence: ['E-001', 'E-002'],
        adopts: null,
        outside: [],
      },
    ]);
  });

  it('[J2] rests on chosen items of that area, found by typing', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help + On time in two cases');
    await record(fortnight, 'inspector', 'help - Late in three cases');
    await record(fortnight, 'inspector', 'leaders + Plans are late too');
    await judge(fortnight, 'lead', 'grade help');
    const lead = fortnight.as('lead');
    expect(await lead.suggestions('Evidence relied on', 'LATE')).toEqual([
      { value: 'all', text: 'All 2 items of Help and protection' },
      { value: 'E-002', text: 'E-002 Late in three cases' },
    ]);
    await lead.submit({ Grade: 'inadequate', ...why, 'Evidence relied on': ['E-002'] });
    expect(await storedOf(fortnight, 'AreaGraded')).toMatchObject([{ evidence: ['E-002'] }]);
  });

  it('[J2] needs evidence of that area, and says how to record some', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'lead', 'grade help');
    const lead = fortnight.as('lead');
    expect(await lead.suggestions('Evidence relied on', '')).toEqual([]);
    const refused = await lead.submit({ Grade: 'good', ...why });
    expect(refused.errors?.evidence).toContain('record one first.');
    expect(lead.typed()).toMatchObject({ grade: 'good', narrative: why['Why this grade?'] });
    await record(fortnight, 'inspector', 'help + On time');
    await lead.submit();
    expect(await storedOf(fortnight, 'AreaGraded')).toEqual([]);
  });

  it('[J2] refuses an item that was withdrawn while the form stood open', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help + On time');
    await judge(fortnight, 'lead', 'grade help');
    const lead = fortnight.as('lead');
    await lead.fill({ Grade: 'good', ...why, 'Evidence relied on': ['E-001'] });
    await fillIn(fortnight, 'inspector', 'withdraw E-001', { 'Why is it withdrawn?': 'Seen twice' });
    expect((await lead.submit()).errors).toEqual({ evidence: 'E-001 was withdrawn. Take it out, or choose another.' });
  });

  it('[J3] keeps the earlier judgement beside a revised one', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help + On time');
    await grade(fortnight, 'help', 'good');
    const form = await judge(fortnight, 'deputy', 'grade help');
    expect(page(form)).toContain('Now: Good 🟩 (J-001, Ana Reyes)');
    await fortnight.as('deputy').submit({ Grade: 'outstanding', ...why });
    expect(await storedOf(fortnight, 'AreaGraded')).toMatchObject([
      { item: 'J-001', grade: 'good' },
      { item: 'J-002', grade: 'outstanding' },
    ]);
  });

  it('[J4] offers "not judged" where an area is optional only, and takes it without evidence', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'lead', 'grade help');
    const lead = fortnight.as('lead');
    await expect(lead.fill({ Grade: 'not-judged' })).rejects.toThrow('does not offer not-judged');
    const saved = await fillIn(fortnight, 'lead', 'grade adoption', { Grade: 'not-judged', ...why });
    expect(page(saved)).toContain('Adoption: Not judged');
    expect(await storedOf(fortnight, 'AreaGraded')).toMatchObject([{ grade: 'not-judged', evidence: [] }]);
  });

  it('[J5] shows the reason for a grade that an expected rule speaks against', async () => {
    const fortnight = await openNorthmoor();
    for (const area of ['adoption', 'permanence']) await record(fortnight, 'inspector', `${area} - Seen in ${area}`);
    await grade(fortnight, 'adoption', 'inadequate');
    const saved = await grade(fortnight, 'permanence', 'good');
    expect(page(saved)).toContain('It is outside what SIF-3 expects; the summary shows your reason.');
    expect(await wholeSummary(fortnight, 'lead')).toContain('Outside what SIF-3 expects');
  });

  it('[J6] shows strengths and concerns beside each other, three of each, what weighs most first, and the way to all', async () => {
    const fortnight = await openNorthmoor();
    for (let place = 1; place <= 6; place += 1) {
      await record(fortnight, 'inspector', `help - Concern number ${place}`);
      fortnight.forward(1);
    }
    await record(fortnight, 'inspector', 'help ! The most pressing one');
    await record(fortnight, 'inspector', 'help + The only strength');
    const words = page(await judge(fortnight, 'lead', 'grade help'));
    const places = [
      '1 strength, 7 concerns. Newest and weightiest:',
      'Strengths',
      'The only strength',
      'Concerns',
      'Priority concern: The most pressing one',
      'Concern number 6',
      'Concern number 5',
      'Read all 8',
      'What good looks like here',
    ];
    const found = places.map((each) => words.indexOf(each));
    expect(found).toEqual([...found].sort((one, other) => one - other));
    expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
    expect(words).not.toContain('Concern number 4');
  });

  it('[J6] takes what was typed along to another area, but no grade, no evidence and no proposal', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Late in three cases');
    await record(fortnight, 'inspector', 'leaders + Plans are read');
    await judge(fortnight, 'lead', 'grade help');
    const lead = fortnight.as('lead');
    await lead.fill({ Grade: 'inadequate', ...why, 'Evidence relied on': ['E-001'] });
    await lead.fill({ 'Judgement area': 'leadership' });
    expect(page({ view: lead.view() })).toContain('Plans are read');
    expect(page({ view: lead.view() })).not.toContain('Late in three cases');
    expect(lead.typed()).toMatchObject({ grade: null, narrative: why['Why this grade?'], evidence: ['all'] });
    expect(underFields(await lead.submit({ Grade: 'good' }))).toBe('');
    expect(await storedOf(fortnight, 'AreaGraded')).toMatchObject([{ area: 'leadership', evidence: ['E-002'] }]);
    await fillIn(fortnight, 'inspector', 'grade help', { Grade: 'inadequate', 'Why this grade?': 'Too many drift.' });
    await judge(fortnight, 'lead', 'grade help');
    expect(lead.typed()).toMatchObject({ grade: 'inadequate', narrative: 'Too many drift.' });
    await lead.fill({ 'Judgement area': 'leadership' });
    expect(lead.typed()).toMatchObject({ grade: null, narrative: null });
    await lead.fill({ 'Judgement area': 'help-and-protection' });
    expect(lead.typed()).toMatchObject({ grade: 'inadequate', narrative: 'Too many drift.' });
  });

  it('[J6] asks for the area first where none is named', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'leaders + Plans are read');
    await judge(fortnight, 'lead', 'grade');
    const lead = fortnight.as('lead');
    expect(Object.keys(lead.typed())).toEqual(['area']);
    await lead.fill({ 'Judgement area': 'leadership' });
    expect(page(await lead.submit({ Grade: 'good', ...why }))).toContain('Saved J-001');
  });
});
