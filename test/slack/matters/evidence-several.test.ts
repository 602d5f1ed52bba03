import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, something, stored, storedOf, underFields } from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';

const three = '+ Thresholds are understood\n\n- C-7 Strategy discussions were late\nleaders ! Nobody rang back\n';

const paste = (fortnight: Fortnight, text: string, values: Record<string, string> = {}) =>
  fillIn(fortnight, 'inspector', 'evidence', { ...something, 'What did you find?': text, ...values });

describe('several lines in the evidence form', () => {
  it('[N7] are shown as the items they would become before anything is saved, and then saved as that', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    const shown = await paste(fortnight, three);
    expect(page(shown)).toContain('Not saved yet. Each line becomes an item of its own:');
    expect(page(shown)).toContain('1 · Help and protection · strength · observed');
    expect(page(shown)).toContain('2 · Help and protection · concern · case C-007 · observed');
    expect(page(shown)).toContain('3 · Leadership · priority concern · observed');
    expect(page(shown)).toContain('Save as 3 items');
    expect(inspector.typed()).toMatchObject({ text: three, as: 'several' });
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    const saved = await inspector.submit();
    const last = (await fortnight.entries(northmoor)).at(-1)?.hash.slice(0, 6);
    expect(page(saved)).toMatch(new RegExp(`^Saved E-001, E-002, E-003[^]*\\n${last}`));
    expect(page(saved)).toContain('Nobody rang back');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
      { item: 'E-001', content: { areas: ['help-and-protection'], sign: 'strength', case: null } },
      { item: 'E-002', content: { text: 'Strategy discussions were late', sign: 'concern', case: 'C-007' } },
      { item: 'E-003', content: { areas: ['leadership'], sign: 'priority-concern', text: 'Nobody rang back' } },
    ]);
  });

  it('[N7] are one item where the recorder says so, to the letter', async () => {
    const fortnight = await openNorthmoor();
    await paste(fortnight, three);
    const saved = await fortnight.as('inspector').submit({ 'Save as': 'Save as one item' });
    expect(page(saved)).toContain('Saved E-001 ·');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
      { content: { text: three.trim(), sign: 'concern', areas: ['help-and-protection'] } },
    ]);
  });

  it('[N7] are shown anew where anything of them was changed after they were shown', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    await paste(fortnight, three);
    const again = await inspector.submit({ 'What did you find?': '+ Thresholds are understood\n! Nobody rang back' });
    expect(page(again)).toContain('Save as 2 items');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    const once = await inspector.submit({ 'It is': 'strength', 'Judgement area': ['adoption'] });
    expect(page(once)).toContain('1 · Adoption · strength');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    expect(page(await inspector.submit())).toContain('Saved E-001, E-002');
  });

  it('[N7] keep what stands under More, and More keeps what was shown', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    await paste(fortnight, 'Late once\nleaders + Late twice');
    await inspector.press('view', 'More');
    const shown = await inspector.submit({ Site: 'East office', Criteria: ['HP3'], Case: 'C-3' });
    expect(page(shown)).toContain('1 · Help and protection · concern · case C-003');
    await inspector.submit();
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
      { content: { site: 'East office', criteria: ['HP3'], case: 'C-003', sign: 'concern' } },
      { content: { site: 'East office', criteria: [], case: 'C-003', sign: 'strength', areas: ['leadership'] } },
    ]);
  });

  it('[N7] say nothing where there is but one line', async () => {
    const fortnight = await openNorthmoor();
    const saved = await paste(fortnight, '\n  Late in two cases  \n---\n');
    expect(page(saved)).toContain('Saved E-001 ·');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(1);
  });

  it('[N7] carry emoji and writing from right to left to the letter', async () => {
    const fortnight = await openNorthmoor();
    const lines = ['👩‍👧 seen together 🙂', 'الطفل في أمان مع أسرته', '🙂'];
    const shown = await paste(fortnight, lines.join('\n'));
    for (const line of lines) expect(page(shown)).toContain(line);
    await fortnight.as('inspector').submit();
    const texts = (await storedOf(fortnight, 'EvidenceRecorded')).map(({ content }) => content);
    expect(texts).toMatchObject(lines.map((text) => ({ text })));
  });

  it('[N8] are all refused where one cannot be saved, which is named', async () => {
    const fortnight = await openNorthmoor();
    const refused = await paste(fortnight, 'Seen alone\nNumber 943 476 5919 on the board\nBorn 3 May 2004');
    expect(underFields(refused)).toContain('Line 2: "943 476 5919" looks like an NHS number.');
    expect(underFields(refused)).toContain('Line 3: ');
    expect(underFields(refused)).not.toContain('Line 1');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });

  it('[N8] are asked about likely names first', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    const asked = await paste(fortnight, 'The child named Oliver was seen\nSeen again');
    expect(page(asked)).toContain('may be a person’s name: Oliver');
    const shown = await inspector.submit({ Names: ['Keep: not a child’s name'] });
    expect(page(shown)).toContain('Save as 2 items');
    expect(page(await inspector.submit())).toContain('Saved E-001, E-002');
  });

  it('[N8] refuse once what is wrong with all of them', async () => {
    const fortnight = await openNorthmoor();
    const future = Date.parse('2013-11-20T09:00:00Z') / 1000;
    await judge(fortnight, 'inspector', 'evidence');
    const values = { ...something, 'What did you find?': 'One\nTwo\nThree', 'Observed at': future };
    expect((await fortnight.as('inspector').submit(values)).errors).toEqual({
      observedAt: 'This is in the future. Give the time it was observed.',
    });
  });

  it('[N9] sent twice at once or again are kept once', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    await paste(fortnight, three);
    const both = await inspector.doubleSubmit();
    for (const each of both) expect(page(each)).toContain('Saved E-001, E-002, E-003');
    expect(page(await inspector.resubmit())).toContain('Saved E-001, E-002, E-003');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(3);
    const requests = (await fortnight.entries(northmoor)).map(({ header }) => header.request);
    expect(new Set(requests).size).toBe(requests.length);
  });

  it('[N9] are entries of their own: erasing one leaves the words of the others', async () => {
    const fortnight = await openNorthmoor();
    await paste(fortnight, three);
    await fortnight.as('inspector').submit();
    const context = {
      person: { team: 'TFORT', user: people.lead },
      at: '2013-11-19T09:30:00.000Z',
      request: 'erasing',
    };
    const command = { type: 'EraseItem', item: 'E-002', reason: 'The retention date has passed' };
    expect(await fortnight.inspections().record(northmoor, command, context)).toHaveProperty('entry');
    const { evidence, items } = await fortnight.inspections().of(northmoor);
    expect([...evidence.values()].map(({ content }) => content.text)).toEqual([
      'Thresholds are understood',
      'Nobody rang back',
    ]);
    expect(new Set([...evidence.keys()].flatMap((item) => items.versions.get(item) ?? [])).size).toBe(2);
  });

  it('[N10] are at most twenty at once, and may be one item', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    const lines = Array.from({ length: 21 }, (_, index) => `Seen ${index + 1} times`);
    const told = await paste(fortnight, lines.join('\n'));
    expect(page(told)).toContain('This has 21 lines, and at most 20 items can be saved at once.');
    expect(page(told)).not.toContain('Save as 21');
    expect(page(await inspector.submit())).toContain('at most 20');
    const shown = await inspector.submit({ 'What did you find?': lines.slice(0, 20).join('\n') });
    expect(page(shown)).toContain('Save as 20 items');
    expect(page(await inspector.submit())).toContain('E-019, E-020\n');
    await paste(fortnight, lines.join('\n'));
    expect(page(await inspector.submit({ 'Save as': 'Save as one item' }))).toContain('Saved E-021 ·');
  });

  it('[N10] of three thousand characters are shown whole', async () => {
    const fortnight = await openNorthmoor();
    const lines = Array.from({ length: 20 }, (_, index) => `${index} ${'🙂 & <b> '.repeat(16)}`.slice(0, 148).trim());
    const shown = await paste(fortnight, lines.join('\n'));
    for (const line of lines) expect(page(shown)).toContain(line);
    expect(page(await fortnight.as('inspector').submit())).toContain('E-020\n');
  });

  it('[N7] [R2] go to the restricted record together, and nothing of them elsewhere', async () => {
    const fortnight = await openNorthmoor();
    const before = await stored(fortnight);
    const shown = await paste(fortnight, 'Told in confidence\nTold again', { Source: 'whistleblower' });
    expect(page(shown)).toContain('Save as 2 items');
    const saved = await fortnight.as('inspector').submit();
    expect(page(saved)).toMatch(/Saved W-\w{4}, W-\w{4} · restricted/);
    expect(await stored(fortnight)).toEqual(before);
    expect(await storedOf(fortnight, 'RestrictedEvidenceRecorded', `${northmoor}.restricted`)).toHaveLength(2);
  });

  it('[N7] in a correction are one wording', async () => {
    const fortnight = await openNorthmoor();
    await paste(fortnight, 'Late once');
    const saved = await fillIn(fortnight, 'inspector', 'edit E-001', { 'What did you find?': 'Late once\nLate twice' });
    expect(page(saved)).toContain('Saved E-001');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(1);
  });
});
