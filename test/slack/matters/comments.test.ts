import { describe, expect, it } from 'vitest';
import { broken } from '../../../src/domain/text/typed.ts';
import {
  fillIn,
  grade,
  judge,
  openReadyToSign,
  page,
  record,
  signOff,
  storedOf,
  told,
  underFields,
} from '../../support/acts.ts';
import { clockAt, sentTo } from '../../support/daily.ts';
import { filesSentTo } from '../../support/files-sent.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { hostile } from '../../support/hostile.ts';
import { sheetsIn } from '../../support/office.ts';

const table = [
  'Para\tLA comment\tEvidence offered\tWords proposed\tRaised by',
  '14\tFour is wrong, it was three\tThe duty log\tThree notifications were unread\tKD',
  '21\t"“We rang twice” was one call,\nnot two"\t\t\tKD',
  '\tThe sentence after it too\t\t\tKD',
  '',
  '30\tThe grade does not follow from this\tFour audits\t\tPL',
].join('\n');

const receive = (fortnight: Fortnight, text = table) =>
  fillIn(fortnight, 'lead', 'comments new', { 'The table': text });
const opened = async (): Promise<Fortnight> => {
  const fortnight = await openNorthmoor();
  await record(fortnight, 'inspector', 'help - Late in two cases');
  await grade(fortnight, 'help', 'good');
  return fortnight;
};

