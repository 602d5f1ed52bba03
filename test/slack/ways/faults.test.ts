import { describe, expect, it } from 'vitest';
import { judge, storedOf, told, underFields } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

describe('an unexpected fault', () => {
  const secret = 'Late in the case of the tall boy with the red coat';

  it('[D5] in a form shows a reference that is in the log, and the log has nothing that was typed', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'lead', 'team change');
    fortnight.slack.fail('users.info', { error: 'internal_error' }, 99);
    const refused = await fortnight.as('lead').submit({ Observers: [people.observer, people.outsider] });
    const [fault, ...more] = fortnight.faults.splice(0);
    expect(underFields(refused)).toBe(
      `Something went wrong on our side and nothing was saved. Your text is still in the form. Try again, or quote ${fault?.reference} to whoever runs Fortnight.`,
    );
    expect(fault?.reference).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
    expect(more).toEqual([]);
    expect(await storedOf(fortnight, 'TeamSet')).toHaveLength(1);
  });

  it('[D5] in a line shows a reference and gives the line back', async () => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('views.open', { error: 'internal_error' }, 1);
    const words = told(await judge(fortnight, 'inspector', `evidence helpp - ${secret}`));
    const [fault] = fortnight.faults.splice(0);
    expect(words).toContain(`quote ${fault?.reference} to whoever runs Fortnight.`);
    expect(words).toContain(`evidence helpp - ${secret}`);
    expect(words).not.toMatch(/\bat .*\.ts|internal_error|Error/);
    const { message = '', stack = '' } = fault?.error instanceof Error ? fault.error : {};
    expect(message).not.toBe('');
    expect(`${message}\n${stack}`).not.toContain('tall boy');
  });

  it('[D5] at a button speaks of no text, where none was typed', async () => {
    const fortnight = await openNorthmoor();
    const [board] = fortnight.slack.channel(teamChannel).messages();
    fortnight.slack.fail('views.open', { error: 'internal_error' }, 1);
    if (!board) throw new Error('There is no board');
    const words = told(await fortnight.as('inspector').press(board, 'Record evidence'));
    const [fault] = fortnight.faults.splice(0);
    expect(words).toBe(
      `Something went wrong on our side and nothing was saved. Try again, or quote ${fault?.reference} to whoever runs Fortnight.`,
    );
  });

  it.each([{ status: 500 }, 'drop'] as const)(
    '[D5] answers in time although Slack answers users.info with %o',
    async (fault) => {
      const fortnight = await openNorthmoor();
      await judge(fortnight, 'lead', 'team change');
      fortnight.slack.fail('users.info', fault, 99);
      const refused = await fortnight.as('lead').submit({ Observers: [people.observer, people.outsider] });
      expect(underFields(refused)).toContain(`quote ${fortnight.faults.splice(0)[0]?.reference}`);
    },
  );
});
