import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, record, something, storedOf, told } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { keepMany } from '../../support/keep-many.ts';
import { people } from '../../support/people.ts';
import { openLine } from '../../support/sent.ts';
import { everythingSaid, notInText } from '../../support/shown.ts';

const claim = {
  'What is to be tested?': 'Assessments are timely in every team',
  'Where does it come from?': 'self-evaluation',
  'Judgement area': ['help-and-protection'],
  'Who follows it?': people.secondInspector,
} as const;

describe('lines of enquiry in Slack', () => {
  it('[LE1] [LE2] [LE3] [O8] are opened, evidenced and settled by forms, and listed', async () => {
    const fortnight = await openNorthmoor();
    expect(told(await judge(fortnight, 'inspector', 'line'))).toContain('No line of enquiry was opened yet.');
    const { 'What is to be tested?': _, ...rest } = claim;
    const saved = await fillIn(fortnight, 'inspector', 'line Assessments are timely in every team', rest);
    expect(page(saved)).toContain('Saved L-001');
    await record(fortnight, 'inspector', 'help - C-7 Assessments took four months.');
    await judge(fortnight, 'secondInspector', 'line L-1 link');
    const second = fortnight.as('secondInspector');
    expect((await second.suggestions('Evidence', 'months')).map(({ value }) => value)).toEqual(['E-001']);
    expect(page(await second.submit({ Evidence: ['E-001'], 'It speaks': 'against' }))).toContain('1 item against it');
    const shown = told(await judge(fortnight, 'observer', 'line l-001'));
    expect(shown).toContain('Against it: 1 item');
    expect(shown).toContain('followed by Dee Marsh');
    await judge(fortnight, 'secondInspector', 'line L-001 settle');
    await second.fill({ 'It is': 'confirmed' });
    expect(second.view()?.blocks.find(({ block_id }) => block_id === 'reason')).toMatchObject({
      optional: false,
      hint: { text: 'Needed, since no linked evidence bears it out: say what it rests on.' },
    });
    const settled = await second.submit({ 'It is': 'contradicted' });
    expect(page(settled)).toContain('contradicted');
    expect(told(await judge(fortnight, 'observer', 'line claims'))).toContain(
      '1 of 1 claim tested; 0 stood, 1 did not',
    );
    expect(told(await judge(fortnight, 'observer', 'find timely'))).toContain('L-001 · contradicted');
    expect(page(await judge(fortnight, 'observer', 'find L-001'))).toContain('E-001');
  });

  it('[LE2] are named under More in the evidence form, with which way the item speaks', async () => {
    const fortnight = await openNorthmoor();
    await fillIn(fortnight, 'lead', 'line new', claim);
    await judge(fortnight, 'inspector', 'evidence');
    const inspector = fortnight.as('inspector');
    await inspector.press('view', 'More');
    expect((await inspector.suggestions('Line of enquiry', 'timely')).map(({ value }) => value)).toEqual(['L-001']);
    const saved = await inspector.submit({ ...something, 'Line of enquiry': ['L-001'], 'It speaks': 'against' });
    expect(page(saved)).toContain('against L-001');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
      { content: { lines: ['L-001'], bears: 'against' } },
    ]);
    await judge(fortnight, 'inspector', 'edit E-001');
    await inspector.press('view', 'More');
    expect(inspector.typed()).toMatchObject({ lines: ['L-001'], bears: 'against' });
  });

  it('[LE7] are named in one line, for or against; what names none is asked about', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'evidence help - L-001 is a plan template, not a line');
    expect(fortnight.as('inspector').typed()).toMatchObject({ text: 'L-001 is a plan template, not a line' });
    await fillIn(fortnight, 'lead', 'line new', claim);
    expect(told(await judge(fortnight, 'inspector', 'evidence help - C-7 against l-1: Three were late'))).toContain(
      'against L-001',
    );
    await record(fortnight, 'inspector', 'help + for L–001 All were in time');
    const found = await storedOf(fortnight, 'EvidenceRecorded');
    expect(found.map(({ content }) => content)).toMatchObject([
      { text: 'Three were late', lines: ['L-001'], bears: 'against', sign: 'concern', case: 'C-007' },
      { text: 'All were in time', lines: ['L-001'], bears: 'for', sign: 'strength' },
    ]);
    await judge(fortnight, 'inspector', 'evidence help L-001');
    expect(fortnight.as('inspector').typed()).toMatchObject({ lines: ['L-001'], bears: null });
  });

  it('[LE1] [C3] ask about a likely name in the hypothesis before it is kept', async () => {
    const fortnight = await openNorthmoor();
    const named = { ...claim, 'What is to be tested?': 'Plans for Jessica Brown drifted' };
    expect(page(await fillIn(fortnight, 'lead', 'line new', named))).toContain('Not saved yet');
    expect(page(await fortnight.as('lead').submit({ Names: ['keep'] }))).toContain('Saved L-001');
  });

  it('[M21] [LE5] [LE6] [M8] stay within a message and a form when there are two hundred', async () => {
    const fortnight = await openNorthmoor();
    const hypothesis = (place: number) => `${place}: ${'Thresholds differ & nobody knows why. '.repeat(20)}`;
    await keepMany(fortnight, 200, (place) => openLine({ hypothesis: hypothesis(place), owner: people.lead }));
    for (const words of ['line', 'line help', 'line claims', 'line L-007', 'today', 'find thresholds', ''])
      await judge(fortnight, 'lead', words);
    expect(told(await judge(fortnight, 'lead', 'line'))).toContain('The next 10 of 200');
    expect(told(await judge(fortnight, 'lead', 'today'))).toMatch(
      /To settle\nL-001 “1: Thresholds [\s\S]*All 200 open matters/,
    );
    for (const said of everythingSaid(fortnight.slack)) expect(notInText(said)).toEqual([]);
    await judge(fortnight, 'lead', 'evidence');
    await fortnight.as('lead').press('view', 'More');
    expect(await fortnight.as('lead').suggestions('Line of enquiry', '')).toHaveLength(100);
  });
});
