import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, readyToSign, record, signOff, storedOf, told } from '../../support/acts.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import { wordsIn } from '../../support/office.ts';
import { people, type Who } from '../../support/people.ts';

const long = 'Children wait too long before anybody sees them alone, and nobody asks why. '.repeat(4).trim();

const write = (fortnight: Fortnight, section: string, text: string) =>
  fillIn(fortnight, 'lead', `report ${section}`, { 'What it says': text });
const keep = (fortnight: Fortnight, stage: string) =>
  fillIn(fortnight, 'lead', 'report version', { 'Which version is it?': stage });

/** The last files that somebody was sent, as text. */
const sentTo = async ({ slack }: Fortnight, who: Who): Promise<{ name: string; text: string }[]> => {
  const files = slack
    .directMessages(people[who])
    .flatMap(({ files }) => (files ?? []) as { id: string; name: string }[]);
  return Promise.all(files.map(async ({ id, name }) => ({ name, text: wordsIn(name, await slack.file(id)) })));
};

describe('writing the paper that an inspection ends in', () => {
  it('[RT2] shows section by section what is done, thin and missing, and writes one by its button', async () => {
    const fortnight = await openNorthmoor();
    const [shown] = (await judge(fortnight, 'lead', 'report')).shown;
    if (!shown) throw new Error('Nothing is shown');
    expect(told({ shown: [shown] } as never)).toContain('Summary of key findings · missing');
    const lead = fortnight.as('lead');
    await lead.press(shown, 'Write');
    expect(page(await lead.submit({ 'What it says': 'Children wait' }))).toContain('Saved T-001');
    expect(told(await judge(fortnight, 'observer', 'report'))).toContain('Summary of key findings · thin, 2 words');
    await fillIn(fortnight, 'lead', 'edit T-001', { 'What it says': long });
    expect(told(await judge(fortnight, 'inspector', 'report'))).toContain('Summary of key findings · done');
  });

  it('[RT2] takes a long section in parts, more of them by a press, and gives it back to be rewritten', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'lead', 'report findings');
    const lead = fortnight.as('lead');
    await lead.press('view', 'Another part');
    await lead.submit({ 'What it says': 'The first part', 'Part 2': 'a'.repeat(2900) });
    await judge(fortnight, 'lead', 'report findings');
    expect(lead.typed()).toMatchObject({ part1: 'The first part', part2: 'a'.repeat(2900) });
    await lead.submit({ 'What it says': 'The first part, put better' });
    expect(told(await judge(fortnight, 'lead', 'report T-001'))).toContain('The first part, put better');
  });

  it('[RT3] refuses to quote what is not there, under its part', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'lead', 'report findings');
    const { errors } = await fortnight.as('lead').submit({ 'What it says': 'As was seen:\nE-099' });
    expect(errors).toEqual({ part1: 'There is no E-099 here to quote.' });
  });

  it('[RT2] is for lead and deputy to write: others read how it stands', async () => {
    const fortnight = await openNorthmoor();
    for (const who of ['inspector', 'qualityAssurance', 'observer'] as const) {
      expect(told(await judge(fortnight, who, 'report findings'))).toContain('may write the report');
      expect(told(await judge(fortnight, who, 'report version'))).toContain('may write the report');
      expect(told(await judge(fortnight, who, 'report'))).not.toContain('[Write]');
    }
  });
});

describe('the versions of the paper', () => {
  it('[RT4] [RT5] [RT7] go from draft by quality assurance and the authority to what is published', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Visits are late in two cases');
    await readyToSign(fortnight);
    await signOff(fortnight);
    await write(fortnight, 'findings', `${long}\nE-001`);
    expect(page(await keep(fortnight, 'draft'))).toContain('Draft.');
    await keep(fortnight, 'quality-assurance');
    expect(told(await judge(fortnight, 'lead', 'report return findings'))).toContain('may return a section');
    await fillIn(fortnight, 'qualityAssurance', 'report return findings', {
      'What is to be looked at again?': 'Say what it meant for them',
    });
    expect(told(await judge(fortnight, 'lead', 'report'))).toContain('returned by quality assurance');
    expect(told(await judge(fortnight, 'lead', 'open'))).toContain('Returned: “Summary of key findings”\nRewrite');
    await judge(fortnight, 'lead', 'report version');
    const { errors } = await fortnight.as('lead').submit({ 'Which version is it?': 'authority' });
    expect(JSON.stringify(errors)).toContain('Summary of key findings');
    await fillIn(fortnight, 'lead', 'edit T-001', { 'What it says': `${long} They are left at risk.\nE-001` });
    expect(told(await judge(fortnight, 'lead', 'open'))).not.toContain('Returned');
    for (const stage of ['authority', 'final', 'published']) await keep(fortnight, stage);
    const kept = await storedOf(fortnight, 'ReportVersionKept');
    expect(kept.map(({ stage }) => stage)).toEqual(['draft', 'quality-assurance', 'authority', 'final', 'published']);
    expect((await fortnight.inspections().of('northmoor-2013-11-19')).sealed).toBe(true);
  });

  it('[RT13] are sent as Word and Markdown to those who may take the record out, once that is kept', async () => {
    const fortnight = await openNorthmoor();
    await write(fortnight, 'findings', long);
    await keep(fortnight, 'draft');
    await fillIn(fortnight, 'lead', 'edit T-001', { 'What it says': 'Put otherwise' });
    expect(told(await judge(fortnight, 'inspector', 'report paper'))).toContain('may export the record');
    expect(told(await judge(fortnight, 'lead', 'report paper final'))).toContain('No version called “final” is kept');
    await judge(fortnight, 'lead', 'report paper draft');
    await judge(fortnight, 'lead', 'report paper');
    const [word, markdown, now] = await sentTo(fortnight, 'lead');
    expect([word?.name, markdown?.name, now?.name]).toEqual([
      'northmoor-2013-11-19.report.draft.docx',
      'northmoor-2013-11-19.report.draft.md',
      'northmoor-2013-11-19.report.docx',
    ]);
    expect(word?.text).toContain(long);
    expect(word?.text).toContain('PROVISIONAL · Draft');
    expect(word?.text).not.toContain('Put otherwise');
    expect(now?.text).toContain('Put otherwise');
    const [first] = await storedOf(fortnight, 'Exported');
    expect(first?.files).toEqual([word?.name, markdown?.name]);
  });
});
