import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Shown } from '../../../src/local-slack/index.ts';
import { fillIn, judge, page, readyToSign, record, signOff, something, storedOf, told } from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const claim = {
  'What is to be tested?': 'Thresholds hold after hours',
  'Where does it come from?': 'self-evaluation',
  'Judgement area': ['help-and-protection'],
  'Who follows it?': people.inspector,
} as const;

/** Records in one line, and gives the receipt to press on. */
const receiptOf = async (fortnight: Fortnight, line: string, who: Who = 'inspector'): Promise<Shown> => {
  const { said } = await judge(fortnight, who, `evidence ${line}`);
  if (!said) throw new Error(`This was not recorded: ${line}`);
  return said;
};

const contents = async (fortnight: Fortnight, type = 'EvidenceRecorded') =>
  (await storedOf(fortnight, type)).map(({ content }) => content);

const buttonsOf = ({ text }: Shown): string | undefined => text.split('\n').find((line) => line.startsWith('['));

describe('the receipt of an item', () => {
  it('[RG6] says what was saved in one line, quotes it, and asks only for what is missing', async () => {
    const fortnight = await openNorthmoor();
    const whole = await receiptOf(fortnight, 'help - C-017 child: I asked twice and nobody came');
    const hash = (await fortnight.entries(northmoor)).at(-1)?.hash.slice(0, 6);
    expect(whole.text).toBe(
      `Saved E-001 · Help and protection · concern · case C-017 · child or young person\n&gt; I asked twice and nobody came\n[Edit]\n${hash}`,
    );
    expect(buttonsOf(await receiptOf(fortnight, 'help seen twice'))).toBe(
      '[Whose voice? …] [Strength] [Concern] [Edit]',
    );
  });

  it('[RG6] takes whose voice it is and what it is by a press each, and neither is a correction or a second item', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    const receipt = await receiptOf(fortnight, 'help Nobody came twice');
    const answer = told(await inspector.choose(receipt, 'judge:Whose voice?', 'Child or young person'));
    expect(answer).toContain('Saved E-001 · Help and protection · context · child or young person');
    expect(answer).not.toContain('Whose voice?');
    expect(told(await inspector.press(receipt, 'Concern'))).toContain('concern · child or young person');
    expect(await contents(fortnight)).toMatchObject([{ sign: 'context', source: 'not-stated' }]);
    expect(await contents(fortnight, 'EvidenceCompleted')).toMatchObject([
      { sign: 'context', source: 'child' },
      { sign: 'concern', source: 'child', text: 'Nobody came twice' },
    ]);
    expect(told(await judge(fortnight, 'lead', 'find nobody'))).not.toContain('corrected');
    expect(told(await judge(fortnight, 'lead', 'progress help'))).toContain('1 item');
    expect(await storedOf(fortnight, 'EvidenceEdited')).toEqual([]);
  });

  it('[RG6] answers a second press with what stands already, and takes another one for a correction', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    const receipt = await receiptOf(fortnight, 'help Nobody came twice');
    await inspector.press(receipt, 'Concern');
    expect(told(await inspector.press(receipt, 'Concern'))).toBe('E-001 says so already.');
    await inspector.press(receipt, 'Strength');
    expect(await contents(fortnight, 'EvidenceEdited')).toMatchObject([{ sign: 'strength' }]);
    expect(told(await judge(fortnight, 'lead', 'find nobody'))).toContain('corrected');
  });

  it('[RG6] corrects where something rests on the item already, and where somebody else says it', async () => {
    const fortnight = await openNorthmoor();
    const receipt = await receiptOf(fortnight, 'help + Seen at each visit');
    await fillIn(fortnight, 'lead', 'grade help', { Grade: 'good', 'Why this grade?': 'Seen by all of us.' });
    await fortnight.as('inspector').choose(receipt, 'judge:Whose voice?', 'Social worker or other worker');
    await record(fortnight, 'inspector', 'help + Seen again');
    await judge(fortnight, 'lead', 'edit E-002 from observation:');
    expect(await contents(fortnight, 'EvidenceEdited')).toMatchObject([
      { source: 'worker' },
      { source: 'observation' },
    ]);
    expect(await storedOf(fortnight, 'EvidenceCompleted')).toEqual([]);
  });

  it('[RG6] says why where the item was withdrawn, is somebody else’s or sealed', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    const receipt = await receiptOf(fortnight, 'help Nobody came twice');
    expect(told(await judge(fortnight, 'secondInspector', 'edit E-001 -'))).toContain('E-001 is somebody else’s.');
    await record(fortnight, 'analyst', 'help Referrals rose');
    expect(told(await judge(fortnight, 'analyst', 'edit E-002 child:'))).toContain('Analysts record data evidence');
    await fillIn(fortnight, 'inspector', 'withdraw E-001', { 'Why is it withdrawn?': 'Seen twice' });
    await inspector.closeView();
    expect(told(await inspector.press(receipt, 'Concern'))).toBe('E-001 was withdrawn: Seen twice');
    const sealed = await receiptOf(fortnight, 'help Nobody came again');
    await readyToSign(fortnight);
    await signOff(fortnight);
    expect(told(await inspector.press(sealed, 'Concern'))).toContain('signed off');
    expect(await storedOf(fortnight, 'EvidenceCompleted')).toEqual([]);
  });

  it('[RG4] offers to take off a case that only the text named, and asks which of several', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    const one = await receiptOf(fortnight, 'help - psw: the plan for C-022 had no dates');
    expect(one.text).toContain('case C-022');
    expect(told(await inspector.press(one, 'Not C-022'))).not.toContain('case C-022');
    const two = await receiptOf(fortnight, 'help - psw: plans for C-022 and C-023 had no dates');
    expect(buttonsOf(two)).toBe('[Which case? …] [Edit]');
    expect(told(await inspector.choose(two, 'judge:Which case?', 'C-023'))).toContain('case C-023');
    expect(await contents(fortnight)).toMatchObject([{ case: 'C-022' }, { case: null }]);
    expect(await contents(fortnight, 'EvidenceCompleted')).toMatchObject([{ case: null }, { case: 'C-023' }]);
  });

  it('[RG5] [RG7] asks which way an item speaks, and keeps it off the line until that is answered', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    await fillIn(fortnight, 'lead', 'line new', claim);
    const receipt = await receiptOf(fortnight, 'help - L-001 Seven calls after six waited until the morning');
    expect(receipt.text).toContain('for or against L-001?');
    expect(buttonsOf(receipt)).toBe('[Whose voice? …] [For L-001] [Against] [Edit]');
    expect(await contents(fortnight)).toMatchObject([{ lines: [], bears: null, askedOf: 'L-001', sign: 'concern' }]);
    expect(told(await judge(fortnight, 'lead', 'line L-001'))).not.toContain('Seven calls');
    expect(told(await judge(fortnight, 'inspector', 'mine'))).toContain('Does E-001 speak for or against L-001?');
    await inspector.openHome();
    expect(page({ view: inspector.home() })).toContain('Does E-001 speak for or against L-001?');
    await fortnight.restart();
    expect(told(await inspector.press(receipt, 'Against'))).toContain('against L-001');
    expect(told(await judge(fortnight, 'lead', 'line L-001'))).toContain('Seven calls');
    expect(told(await judge(fortnight, 'inspector', 'mine'))).not.toContain('for or against');
    const [before, after] = [await contents(fortnight), await contents(fortnight, 'EvidenceCompleted')];
    expect([before[0], after[0]]).toMatchObject([{ lines: [] }, { lines: ['L-001'], bears: 'against' }]);
    expect(after[0]).not.toHaveProperty('askedOf');
  });

  it('[RG7] asks in the form too which way it speaks', async () => {
    const fortnight = await openNorthmoor();
    await fillIn(fortnight, 'lead', 'line new', claim);
    await record(fortnight, 'inspector', 'help + L-001 All were in time');
    await judge(fortnight, 'inspector', 'edit E-001');
    expect(fortnight.as('inspector').typed()).toMatchObject({ lines: ['L-001'], bears: null });
    const { errors } = await fortnight.as('inspector').submit({ 'What did you find?': 'Most were in time' });
    expect(errors?.bears).toContain('for or against');
  });
});

