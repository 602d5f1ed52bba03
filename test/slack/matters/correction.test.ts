import { describe, expect, it } from 'vitest';
import {
  fillIn,
  grade,
  judge,
  openReadyToSign,
  page as pageOf,
  record,
  signOff,
  storedOf,
  told,
  underFields,
  wordsOf,
} from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';

const opened = async () => {
  const fortnight = await openNorthmoor();
  await record(fortnight, 'inspector', 'help - Late in two cases');
  await grade(fortnight, 'help', 'good');
  return fortnight;
};

/** Records one item of each kind that is put right as it was recorded, by the inspector. */
const oneOfEach = async (fortnight: Fortnight): Promise<void> => {
  await fillIn(fortnight, 'inspector', 'meeting', {
    'Who was there?': 'the director',
    'Message 1': 'Decisions at the front door are late',
    'Areas that message 1 trails': ['help-and-protection'],
  });
  await judge(fortnight, 'inspector', 'concern C-017 left alone at night');
  await fillIn(fortnight, 'inspector', 'challenge help The sample was small', {});
  await judge(fortnight, 'inspector', 'request audits of the last three months');
  await fillIn(fortnight, 'inspector', 'previous add', {
    Framework: 'sif-2013',
    'Published on': '2013-02-01',
    Recommendations: 'Hold strategy discussions within a day',
  });
};

/** What is put right of each, and where it is then read. */
const corrections: [string, Record<string, string>, string, string][] = [
  ['M-001', { 'Who was there?': 'the director and the head of service' }, 'meeting M-001', 'the head of service'],
  ['K-001', { 'What puts the child at risk?': 'Left alone two nights' }, 'concern K-001', 'Left alone two nights'],
  [
    'H-001',
    { 'What is challenged, and why?': 'Two areas were not seen' },
    'challenge H-001',
    'Two areas were not seen',
  ],
  ['Q-001', { 'What is asked for?': 'Audits of the last half year' }, 'request Q-001', 'Audits of the last half year'],
  ['V-001', { Recommendations: 'Hold them within a day' }, 'previous V-001', 'Hold them within a day'],
];

const close = async (fortnight: Fortnight, who: Who) => {
  if (fortnight.as(who).view()) await fortnight.as(who).closeView();
};

