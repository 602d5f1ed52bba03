import { describe, expect, it } from 'vitest';
import { page, storedOf, told, underFields } from '../../support/acts.ts';
import { choosing, type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';

const southport = 'southport-2013-11-19';

/** Northmoor under one framework, and Southport under another; the lead leads both, the outsider records in Southport only. */
const two = async () => {
  const fortnight = await openNorthmoor();
  await fortnight.as('lead').command('COTHER', 'start');
  const { errors } = await fortnight.as('lead').submit({
    'Local authority': 'Southport',
    ...choosing('ilacs-2018', '2013-11-19'),
    Inspectors: [people.outsider],
    'Quality assurance manager': people.inspector,
  });
  expect(errors).toBeUndefined();
  return fortnight;
};

const direct = async (fortnight: Fortnight, who: Who, words: string) => {
  const person = fortnight.as(who);
  return person.command(await person.directChannel(), words);
};

const values = { 'What did you find?': 'Late in two cases', 'It is': 'concern' } as const;

describe('recording where it is not said in which of several inspections', () => {
  it('[N6] asks in the form itself, and draws it for the one that is chosen', async () => {
    const fortnight = await two();
    const lead = fortnight.as('lead');
    const opened = await lead.globalShortcut('record_evidence');
    expect(opened.view?.callback_id).toBe('form:evidence');
    expect(opened.view?.blocks[0]).toMatchObject({ block_id: 'inspection', label: { text: 'Inspection' } });
    expect(lead.typed()).toMatchObject({ inspection: null });
    await lead.fill({ ...values, 'Judgement area': ['help-and-protection'] });
    const drawn = await lead.choose('view', 'Inspection', 'Southport');
    expect(page(drawn)).toContain('In care and care leavers');
    expect(page(drawn)).not.toContain('Adoption');
    expect(lead.typed()).toMatchObject({ inspection: southport, text: 'Late in two cases', sign: 'concern' });
    const areas = (await fortnight.inspections().of(southport)).framework.areas.map((area) => area.id);
    const saved = await lead.submit({ 'Judgement area': [areas[0] ?? ''], 'It is': 'context' });
    expect(page(saved)).toContain('Saved E-001');
    expect(await storedOf(fortnight, 'EvidenceRecorded', southport)).toMatchObject([
      { content: { text: 'Late in two cases', areas: [areas[0]] } },
    ]);
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });

  it('[N6] goes on about the one that was chosen', async () => {
    const fortnight = await two();
    const lead = fortnight.as('lead');
    await lead.globalShortcut('record_evidence');
    await lead.choose('view', 'Inspection', 'Northmoor');
    await lead.submit({ ...values, 'Judgement area': ['adoption'] });
    await lead.press('view', 'Record another');
    expect(lead.typed()).not.toHaveProperty('inspection');
    expect(page(await lead.submit({ ...values, 'Judgement area': ['adoption'] }))).toContain('Saved E-002');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(2);
  });

  it('[N6] is not saved before one is chosen', async () => {
    const fortnight = await two();
    await fortnight.as('lead').globalShortcut('record_evidence');
    await expect(fortnight.as('lead').submit(values)).rejects.toThrow('is required and empty');
  });

  it('[N6] keeps a line typed in a direct message: its text, sign, case, and what its area word means', async () => {
    const fortnight = await two();
    const lead = fortnight.as('lead');
    const asked = await direct(fortnight, 'lead', 'evidence help ! C-7 Nobody "rang" <back>');
    expect(page(asked)).toContain('Not saved yet. Choose which of your inspections this is about.');
    const typed = { text: 'Nobody "rang" <back>', sign: 'priority-concern', case: 'C-007' };
    expect(lead.typed()).toMatchObject({ ...typed, areas: ['help-and-protection'], inspection: null });
    await lead.choose('view', 'Inspection', 'Southport');
    const { framework } = await fortnight.inspections().of(southport);
    const meant = framework.areas.filter((area) => area.words.includes('help')).map((area) => area.id);
    expect(lead.typed()).toMatchObject({ ...typed, areas: meant });
    await lead.choose('view', 'Inspection', 'Northmoor');
    expect(lead.typed()).toMatchObject({ ...typed, areas: ['help-and-protection'] });
    expect(page(await lead.submit())).toContain('Saved E-001');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
      { content: { text: typed.text, case: 'C-007', sign: 'priority-concern' } },
    ]);
  });

  it('[N6] gives a line that is too long back whole', async () => {
    const fortnight = await two();
    const line = `help - ${'Late. '.repeat(600)}end`;
    const answer = told(await direct(fortnight, 'lead', `evidence ${line}`));
    expect(answer).toContain('603 characters too long');
    expect(answer.replaceAll('\n', '')).toContain(line);
  });

  it('[N6] keeps a line whose first word is no area whole', async () => {
    const fortnight = await two();
    await direct(fortnight, 'lead', 'evidence quokka - Late');
    expect(fortnight.as('lead').typed()).toMatchObject({ text: 'quokka - Late', areas: [] });
  });

  it('[N6] [RG11] asks whether a mistyped area’s word was meant, in the words of the one that is chosen', async () => {
    const fortnight = await two();
    const asked = await direct(fortnight, 'lead', 'evidence hepl - Late in two cases');
    expect(page(asked)).toContain('Did you mean “help”?');
    await fortnight.as('lead').choose('view', 'Inspection', 'Southport');
    const { framework } = await fortnight.inspections().of(southport);
    const meant = framework.areas.filter((area) => area.words.includes('help')).map((area) => area.id);
    expect(fortnight.as('lead').typed()).toMatchObject({ text: 'Late in two cases', areas: meant });
  });

  it('[N6] asks nothing where the person records in one of them only, or in none', async () => {
    const fortnight = await two();
    const outsider = await fortnight.as('outsider').globalShortcut('record_evidence');
    expect(page(outsider)).toContain('In care and care leavers');
    expect(fortnight.as('outsider').typed()).not.toHaveProperty('inspection');
    // The inspector of Northmoor is Southport's quality assurance manager, who records nothing there.
    await fortnight.as('inspector').globalShortcut('record_evidence');
    expect(fortnight.as('inspector').typed()).not.toHaveProperty('inspection');
    expect(told(await direct(fortnight, 'observer', 'evidence help - Late'))).toMatch(/^Only .* may record evidence/);
  });

  it('[N6] looks at the role again in the inspection that was chosen', async () => {
    const fortnight = await two();
    const deputy = fortnight.as('deputy');
    await fortnight.as('lead').command('COTHER', 'team change');
    await fortnight.as('lead').submit({ 'Deputy lead': people.deputy });
    await deputy.globalShortcut('record_evidence');
    await deputy.choose('view', 'Inspection', 'Southport');
    await fortnight.as('lead').command('COTHER', 'team change');
    await fortnight.as('lead').submit({ 'Deputy lead': null });
    const { framework } = await fortnight.inspections().of(southport);
    const refused = await deputy.submit({
      ...values,
      'Judgement area': [framework.areas[0]?.id ?? ''],
      'It is': 'context',
    });
    expect(underFields(refused)).toContain('This inspection is for its team.');
    expect(await storedOf(fortnight, 'EvidenceRecorded', southport)).toEqual([]);
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });

  it('[N6] [N4] [N2] says of a message who will read it, and whether it is recorded, once one is chosen', async () => {
    const fortnight = await two();
    const lead = fortnight.as('lead');
    const ts = await lead.say('CPUBLIC', 'Seen twice');
    for (const where of ['first', 'again'] as const) {
      const opened = await lead.messageShortcut('record_message', 'CPUBLIC', ts);
      expect(page(opened)).toContain('From a message by Ana Reyes.');
      expect(page(opened)).not.toContain('can read it');
      expect(page(opened)).not.toContain('recorded already');
      const drawn = await lead.choose('view', 'Inspection', 'Northmoor');
      expect(page(drawn)).toContain('the whole team of Northmoor can read it');
      expect(page(drawn).includes('recorded already, as E-001')).toBe(where === 'again');
      const answer = await lead.submit({ 'Judgement area': ['adoption'], 'It is': 'context' });
      if (where === 'first') expect(page(answer)).toContain('Saved E-001');
      else expect(underFields(answer)).toContain('recorded already, as E-001');
    }
    const opened = await lead.choose('view', 'Inspection', 'Southport');
    expect(page(opened)).not.toContain('recorded already');
    const { framework } = await fortnight.inspections().of(southport);
    expect(page(await lead.submit({ 'Judgement area': [framework.areas[0]?.id ?? ''], 'It is': 'context' }))).toContain(
      'Saved E-001',
    );
    expect(await storedOf(fortnight, 'EvidenceRecorded', northmoor)).toHaveLength(1);
  });

  it('[N6] [N7] shows several lines as the items of the one that was chosen', async () => {
    const fortnight = await two();
    const lead = fortnight.as('lead');
    await lead.globalShortcut('record_evidence');
    await lead.choose('view', 'Inspection', 'Northmoor');
    const text = '+ On time\nadoption - Late';
    expect(
      page(await lead.submit({ 'What did you find?': text, 'Judgement area': ['leadership'], 'It is': 'context' })),
    ).toContain('2 · Adoption · concern');
    expect(page(await lead.submit())).toContain('Saved E-001, E-002');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(2);
  });
});