describe('a child at risk', () => {
  it.each([
    'C-017: left alone at night again',
    '(c17) - left alone at night again',
    '— C–017, left alone at night again',
  ])('[RG1] [CM1] is told of in the same grammar: "%s"', async (line) => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', `concern ${line}`);
    expect(await storedOf(fortnight, 'ConcernRecorded')).toMatchObject([
      { text: 'left alone at night again', case: 'C-017' },
    ]);
  });

  it('[RG3] [RG4] is of the case that is named, and of several it is asked', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'concern the child of C-017 was left alone again');
    expect(await storedOf(fortnight, 'ConcernRecorded')).toMatchObject([{ case: 'C-017' }]);
    const { view } = await judge(fortnight, 'inspector', 'concern C-017 and C-018 were left alone again');
    expect(page({ view })).toContain('“C-017” may name a case.');
    expect(await storedOf(fortnight, 'ConcernRecorded')).toHaveLength(1);
  });
});

describe('what is not surely evidence', () => {
  it.each([
    ['help • three visits were late', { areas: ['help-and-protection'], text: 'three visits were late', sign: null }],
    ['help - child: was not seen alone', { text: 'child: was not seen alone', sign: 'concern', source: 'not-stated' }],
    ['help - C-017b late', { text: 'C-017b late', case: null, sign: 'concern' }],
    ['Help was offered late', { areas: ['help-and-protection'], text: 'Help was offered late', sign: null }],
  ])('[RG3] opens the form with everything in its place, and says why: "%s"', async (line, values) => {
    const fortnight = await openNorthmoor();
    const { view } = await judge(fortnight, 'inspector', `evidence ${line}`);
    expect(page({ view })).toMatch(/^“.+” (may|says)/);
    expect(fortnight.as('inspector').typed()).toMatchObject(values);
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });

  it('[RG8] is refused at its field where the text begins otherwise than the form says', async () => {
    const fortnight = await openNorthmoor();
    const text = { 'What did you find?': 'help - C-9 child: I asked twice' };
    const wrong = { ...something, ...text, 'It is': 'strength', 'Judgement area': ['leadership'], Source: 'worker' };
    const { errors } = await fillIn(fortnight, 'inspector', 'evidence', wrong);
    expect(errors).toMatchObject({
      areas: expect.stringContaining('Help and protection'),
      sign: expect.stringContaining('concern'),
      source: expect.stringContaining('Child or young person'),
    });
    const right = { 'It is': 'concern', 'Judgement area': ['help-and-protection'], Source: 'not-stated' };
    await fortnight.as('inspector').submit(right);
    expect(await contents(fortnight)).toMatchObject([{ text: 'I asked twice', case: 'C-009', source: 'child' }]);
  });

  it('[RG8] keeps every line of enquiry that was chosen, and is refused where the text names another one or another way', async () => {
    const fortnight = await openNorthmoor();
    for (const place of ['after hours', 'at night'])
      await fillIn(fortnight, 'inspector', 'line new', {
        ...claim,
        'What is to be tested?': `Thresholds hold ${place}`,
      });
    const chosen = { 'Line of enquiry': ['L-001'], 'It speaks': 'against' };
    const text = { 'What did you find?': 'for L-002 Nobody came' };
    await judge(fortnight, 'inspector', 'evidence');
    const inspector = fortnight.as('inspector');
    await inspector.press('view', 'More');
    const { errors } = await inspector.submit({ ...something, ...chosen, ...text });
    expect(errors).toEqual({
      lines: 'The text begins with L-002. Choose that here, or take it out there.',
      bears: 'The text begins with for L-002. Choose that here, or take it out there.',
    });
    await inspector.submit({ 'Line of enquiry': ['L-001', 'L-002'], 'It speaks': 'for' });
    expect(await contents(fortnight)).toMatchObject([{ text: 'Nobody came', lines: ['L-001', 'L-002'], bears: 'for' }]);
  });

  it('[RG8] asks for what it is in the form, which starts with nothing chosen', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'evidence');
    const { 'It is': _, ...rest } = something;
    expect((await fortnight.as('inspector').submit(rest)).errors).toEqual({
      sign: 'Choose what it is: a strength, a concern, a priority concern or context.',
    });
  });
});

