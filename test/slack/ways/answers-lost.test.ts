import { describe, expect, it } from 'vitest';
import type { Shown } from '../../../src/local-slack/index.ts';
import { storedOf, told } from '../../support/acts.ts';
import { choosing, type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';

/** A child at risk typed in a direct message by somebody with two inspections: a press says which, and keeps it. */
const asksWhich = async (fortnight: Fortnight): Promise<Shown> => {
  const lead = fortnight.as('lead');
  await lead.command('COTHER', 'start');
  await lead.submit({ 'Local authority': 'Southport', ...choosing('ilacs-2018', '2013-11-19') });
  const asked = await lead.command(await lead.directChannel(), 'concern C-1 left alone at night');
  const [question] = asked.shown;
  if (!question) throw new Error('Nothing was asked');
  return question;
};

const directly = (fortnight: Fortnight, who: 'lead' | 'deputy' | 'inspector'): string =>
  fortnight.slack
    .directMessages(people[who])
    .map(({ text }) => text)
    .join('\n');

describe('an answer that Slack does not show', () => {
  it('[D8] of something that is kept: the person is told that it is saved, and others hear of it', async () => {
    const fortnight = await openNorthmoor();
    const question = await asksWhich(fortnight);
    fortnight.slack.fail('response_url', { status: 500 }, 1);
    const words = told(await fortnight.as('lead').press(question, 'Northmoor'));
    expect(words).toMatch(/^It is saved, though Slack did not show the receipt: Saved K-001/);
    expect(words).not.toContain('nothing was saved');
    expect(await storedOf(fortnight, 'ConcernRecorded')).toHaveLength(1);
    expect(directly(fortnight, 'deputy')).toContain('left alone at night');
    expect(fortnight.faults.splice(0)).toHaveLength(1);
  });

  it('[D8] [D9] is given in a direct message where Slack takes none beside the button, without what was typed', async () => {
    const fortnight = await openNorthmoor();
    const question = await asksWhich(fortnight);
    fortnight.slack.fail('response_url', { status: 404 }, 2);
    await fortnight.as('lead').press(question, 'Northmoor');
    const told = directly(fortnight, 'lead')
      .split('\n')
      .find((line) => line.includes('in case you were not shown it'));
    expect(told).toBe('K-001 is saved, in case you were not shown it.');
    fortnight.faults.splice(0);
  });

  it.each([
    ['a shortcut', (fortnight: Fortnight) => fortnight.as('inspector').globalShortcut('record_evidence')],
    [
      'a button in the Home',
      async (fortnight: Fortnight) => {
        await fortnight.as('inspector').openHome();
        fortnight.slack.fail('views.open', { error: 'expired_trigger_id' }, 2);
        return fortnight.as('inspector').press('home', 'Record evidence');
      },
    ],
  ])('[D9] is given in a direct message where %s comes too late to open anything', async (_, use) => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('views.open', { error: 'expired_trigger_id' }, 2);
    await use(fortnight);
    expect(directly(fortnight, 'inspector')).toContain('Slack opens a form only within three seconds');
    expect(directly(fortnight, 'inspector')).toContain('Nothing was saved.');
    fortnight.faults.splice(0);
  });
});