describe('comments on accuracy', () => {
  it('[AC1] come as the authority’s table, each row an item, due by the framework’s days', async () => {
    const fortnight = await opened();
    const saved = page(await receive(fortnight));
    expect(saved).toContain('Saved D-001 to D-004.');
    expect(saved).toContain('Nothing was read of the column “Raised by”.');
    expect(await storedOf(fortnight, 'CommentReceived')).toMatchObject([
      { item: 'D-001', paragraph: '14', offered: 'The duty log', proposed: 'Three notifications were unread' },
      { item: 'D-002', paragraph: '21', text: '“We rang twice” was one call,\nnot two', offered: null },
      // A cell merged over two rows comes empty in the second.
      { item: 'D-003', paragraph: '21', text: 'The sentence after it too' },
      { item: 'D-004', paragraph: '30', receivedOn: '2013-11-19', due: '2013-11-26' },
    ]);
    expect((await fortnight.entries(northmoor)).slice(-4).map(({ events }) => events?.length)).toEqual([1, 1, 1, 1]);
    await clockAt(fortnight, '2013-11-19 17:30');
    expect(sentTo(fortnight, 'lead')[0]?.words).toContain(
      '4 comments on accuracy to be answered, the first due Tue 26 Nov',
    );
    expect(told(await judge(fortnight, 'observer', 'comments'))).toContain('4 to be answered, 0 answered or withdrawn');
    expect(told(await judge(fortnight, 'observer', 'comments new'))).toContain(
      'may take in the authority’s comments and plan',
    );
  });

  it.each([
    ['Excel and Word', '\t'],
    ['Markdown', '|'],
    ['commas', ','],
  ])('[AC1] are read as %s give them', async (_, sign) => {
    const fortnight = await openNorthmoor();
    await receive(
      fortnight,
      [
        ['Paragraph', 'Comment'],
        ['4', '"Never" is too much'],
        ['5', 'It was in May'],
      ]
        .map((row) => row.join(sign))
        .join('\n'),
    );
    expect(await storedOf(fortnight, 'CommentReceived')).toMatchObject([
      { paragraph: '4', text: '"Never" is too much' },
      { paragraph: '5', text: 'It was in May' },
    ]);
  });

  it('[AC2] are not kept twice where the table is pasted again', async () => {
    const fortnight = await openNorthmoor();
    await receive(fortnight);
    expect(page(await receive(fortnight))).toContain('All of it is here already.');
    expect(page(await receive(fortnight, `${table}\n40\tOne more\t\t`))).toMatch(
      /Saved D-005\.\n4 rows are here already/,
    );
    expect(await storedOf(fortnight, 'CommentReceived')).toHaveLength(5);
  });

  it.each([
    [
      'a table with wrong columns',
      'When\tWho\n4\tThe director',
      'no row of headings with “Paragraph”, “Comment” in it',
    ],
    ['a sentence', 'The report is wrong', 'no row of headings'],
    ['headings alone', 'Paragraph\tComment', 'no row under its headings'],
    ['a column that two could be', 'Paragraph\tComment\tComment\n4\tone\tother', 'Two columns may be “Comment”'],
    [
      'an identifier of a child',
      'Paragraph\tComment\n4\tIt was late\n5\tSee 943 476 5919',
      '"943 476 5919" looks like an NHS number. Use a case reference',
    ],
    ['more rows than at once', `Paragraph\tComment\n${'4\tIt was late\n'.repeat(41)}`, 'at most 40'],
  ])('[AC2] refuses %s in clear words, and keeps nothing of it', async (_, text, why) => {
    const fortnight = await openNorthmoor();
    const refused = await receive(fortnight, text);
    expect(`${underFields(refused)}${page(refused)}`).toContain(why);
    expect(await storedOf(fortnight, 'CommentReceived')).toEqual([]);
  });

  it('[AC3] are accepted, partly or not, with the reason and the changed words, and the next is offered', async () => {
    const fortnight = await opened();
    await receive(fortnight);
    expect(told(await judge(fortnight, 'inspector', 'comments answer D-001'))).toContain('may answer comments');
    await judge(fortnight, 'qualityAssurance', 'comments answer D-001');
    const manager = fortnight.as('qualityAssurance');
    expect(manager.typed()).toMatchObject({ changed: 'Three notifications were unread' });
    const saved = await manager.submit({ 'What came of it?': 'accepted', 'Why?': 'The log says three' });
    expect(page(saved)).toContain('accepted');
    expect(page(saved)).toContain('Answer D-002');
    await fillIn(fortnight, 'lead', 'comments answer D-003', {
      'What came of it?': 'not',
      'Why?': 'It says what the log says',
    });
    const whole = told(await judge(fortnight, 'observer', 'comments d-3'));
    expect(whole).toContain('not accepted');
    expect(whole).toContain('It says what the log says');
  });

  it('[AC4] that touch a grade go on as a challenge, which names them and answers them', async () => {
    const fortnight = await opened();
    await receive(fortnight);
    const raised = await fillIn(fortnight, 'lead', 'challenge D-004', {
      Judgement: 'help-and-protection',
      'Who at the authority?': 'The director',
    });
    expect(page(raised)).toContain('Saved H-001');
    await fortnight.as('lead').closeView();
    expect(await storedOf(fortnight, 'ChallengeRaised')).toMatchObject([
      { comment: 'D-004', text: 'The grade does not follow from this', due: '2013-11-26', from: 'authority' },
    ]);
    expect(told(await judge(fortnight, 'lead', 'comments D-004'))).toContain('went on as challenge H-001');
    expect(told(await judge(fortnight, 'lead', 'challenge H-001'))).toContain('from comment D-004');
    expect(told(await judge(fortnight, 'lead', 'comments'))).toContain('3 to be answered, 1 answered');
    const answer = { 'What came of it?': 'not-upheld', Answer: 'Twelve cases were seen' };
    await fillIn(fortnight, 'lead', 'challenge answer H-001', answer);
    await fortnight.as('lead').closeView();
    expect(told(await judge(fortnight, 'lead', 'comments D-004'))).toContain('not upheld, as challenge H-001');
  });

  it('[AC5] go out answered as Word and Excel, which is kept first, and a formula stays a text', async () => {
    const fortnight = await opened();
    await receive(fortnight);
    await receive(fortnight, 'Paragraph\tComment\n50\t=HYPERLINK("http://a.example","Click")');
    await fillIn(fortnight, 'lead', 'comments answer D-001', {
      'What came of it?': 'accepted',
      'Why?': 'The log says three',
    });
    expect(told(await judge(fortnight, 'inspector', 'comments file'))).toContain('may export the record');
    expect(told(await judge(fortnight, 'lead', 'comments file'))).toContain('The files come in a direct message');
    const names = [`${northmoor}.comments.docx`, `${northmoor}.comments.xlsx`];
    expect((await storedOf(fortnight, 'Exported'))[0]?.files).toEqual(names);
    const { files } = await filesSentTo(fortnight, 'lead');
    expect(files.map(({ name }) => name)).toEqual(names);
    for (const { text } of files) expect(text).toContain('Three notifications were unread');
    const [head = [], first = [], , , , formula = []] =
      sheetsIn(files[1]?.bytes ?? Buffer.from('')).get('Comments') ?? [];
    expect(head.slice(0, 4)).toEqual(['Number', 'Paragraph', 'Comment', 'Evidence offered']);
    expect(first.slice(5, 8)).toEqual(['Accepted', 'The log says three', 'Three notifications were unread']);
    expect(formula[2]).toBe('=HYPERLINK("http://a.example","Click")');
  });

  it('[AC6] come and are answered after sign-off, and lapse no signature', async () => {
    const fortnight = await openReadyToSign();
    await signOff(fortnight);
    await receive(fortnight);
    await fillIn(fortnight, 'lead', 'comments answer D-001', {
      'What came of it?': 'accepted',
      'Why?': 'The log says three',
    });
    expect(told(await judge(fortnight, 'lead', 'status'))).toContain('signed off');
    await fillIn(fortnight, 'lead', 'withdraw D-002', { 'Why is it withdrawn?': 'Taken in twice' });
    await fortnight.as('lead').closeView();
    expect(told(await judge(fortnight, 'lead', 'comments D-002'))).toContain('Withdrawn: Taken in twice');
    expect(told(await judge(fortnight, 'lead', 'edit D-001'))).toContain('stays as it was sent');
  });

  it.each(hostile.filter(({ text }) => !broken.test(text)))('[AC2] takes $name for words', async ({ text }) => {
    const fortnight = await openNorthmoor();
    const cell = `"${text.replaceAll('"', '""')}"`;
    const saved = await receive(fortnight, `Paragraph\tComment\n4\t${cell.slice(0, 2900)}`);
    expect(underFields(saved)).toBe('');
    expect(await storedOf(fortnight, 'CommentReceived')).toHaveLength(1);
  });
});