const step = readFileSync('README.md', 'utf8').match(/```\n( *\/judge evidence leaders[\s\S]*?)\n *```/)?.[1] ?? '';
const lines = step.split('\n').map((line) => line.trim());
/** The block as it comes out of the page, and as phones and Word hand it on. */
const pasted: [string, string][] = [
  ['Unix line ends', lines.join('\n')],
  ['Windows line ends', lines.join('\r\n')],
  ['old line ends', lines.join('\r')],
  ['line ends that became spaces', lines.join(' ')],
  ['line ends that are gone', lines.join('')],
];

describe.each(pasted)('README’s second step pasted whole, with %s', (_, text) => {
  const areas = ['leaders', 'help-and-protection', 'in-care', 'care-leavers'];
  const opened = () => openNorthmoor('ilacs-2023');

  /** Four items stand in the form; nothing is saved until that is pressed, and then four are. */
  const fourOnly = async (fortnight: Fortnight, shown: string) => {
    expect(shown).toContain('Save as 4 items');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    expect(page(await fortnight.as('inspector').submit())).toContain('Saved E-001, E-002, E-003, E-004');
    const kept = await contents(fortnight);
    expect(kept.map((content) => (content as { areas: string[] }).areas)).toEqual(areas.map((area) => [area]));
    expect(kept).toMatchObject([{ sign: 'strength' }, { case: 'C-004' }, { case: 'C-011' }, { sign: 'strength' }]);
    expect(JSON.stringify(kept)).not.toContain('/judge');
  };

  it('[RG9] by command is the preview of four', async () => {
    const fortnight = await opened();
    // What is pasted begins with the command itself, which Slack takes off.
    const { view } = await judge(fortnight, 'inspector', text.replace(/^\/judge /, ''));
    await fourOnly(fortnight, page({ view }));
  });

  it('[RG9] by the form is the preview of four', async () => {
    const fortnight = await opened();
    const form = { 'Judgement area': ['leaders'], 'It is': 'context', 'What did you find?': text };
    await fourOnly(fortnight, page(await fillIn(fortnight, 'inspector', 'evidence', form)));
  });

  it('[RG9] by the shortcut on a message is the preview of four', async () => {
    const fortnight = await opened();
    const inspector = fortnight.as('inspector');
    const ts = await inspector.say(teamChannel, text);
    const { view } = await inspector.messageShortcut('record_message', teamChannel, ts);
    await fourOnly(fortnight, page({ view }));
  });
});

