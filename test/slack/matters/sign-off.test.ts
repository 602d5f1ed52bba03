import { describe, expect, it } from 'vitest';
import {
  allGood,
  fillIn,
  grade,
  gradeAll,
  judge,
  openReadyToSign,
  page,
  record,
  signOff,
  storedOf,
  told,
  wordsOf,
} from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const standing = async (fortnight: Fortnight) => {
  const { signatures, sealed, overalls } = await fortnight.inspections().of(northmoor);
  return {
    lead: signatures.lead !== null,
    second: signatures.qualityAssuranceManager !== null,
    sealed,
    overall: overalls.size,
  };
};

const board = (fortnight: Fortnight): string => wordsOf(fortnight.slack.channel(teamChannel).pinned()[0]?.blocks ?? []);

describe('signing off', () => {
  it('[X4] takes the lead’s signature, then the quality assurance manager’s, and says whose are missing', async () => {
    const fortnight = await openReadyToSign();
    const early = await judge(fortnight, 'qualityAssurance', 'sign-off');
    expect(told(early)).toContain('The lead inspector signs first.');
    expect(early.view).toBeUndefined();
    expect(page(await fillIn(fortnight, 'lead', 'sign-off', {}))).toContain(
      'Signed by Ana Reyes (lead). Waits for the quality assurance manager’s signature.',
    );
    expect(told(await judge(fortnight, 'lead', 'sign-off'))).toContain(
      'Ana Reyes signed already. Gus Vale gives the second signature.',
    );
    expect(page(await fillIn(fortnight, 'qualityAssurance', 'sign-off', {}))).toContain(
      'Signed off by Ana Reyes (lead) and Gus Vale (quality assurance manager).',
    );
    expect(await storedOf(fortnight, 'SignedOff')).toEqual([
      { type: 'SignedOff', as: 'lead' },
      { type: 'SignedOff', as: 'quality-assurance-manager' },
    ]);
  });

  it('[X4] refuses a second signature from the person who gave the first, whatever role they have by then', async () => {
    const fortnight = await openReadyToSign();
    await fillIn(fortnight, 'deputy', 'sign-off', {});
    await fillIn(fortnight, 'lead', 'team change', {
      'Deputy lead': null,
      'Quality assurance manager': people.deputy,
    });
    expect(told(await judge(fortnight, 'deputy', 'sign-off'))).toContain(
      'You gave the first signature. The second is another person’s.',
    );
    expect(await standing(fortnight)).toMatchObject({ lead: true, second: false, sealed: false });
  });

  it('[X7] says PROVISIONAL until both signatures stand, on the board and in the summary', async () => {
    const fortnight = await openReadyToSign();
    const places = async () => [board(fortnight), told(await judge(fortnight, 'observer', 'summary'))];
    for (const words of await places()) expect(words).toContain('PROVISIONAL');
    await fillIn(fortnight, 'lead', 'sign-off', {});
    for (const words of await places()) expect(words).toContain('PROVISIONAL');
    await fillIn(fortnight, 'qualityAssurance', 'sign-off', {});
    for (const words of await places()) {
      expect(words).not.toContain('PROVISIONAL');
      expect(words).toContain('SIGNED OFF');
    }
    await fillIn(fortnight, 'deputy', 'reopen', { 'Why is it reopened?': 'A late report' });
    for (const words of await places()) expect(words).toContain('PROVISIONAL');
  });

  it('[X3] is blocked by name: areas not judged, an overall not set', async () => {
    const fortnight = await openNorthmoor();
    const { leadership: _, ...others } = allGood;
    await gradeAll(fortnight, others);
    const words = told(await judge(fortnight, 'lead', 'sign-off'));
    expect(words).toContain('Leadership has no judgement.\nJudge it');
    expect(words).toContain('Overall effectiveness is not set.\nSet it');
  });

  it('[X3] is blocked by a judgement that rests on withdrawn evidence, also while the form stands open', async () => {
    const fortnight = await openReadyToSign();
    await judge(fortnight, 'lead', 'sign-off');
    await fillIn(fortnight, 'inspector', 'withdraw E-001', { 'Why is it withdrawn?': 'Seen twice' });
    const blocked = 'Help and protection (J-001) rests on withdrawn evidence: E-001.\nJudge it again';
    expect(page(await fortnight.as('lead').submit())).toContain(blocked);
    expect(told(await judge(fortnight, 'lead', 'sign-off'))).toContain(blocked);
    await record(fortnight, 'inspector', 'help + Seen once.');
    await grade(fortnight, 'help', 'good');
    await fillIn(fortnight, 'lead', 'overall', {});
    expect(page(await fillIn(fortnight, 'lead', 'sign-off', {}))).toContain('Signed.');
  });

  it('[X14] answers with what is in the way and its act, also where the form stands open meanwhile', async () => {
    const fortnight = await openReadyToSign();
    await judge(fortnight, 'lead', 'sign-off');
    await judge(fortnight, 'deputy', 'round open leaders');
    await fortnight.as('deputy').submit();
    await fortnight.as('lead').submit();
    const lead = fortnight.as('lead');
    expect(page({ view: lead.view() })).toContain('Round R-001 on Leadership is open.');
    await lead.press('view', 'Close it');
    expect(page(await lead.submit())).toContain('R-001');
    const second = await judge(fortnight, 'qualityAssurance', 'sign-off');
    expect(told(second)).toContain('The lead inspector signs first.');
    if (second.said) await fortnight.as('qualityAssurance').press(second.said, 'Ask Ana Reyes');
    expect(fortnight.as('qualityAssurance').view()?.title).toMatchObject({ text: 'Before signing' });
  });

  it('[X14] says of what is signed off who signed, with what reopens it', async () => {
    const fortnight = await openReadyToSign();
    await signOff(fortnight);
    const answer = await judge(fortnight, 'deputy', 'sign-off');
    expect(told(answer)).toContain('Signed off by Ana Reyes');
    if (answer.said) await fortnight.as('deputy').press(answer.said, 'Reopen');
    expect(fortnight.as('deputy').view()?.title).toMatchObject({ text: 'Reopen' });
  });

  it('[X13] names a child at risk first, whose referral is recorded on top of the form, which stays', async () => {
    const fortnight = await openReadyToSign();
    await judge(fortnight, 'inspector', 'concern C-017 Left alone at night');
    const lead = fortnight.as('lead');
    await judge(fortnight, 'lead', 'sign-off');
    const words = page({ view: lead.view() });
    expect(words.slice(words.indexOf('Before you sign'))).toMatch(/^Before you sign.*\n.*\n?🔴 Child at risk K-001/);
    await lead.press('view', 'Refer back');
    expect(page(await lead.submit({ 'Referred to': 'the duty manager' }))).toContain('K-001');
    await lead.closeView();
    expect(page(await lead.submit())).toContain('Signed by Ana Reyes');
  });

  it('[X1] lapses the overall grade when an area’s grade changes; the separate LSCB’s does not', async () => {
    const fortnight = await openReadyToSign();
    await grade(fortnight, 'lscb', 'requires-improvement');
    expect(await standing(fortnight)).toMatchObject({ overall: 1 });
    await grade(fortnight, 'adoption', 'outstanding');
    expect(await standing(fortnight)).toMatchObject({ overall: 0 });
    expect(told(await judge(fortnight, 'lead', 'sign-off'))).toContain('Overall effectiveness is not set.\nSet it');
  });

  it.each([
    ['evidence', (fortnight: Fortnight) => record(fortnight, 'analyst', 'lscb Referrals rose by a third')],
    ['a correction', (fortnight: Fortnight) => fillIn(fortnight, 'inspector', 'edit E-001', { 'It is': 'context' })],
    [
      'a withdrawal',
      (fortnight: Fortnight) =>
        fillIn(fortnight, 'inspector', 'withdraw E-001', { 'Why is it withdrawn?': 'Seen twice' }),
    ],
    ['a grade', (fortnight: Fortnight) => grade(fortnight, 'lscb', 'requires-improvement')],
    [
      'the overall grade',
      (fortnight: Fortnight) => fillIn(fortnight, 'deputy', 'overall', { 'Why this grade?': 'Anew.' }),
    ],
  ])('[X2] %s lapses the lead’s signature', async (_, change) => {
    const fortnight = await openReadyToSign();
    await fillIn(fortnight, 'lead', 'sign-off', {});
    expect(await standing(fortnight)).toMatchObject({ lead: true });
    await change(fortnight);
    expect(await standing(fortnight)).toMatchObject({ lead: false, sealed: false });
    const second = await judge(fortnight, 'qualityAssurance', 'sign-off');
    expect([told(second), second.view]).toEqual([expect.stringContaining('Not ready to sign off'), undefined]);
  });
});
