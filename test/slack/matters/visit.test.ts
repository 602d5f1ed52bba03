import { describe, expect, it } from 'vitest';
import { sitesOf } from '../../../src/domain/sites.ts';
import { untouchedInWords } from '../../../src/words/sites.ts';
import { visit } from '../../law/samples.ts';
import { allGood, fillIn, gradeAll, judge, page, record, told, underFields } from '../../support/acts.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import { framework } from '../../support/frameworks.ts';
import { given, person } from '../../support/given.ts';
import { people, whole } from '../../support/people.ts';
import { correctItem, evidence, withdrawItem } from '../../support/sent.ts';

const seen = {
  'Visited at': Date.parse('2013-11-19T09:00:00.000Z') / 1000,
  'Whom did they meet?': 'the duty team',
  'What was looked at?': 'How contacts are taken',
};

const withOffices = async (): Promise<Fortnight> => {
  const fortnight = await openNorthmoor();
  await fillIn(fortnight, 'lead', 'context', { Offices: '3', 'Names of the offices': 'East office\nWest office' });
  return fortnight;
};

const started = () => given(framework('sif-2013'));

describe('a visit', () => {
  it('[VI1] is kept with site, time, who went, whom they met and what was looked at', () => {
    const who = [whole.inspector.user, whole.partner.user];
    started()
      .when(visit({ who }), 'inspector')
      .keeps({
        type: 'VisitRecorded',
        item: 'S-001',
        site: 'East office',
        who: [person('inspector'), person('partner')],
        met: 'the duty team and its manager',
        lookedAt: 'The duty desk, and how contacts are taken',
      });
  });

  it('[VI1] is refused at its field where something is missing or cannot be', () => {
    const so = started();
    so.when(visit({ site: ' ' }), 'inspector').refuses('site', 'Name the site');
    so.when(visit({ site: 'x'.repeat(101) }), 'inspector').refuses('site', '100 characters');
    so.when(visit({ visitedAt: '2013-11-20T09:00:00.000Z' }), 'inspector').refuses('visitedAt', 'future');
    so.when(visit({ who: [] }), 'inspector').refuses('who', 'Say who of the team went');
    so.when(visit({ who: [whole.inspector.user, whole.outsider.user] }), 'inspector').refuses('who', 'not on the team');
    so.when(visit({ lookedAt: '' }), 'inspector').refuses('lookedAt', 'Say what was looked at');
    so.when(visit({}), 'observer').refuses(null, 'may record evidence');
  });

  it('[VI1] is put right and withdrawn; a withdrawn one counts for no site', () => {
    const so = started().and(visit({}), 'inspector');
    expect(untouchedInWords(sitesOf(so.state())).unvisited).toBe('');
    const moved = so.and(correctItem('S-001', 'visit', visit({ site: 'West office' })), 'inspector').state();
    expect(sitesOf(moved)).toEqual([{ name: 'West office', items: 0, visits: 1 }]);
    const gone = so
      .and(evidence({ site: 'East office' }), 'inspector')
      .and(withdrawItem('S-001'), 'lead')
      .state();
    expect(untouchedInWords(sitesOf(gone)).unvisited).toBe('East office');
  });
});

describe('visits to sites', () => {
  it('[VI1] are recorded by a form that begins with the asker and the site typed, and shown, listed and corrected', async () => {
    const fortnight = await withOffices();
    const saved = await fillIn(fortnight, 'inspector', 'visit East office', seen);
    expect(page(saved)).toContain('Saved S-001');
    expect(page(saved)).toContain('No visit is recorded to West office.');
    const shown = told(await judge(fortnight, 'observer', 'visit S-001'));
    expect(shown).toContain('S-001: visit to East office');
    expect(shown).toContain('Who went: Chi Lam');
    expect(shown).toContain('How contacts are taken');
    expect(told(await judge(fortnight, 'observer', 'visit list'))).toContain('S-001 · visit to East office');
    await fillIn(fortnight, 'inspector', 'edit S-001', { 'Who went?': [people.inspector, people.secondInspector] });
    expect(told(await judge(fortnight, 'observer', 'visit S-001'))).toContain('Who went: Chi Lam and Dee Marsh');
    await fillIn(fortnight, 'inspector', 'withdraw S-001', { 'Why is it withdrawn?': 'It was put off' });
    expect(told(await judge(fortnight, 'observer', 'visit list'))).toContain('withdrawn: It was put off');
  });

  it('[VI1] keeps what was typed where a visit is refused, and says why under its field', async () => {
    const fortnight = await withOffices();
    const refused = await fillIn(fortnight, 'inspector', 'visit East office', {
      ...seen,
      'Visited at': Date.parse('2013-12-24T09:00:00.000Z') / 1000,
    });
    expect(underFields(refused)).toContain('future');
    expect(JSON.stringify(fortnight.as('inspector').typed())).toContain('How contacts are taken');
  });

  it('[VI4] say which sites nobody visited and where no evidence comes from: in progress, context, the day’s summary and before signing', async () => {
    const fortnight = await withOffices();
    await fillIn(fortnight, 'inspector', 'visit East office', seen);
    expect(told(await judge(fortnight, 'lead', 'today'))).toContain('Today: nothing recorded');
    await record(fortnight, 'inspector', 'help - C-7 Visits are late');
    const progress = told(await judge(fortnight, 'observer', 'progress'));
    expect(progress).toContain('Not visited: West office');
    expect(progress).toContain('No evidence from: East office and West office');
    expect(told(await judge(fortnight, 'lead', 'today'))).toContain(
      'no visit to West office; no evidence from East office and West office',
    );
    await judge(fortnight, 'lead', 'context');
    const form = JSON.stringify(fortnight.as('lead').view());
    expect(form).toContain('No visit is recorded to West office.');
    expect(form).toContain('1 of 3 offices is not named yet.');
    await fortnight.as('lead').closeView();
    await gradeAll(fortnight, allGood);
    await fillIn(fortnight, 'lead', 'overall', {});
    await judge(fortnight, 'lead', 'sign-off');
    expect(JSON.stringify(fortnight.as('lead').view())).toContain('No visit is recorded to West office');
  });
});