describe('several lines after the command', () => {
  it('[RG9] open the form where a line does not say all of itself, with nothing taken for granted', async () => {
    const fortnight = await openNorthmoor();
    const text = 'help - C-030 Late twice\nLeaders knew of it\r\n+ Two teams were in time';
    const { view } = await judge(fortnight, 'inspector', `evidence ${text}`);
    expect(page({ view })).toContain('Each of these 3 lines becomes an item.');
    const shown = await fortnight.as('inspector').submit({ 'Judgement area': ['adoption'], 'It is': 'context' });
    expect(page(shown)).toContain('Save as 3 items');
    expect(page(await fortnight.as('inspector').submit())).toContain('Saved E-001, E-002, E-003');
    expect(await contents(fortnight)).toMatchObject([
      { areas: ['help-and-protection'], sign: 'concern', case: 'C-030', text: 'Late twice' },
      { areas: ['adoption'], sign: 'context', text: 'Leaders knew of it' },
      { areas: ['adoption'], sign: 'strength' },
    ]);
  });

  it('[RG9] are one item where the recorder says so', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'evidence help - C-004 parents asked for help - none came');
    await fortnight.as('inspector').submit({ 'Save as': 'one' });
    expect(await contents(fortnight)).toMatchObject([
      { areas: ['help-and-protection'], sign: 'concern', case: 'C-004', text: 'parents asked for help - none came' },
    ]);
  });

  it.each([
    'help - Late\n/judge whistleblow Visits were made up',
    'help - Late /judge whistleblow Visits were made up',
  ])(
    '[RG9] [WB1] with another command among them are given back whole, and nothing of them is offered: %j',
    async (text) => {
      const fortnight = await openNorthmoor();
      const outcome = await judge(fortnight, 'inspector', `evidence ${text}`);
      expect(outcome.view).toBeUndefined();
      expect(told(outcome)).toContain('another command');
      expect(told(outcome)).toContain('Visits were made up');
      expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    },
  );
});
