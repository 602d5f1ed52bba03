import { describe, expect, it } from 'vitest';
import {
  fillIn,
  judge,
  openReadyToSign,
  page,
  postedSummary,
  record,
  told,
  underFields,
  wholeSummary,
} from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';

describe('a summary whose evidence is thin and one-sided', () => {
  it('[U2] [U6] says so at the grade and before posting, asks why, and posts the reason', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - C-1 The plan is two years old.');
    const { view } = await judge(fortnight, 'lead', 'grade help');
    expect(page({ view })).toContain(
      'Thin evidence so far: 1 item and 1 case (thin is fewer than 5 items or 3 cases).',
    );
    const saved = await fortnight.as('lead').submit({ Grade: 'inadequate', 'Why this grade?': 'Plans drift.' });
    expect(page(saved)).toContain('thin: 1 item and 1 case');
    const proposed = await fillIn(fortnight, 'inspector', 'grade help', {
      Grade: 'inadequate',
      'Why this grade?': 'So.',
    });
    expect(page(proposed)).toContain('thin: 1 item and 1 case');

    const [preview] = (await judge(fortnight, 'lead', 'summary')).shown;
    if (!preview) throw new Error('There is no preview');
    const words = await wholeSummary(fortnight, 'lead');
    expect(words).toContain('Thin evidence (fewer than 5 items or 3 cases): Help and protection, 1 item and 1 case.');
    expect(words).toContain('It rests on no strength. Before it is posted, a reason is asked for.');
    await fortnight.as('lead').press(preview, 'Post to the team channel');
    expect(underFields(await fortnight.as('lead').submit({ 'Why is it empty?': 'See 943 476 5919' }))).toContain('NHS');
    const given = await fortnight.as('lead').submit({ 'Why is it empty?': 'Every plan seen had drifted.' });
    expect(page(given)).toContain('The summary shows the reason.');
    await fortnight.as('lead').press('view', 'Post to the team channel');
    const posted = postedSummary(fortnight);
    expect(posted).toContain('It rests on no strength. Why, says Ana Reyes:\nEvery plan seen had drifted.');
    expect(posted).toContain('Based on 0 cases tracked, 0 sampled, 0 audited, 1 seen in another way');
  });

  it('[LE16] says so in a blind round, where the overall grade is set, and before signing', async () => {
    const fortnight = await openReadyToSign();
    const measure = 'Thin evidence (fewer than 5 items or 3 cases): Help and protection, 1 item and 0 cases';
    await fillIn(fortnight, 'lead', 'round help', {});
    await fortnight.as('lead').closeView();
    expect(page(await judge(fortnight, 'inspector', 'round R-001'))).toContain(
      'Thin evidence so far: 1 item and 0 cases',
    );
    await fillIn(fortnight, 'lead', 'round close R-001', {});
    await fortnight.as('lead').closeView();
    expect(page(await judge(fortnight, 'lead', 'overall'))).toContain('Thin evidence: all six areas.');
    expect(page(await fortnight.as('lead').submit({}))).toMatch(/thin/i);
    await fortnight.as('lead').closeView();
    expect(page(await judge(fortnight, 'lead', 'sign-off'))).toContain(measure);
  });

  it('[LE17] takes another reason while it is empty, and none where both sides are there', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help + Seen');
    expect(told(await judge(fortnight, 'lead', 'summary reason'))).toContain('no reason is needed');
    await fillIn(fortnight, 'lead', 'grade help', { Grade: 'good', 'Why this grade?': 'So it is.' });
    await fillIn(fortnight, 'lead', 'summary reason', { 'Why is it empty?': 'None was seen.' });
    await judge(fortnight, 'lead', 'summary reason');
    expect(fortnight.as('lead').typed()).toEqual({ reason: 'None was seen.' });
    expect(told(await judge(fortnight, 'inspector', 'summary reason'))).toContain('may post to the channel');
  });
});
