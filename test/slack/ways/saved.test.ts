import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/local-slack/index.ts';
import { held, watchedFiles } from '../../store/watched-files.ts';
import { fillIn, grade, judge, page, record, something, stored, storedOf, told } from '../../support/acts.ts';
import { openFortnight, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const file = 'northmoor-2013-11-19.jsonl';

/** An inspection on watched files whose every sync is asked for by itself. */
const watchedNorthmoor = async () => {
  const watched = watchedFiles(0);
  const fortnight = await openFortnight({ files: watched.files });
  fortnight.slack.onPosted(({ what }) => watched.log.push(`shown: ${what}`));
  return { watched, fortnight };
};

describe('what "saved" means', () => {
  it('[D1] shows a form’s receipt after the sync was done, in the answer to the form itself', async () => {
    const { watched, fortnight } = await watchedNorthmoor();
    await startNorthmoor(fortnight);
    await judge(fortnight, 'inspector', 'evidence');
    const inspector = fortnight.as('inspector');
    await inspector.fill(something);
    watched.log.length = 0;
    const answered = fortnight.slack.answers.length;
    const { reached, release } = held(watched, 'dataSync', file);
    const submitting = inspector.submit();
    await reached;
    expect(fortnight.slack.answers).toHaveLength(answered);
    expect(page({ view: inspector.view() })).not.toContain('Saved');
    release();
    expect(page(await submitting)).toContain('Saved E-001');
    expect(fortnight.slack.answers[answered]).toMatchObject({
      to: 'view_submission',
      payload: { response_action: 'update' },
    });
    expect(watched.log.indexOf(`dataSync ${file} done`)).toBeGreaterThanOrEqual(0);
    expect(watched.log.indexOf('shown: form changed')).toBeGreaterThan(watched.log.indexOf(`dataSync ${file} done`));
  });

  it('[D1] says a line’s receipt in the command’s own answer, after the sync was done', async () => {
    const { watched, fortnight } = await watchedNorthmoor();
    await startNorthmoor(fortnight);
    watched.log.length = 0;
    const { said } = await judge(fortnight, 'inspector', 'evidence help - Late');
    expect(said?.via).toBe('acknowledgement');
    expect(said?.text).toContain('Saved E-001');
    const synced = watched.log.indexOf(`dataSync ${file} done`);
    expect(synced).toBeGreaterThanOrEqual(0);
    expect(watched.log.indexOf('shown: only visible to you')).toBeGreaterThan(synced);
  });

  it('[D1] syncs the folder too before it says that an inspection has started', async () => {
    const { watched, fortnight } = await watchedNorthmoor();
    const lead = fortnight.as('lead');
    await lead.command(teamChannel, 'start');
    watched.log.length = 0;
    await lead.submit({ 'Local authority': 'Northmoor', Framework: 'sif-2013' });
    const synced = watched.log.indexOf('sync the folder done');
    expect(synced).toBeGreaterThan(watched.log.indexOf(`dataSync ${file} done`));
    expect(watched.log.lastIndexOf('shown: form changed')).toBeGreaterThan(synced);
  });

  it('[D1] keeps evidence without asking Slack anything first', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'secondInspector', 'evidence');
    fortnight.forward(10);
    const before = fortnight.slack.calls.length;
    await fortnight.as('secondInspector').submit(something);
    const asked = fortnight.slack.calls.slice(before).map(({ method }) => method);
    expect(asked.filter((method) => method !== 'chat.update' && method !== 'conversations.info')).toEqual([]);
  });

  it('[D1] names the item and its hash so that it can be found in the record', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Late');
    const given = page(await grade(fortnight, 'help', 'requires-improvement'));
    expect(given).toContain('Saved J-001 · Help and protection: Requires improvement');
    expect(given).toContain(String((await fortnight.entries('northmoor-2013-11-19')).at(-1)?.hash.slice(0, 6)));
  });
});

describe('the same thing sent twice', () => {
  it('[D2] keeps a repeated form once and answers as before, also after a restart', async () => {
    const fortnight = await openNorthmoor();
    const first = page(await fillIn(fortnight, 'inspector', 'evidence', something));
    fortnight.forward(1);
    expect(page(await fortnight.as('inspector').resubmit())).toBe(first);
    await fortnight.restart();
    expect(page(await fortnight.as('inspector').resubmit())).toBe(first);
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(1);
  });

  it('[D2] keeps a form once that was sent twice before either was answered', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'evidence');
    await fortnight.as('inspector').fill(something);
    const [one, other] = await fortnight.as('inspector').doubleSubmit();
    expect(page(one)).toContain('Saved E-001');
    expect(page(other)).toBe(page(one));
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(1);
  });

  it('[D2] starts one inspection out of a form that was sent twice', async () => {
    const fortnight = await openFortnight();
    const lead = fortnight.as('lead');
    await lead.command(teamChannel, 'start');
    await lead.fill({ 'Local authority': 'Northmoor', Framework: 'sif-2013' });
    const [one, other] = await lead.doubleSubmit();
    expect(page(one)).toContain('Started northmoor-2013-11-19');
    expect(page(other)).toBe(page(one));
    expect(page(await lead.resubmit())).toBe(page(one));
    const running = await fortnight.inspections().runningFor({ team: 'TFORT', user: people.lead });
    expect(running.map(({ id }) => id)).toEqual(['northmoor-2013-11-19']);
    expect(fortnight.slack.channel(teamChannel).messages()).toHaveLength(1);
  });

  it('[D2] keeps a line once that Slack delivers again', async () => {
    const fortnight = await openNorthmoor();
    const command: JsonObject = {
      command: '/judge',
      text: 'evidence help - Late',
      team_id: 'TFORT',
      user_id: people.inspector,
      channel_id: teamChannel,
      trigger_id: '1.2.same',
      response_url: '',
    };
    const [one, other] = await Promise.all([1, 2].map(() => fortnight.slack.send('slash_commands', command)));
    expect(JSON.stringify(one)).toContain('Saved E-001');
    expect(other).toEqual(one);
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(1);
    await fortnight.slack.send('slash_commands', { ...command, trigger_id: '1.2.another' });
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(2);
  });

  it('[D2] signs, grades and withdraws once out of forms that were sent twice', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Late');
    const before = (await stored(fortnight)).length;
    await judge(fortnight, 'lead', 'grade help');
    const lead = fortnight.as('lead');
    await lead.fill({ Grade: 'good', 'Why this grade?': 'As seen' });
    const [one, other] = await lead.doubleSubmit();
    expect(page(other)).toBe(page(one));
    await judge(fortnight, 'lead', 'withdraw E-001');
    await lead.fill({ 'Why is it withdrawn?': 'Seen twice' });
    const [first, second] = await lead.doubleSubmit();
    expect(page(first)).toContain('Withdrawn: E-001');
    expect(page(second)).toBe(page(first));
    expect(told(await judge(fortnight, 'lead', 'find late'))).toContain('withdrawn: Seen twice');
    expect(await stored(fortnight)).toHaveLength(before + 2);
  });
});
