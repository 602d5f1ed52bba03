import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../../src/reports/record.ts';
import {
  boardOf,
  fillIn,
  judge,
  page,
  postedSummary,
  record,
  storedOf,
  told,
  underFields,
  wholeSummary,
} from '../../support/acts.ts';
import { copyToRead } from '../../support/at-once.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';

/** Northmoor in words, with a strength and a concern of help and protection. */
const inWords = async (): Promise<Fortnight> => {
  const fortnight = await openNorthmoor('sif-2013', { Result: 'Narrative only, no grades' });
  await record(fortnight, 'inspector', 'help + C-001 Seen alone in two cases');
  await record(fortnight, 'inspector', 'help - C-002 Late in three cases');
  return fortnight;
};

const strength = { Heading: 'Strengths', 'What was found?': 'Children are seen alone.' };
const weakness = {
  Heading: 'Weaknesses',
  'What was found?': 'Children wait too long for a decision.',
  Remedy: 'A manager decides within a day.',
};

const found = async (fortnight: Fortnight): Promise<void> => {
  await fillIn(fortnight, 'lead', 'grade help', strength);
  await fortnight.as('lead').closeView();
  await fillIn(fortnight, 'lead', 'grade help', weakness);
  await fortnight.as('lead').closeView();
};

const copyOf = async (fortnight: Fortnight): Promise<string> => {
  const kept = (await fortnight.entries(northmoor)).map(
    ({ header, hash, events }): RecordEntry => ({ header, hash, events: events ?? null }),
  );
  return copyToRead(northmoor, kept);
};

describe('recording a finding', () => {
  it('[FI5] takes the form of a grade’s place: heading, area, what was found, the evidence of its kind', async () => {
    const fortnight = await inWords();
    const saved = await fillIn(fortnight, 'lead', 'grade help', weakness);
    expect(underFields(saved)).toBe('');
    expect(page(saved)).toMatch(/^Saved F-001 · Help and protection · Weaknesses · rests on 1 item\./);
    expect(await storedOf(fortnight, 'FindingRecorded')).toEqual([
      {
        type: 'FindingRecorded',
        item: 'F-001',
        content: {
          heading: 'weaknesses',
          area: 'help-and-protection',
          text: 'Children wait too long for a decision.',
          agency: null,
          evidence: ['E-002'],
          remedy: 'A manager decides within a day.',
          none: false,
        },
        adopted: true,
      },
    ]);
  });

  it('[FI5] shows strengths and concerns of the area, and keeps what was typed when the heading changes', async () => {
    const fortnight = await inWords();
    await judge(fortnight, 'lead', 'grade help');
    const lead = fortnight.as('lead');
    await lead.fill(weakness);
    await lead.fill({ Heading: 'Strengths' });
    const words = page({ view: lead.view() });
    expect(words).toContain('E-001 Seen alone in two cases');
    expect(words).toContain('E-002 Late in three cases');
    expect(words).not.toContain('Remedy');
    expect(lead.typed()).toMatchObject({ text: weakness['What was found?'] });
    expect(await lead.suggestions('Evidence relied on', '')).toEqual([
      { value: 'all', text: 'All: 1 item of Help and protection for Strengths' },
      { value: 'E-001', text: 'E-001 Seen alone in two cases' },
    ]);
  });

  it('[FI6] keeps the form open where a remedy is missing or a text may name a child', async () => {
    const fortnight = await inWords();
    const named = { ...weakness, 'What was found?': 'Tyler Jones waited for a decision.' };
    const asked = await fillIn(fortnight, 'lead', 'grade help', named);
    expect(page(asked)).toContain('this may be a person’s name: Tyler Jones');
    expect(await storedOf(fortnight, 'FindingRecorded')).toEqual([]);
    const saved = await fortnight.as('lead').submit({ Names: ['keep'] });
    expect(page(saved)).toContain('Saved F-001');
  });

  it('[FI19] [U14] makes its remedy a recommendation by one press that says how soon, and by no second', async () => {
    const fortnight = await inWords();
    const saved = await fillIn(fortnight, 'lead', 'grade help', weakness);
    expect(page(saved)).toContain('To recommend it, say how soon:\nPriority and immediate action');
    const lead = fortnight.as('lead');
    await lead.press('view', 'Area for improvement');
    expect(page({ view: lead.view() })).toContain('Saved A-001');
    await lead.closeView();
    expect(told(await judge(fortnight, 'lead', 'recommend F-001 area-for-improvement'))).toContain(
      'recommended already, as A-001',
    );
    const summary = await wholeSummary(fortnight, 'lead');
    expect(summary).toContain('Its remedy is recommended as A-001.');
    expect(summary).toMatch(/Area for improvement\nA-001 · .*\nA manager decides within a day\./);
    const better = await fillIn(fortnight, 'lead', 'edit F-001', { Remedy: 'A manager decides the same day.' });
    expect(page(better)).toContain('It is recommended in other words as A-001.');
    expect(page(better)).toContain('Change A-001');
  });

  it('[FI7] by an inspector waits for the lead, who adopts it by one press or in the form', async () => {
    const fortnight = await inWords();
    const proposed = await fillIn(fortnight, 'inspector', 'grade help', strength);
    expect(page(proposed)).toContain('It is proposed: lead or deputy adopts it.');
    expect(await boardOf(fortnight)).toContain('1 finding proposed');
    expect(told(await judge(fortnight, 'lead', 'today'))).toContain('Chi Lam proposes the finding F-001\nDecide');
    expect(told(await judge(fortnight, 'inspector', 'grade adopt F-001'))).toContain('may adopt a finding');
    expect(told(await judge(fortnight, 'lead', 'grade adopt F-001'))).toContain('Saved F-001');
    expect(await boardOf(fortnight)).toContain('Strengths 1');
    await fillIn(fortnight, 'inspector', 'grade help', weakness);
    const form = await judge(fortnight, 'deputy', 'grade F-002');
    expect(form.view?.submit).toMatchObject({ text: 'Adopt' });
    expect(page(await fortnight.as('deputy').submit())).toContain('Saved F-002');
    expect(await storedOf(fortnight, 'FindingAdopted')).toMatchObject([{ item: 'F-001' }, { item: 'F-002' }]);
  });

  it('[FI7] [W2] is for those who may: analyst, quality assurance manager and observer are told so', async () => {
    const fortnight = await inWords();
    for (const who of ['analyst', 'qualityAssurance', 'observer'] as const)
      expect(told(await judge(fortnight, who, 'grade help'))).toContain('may propose a finding');
  });

  it('[FI8] [N11] is among what its proposer recorded', async () => {
    const fortnight = await inWords();
    await fillIn(fortnight, 'secondInspector', 'grade help', strength);
    const words = told(await judge(fortnight, 'secondInspector', 'mine'));
    expect(words).toContain('You have recorded 1 item, newest first.');
    expect(words).toContain('F-001 · Help and protection · Strengths · proposed by Dee Marsh');
    expect(told(await judge(fortnight, 'inspector', 'mine'))).not.toContain('F-001');
  });

  it('[FI8] is put better and withdrawn by its number, and found by its words', async () => {
    const fortnight = await inWords();
    await found(fortnight);
    const better = { 'What was found?': 'Children are always seen alone.' };
    expect(page(await fillIn(fortnight, 'lead', 'edit f-1', better))).toContain('Saved F-001');
    const gone = await fillIn(fortnight, 'lead', 'withdraw F-002', { 'Why is it withdrawn?': 'Said twice' });
    expect(page(gone)).toContain('Withdrawn: F-002');
    expect(told(await judge(fortnight, 'inspector', 'find always'))).toContain(
      'F-001 · Help and protection · Strengths · Ana Reyes — Children are always seen alone.',
    );
    expect(told(await judge(fortnight, 'inspector', 'edit F-002'))).toBe('F-002 was withdrawn: Said twice');
    const copy = await copyOf(fortnight);
    expect(copy).toContain('> Children are always seen alone.');
    expect(copy).toMatch(/- Recorded: .* It said:\n\n {2}> Children are seen alone\./);
    expect(copy).toContain('#### F-002: Help and protection · Weaknesses (withdrawn)');
  });
});

