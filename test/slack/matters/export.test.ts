import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder } from '../../store/opened.ts';
import { fillIn, judge, page, readyToSign, record, signOff, stored, storedOf, told } from '../../support/acts.ts';
import { filesSentTo as sentTo } from '../../support/files-sent.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { leadsAndManager, people } from '../../support/people.ts';

const given = async (): Promise<Fortnight> => {
  const fortnight = await openNorthmoor();
  await record(fortnight, 'inspector', 'help - Strategy discussions were late.');
  return fortnight;
};

/** What is sent, in order. */
const sent = [...['docx', 'xlsx', 'md', 'jsonl'].map((form) => `${northmoor}.${form}`), 'verify.mjs'];

const confided = 'Two workers were told to enter visits that were not made.';
const confide = async (fortnight: Fortnight): Promise<void> => {
  await fillIn(fortnight, 'inspector', 'evidence', {
    'Judgement area': ['leadership'],
    'What did you find?': confided,
    'It is': 'concern',
    Source: 'whistleblower',
  });
};

describe('taking the record out through Slack', () => {
  it.each(leadsAndManager)('[V16] sends %s the copy, the record and what checks it', async (who) => {
    const fortnight = await given();
    const said = await fillIn(fortnight, who, 'export', {});
    expect(page(said)).toContain('The files come in a direct message');
    const { note, files } = await sentTo(fortnight, who);
    expect(files.map(({ name }) => name)).toEqual(sent);
    for (const { text } of files.slice(0, 3)) expect(text).toContain('Strategy discussions were late.');
    const folder = await aFolder();
    for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
    const [, head] = note.match(/--head (\d+:[0-9a-f]{64})/) ?? [];
    const checked = spawnSync(process.execPath, ['verify.mjs', '--head', head ?? ''], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(checked).toMatchObject({ status: 0, stdout: expect.stringContaining('entries hold') });
  });

  it('[V16] keeps who took it out before a file leaves, and sends a record that says so', async () => {
    const fortnight = await given();
    await fillIn(fortnight, 'deputy', 'export', {});
    const [kept, ...more] = await storedOf(fortnight, 'Exported');
    expect(kept?.files).toEqual(sent);
    expect(more).toEqual([]);
    const { files } = await sentTo(fortnight, 'deputy');
    expect(files[0]?.text).toMatch(/Ben Okoro: taken out through Slack: northmoor-2013-11-19\.docx/);
    expect(files[3]?.text).toContain('"type":"Exported"');
  });

  it.each(['inspector', 'partner', 'analyst', 'observer'] as const)('[V16] is not for %s', async (who) => {
    const fortnight = await given();
    expect(told(await judge(fortnight, who, 'export'))).toContain('may export the record');
    expect(await storedOf(fortnight, 'Exported')).toEqual([]);
  });

  it('[V16] is refused to somebody whose role changed while the form was open', async () => {
    const fortnight = await given();
    await judge(fortnight, 'deputy', 'export');
    await fillIn(fortnight, 'lead', 'team change', {
      'Deputy lead': null,
      Inspectors: [people.deputy, people.inspector],
    });
    const { errors, view } = await fortnight.as('deputy').submit({});
    expect(JSON.stringify([errors, view])).toContain('may export the record');
    expect((await sentTo(fortnight, 'deputy')).files).toEqual([]);
  });

  it('[V16] goes on after both signatures, and lapses none', async () => {
    const fortnight = await given();
    await readyToSign(fortnight);
    await signOff(fortnight);
    await fillIn(fortnight, 'lead', 'export', {});
    expect((await sentTo(fortnight, 'lead')).files[0]?.text).toContain('SIGNED OFF');
    expect((await fortnight.inspections().of(northmoor)).sealed).toBe(true);
  });

  it('[V17] has nothing of what is restricted, unless its asker ticks so', async () => {
    const fortnight = await given();
    await confide(fortnight);
    await fillIn(fortnight, 'lead', 'export', {});
    const { note, files } = await sentTo(fortnight, 'lead');
    expect(JSON.stringify([note, files])).not.toMatch(/restricted|W-\w{4}/i);
    expect(JSON.stringify(files)).not.toContain(confided);
    expect(JSON.stringify(await stored(fortnight))).not.toMatch(/restricted/i);
  });

  it('[V17] has it in files of its own where they tick so, kept in the restricted record alone', async () => {
    const fortnight = await given();
    await confide(fortnight);
    await fillIn(fortnight, 'qualityAssurance', 'export', { 'Restricted evidence': ['with'] });
    const { note, files } = await sentTo(fortnight, 'qualityAssurance');
    expect(note).toContain('The restricted record is with it');
    const [open, apart] = [files.slice(0, sent.length), files.slice(sent.length)].map((part) => ({
      names: part.map(({ name }) => name),
      texts: part.map(({ text }) => text),
    }));
    expect(apart?.names).toEqual(['docx', 'xlsx', 'md', 'jsonl'].map((form) => `${northmoor}.restricted.${form}`));
    for (const text of apart?.texts ?? []) expect(text).toContain(confided);
    expect(open?.texts.join()).not.toContain(confided);
    expect(open?.texts.slice(0, -1).join()).not.toMatch(/restricted/i);
    expect(await storedOf(fortnight, 'RestrictedExported', `${northmoor}.restricted`)).toHaveLength(1);
    expect(JSON.stringify(await stored(fortnight))).not.toMatch(/restricted/i);
  });

  it('[V17] offers nothing restricted where there is nothing', async () => {
    const fortnight = await given();
    const { view } = await judge(fortnight, 'lead', 'export');
    expect(JSON.stringify(view)).not.toMatch(/restricted/i);
  });

  it('[V18] says so to whoever waits, when Slack does not take the files', async () => {
    const fortnight = await given();
    fortnight.slack.fail('files.completeUploadExternal', { error: 'file_upload_size_restricted' }, 1);
    await fillIn(fortnight, 'lead', 'export', {});
    const { note, files } = await sentTo(fortnight, 'lead');
    expect(files).toEqual([]);
    expect(note).toContain('Slack did not take the files');
    const [fault] = fortnight.faults.splice(0);
    expect(note).toContain(fault?.reference);
  });

  it('[V18] is sent once, however often the same form arrives', async () => {
    const fortnight = await given();
    await judge(fortnight, 'lead', 'export');
    const [one, other] = await fortnight.as('lead').doubleSubmit();
    expect(page(other)).toBe(page(one));
    expect(page(await fortnight.as('lead').resubmit())).toBe(page(one));
    expect((await sentTo(fortnight, 'lead')).files).toHaveLength(sent.length);
    expect(await storedOf(fortnight, 'Exported')).toHaveLength(1);
  });
});
