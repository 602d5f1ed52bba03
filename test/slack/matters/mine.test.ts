import { describe, expect, it } from 'vitest';
import { allGood, fillIn, gradeAll, judge, record, signOff, told } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';

describe('/judge mine', () => {
  it('[N11] lists the asker’s own items, newest first, and nobody else’s', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - First');
    await record(fortnight, 'secondInspector', 'help - Of somebody else');
    await record(fortnight, 'inspector', 'leaders + Second');
    const words = told(await judge(fortnight, 'inspector', 'mine'));
    expect(words).toContain('You have recorded 2 items, newest first.');
    expect([...words.matchAll(/E-\d+(?= ·|$)/gm)].map(([item]) => item).slice(0, 2)).toEqual(['E-003', 'E-001']);
    expect(words).not.toContain('Of somebody else');
    expect(words).not.toContain('more');
  });

  it('[N11] corrects one of the last five by its button, and says how many more there are', async () => {
    const fortnight = await openNorthmoor();
    for (let number = 1; number <= 7; number += 1) await record(fortnight, 'inspector', `help Seen ${number} times`);
    const outcome = await judge(fortnight, 'inspector', 'mine');
    const words = told(outcome);
    expect(words).toContain('You have recorded 7 items');
    expect(words).toContain('And 2 more.');
    expect([...words.matchAll(/^Edit (E-\d+)$/gm)].map(([, item]) => item)).toEqual([
      'E-007',
      'E-006',
      'E-005',
      'E-004',
      'E-003',
    ]);
    const inspector = fortnight.as('inspector');
    if (outcome.said) await inspector.press(outcome.said, 'Edit E-005');
    expect(inspector.typed()).toMatchObject({ text: 'Seen 5 times' });
  });

  it('[N11] offers no correction of what was withdrawn, and none once it is signed off', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Seen twice');
    await fillIn(fortnight, 'inspector', 'withdraw E-001', { 'Why is it withdrawn?': 'Counted twice' });
    const words = told(await judge(fortnight, 'inspector', 'mine'));
    expect(words).toContain('withdrawn: Counted twice');
    expect(words).not.toContain('Edit E-001');
    await gradeAll(fortnight, allGood);
    await fillIn(fortnight, 'lead', 'overall', {});
    await signOff(fortnight);
    const sealed = told(await judge(fortnight, 'inspector', 'mine'));
    expect(sealed).toContain('You have recorded 7 items');
    expect(sealed).not.toContain('Edit');
  });

  it('[N11] shows nothing that is restricted, to its recorder as to the lead', async () => {
    const fortnight = await openNorthmoor();
    for (const who of ['inspector', 'lead'] as const) {
      const before = told(await judge(fortnight, who, 'mine'));
      expect(before).toBe('You have recorded nothing yet. /judge evidence records, in one line or by a form.');
      await judge(fortnight, who, 'evidence');
      const values = {
        'Judgement area': ['leadership'],
        'It is': 'context',
        'What did you find?': 'Told in confidence',
      };
      await fortnight.as(who).submit({ ...values, Source: 'whistleblower' });
      expect(told(await judge(fortnight, who, 'mine'))).toBe(before);
    }
  });

  it('[N11] says so where somebody recorded nothing', async () => {
    const fortnight = await openNorthmoor();
    expect(told(await judge(fortnight, 'observer', 'mine'))).toBe('You have recorded nothing yet.');
  });
});