describe('an inspection in words', () => {
  it('[FI9] [U5] speaks of no grade and no overall anywhere, and says why where overall is asked for', async () => {
    const fortnight = await inWords();
    await found(fortnight);
    const asked = ['summary', '', 'progress', 'today', 'sign-off', 'find late'];
    for (const words of asked) {
      const answer = told(await judge(fortnight, 'lead', words));
      expect([words, answer]).toEqual([
        words,
        expect.not.stringMatching(/overall|judgement|not judged|Inadequate|Requires improvement/),
      ]);
    }
    expect(told(await judge(fortnight, 'lead', 'overall'))).toContain(
      'This inspection gives no overall effectiveness. It was agreed at the start that this inspection speaks in words',
    );
    expect(await copyOf(fortnight)).not.toMatch(/Overall effectiveness|Not judged|## No overall/);
  });

  it('[FI9] [U5] posts each area’s strengths, weaknesses and remedies, and what they rest on', async () => {
    const fortnight = await inWords();
    await found(fortnight);
    const preview = await judge(fortnight, 'lead', 'summary');
    const [shown] = preview.shown;
    if (!shown) throw new Error('The summary was not shown');
    await fortnight.as('lead').press(shown, 'Post to the team channel');
    const words = postedSummary(fortnight);
    for (const said of [
      'Northmoor · findings',
      'F-001\nChildren are seen alone.',
      'F-002\nChildren wait too long for a decision.\nRemedy\nA manager decides within a day.',
      'Rests on 2 items',
      'Leadership, management and governance\nnothing said yet',
    ])
      expect(words).toContain(said);
  });

  it('[FI10] is signed off by findings, and says what is missing', async () => {
    const fortnight = await inWords();
    await found(fortnight);
    expect(told(await judge(fortnight, 'lead', 'sign-off'))).toContain('Leadership has no finding.');
    for (const area of ['permanence', 'leaders']) {
      await record(fortnight, 'inspector', `${area} + Seen in ${area}`);
      await fillIn(fortnight, 'lead', `grade ${area}`, strength);
      await fortnight.as('lead').closeView();
    }
    const form = await judge(fortnight, 'lead', 'sign-off');
    expect(page(form)).toContain('You sign for these findings as lead inspector:');
    expect(page(form)).toContain('Help and protection: Strengths 1, Weaknesses 1');
    await fortnight.as('lead').submit();
    await fillIn(fortnight, 'qualityAssurance', 'sign-off', {});
    expect(told(await judge(fortnight, 'lead', 'grade help'))).toContain('evidence and findings are sealed');
  });
});
