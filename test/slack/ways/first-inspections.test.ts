import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allGood, fillIn, gradeAll, judge, page, postedSummary, storedOf, told } from '../../support/acts.ts';
import { type Fortnight, openFortnight } from '../../support/fortnight.ts';
import { describeAgainst, oracleAt } from '../../support/oracles.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

/*
 * The first five inspections under the single inspection framework, with the grades that were published (Ofsted's
 * reports of 11 to 21 February 2014, and its official statistics). Their evidence here is a neutral placeholder.
 */
const columns = Object.keys(allGood);
const published = `
Derbyshire,2014-02-11,good,good,good,good,good,requires-improvement,good
Hartlepool,2014-02-11,good,good,good,good,good,requires-improvement,good
Hillingdon,2014-02-11,requires-improvement,requires-improvement,good,requires-improvement,requires-improvement,requires-improvement,requires-improvement
Slough,2014-02-11,inadequate,inadequate,requires-improvement,inadequate,inadequate,inadequate,inadequate
Sheffield,2014-02-21,good,requires-improvement,requires-improvement,good,good,good,requires-improvement`
  .trim()
  .split('\n');

const first = published.map((row) => {
  const [authority = '', , ...grades] = row.split(',');
  return {
    authority,
    grades: Object.fromEntries(columns.map((area, place) => [area, grades[place] ?? ''])),
    overall: grades.at(-1) ?? '',
  };
});

const label = (grade: string): string => `${grade.charAt(0).toUpperCase()}${grade.slice(1).replace('-', ' ')}`;

const start = async (fortnight: Fortnight, authority: string): Promise<void> => {
  await fillIn(fortnight, 'lead', 'start', {
    'Local authority': authority,
    Framework: 'sif-2013',
    'First day on site': '2013-11-19',
    Inspectors: [people.inspector],
    'Quality assurance manager': people.qualityAssurance,
  });
};

/** Looks at the summary, presses its button and gives what then stands in the team channel. */
const post = async (fortnight: Fortnight) => {
  const preview = await judge(fortnight, 'lead', 'summary');
  const [shown] = preview.shown;
  if (!shown) throw new Error('There is no preview');
  expect(told(await fortnight.as('lead').press(shown, 'Post to the team channel'))).toContain('Posted');
  return fortnight.slack
    .channel(teamChannel)
    .messages()
    .findLast(({ threadTs }) => threadTs === undefined);
};

describeAgainst('published-results', 'the first five single inspections, here and in the published results', () => {
  it('[O2] stand here as they were published', () => {
    const rows = readFileSync(oracleAt('published-results', 'sif-2013.csv'), 'utf8').split(/\r?\n/);
    expect(published.filter((row) => !rows.includes(row))).toEqual([]);
  });
});

describe('the first five single inspections', () => {
  it.each(first)(
    '[O2] $authority comes from its judgements to $overall and is posted',
    async ({ authority, grades, overall }) => {
      const fortnight = await openFortnight();
      await start(fortnight, authority);
      await gradeAll(fortnight, grades);
      const lead = fortnight.as('lead');
      const opened = await judge(fortnight, 'lead', 'overall');
      const open = overall === 'requires-improvement' && grades['help-and-protection'] === 'good';
      expect(lead.typed().grade).toBe(open ? null : overall);
      if (open) {
        expect(page(opened)).toContain('Expected: good or requires improvement.');
        await expect(lead.submit({ 'Overall effectiveness': overall })).rejects.toThrow(
          '"Why this grade?" is required and empty',
        );
        await lead.submit({ 'Why this grade?': 'One key judgement is below good and weighs most for children.' });
      } else await lead.submit();
      const id = `${authority.toLowerCase()}-2013-11-19`;
      expect(await storedOf(fortnight, 'OverallSet', id)).toMatchObject([
        { overall: 'overall', grade: overall, reason: open ? expect.stringContaining('weighs most') : null },
      ]);
      const posted = await post(fortnight);
      const words = postedSummary(fortnight);
      expect(words).toContain(`${authority} · overall effectiveness: ${label(overall)}`);
      for (const [title, area] of [
        ['Children who need help and protection', 'help-and-protection'],
        ['Children looked after and achieving permanence', 'looked-after-and-permanence'],
        ['Adoption performance', 'adoption'],
        ['Experiences and progress of care leavers', 'care-leavers'],
        ['Leadership, management and governance', 'leadership'],
        ['The Local Safeguarding Children Board (graded separately)', 'lscb'],
      ] as const)
        expect(words).toContain(`${title}: ${label(grades[area] ?? '')}`);
      expect(words).toContain('PROVISIONAL');
      if (open)
        expect(words).toContain('Reason of Ana Reyes\nOne key judgement is below good and weighs most for children.');
      if (overall === 'inadequate') expect(words).toContain('any key judgement inadequate makes overall inadequate');
      expect((await storedOf(fortnight, 'PostingMade', id))[0]).toMatchObject({
        ts: posted?.ts,
        text: expect.stringContaining(label(overall)),
      });
    },
  );
});