describe('correcting items of any kind', () => {
  it('[E9] opens each as it was recorded and says afterwards that it was corrected, when and by whom', async () => {
    const fortnight = await opened();
    await oneOfEach(fortnight);
    for (const [item, values, shows, words] of corrections) {
      expect(told(await judge(fortnight, 'secondInspector', `edit ${item}`)), item).toContain('is somebody else’s');
      await judge(fortnight, 'deputy', `edit ${item.toLowerCase().replace('-00', '-')}`);
      const form = fortnight.as('deputy').view();
      expect(form?.title?.text).toBe(`Correct ${item}`);
      const unchanged = await fortnight.as('deputy').submit();
      expect(underFields(unchanged), item).toContain(`Nothing was changed in ${item}.`);
      const saved = await fortnight.as('deputy').submit(values);
      expect(underFields(saved), item).toBe('');
      expect(pageOf(saved)).toMatch(new RegExp(`Saved ${item}`));
      await close(fortnight, 'deputy');
      const shown = told(await judge(fortnight, 'observer', shows));
      expect(shown).toContain(words);
      expect(shown).toContain(' · corrected 19 November, 09:00, by Ben Okoro');
    }
    expect(await storedOf(fortnight, 'ItemCorrected')).toHaveLength(5);
    await fortnight.slack.quiet();
    const sent = fortnight.slack.directMessages(people.lead).map(({ blocks }) => wordsOf(blocks));
    expect(sent.filter((words) => words.includes('A child at risk, corrected: Northmoor'))).toHaveLength(1);
    expect(sent.join('\n')).toContain('What you were told of it before no longer holds. It is now:');
  });

  it('[E9] corrects lines, cases and recommendations too, and says what is done with a grade', async () => {
    const fortnight = await opened();
    await fillIn(fortnight, 'lead', 'line new', {
      'What is to be tested?': 'Assessments are timely',
      'Where does it come from?': 'data',
      'Judgement area': ['help-and-protection'],
    });
    await close(fortnight, 'lead');
    await judge(fortnight, 'lead', 'case tracked in-care');
    await fillIn(fortnight, 'lead', 'recommend E-001', {
      'What must be done?': 'Hold them in time',
      'How soon?': 'priority-and-immediate-action',
    });
    await close(fortnight, 'lead');
    for (const [item, title] of [
      ['L-001', 'Change L-001'],
      ['C-001', 'Change C-001'],
      ['A-001', 'Change A-001'],
    ] as const) {
      expect((await judge(fortnight, 'lead', `edit ${item}`)).view?.title?.text).toBe(title);
      await close(fortnight, 'lead');
    }
    expect(told(await judge(fortnight, 'lead', 'edit J-001'))).toContain(
      'J-001 stays as it was given. Give Help and protection its grade again, and that one counts; this one stays in the record.',
    );
    expect(told(await judge(fortnight, 'lead', 'edit nowhere'))).toContain('There is no NOWHERE here.');
    expect(told(await judge(fortnight, 'lead', 'edit M-9'))).toContain('There is no M-009 here.');
    await fillIn(fortnight, 'lead', 'line L-001 change', {
      'What is to be tested?': 'Assessments are timely in two teams',
    });
    await close(fortnight, 'lead');
    expect(told(await judge(fortnight, 'observer', 'line L-001'))).toContain(
      'corrected 19 November, 09:00, by Ana Reyes',
    );
  });

  it('[E11] withdraws what can be withdrawn, and says what is done instead with what cannot', async () => {
    const fortnight = await opened();
    await oneOfEach(fortnight);
    await close(fortnight, 'inspector');
    await fillIn(fortnight, 'inspector', 'withdraw M-001', { 'Why is it withdrawn?': 'Recorded twice' });
    await close(fortnight, 'inspector');
    expect(told(await judge(fortnight, 'observer', 'meeting list'))).toContain('withdrawn: Recorded twice');
    await fillIn(fortnight, 'lead', 'withdraw V-001', { 'Why is it withdrawn?': 'It was another authority' });
    await close(fortnight, 'lead');
    expect(told(await judge(fortnight, 'observer', 'previous V-001'))).toContain('Withdrawn: It was another authority');
    expect((await judge(fortnight, 'inspector', 'withdraw Q-001')).view?.title?.text).toBe('Take back: Q-001');
    await close(fortnight, 'inspector');
    expect(told(await judge(fortnight, 'lead', 'withdraw K-001'))).toContain(
      'It is closed with what was done for the child, never withdrawn',
    );
    expect(told(await judge(fortnight, 'lead', 'withdraw H-001'))).toContain('It is answered, never withdrawn');
    expect(told(await judge(fortnight, 'lead', 'withdraw J-001'))).toContain('J-001 stays as it was given.');
  });
});

