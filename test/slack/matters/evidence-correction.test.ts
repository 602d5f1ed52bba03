import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, record, storedOf, told } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

describe('correcting evidence', () => {
  it('[E5] corrects an item from its receipt: the old wording stays in the record', async () => {
    const fortnight = await openNorthmoor();
    const { said } = await judge(fortnight, 'inspector', 'evidence help - Late in two cases');
    const inspector = fortnight.as('inspector');
    if (said) await inspector.press(said, 'Edit');
    expect(inspector.typed()).toMatchObject({
      text: 'Late in two cases',
      areas: ['help-and-protection'],
      sign: 'concern',
    });
    const unchanged = await inspector.submit();
    expect(unchanged.errors?.text).toContain('Nothing was changed in E-001');
    fortnight.forward(30);
    await inspector.press('view', 'More');
    const saved = await inspector.submit({ 'What did you find?': 'Late in three cases', Case: 'C-9' });
    expect(page(saved)).toContain('Saved E-001 · Help and protection · concern · case C-009');
    const [first] = await storedOf(fortnight, 'EvidenceRecorded');
    expect(first).toMatchObject({ item: 'E-001', content: { text: 'Late in two cases', case: null } });
    expect(await storedOf(fortnight, 'EvidenceEdited')).toMatchObject([
      {
        item: 'E-001',
        content: { text: 'Late in three cases', case: 'C-009', observedAt: '2013-11-19T09:00:00.000Z' },
      },
    ]);
    expect(told(await judge(fortnight, 'inspector', 'find three'))).toContain('Late in three cases');
  });

  it('[E5] withdraws an item with a reason: it stays, marked, and counts nowhere', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Late in two cases');
    const withdrawn = await fillIn(fortnight, 'inspector', 'withdraw e-1', { 'Why is it withdrawn?': 'Seen twice' });
    expect(page(withdrawn)).toMatch(/Withdrawn: E-001/);
    expect(await storedOf(fortnight, 'EvidenceWithdrawn')).toEqual([
      { type: 'EvidenceWithdrawn', item: 'E-001', reason: 'Seen twice' },
    ]);
    expect(page(await judge(fortnight, 'lead', 'find E-001'))).toContain('Withdrawn: Seen twice');
    expect(told(await judge(fortnight, 'lead', 'progress'))).toContain(
      'Help and protection: not judged yet ⬜ · 0 items',
    );
    expect(told(await judge(fortnight, 'inspector', 'withdraw E-001'))).toBe('E-001 was withdrawn: Seen twice');
    expect(told(await judge(fortnight, 'inspector', 'edit E-001'))).toBe('E-001 was withdrawn: Seen twice');
  });

  it('[E6] lets inspectors correct their own items, lead and deputy anybody’s', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Late in two cases');
    expect(told(await judge(fortnight, 'secondInspector', 'edit E-001'))).toContain('E-001 is somebody else’s.');
    expect(told(await judge(fortnight, 'secondInspector', 'withdraw E-001'))).toContain('E-001 is somebody else’s.');
    await fillIn(fortnight, 'deputy', 'edit E-001', { 'What did you find?': 'Late in three cases' });
    const last = (await fortnight.entries('northmoor-2013-11-19')).at(-1);
    expect(last).toMatchObject({ header: { person: { user: people.deputy } }, events: [{ type: 'EvidenceEdited' }] });
  });

  it('[E6] offers a person’s own latest items where none is named', async () => {
    const fortnight = await openNorthmoor();
    expect(told(await judge(fortnight, 'inspector', 'edit'))).toContain('You have recorded none yet.');
    await record(fortnight, 'secondInspector', 'help - Not mine');
    await record(fortnight, 'inspector', 'help - Mine');
    const outcome = await judge(fortnight, 'inspector', 'withdraw');
    expect(told(outcome)).toContain('E-002');
    expect(told(outcome)).not.toContain('Not mine');
    const [shown] = fortnight.slack.ephemeral(people.inspector, teamChannel).slice(-1);
    if (shown) await fortnight.as('inspector').press(shown, 'Withdraw');
    expect(fortnight.as('inspector').view()?.callback_id).toBe('form:withdraw');
  });
});
