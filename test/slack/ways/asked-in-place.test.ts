import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../src/local-slack/index.ts';
import { fillIn, judge, page, record, something, storedOf, underFields, wordsOf } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';

const name = 'may be a person’s name: Karen Holt';
const identifier = 'looks like an NHS number';
const named = 'The plan was read by Karen Holt before the visit';
const both = `${named}, number 943 476 5919`;

/** What stands directly above a field, up to the field before it. */
const above = ({ view }: Pick<Submission, 'view'>, field: string): string => {
  const blocks = view?.blocks ?? [];
  const at = blocks.findIndex(({ block_id }) => block_id === field);
  const before = blocks
    .slice(0, at)
    .findLastIndex(({ type, block_id }) => type === 'input' && block_id !== 'keepNames');
  return wordsOf(blocks.slice(before + 1, at));
};

const forms = [
  ['inspector', 'evidence', 'text', { ...something }, 'What did you find?'],
  ['observer', 'whistleblow', 'text', { 'Judgement area': ['leadership'] }, 'What were you told?'],
  ['inspector', 'concern', 'text', { Case: 'C-017' }, 'What puts the child at risk?'],
  [
    'lead',
    'line new',
    'hypothesis',
    { 'Where does it come from?': 'inspectors', 'Judgement area': ['leadership'] },
    'What is to be tested?',
  ],
] as const;

describe('what is asked before anything is kept', () => {
  it.each(forms)('[C8] stands directly above the text: %s, %s', async (who, words, field, values, label) => {
    const fortnight = await openNorthmoor();
    const person = fortnight.as(who);
    const asked = await fillIn(fortnight, who, words, { ...values, [label]: named });
    expect(above(asked, field)).toContain(name);
    expect(above(asked, field)).toContain('Keep: not a child’s name');
    const two = await person.submit({ [label]: both });
    expect(two.errors).toBeUndefined();
    expect(above(two, field)).toContain(name);
    expect(above(two, field)).toContain(identifier);
    expect(page(two).split(identifier)).toHaveLength(2);
    // The name is taken out, and the identifier is not.
    const one = await person.submit({ [label]: 'The number was 943 476 5919 on the board' });
    expect(above(one, field)).toContain(identifier);
    expect(page(one)).not.toMatch(/person’s name|Keep: not/);
    expect(page(await person.submit({ [label]: 'The number stood on the board for all to see' }))).toContain('Saved');
  });

  it('[C8] is refused at the field where it is an identifier alone', async () => {
    const fortnight = await openNorthmoor();
    const refused = await fillIn(fortnight, 'inspector', 'evidence', {
      ...something,
      'What did you find?': 'Number 943 476 5919 stood on the board',
    });
    expect(refused.errors?.text).toContain(identifier);
    expect(page(refused)).not.toContain('Not saved yet');
  });

  it('[C8] is gone once it is mended, whatever else is refused then', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    const asked = await fillIn(fortnight, 'inspector', 'evidence', { ...something, 'What did you find?': named });
    expect(page(asked)).toContain(name);
    await inspector.press('view', 'More');
    expect(above({ view: inspector.view() }, 'text')).toContain(name);
    const refused = await inspector.submit({ 'What did you find?': 'The plan was read', Case: 'the girl in court' });
    expect(underFields(refused)).toBe('');
    expect(page(refused)).not.toContain('person’s name');
    expect(above(refused, 'case')).toContain('Not saved yet.');
    expect(page(await inspector.submit({ Case: 'C-017' }))).toContain('Saved E-001');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(1);
  });

  it('[C8] stays where the name may stay and something else is refused', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    await fillIn(fortnight, 'inspector', 'evidence', { ...something, 'What did you find?': named });
    const refused = await inspector.submit({ 'What did you find?': both, Names: ['Keep: not a child’s name'] });
    expect(refused.errors?.text).toContain(identifier);
    expect(page(await inspector.submit({ 'What did you find?': named }))).toContain('Saved E-001');
  });

  it('[C8] [E2] stands above the text too where a line was typed', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    const number = await judge(fortnight, 'inspector', 'evidence help - Number 943 476 5919 stood on the board');
    expect(above(number, 'text')).toContain(identifier);
    await inspector.closeView();
    const two = await judge(fortnight, 'inspector', `evidence help - ${both}`);
    expect(above(two, 'text')).toContain(identifier);
    expect(above(two, 'text')).toContain(name);
    expect(page(await inspector.submit({ 'What did you find?': 'It stood on the board' }))).toContain('Saved E-001');
  });

  it('[C8] stands above the field that it is about where a form has several', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Seen');
    await fillIn(fortnight, 'lead', 'grade help', { Grade: 'good', 'Why this grade?': named });
    const view = fortnight.as('lead').view();
    expect(above({ view }, 'narrative')).toContain(name);
  });
});