describe('two people with one item open', () => {
  it('[E10] shows whoever saves second what the first one saved, with what they typed in place', async () => {
    const fortnight = await opened();
    await oneOfEach(fortnight);
    for (const [item, values, , words] of corrections) {
      await close(fortnight, 'inspector');
      await judge(fortnight, 'inspector', `edit ${item}`);
      await fillIn(fortnight, 'deputy', `edit ${item}`, values);
      await close(fortnight, 'deputy');
      const [label = ''] = Object.keys(values);
      const again = await fortnight
        .as('inspector')
        .submit({ [label]: 'As I remember it, the head of service was late' });
      const said = again.view ? wordsOf(again.view.blocks) : '';
      expect(said, item).toContain(`Not saved yet: Ben Okoro corrected ${item} while this form was open.`);
      if (item !== 'M-001' && item !== 'V-001') expect(said).toContain(`It now says: ${words}`);
      expect(JSON.stringify(fortnight.as('inspector').typed())).toContain(
        'As I remember it, the head of service was late',
      );
      const saved = await fortnight.as('inspector').submit();
      expect(pageOf(saved), item).toMatch(new RegExp(`Saved ${item}`));
    }
    expect(await storedOf(fortnight, 'ItemCorrected')).toHaveLength(10);
  });

  it('[E10] refuses a correction of what was withdrawn or signed off meanwhile, in the form', async () => {
    const fortnight = await opened();
    await oneOfEach(fortnight);
    await close(fortnight, 'inspector');
    await judge(fortnight, 'inspector', 'edit M-001');
    await fillIn(fortnight, 'deputy', 'withdraw M-001', { 'Why is it withdrawn?': 'Recorded twice' });
    const refused = await fortnight.as('inspector').submit({ 'Who was there?': 'nobody' });
    expect(underFields(refused)).toBe('M-001 was withdrawn: Recorded twice');
    expect(fortnight.as('inspector').typed()).toMatchObject({ present: 'nobody' });
  });

  it('[E10] [X5] refuses whatever is sent of a form that was open while both signed, with what was typed in place', async () => {
    const fortnight = await openReadyToSign();
    await fillIn(fortnight, 'secondInspector', 'line new', {
      'What is to be tested?': 'Assessments are timely',
      'Where does it come from?': 'data',
      'Judgement area': ['help-and-protection'],
    });
    await judge(fortnight, 'lead', 'case tracked in-care');
    const item = await record(fortnight, 'inspector', 'leadership - Audits are not read');
    await fillIn(fortnight, 'lead', `recommend ${item}`, {
      'What must be done?': 'Read them',
      'How soon?': 'priority-and-immediate-action',
    });
    await fillIn(fortnight, 'lead', 'previous add', { Framework: 'sif-2013', Recommendations: 'Hold them in time' });
    const open: [Who, string, Record<string, string>][] = [
      ['inspector', `edit ${item}`, { 'What did you find?': 'Put better' }],
      ['secondInspector', 'line L-001 settle', { 'It is': 'set-aside', 'Why?': 'Put better' }],
      ['partner', 'recommend change A-001', { 'What must be done?': 'Put better' }],
      ['analyst', 'case C-001 change', { Site: 'Put better' }],
      ['deputy', 'edit V-001', { Recommendations: 'Put better' }],
    ];
    for (const [who, words] of open) expect((await judge(fortnight, who, words)).view, words).toBeDefined();
    await signOff(fortnight);
    for (const [who, words, values] of open) {
      const refused = await fortnight.as(who).submit(values);
      expect(underFields(refused), words).toContain('signed off');
      expect(JSON.stringify(fortnight.as(who).typed()), words).toContain('Put better');
    }
  });
});

describe('one’s own items of any kind', () => {
  it('[HM31] [N11] [E9] stand in the Home, in the own list and where no item is named, newest first, to be corrected', async () => {
    const fortnight = await opened();
    await oneOfEach(fortnight);
    await close(fortnight, 'inspector');
    const home = await fortnight.as('inspector').openHome();
    const newest = ['V-001', 'Q-001', 'H-001', 'K-001', 'M-001'];
    const editsIn = (words: string) =>
      [...words.matchAll(/^([A-Z]-\d+)[^\n]*\n(?:(?!Waiting)[^·\n]*\n)*?(?:Correct|Edit)$/gm)].map(([, item]) => item);
    expect(editsIn(wordsOf(home?.blocks ?? []))).toEqual(newest);
    const listed = told(await judge(fortnight, 'inspector', 'mine'));
    expect(listed).toContain('You have recorded 6 items, newest first.');
    expect(editsIn(listed).slice(0, 5)).toEqual(newest);
    const asked = await judge(fortnight, 'inspector', 'edit');
    expect(editsIn(told(asked)).slice(0, 5)).toEqual(newest);
    if (asked.said) await fortnight.as('inspector').press(asked.said, `judge:in ${northmoor} edit M-001`);
    expect(fortnight.as('inspector').view()?.title?.text).toBe('Correct M-001');
    expect(told(await judge(fortnight, 'secondInspector', 'edit'))).toContain('You have recorded none yet');
  });
});
