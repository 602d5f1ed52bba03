import { describe, expect, it } from 'vitest';
import {
  fillIn,
  judge,
  openReadyToSign,
  page,
  postedSummary,
  record,
  signOff,
  something,
  stored,
  storedOf,
  told,
  underFields,
} from '../../support/acts.ts';
import { choosing, northmoor } from '../../support/fortnight.ts';
import { leadsAndManager } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

describe('a signed-off inspection', () => {
  const sealed = async () => {
    const fortnight = await openReadyToSign();
    await judge(fortnight, 'inspector', 'evidence');
    await judge(fortnight, 'deputy', 'grade help');
    await signOff(fortnight);
    return fortnight;
  };
  const sealedWords = 'This inspection is signed off, so evidence and grades are sealed';

  it('[X5] takes no evidence, grade or overall any more, not from forms opened before either', async () => {
    const fortnight = await sealed();
    const before = await stored(fortnight);
    expect(underFields(await fortnight.as('inspector').submit(something))).toContain(sealedWords);
    const values = { Grade: 'inadequate', 'Why this grade?': 'Anew.' };
    expect(underFields(await fortnight.as('deputy').submit(values))).toContain(sealedWords);
    expect(await stored(fortnight)).toEqual(before);
  });

  it('[X5] opens no form that could not be saved, and gives a typed line back', async () => {
    const fortnight = await sealed();
    for (const words of ['evidence', 'grade help', 'overall', 'edit E-001', 'withdraw E-001']) {
      const outcome = await judge(fortnight, 'lead', words);
      expect([words, told(outcome), outcome.view]).toEqual([words, expect.stringContaining(sealedWords), undefined]);
    }
    expect(told(await judge(fortnight, 'lead', 'line new'))).not.toContain('new');
    const line = told(await judge(fortnight, 'inspector', 'evidence help - One more thing'));
    expect(line).toContain('help - One more thing');
  });

  it('[X5] [WB1] seals restricted evidence too, but for what somebody confides', async () => {
    const fortnight = await openReadyToSign();
    const inspector = fortnight.as('inspector');
    await judge(fortnight, 'inspector', 'evidence');
    await inspector.press('view', 'More');
    await signOff(fortnight);
    const refused = await inspector.submit({ ...something, 'Who may read it': 'restricted' });
    expect(underFields(refused)).toContain(sealedWords);
    expect(await stored(fortnight, `${northmoor}.restricted`)).toEqual([]);
    await inspector.submit({ Source: 'whistleblower' });
    expect(await storedOf(fortnight, 'RestrictedEvidenceRecorded', `${northmoor}.restricted`)).toHaveLength(1);
  });

  it('[X5] is still posted', async () => {
    const fortnight = await sealed();
    const [preview] = (await judge(fortnight, 'lead', 'summary')).shown;
    if (preview) await fortnight.as('lead').press(preview, 'Post to the team channel');
    expect(postedSummary(fortnight)).toContain('SIGNED OFF');
  });

  it('[X6] is reopened by lead, deputy or quality assurance manager, with a reason; both signatures lapse', async () => {
    for (const who of leadsAndManager) {
      const fortnight = await sealed();
      await judge(fortnight, who, 'reopen');
      const reason = 'The authority sent a late report.';
      expect(page(await fortnight.as(who).submit({ 'Why is it reopened?': reason }))).toContain('Reopened.');
      expect(await storedOf(fortnight, 'Reopened')).toEqual([{ type: 'Reopened', reason }]);
      expect(await fortnight.inspections().of(northmoor)).toMatchObject({
        sealed: false,
        signatures: { lead: null, qualityAssuranceManager: null },
      });
      expect(await record(fortnight, 'inspector', 'help + One more thing')).toBe('E-007');
      expect(told(await judge(fortnight, who, 'reopen'))).toBe('This inspection is open: nothing needs reopening.');
    }
  });

  it('[A1] leaves its channel free for the next inspection', async () => {
    const fortnight = await sealed();
    const started = await fillIn(fortnight, 'lead', 'start', {
      'Local authority': 'Southport',
      ...choosing('ilacs-2018', '2013-11-19'),
    });
    expect(page(started)).toContain('Started southport-2013-11-19');
    expect(told(await judge(fortnight, 'lead', ''))).toContain('Southport');
    expect(fortnight.slack.channel(teamChannel).pinned()).toHaveLength(2);
  });
});
