import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/local-slack/index.ts';
import { fillIn, judge, page, record, something, stored, storedOf, told, underFields } from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';
import { evidence as sentEvidence } from '../../support/sent.ts';
import { team, teamChannel } from '../../support/workspace.ts';

const first = 'Decisions were late.';
const second = 'Decisions were late in six of nine cases.';
const text = 'What did you find?';

/** A form that was kept and stands open still, since its answer was lost. */
const keptUnanswered = async (
  fortnight: Fortnight,
  who: Who,
  words: string,
  values: Record<string, string | string[]>,
): Promise<void> => {
  await judge(fortnight, who, words);
  await fortnight.as(who).fill(values);
  // Beside it the app may note what it found and whom it told.
  const kept = async () =>
    [...(await stored(fortnight)), ...(await stored(fortnight, `${northmoor}.restricted`))].filter(
      ({ type }) => !/^(Notice|Board|Pin|Readers|Channel|Account)/.test(type),
    ).length;
  const before = await kept();
  fortnight.slack.cutAfterSending(0);
  expect((await fortnight.as(who).submit()).answered).toBe(false);
  await expect.poll(kept).toBeGreaterThan(before);
  // Both connections are there again, so that the next is answered.
  await fortnight.slack.connected(2);
  fortnight.faults.splice(0);
};

const evidence = (fortnight: Fortnight, but: Record<string, string | string[]> = {}) =>
  keptUnanswered(fortnight, 'inspector', 'evidence', {
    ...something,
    'Judgement area': ['help-and-protection'],
    [text]: first,
    ...but,
  });

/** The submission of the form that stands open, as Slack sends it, by whoever is said to. */
const submission = (
  fortnight: Fortnight,
  by: Who,
  but: (view: JsonObject) => JsonObject = (view) => view,
): JsonObject => ({
  type: 'view_submission',
  team,
  user: { id: people[by], team_id: team.id },
  trigger_id: '1.2.3',
  view: but(fortnight.as('inspector').view() as unknown as JsonObject),
});

