import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, something, storedOf } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';

const at = (moment: string): number => Date.parse(moment) / 1000;

describe('the evidence form', () => {
  it('[E3] keeps every field, those under More too, and shows the receipt in the form’s place', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    await judge(fortnight, 'inspector', 'evidence');
    await inspector.fill({
      'Judgement area': ['help-and-protection', 'leadership'],
      'What did you find?': 'Two of three chronologies stop before the child came into care.',
      'It is': 'Priority concern',
      Source: 'Case record, tracked in depth',
      'Observed at': at('2013-11-19T08:30:00Z'),
    });
    await inspector.press('view', 'More');
    const saved = await inspector.submit({
      Case: 'c-7',
      About: 'Practice',
      Site: 'East office',
      Agency: 'Community health',
      Criteria: ['HP3', 'LD4'],
    });
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([
      {
        type: 'EvidenceRecorded',
        item: 'E-001',
        content: {
          areas: ['help-and-protection', 'leadership'],
          text: 'Two of three chronologies stop before the child came into care.',
          sign: 'priority-concern',
          source: 'case-tracked',
          observedAt: '2013-11-19T08:30:00.000Z',
          case: 'C-007',
          about: 'practice',
          site: 'East office',
          agency: 'Community health',
          criteria: ['HP3', 'LD4'],
          lines: [],
          bears: null,
          from: null,
        },
      },
    ]);
    expect(page(saved)).toMatch(/Saved E-001 · Help and protection, Leadership · priority concern · case C-007/);
    expect(page(saved)).toContain('Two of three chronologies stop before the child came into care.');
  });

  it('[E3] starts with now and a source that is not stated, and asks what it is', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'evidence');
    expect(fortnight.as('inspector').typed()).toMatchObject({
      areas: [],
      sign: null,
      source: 'not-stated',
      observedAt: at('2013-11-19T09:00:00Z'),
    });
  });

  it('[E3] refuses what was observed in the future, under its field, with the rest in place', async () => {
    const fortnight = await openNorthmoor();
    const refused = await fillIn(fortnight, 'inspector', 'evidence', {
      ...something,
      'Observed at': at('2013-11-19T09:01:00Z'),
    });
    expect(refused.errors).toEqual({ observedAt: 'This is in the future. Give the time it was observed.' });
    expect(refused.closed).toBe(false);
    expect(fortnight.as('inspector').typed()).toMatchObject({ text: something['What did you find?'], sign: 'concern' });
    fortnight.forward(1);
    expect(page(await fortnight.as('inspector').submit())).toContain('Saved E-001');
  });

  it.each([
    ['943 476 5919', 'an NHS number'],
    ['born 3 May 2004', 'a date of birth'],
    ['M1 1AE', 'a postcode'],
    ['0161 496 0123', 'a telephone number'],
    ['child@example.org', 'an e-mail address'],
    ['A123456789012', 'a unique pupil number'],
  ])('[C1] refuses "%s" under its field, naming what was found', async (identifier, kind) => {
    const fortnight = await openNorthmoor();
    const text = `Seen in the file: ${identifier}, twice.`;
    const refused = await fillIn(fortnight, 'inspector', 'evidence', { ...something, 'What did you find?': text });
    expect(refused.errors).toEqual({
      text: `"${identifier}" looks like ${kind}. Use a case reference such as C-007 instead.`,
    });
    expect(fortnight.as('inspector').typed()).toMatchObject({ text });
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });

  it('[C1] [C2] looks for identifiers in every box, and takes only a team reference as a case', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    await judge(fortnight, 'inspector', 'evidence');
    await inspector.fill(something);
    await inspector.press('view', 'More');
    const { errors } = await inspector.submit({ Case: '943 476 5919', Site: 'M1 1AE', Agency: '0161 496 0123' });
    expect(errors).toEqual({
      case: 'Give the team’s own reference, such as C-017. Never a name or a case number.',
      site: '"M1 1AE" looks like a postcode. Use a case reference such as C-007 instead.',
      agency: '"0161 496 0123" looks like a telephone number. Use a case reference such as C-007 instead.',
    });
  });

  it('[C3] asks about a likely name before anything is kept, the text in place', async () => {
    const fortnight = await openNorthmoor();
    const text = 'The child named Oliver was seen alone';
    const asked = await fillIn(fortnight, 'inspector', 'evidence', { ...something, 'What did you find?': text });
    expect(page(asked)).toContain('may be a person’s name: Oliver');
    const inspector = fortnight.as('inspector');
    expect(inspector.typed()).toMatchObject({ text, areas: ['help-and-protection'], sign: 'concern', keepNames: [] });
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    const without = await inspector.submit({ 'What did you find?': 'The child (C-012) was seen alone' });
    expect(page(without)).toContain('Saved E-001');
  });

  it('[E7] offers the criteria of the chosen areas, also when they change, and keeps what is typed', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    await judge(fortnight, 'inspector', 'evidence');
    await inspector.fill(something);
    await inspector.press('view', 'More');
    await inspector.fill({ Criteria: ['HP3'], Site: 'East office' });
    await inspector.choose('view', 'Judgement area', ['leadership']);
    expect(inspector.typed()).toMatchObject({ areas: ['leadership'], criteria: [], site: 'East office' });
    await expect(inspector.fill({ Criteria: ['HP3'] })).rejects.toThrow();
    await inspector.submit({ Criteria: ['LD4'] });
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([{ content: { criteria: ['LD4'] } }]);
  });

  it('[D3] records another in the receipt’s place: two items with two numbers', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    await fillIn(fortnight, 'inspector', 'evidence', something);
    await inspector.press('view', 'Record another');
    expect(inspector.typed()).toMatchObject({ text: null, areas: [] });
    const second = await inspector.submit({ ...something, 'What did you find?': 'Reviews are held on time.' });
    expect(page(second)).toContain('Saved E-002');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([{ item: 'E-001' }, { item: 'E-002' }]);
    const requests = (await fortnight.entries('northmoor-2013-11-19')).map(({ header }) => header.request);
    expect(new Set(requests).size).toBe(requests.length);
  });
});
