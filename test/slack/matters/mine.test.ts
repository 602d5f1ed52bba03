import { describe, expect, it } from 'vitest';
import { allGood, fillIn, gradeAll, judge, record, signOff, told } from '../../support/acts.ts';
import { northmoor, openNorthmoor } from '../../support/fortnight.ts';

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

  it('[N11] has beside each item what may be done with it, ten a page', async () => {
    const fortnight = await openNorthmoor();
    for (let number = 1; number <= 12; number += 1) await record(fortnight, 'inspector', `help Seen ${number} times`);
    const outcome = await judge(fortnight, 'inspector', 'mine');
    const words = told(outcome);
    expect(words).toContain('You have recorded 12 items');
    expect(words).toMatch(/E-012 [^\n]*\nRead\nCorrect\nWithdraw\nE-011 /);
    expect(words).not.toContain('Seen 2 times');
    const inspector = fortnight.as('inspector');
    if (!outcome.said) throw new Error('nothing was said');
    const next = told(await inspector.press(outcome.said, 'The next 2 of 12'));
    expect(next).toContain('Seen 2 times');
    expect(next).not.toContain('Seen 3 times');
    await inspector.choose(outcome.said, `judge:in ${northmoor} E-005`, 'Correct');
    expect(inspector.typed()).toMatchObject({ text: 'Seen 5 times' });
  });

  it('[N11] offers no correction of what was withdrawn, and none once it is signed off', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Seen twice');
    await fillIn(fortnight, 'inspector', 'withdraw E-001', { 'Why is it withdrawn?': 'Counted twice' });
    const words = told(await judge(fortnight, 'inspector', 'mine'));
    expect(words).toContain('withdrawn: Counted twice');
    expect(words).not.toContain('Correct');
    await gradeAll(fortnight, allGood);
    await fillIn(fortnight, 'lead', 'overall', {});
    await signOff(fortnight);
    const sealed = told(await judge(fortnight, 'inspector', 'mine'));
    expect(sealed).toContain('You have recorded 7 items');
    expect(sealed).not.toContain('Correct');
  });

  it('[N11] shows nothing that is restricted, to its recorder as to the lead', async () => {
    const fortnight = await openNorthmoor();
    for (const who of ['inspector', 'lead'] as const) {
      const before = told(await judge(fortnight, who, 'mine'));
      expect(before).toBe('You have recorded nothing yet.\nRecord evidence');
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
