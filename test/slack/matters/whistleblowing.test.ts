import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, stored, told } from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { leadsAndManager, people } from '../../support/people.ts';

const restricted = `${northmoor}.restricted`;
const secret = 'Visits are written up unmade.';
const confide = async (fortnight: Fortnight, who: 'observer' | 'lead' = 'observer'): Promise<string> => {
  const words = who === 'lead' ? 'whistleblow new' : 'whistleblow';
  const saved = page(
    await fillIn(fortnight, who, words, { 'Judgement area': ['leadership'], 'What were you told?': secret }),
  );
  return saved.match(/Saved (W-\w+) ·/)?.[1] ?? saved;
};

describe('whistleblowing', () => {
  it('[U12] [WB1] is taken from any member of the team, who keeps a receipt and nothing else', async () => {
    const fortnight = await openNorthmoor();
    for (const who of ['observer', 'analyst', 'partner', 'inspector', 'qualityAssurance'] as const) {
      const words = who === 'qualityAssurance' ? 'whistleblow new' : `whistleblow ${secret}`;
      await judge(fortnight, who, words);
      const saved = page(
        await fortnight.as(who).submit({ 'Judgement area': ['leadership'], 'What were you told?': secret }),
      );
      expect(saved).toMatch(/Saved W-\w{4} · restricted/);
      expect(saved).not.toContain(secret);
    }
    expect(await stored(fortnight, restricted)).toHaveLength(5);
    expect(JSON.stringify(await stored(fortnight))).not.toMatch(/W-|unmade|whistle/);
  });

  it('[WB2] is listed, opened and closed by lead, deputy and quality assurance manager alone', async () => {
    const fortnight = await openNorthmoor();
    const item = await confide(fortnight);
    expect(told(await judge(fortnight, 'lead', 'whistleblow'))).toContain('1 restricted item open, 0 closed.');
    expect(told(await judge(fortnight, 'qualityAssurance', `whistleblow ${item}`))).toContain(secret);
    for (const words of [`whistleblow ${item}`, `whistleblow close ${item}`, `whistleblow link ${item}`])
      expect(told(await judge(fortnight, 'observer', words))).toBe(`There is no ${item} here.`);
    await fillIn(fortnight, 'deputy', `whistleblow close ${item}`, {
      'What was done about it?': 'Ten files were read.',
    });
    expect(told(await judge(fortnight, 'lead', 'whistleblow'))).toContain('0 restricted items open, 1 closed.');
  });

  it('[WB3] leads to a line of enquiry that does not show it', async () => {
    const fortnight = await openNorthmoor();
    const item = await confide(fortnight, 'lead');
    expect(told(await judge(fortnight, 'lead', `whistleblow link ${item}`))).toContain('no open line of enquiry yet');
    const form = await judge(fortnight, 'lead', 'line new');
    expect(page(form)).not.toMatch(/unmade|W-/);
    await fortnight.as('lead').closeView();
    const line = {
      type: 'OpenLine',
      hypothesis: 'Visits are made',
      origin: 'inspectors',
      areas: ['leadership'],
      owner: 'UANA',
    };
    const context = { person: { team: 'TFORT', user: 'UANA' }, at: '2013-11-19T10:00:00.000Z', request: 'a line' };
    const kept = await fortnight.inspections().record(northmoor, line, context);
    expect(kept).not.toHaveProperty('refusals');
    await fillIn(fortnight, 'lead', `whistleblow link ${item}`, { 'Line of enquiry': 'L-001' });
    expect(told(await judge(fortnight, 'lead', `whistleblow ${item}`))).toContain('led to L-001');
    expect(JSON.stringify(await stored(fortnight))).not.toMatch(/W-|unmade/);
    expect(told(await judge(fortnight, 'lead', 'line L-001'))).not.toMatch(/W-|unmade/);
  });

  it.each([
    ['refuses to take', { error: 'user_disabled' }],
    ['does not answer to', { status: 503 }],
  ] as const)('[WB5] is told to the others where Slack %s the message to one, which the log says', async (_, fault) => {
    const fortnight = await openNorthmoor();
    const before = await stored(fortnight);
    fortnight.slack.fail('chat.postMessage', fault, 1);
    const item = await confide(fortnight);
    expect(item).toMatch(/^W-\w{4}$/);
    const told = leadsAndManager.map((who) =>
      fortnight.slack.directMessages(people[who]).filter(({ text }) => text.includes('something was recorded')),
    );
    expect(told.map(({ length }) => length)).toEqual([0, 1, 1]);
    const [logged, ...more] = fortnight.faults.splice(0);
    expect(logged?.reference).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
    expect(more).toEqual([]);
    expect(`${logged?.error}`).not.toMatch(/unmade|W-/);
    expect(await stored(fortnight)).toEqual(before);
    expect(await stored(fortnight, restricted)).toHaveLength(1);
  });
});
