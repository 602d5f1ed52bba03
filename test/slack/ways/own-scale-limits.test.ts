import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../src/domain/framework.ts';
import { checkFramework } from '../../../src/frameworks.ts';
import { boardOf, fillIn, grade, gradeAll, judge, page, told, wholeSummary } from '../../support/acts.ts';
import { openFortnight, startNorthmoor } from '../../support/fortnight.ts';
import { madeUp, madeUpArea } from '../../support/made-up.ts';
import { people } from '../../support/people.ts';

/** As schools are judged: safeguarding is effective or not, and where it is not the whole is inadequate. */
const school = (kind: 'key' | 'separate'): Framework =>
  madeUp({
    id: 'school-2019',
    title: 'Education inspection framework',
    short: 'School inspection',
    inForce: { from: '2027-01-04', to: null },
    scale: [
      { id: 'outstanding', label: 'Outstanding', mark: '●' },
      { id: 'good', label: 'Good', mark: '◕' },
      { id: 'inadequate', label: 'Inadequate', mark: '○' },
    ],
    areas: [
      madeUpArea('education', { short: 'Quality of education' }),
      madeUpArea('leaders', { short: 'Leadership' }),
      madeUpArea('safeguarding', {
        short: 'Safeguarding',
        kind,
        scale: [
          { id: 'effective', label: 'Effective', mark: '■' },
          { id: 'not-effective', label: 'Not effective', mark: '□' },
        ],
      }),
    ],
    overalls: [{ id: 'overall', title: 'Overall effectiveness' }],
    rules: [
      {
        id: 'S-1',
        limits: 'overall',
        force: 'must',
        status: 'published',
        source: 'made up',
        because: 'Where safeguarding is not effective the whole is inadequate',
        when: [{ areas: 'safeguarding', grades: ['not-effective'], atLeast: 1 }],
        permits: ['inadequate'],
      },
      {
        id: 'S-2',
        limits: 'overall',
        force: 'expected',
        status: 'published',
        source: 'made up',
        because: 'The whole is no better than its parts',
        when: [{ areas: 'key', grades: ['good', 'inadequate'], atLeast: 1 }],
        permits: ['good', 'inadequate'],
      },
      {
        id: 'S-3',
        limits: 'overall',
        force: 'expected',
        status: 'published',
        source: 'made up',
        because: 'An inadequate part makes the whole inadequate',
        when: [{ areas: 'key', grades: ['inadequate'], atLeast: 1 }],
        permits: ['inadequate'],
      },
    ],
    fieldwork: { workingDays: 4, confidence: 'sourced' },
  });

const open = async (kind: 'key' | 'separate') => {
  const fortnight = await openFortnight({ known: [school(kind)] });
  await startNorthmoor(fortnight, 'school-2019');
  return fortnight;
};

describe.each(['key', 'separate'] as const)(
  'an area that is judged in a scale of its own and limits the whole, of kind %s',
  (kind) => {
    it('[FW21] is taken as it is, beside a rule that counts the kind', () => {
      expect(checkFramework(school(kind))).toEqual([]);
    });

    it('[FW21] is an area like the others on the board, in progress, in the form, the summary and what is exported', async () => {
      const fortnight = await open(kind);
      await gradeAll(fortnight, { education: 'good', leaders: 'outstanding' });
      await judge(fortnight, 'lead', 'overall');
      expect(await boardOf(fortnight)).toContain('Safeguarding\nnot judged yet ⬜');
      await gradeAll(fortnight, { safeguarding: 'not-effective' });
      await judge(fortnight, 'lead', 'overall');
      const form = page(await fortnight.as('lead').submit({}));
      expect(form).toContain('Inadequate');
      const summary = await wholeSummary(fortnight, 'lead');
      expect(summary).toMatch(/afeguarding.*: Not effective □/);
      expect(summary).toContain('S-1 (must');
      expect(await boardOf(fortnight)).toContain('Safeguarding\nNot effective □');
      expect(told(await judge(fortnight, 'lead', 'progress'))).toContain('Safeguarding');
      for (const words of ['', 'summary', 'progress'])
        expect(told(await judge(fortnight, 'lead', words))).not.toContain('graded separately');
      await fillIn(fortnight, 'lead', 'export', {});
      const sent = fortnight.slack
        .directMessages(people.lead)
        .flatMap(({ files }) => (files ?? []) as { id: string; name: string }[])
        .find(({ name }) => name.endsWith('.md'));
      const copy = (await fortnight.slack.file(sent?.id ?? '')).toString();
      expect(copy).toContain('Not effective');
      expect(copy).not.toMatch(/separate/i);
    });

    it('[FW21] has to be judged before the whole can be, and lapses the whole when its grade changes', async () => {
      const fortnight = await open(kind);
      await gradeAll(fortnight, { education: 'good', leaders: 'good' });
      expect(told(await judge(fortnight, 'lead', 'overall'))).toContain('Not yet judged: Safeguarding.');
      await gradeAll(fortnight, { safeguarding: 'effective' });
      await fillIn(fortnight, 'lead', 'overall', {
        'Overall effectiveness': 'good',
        'Why this grade?': 'All of it is good.',
      });
      expect((await grade(fortnight, 'safeguarding', 'not-effective')).errors).toBeUndefined();
      expect(told(await judge(fortnight, 'lead', 'sign-off'))).toContain('Overall effectiveness is not set');
      const lead = fortnight.as('lead');
      await judge(fortnight, 'lead', 'overall');
      expect(lead.typed()).toMatchObject({ grade: 'inadequate' });
    });
  },
);
