import { describe, expect, it } from 'vitest';
import {
  fillIn,
  judge,
  openReadyToSign,
  page as pageOf,
  record,
  storedOf,
  underFields,
  wordsOf,
} from '../../support/acts.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';

const close = async (fortnight: Fortnight, who: Who) => {
  if (fortnight.as(who).view()) await fortnight.as(who).closeView();
};

describe('two people with one item open that has a word of its own', () => {
  it('[E10] shows whoever saves second what the first one saved', async () => {
    const fortnight = await openReadyToSign();
    await fillIn(fortnight, 'lead', 'line new', {
      'What is to be tested?': 'Assessments are timely',
      'Where does it come from?': 'data',
      'Judgement area': ['help-and-protection'],
    });
    await judge(fortnight, 'lead', 'case tracked in-care');
    await fillIn(fortnight, 'lead', 'recommend E-002', {
      'What must be done?': 'Read them',
      'How soon?': 'priority-and-immediate-action',
    });
    const items: [string, string, string][] = [
      ['E-001', 'What did you find?', 'Seen in three cases'],
      ['L-001', 'What is to be tested?', 'Assessments are timely in two teams'],
      ['C-001', 'Site', 'East office'],
      ['A-001', 'What must be done?', 'Read them each month'],
    ];
    for (const [item, label, words] of items) {
      await close(fortnight, 'lead');
      await close(fortnight, 'deputy');
      await judge(fortnight, 'lead', `edit ${item}`);
      expect(underFields(await fillIn(fortnight, 'deputy', `edit ${item}`, { [label]: words })), item).toBe('');
      const again = await fortnight.as('lead').submit({ [label]: `${words}, as it was said` });
      const said = wordsOf(again.view?.blocks ?? []);
      expect(said, item).toContain(`Not saved yet: Ben Okoro corrected ${item} while this form was open.`);
      if (item !== 'C-001') expect(said).toContain(`It now says: ${words}`);
      expect(JSON.stringify(fortnight.as('lead').typed()), item).toContain(`${words}, as it was said`);
      expect(pageOf(await fortnight.as('lead').submit()), item).toContain(`Saved ${item}`);
    }
  });

  it('[E10] does so for a finding', async () => {
    const fortnight = await openNorthmoor('ilacs-focused-visit');
    await record(fortnight, 'inspector', 'practice + Children are seen in time');
    await fillIn(fortnight, 'lead', 'grade practice', { Heading: 'strengths', 'What was found?': 'Children are seen' });
    await close(fortnight, 'lead');
    await judge(fortnight, 'lead', 'edit F-001');
    await fillIn(fortnight, 'deputy', 'edit F-001', { 'What was found?': 'Children are seen in time' });
    const again = await fortnight.as('lead').submit({ 'What was found?': 'Children are seen soon' });
    expect(wordsOf(again.view?.blocks ?? [])).toContain('It now says: Children are seen in time');
  });
});

describe('two leads with the same thing open', () => {
  it('[E10] shows whoever saves second what the first one made of the team, and keeps neither choice unasked', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'lead', 'team change');
    await fillIn(fortnight, 'deputy', 'team change', { Observers: [people.observer, people.outsider] });
    const again = await fortnight.as('lead').submit({ Analysts: [] });
    expect(wordsOf(again.view?.blocks ?? [])).toContain(
      'Not saved yet: Ben Okoro changed the team while this form was open.',
    );
    expect(wordsOf(again.view?.blocks ?? [])).toContain('Observers: Hal Wood and Ida North');
    expect(await storedOf(fortnight, 'TeamSet')).toHaveLength(2);
    expect(fortnight.as('lead').typed().analysts ?? []).toEqual([]);
    await fortnight.as('lead').submit({ Observers: [people.observer, people.outsider] });
    expect(await storedOf(fortnight, 'TeamSet')).toHaveLength(3);
  });

  it('[E10] does so for settings, the context of the area, a grade and the overall grade', async () => {
    const fortnight = await openReadyToSign();
    const forms: [string, Record<string, string>, Record<string, string>, string][] = [
      [
        'settings change',
        { 'Thin below so many items': '8' },
        { 'Thin below so many cases': '4' },
        'changed the settings',
      ],
      ['context', { Offices: '3' }, { Partners: 'two health boards' }, 'changed the context of the area'],
      [
        'grade help',
        { Grade: 'good', 'Why this grade?': 'Seen in time' },
        { Grade: 'good', 'Why this grade?': 'Seen late' },
        'graded Help and protection',
      ],
      ['overall', { 'Why this grade?': 'As seen' }, { 'Why this grade?': 'As was said' }, 'set overall effectiveness'],
    ];
    for (const [words, first, second, did] of forms) {
      await close(fortnight, 'lead');
      await close(fortnight, 'deputy');
      await judge(fortnight, 'lead', words);
      expect(underFields(await fillIn(fortnight, 'deputy', words, first)), words).toBe('');
      const again = await fortnight.as('lead').submit(second);
      expect(wordsOf(again.view?.blocks ?? []), words).toContain(`Not saved yet: Ben Okoro ${did}`);
      expect(JSON.stringify(fortnight.as('lead').typed()), words).toContain(Object.values(second).at(-1));
      const saved = await fortnight.as('lead').submit();
      expect(underFields(saved), words).toBe('');
      expect(pageOf(saved), words).toContain('Saved');
    }
  });
});