describe('a form that was kept, sent again', () => {
  it('[D2] with the same words gets its first answer, however much later', async () => {
    const fortnight = await openNorthmoor();
    await evidence(fortnight);
    fortnight.forward(10);
    expect(page(await fortnight.as('inspector').submit())).toContain('Saved E-001');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(1);
  });

  it('[D2] with the same correction gets its first answer', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Late');
    await keptUnanswered(fortnight, 'inspector', 'edit E-001', { [text]: first });
    expect(page(await fortnight.as('inspector').submit())).toContain('E-001');
    expect(await storedOf(fortnight, 'EvidenceEdited')).toHaveLength(1);
  });

  it('[D12] with other words says which item was saved, keeps the words, and offers to correct it', async () => {
    const fortnight = await openNorthmoor();
    await evidence(fortnight);
    const inspector = fortnight.as('inspector');
    for (const words of [second, `${second} Twice.`]) {
      const again = await inspector.submit({ [text]: words });
      expect(page(again)).toContain('E-001 was saved with other words. What stands here is not saved.');
      expect(page(again).match(/was saved with other words/g)).toHaveLength(1);
      expect(page(again)).not.toContain('Saved');
      expect(inspector.typed()).toMatchObject({ text: words });
    }
    await inspector.press('view', 'Edit E-001');
    expect(inspector.view()?.title?.text).toBe('Correct E-001');
    expect(inspector.typed()).toMatchObject({ text: first });
    await inspector.closeView();
    expect(inspector.typed()).toMatchObject({ text: `${second} Twice.` });
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([{ content: { text: first } }]);
  });

  it('[D12] for fewer readers says that it was saved for all, and keeps nothing more', async () => {
    const fortnight = await openNorthmoor();
    await evidence(fortnight);
    const again = await fortnight.as('inspector').submit({ Source: 'whistleblower' });
    expect(page(again)).toContain('E-001 was saved with other words.');
    expect(await stored(fortnight, `${northmoor}.restricted`)).toEqual([]);
  });

  it('[D12] as several lines, or as restricted before, names what was saved', async () => {
    const fortnight = await openNorthmoor();
    await evidence(fortnight);
    expect(page(await fortnight.as('inspector').submit({ [text]: 'One\nTwo' }))).toContain('E-001 was saved with');
    await evidence(fortnight, { Source: 'whistleblower' });
    const again = await fortnight.as('inspector').submit({ [text]: second });
    expect(underFields(again)).toMatch(/^W-\w{4} was saved with other words. What stands here is not saved.$/);
    expect(await stored(fortnight, `${northmoor}.restricted`)).toHaveLength(1);
  });

  it('[D12] with another grade, reason or team says so', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Late');
    await keptUnanswered(fortnight, 'lead', 'grade help', { Grade: 'good', 'Why this grade?': 'As seen' });
    const again = await fortnight.as('lead').submit({ Grade: 'inadequate' });
    expect(page(again)).toContain('J-001 was saved with other words.');
    await keptUnanswered(fortnight, 'lead', 'withdraw E-001', { 'Why is it withdrawn?': 'Seen twice' });
    const withdrawn = await fortnight.as('lead').submit({ 'Why is it withdrawn?': 'Elsewhere' });
    expect(page(withdrawn)).toContain('Your change to E-001 was saved with other words.');
    await keptUnanswered(fortnight, 'lead', 'team change', { Observers: [] });
    const team = await fortnight.as('lead').submit({ Observers: [people.observer] });
    expect(underFields(team)).toMatch(/^What you sent at 09:\d\d was saved with other words/);
  });

  it('[D12] twice at once with different words keeps one, and calls only that saved', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'evidence');
    await fortnight.as('inspector').fill({ ...something, [text]: first });
    const one = submission(fortnight, 'inspector');
    await fortnight.as('inspector').fill({ [text]: second });
    const other = submission(fortnight, 'inspector');
    const answers = await Promise.all([one, other].map((each) => fortnight.slack.send('interactive', each)));
    const said = answers.map((each) => JSON.stringify(each).match(/Saved E-001|was saved with other words/)?.[0]);
    expect(said.sort()).toEqual(['Saved E-001', 'was saved with other words']);
  });

  it('[D12] by somebody else is refused without a word of it', async () => {
    const fortnight = await openNorthmoor();
    await evidence(fortnight);
    for (const who of ['secondInspector', 'lead'] as const) {
      const answer = JSON.stringify(await fortnight.slack.send('interactive', submission(fortnight, who)));
      expect(answer).toContain('Somebody else sent this before.');
      expect(answer).not.toMatch(/E-001|Decisions/);
    }
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(1);
  });

  it('[D12] kept by an earlier version is said to be saved before', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'evidence');
    const inspector = fortnight.as('inspector');
    const { request } = JSON.parse(inspector.view()?.private_metadata ?? '{}');
    const person = { team: team.id, user: people.inspector };
    const at = '2013-11-19T09:00:00.000Z';
    const kept = await fortnight
      .inspections()
      .record(northmoor, sentEvidence({ text: first }), { person, at, request });
    expect(kept).toMatchObject({ again: false });
    const again = await inspector.submit({ ...something, [text]: first });
    expect(page(again)).toContain('E-001 was saved before: open it to see with which words.');
    await inspector.press('view', 'Open E-001');
    expect(page({ view: inspector.view() })).toContain(first);
  });

  it('[D12] once its words were erased is not called saved, and nothing of them is left', async () => {
    const fortnight = await openNorthmoor();
    await evidence(fortnight);
    const entry = (await fortnight.entries(northmoor)).at(-1);
    expect(entry?.sent).toMatch(/^[\w-]{43}$/);
    await fortnight.erase(northmoor, entry?.header.version ?? 0);
    await fortnight.restart();
    expect((await fortnight.entries(northmoor)).at(-1)).toMatchObject({ events: null });
    expect((await fortnight.entries(northmoor)).at(-1)?.sent).toBeUndefined();
    expect(underFields(await fortnight.as('inspector').submit())).toMatch(
      /^What you sent at 09:\d\d was saved before.$/,
    );
  });
});

describe('a line that was kept, sent again', () => {
  const command = (words: string, by: Who): JsonObject => ({
    command: '/judge',
    text: words,
    team_id: team.id,
    user_id: people[by],
    channel_id: teamChannel,
    trigger_id: '1.2.same',
    response_url: '',
  });

  it('[D12] under the same request with other words, or by somebody else, is not called saved', async () => {
    const fortnight = await openNorthmoor();
    const sent = async (words: string, by: Who = 'inspector') =>
      JSON.stringify(await fortnight.slack.send('slash_commands', command(words, by)));
    expect(await sent('evidence help - Late')).toContain('Saved E-001');
    expect(await sent('evidence help - Later')).toContain('E-001 was saved with other words.');
    const other = await sent('evidence help - Late', 'lead');
    expect(other).toContain('Somebody else sent this before.');
    expect(other).not.toContain('E-001');
    expect(told(await judge(fortnight, 'lead', 'find later'))).not.toContain('E-001');
  });

  it('[D12] each of several lines of one form has a digest of its own, so that it goes with its item', async () => {
    const fortnight = await openNorthmoor();
    await fillIn(fortnight, 'inspector', 'evidence', { ...something, [text]: 'One\nTwo' });
    await fortnight.as('inspector').submit();
    const [one, two] = (await fortnight.entries(northmoor)).slice(-2);
    expect(one?.sent).not.toBe(two?.sent);
    expect(page(await fortnight.as('inspector').resubmit())).toContain('E-002');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(2);
  });
});
