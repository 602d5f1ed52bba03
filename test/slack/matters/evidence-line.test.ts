import { describe, expect, it } from 'vitest';
import { judge, page, record, something, storedOf, told, underFields } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';

describe('evidence in one line', () => {
  it('[E1] [E4] is kept with both times, its author and what the line says, and the receipt is the answer', async () => {
    const fortnight = await openNorthmoor();
    const { said, view } = await judge(
      fortnight,
      'inspector',
      'evidence help - C-7 Strategy discussion held four days late',
    );
    const entry = (await fortnight.entries('northmoor-2013-11-19')).at(-1);
    expect(entry).toMatchObject({
      header: { person: { team: 'TFORT', user: people.inspector }, recordedAt: '2013-11-19T09:00:00.000Z' },
      events: [
        {
          type: 'EvidenceRecorded',
          item: 'E-001',
          content: {
            areas: ['help-and-protection'],
            text: 'Strategy discussion held four days late',
            sign: 'concern',
            source: 'not-stated',
            observedAt: '2013-11-19T09:00:00.000Z',
            case: 'C-007',
            about: null,
            site: null,
            agency: null,
            criteria: [],
          },
        },
      ],
    });
    expect(said?.via).toBe('acknowledgement');
    expect(told({ answered: true, shown: said ? [said] : [], view })).toContain(
      'Saved E-001 · Help and protection · concern · case C-007\nStrategy',
    );
    expect(view).toBeUndefined();
  });

  it.each([
    ['evidence help - late', 'concern', null, 'late'],
    ['evidence help – late', 'concern', null, 'late'],
    ['evidence help − late', 'concern', null, 'late'],
    ['evidence help -late', 'concern', null, 'late'],
    ['evidence help + on time', 'strength', null, 'on time'],
    ['evidence help ! nobody rang back', 'priority-concern', null, 'nobody rang back'],
    ['evidence help seen at the front door', 'context', null, 'seen at the front door'],
    ['evidence help c-017 seen twice', 'context', 'C-017', 'seen twice'],
    ['evidence HELP + C17 seen twice', 'strength', 'C-017', 'seen twice'],
    ['EVIDENCE   help   +   C-0017   seen twice  ', 'strength', 'C-017', 'seen twice'],
  ])('[E1] [C2] reads "%s"', async (line, sign, reference, text) => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', line);
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([{ content: { sign, case: reference, text } }]);
  });

  it('[E2] opens the form with the whole text in place when the area is not one of the framework', async () => {
    const fortnight = await openNorthmoor();
    const { view } = await judge(fortnight, 'inspector', 'evidence quokka - C-007 Strategy discussions were late');
    expect(page({ view })).toContain('Choose the judgement area. In one line it comes first: ');
    const inspector = fortnight.as('inspector');
    expect(inspector.typed()).toMatchObject({ text: 'quokka - C-007 Strategy discussions were late', areas: [] });
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    await inspector.submit({ 'Judgement area': ['help-and-protection'], 'It is': 'Concern' });
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
      { content: { text: 'quokka - C-007 Strategy discussions were late' } },
    ]);
  });

  it.each([
    ['evidence hepl - C-007 Two visits were late', 'hepl', 'help'],
    ['evidence Helpp - C-007 Two visits were late', 'Helpp', 'help'],
    ['evidence help-protection – c7 Two visits were late', 'help-protection', 'help'],
    ['hepl C-007 - Two visits were late', 'hepl', 'help'],
    ['evidence protecton -- (C-7): Two visits were late', 'protecton', 'protection'],
  ])(
    '[RG11] reads what follows an area’s word that is mistyped, and asks whether it was meant: %s',
    async (typed, word, meant) => {
      const fortnight = await openNorthmoor();
      const { view } = await judge(fortnight, 'inspector', typed);
      expect(page({ view })).toContain(`“${word}” is no area’s word. Did you mean “${meant}”?`);
      const read = { areas: ['help-and-protection'], sign: 'concern', case: 'C-007', text: 'Two visits were late' };
      expect(fortnight.as('inspector').typed()).toMatchObject(read);
      expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
      await fortnight.as('inspector').submit();
      expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([{ content: read }]);
    },
  );

  it('[RG11] leaves a sentence alone, and what stands in the form’s own text', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    await judge(fortnight, 'inspector', 'evidence Held twice - and late');
    expect(inspector.typed()).toMatchObject({ text: 'Held twice - and late', areas: [] });
    await inspector.closeView();
    await judge(fortnight, 'inspector', 'evidence leaders');
    await inspector.submit({ 'What did you find?': 'Held - two days late', 'It is': 'Context' });
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
      { content: { text: 'Held - two days late', areas: ['leadership'] } },
    ]);
  });

  it('[E1] opens an empty form for the area and sign where nothing was found yet', async () => {
    const fortnight = await openNorthmoor();
    const { view } = await judge(fortnight, 'inspector', 'evidence care-leavers ! C-031');
    expect(view?.callback_id).toBe('form:evidence');
    expect(fortnight.as('inspector').typed()).toMatchObject({
      areas: ['care-leavers'],
      sign: 'priority-concern',
      case: 'C-031',
      text: null,
    });
  });

  it('[E2] [C1] opens the form with the text in place when an identifier is found, and says which', async () => {
    const fortnight = await openNorthmoor();
    const text = 'Number 943 476 5919 stood on the whiteboard';
    const { view } = await judge(fortnight, 'inspector', `evidence help - ${text}`);
    expect(page({ view })).toContain('"943 476 5919" looks like an NHS number.');
    const inspector = fortnight.as('inspector');
    expect(inspector.typed()).toMatchObject({ areas: ['help-and-protection'], text, sign: 'concern' });
    expect(underFields(await inspector.submit())).toContain('"943 476 5919" looks like an NHS number.');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    const saved = await inspector.submit({ 'What did you find?': 'A number stood on the whiteboard' });
    expect(page(saved)).toContain('Saved E-001');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(1);
  });

  it('[C3] points at a likely name and keeps it only when the recorder says that it is no child’s', async () => {
    const fortnight = await openNorthmoor();
    const text = 'The head of service, Karen Holt, reads each plan';
    const { view } = await judge(fortnight, 'inspector', `evidence leadership + ${text}`);
    expect(page({ view })).toContain('may be a person’s name: Karen Holt.');
    const inspector = fortnight.as('inspector');
    expect(page(await inspector.submit())).toContain('Keep: not a child’s name');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    expect(page(await inspector.submit({ Names: ['Keep: not a child’s name'] }))).toContain('Saved E-001');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([{ content: { text } }]);
  });

  it('[C3] takes the names of the authority and of the team for granted', async () => {
    const fortnight = await openNorthmoor();
    expect(await record(fortnight, 'inspector', 'help Ana Reyes and I saw the front door at Northmoor')).toBe('E-001');
  });

  it('[C4] gives a line that is too long back whole, and keeps nothing of it', async () => {
    const fortnight = await openNorthmoor();
    const line = `help - ${'Late. '.repeat(600)}end`;
    const outcome = await judge(fortnight, 'inspector', `evidence ${line}`);
    expect(told(outcome)).toContain('This is 603 characters too long for one item. Nothing was saved');
    expect(told(outcome).replaceAll('\n', '')).toContain(line);
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });

  it('[W4] opens the form for an analyst with data as its source, and keeps a line so', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'analyst', 'help Referrals rose by a third');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([{ content: { source: 'data' } }]);
    await judge(fortnight, 'analyst', 'evidence');
    const { errors } = await fortnight.as('analyst').submit({ ...something, Source: 'observation' });
    expect(errors).toEqual({ source: 'Analysts record data evidence: choose Data as the source.' });
  });
});
