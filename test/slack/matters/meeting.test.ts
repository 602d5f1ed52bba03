import { describe, expect, it } from 'vitest';
import {
  fillIn,
  grade,
  judge,
  openReadyToSign,
  page,
  record,
  storedOf,
  told,
  underFields,
} from '../../support/acts.ts';
import { clockAt, sentTo } from '../../support/daily.ts';
import { openNorthmoor } from '../../support/fortnight.ts';

const held = {
  'Who was there?': 'The director and the head of service',
  'Message 1': 'Decisions at the front door are late',
  'Areas that message 1 trails': ['help-and-protection'],
  'Message 2': 'Plans for children looked after are read and acted on',
};

describe('recording a meeting', () => {
  it('[CM10] goes by a form, and shows what was kept', async () => {
    const fortnight = await openNorthmoor();
    const saved = page(await fillIn(fortnight, 'inspector', 'meeting', held));
    expect(saved).toContain('Saved M-001');
    expect(saved).toContain('Decisions at the front door are late (trails Help and protection)');
    expect(await storedOf(fortnight, 'MeetingRecorded')).toMatchObject([
      { kind: 'keep-in-touch', present: held['Who was there?'], messages: [{}, { areas: [] }] },
    ]);
    expect(told(await judge(fortnight, 'observer', 'meeting list'))).toContain('M-001');
    expect(told(await judge(fortnight, 'observer', 'meeting m-1'))).toContain('There: The director');
    expect(told(await judge(fortnight, 'observer', 'meeting'))).toContain('may record a meeting');
    expect(told(await judge(fortnight, 'lead', 'meeting M-007'))).toContain('There is no M-007 here.');
  });

  it('[CM10] takes the first message from the line, and asks about a likely name', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'lead', 'meeting Ellie Brown waited too long');
    const lead = fortnight.as('lead');
    const asked = await lead.submit({ 'Who was there?': 'The director' });
    expect(page(asked)).toContain('this may be a person’s name: Ellie Brown');
    expect(underFields(await lead.submit({ Names: ['keep'] }))).toBe('');
    expect(await storedOf(fortnight, 'MeetingRecorded')).toHaveLength(1);
  });
});

describe('a grade that the authority has not heard of', () => {
  it('[CM11] [U18] is named to whoever signs, and stops nobody', async () => {
    const fortnight = await openReadyToSign();
    await fillIn(fortnight, 'lead', 'meeting', held);
    const form = page(await judge(fortnight, 'lead', 'sign-off'));
    expect(form).toContain('Before you sign (none of this stops you):');
    expect(form).toContain('Not trailed to the authority: Looked after');
    expect(form).not.toMatch(/Not trailed to the authority:.*help and protection/i);
    expect(page(await fortnight.as('lead').submit({}))).toContain('Signed.');
    expect(page(await judge(fortnight, 'qualityAssurance', 'sign-off'))).toContain('Not trailed');
  });

  it('[CM11] stands in the daily summary and where the next meeting is recorded', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Late in two cases');
    await grade(fortnight, 'help', 'good');
    expect(page(await judge(fortnight, 'lead', 'meeting'))).toContain('Help and protection, good: never trailed');
    await clockAt(fortnight, '2013-11-19 17:30');
    expect(sentTo(fortnight, 'lead')[0]?.words).toContain(
      'Not trailed to the authority: Help and protection\nRecord the meeting',
    );
  });
});
