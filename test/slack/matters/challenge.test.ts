import { describe, expect, it } from 'vitest';
import {
  fillIn,
  grade,
  judge,
  openReadyToSign,
  page,
  record,
  signOff,
  storedOf,
  told,
  wholeSummary,
} from '../../support/acts.ts';
import { clockAt, sentTo } from '../../support/daily.ts';
import { openNorthmoor } from '../../support/fortnight.ts';

const opened = async () => {
  const fortnight = await openNorthmoor();
  await record(fortnight, 'inspector', 'help - Late in two cases');
  await grade(fortnight, 'help', 'good');
  return fortnight;
};

const small = { 'Who at the authority?': 'The director', 'What is challenged, and why?': 'The sample was too small' };

describe('challenging a judgement', () => {
  it('[CM20] [U9] goes by a form, and is due in five working days', async () => {
    const fortnight = await opened();
    const saved = page(await fillIn(fortnight, 'lead', 'challenge help', small));
    expect(saved).toContain('Saved H-001');
    expect(saved).toContain('the authority (The director) · Help and protection, good (J-001)');
    expect(saved).toContain('to be answered, due on Tuesday 26 November 2013');
    await clockAt(fortnight, '2013-11-19 17:30');
    expect(sentTo(fortnight, 'lead')[0]?.words).toContain(
      'Challenge H-001 to Help and protection due Tue 26 Nov\nAnswer',
    );
    expect(told(await judge(fortnight, 'observer', 'challenge list'))).toContain(
      'Challenges: 1 to be answered, 0 answered.',
    );
    expect(told(await judge(fortnight, 'observer', 'challenge list'))).not.toContain('Answer');
    expect(told(await judge(fortnight, 'lead', 'challenge list'))).toContain('Answer');
    expect(told(await judge(fortnight, 'observer', 'challenge'))).toContain('may challenge a judgement');
    expect(told(await judge(fortnight, 'inspector', 'challenge answer H-001'))).toContain('may answer a challenge');
    const answered = await fillIn(fortnight, 'qualityAssurance', 'challenge answer H-001', {
      'What came of it?': 'partly-upheld',
      Answer: 'Two more cases were read',
      'What changed?': 'Two sentences of the narrative',
    });
    expect(page(answered)).toContain('partly upheld');
    const whole = told(await judge(fortnight, 'observer', 'challenge h-1'));
    expect(whole).toContain('Partly upheld, ');
    expect(whole).toContain('What changed: Two sentences of the narrative');
  });

  it('[CM20] says that nothing is judged yet', async () => {
    const fortnight = await openNorthmoor();
    expect(told(await judge(fortnight, 'lead', 'challenge'))).toContain('No judgement was given yet');
  });

  it('[CM23] [U9] keeps dissent in the team beside the judgement, with who, in the summary', async () => {
    const fortnight = await opened();
    const before = await storedOf(fortnight, 'ChallengeRaised');
    expect(before).toEqual([]);
    const text = 'Three of five cases were late';
    await fillIn(fortnight, 'inspector', `challenge help ${text}`, {});
    expect(await storedOf(fortnight, 'ChallengeRaised')).toMatchObject([{ from: 'team', raisedBy: null, text }]);
    const summary = await wholeSummary(fortnight, 'lead');
    expect(summary).toContain(`Dissent of Chi Lam (H-001, not answered yet)\n${text}`);
  });

  it('[CM22] is named to whoever signs, and goes on after sign-off', async () => {
    const fortnight = await openReadyToSign();
    await fillIn(fortnight, 'lead', 'challenge help', small);
    expect(page(await judge(fortnight, 'lead', 'sign-off'))).toContain(
      'Challenge H-001 to Help and protection due Tue 26 Nov\nAnswer',
    );
    await fortnight.as('lead').closeView();
    await signOff(fortnight);
    const answered = await fillIn(fortnight, 'lead', 'challenge answer H-001', {
      'What came of it?': 'not-upheld',
      Answer: 'Twelve cases were seen',
    });
    expect(page(answered)).toContain('not upheld');
  });
});
