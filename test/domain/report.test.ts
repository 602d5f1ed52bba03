import { describe, expect, it } from 'vitest';
import { areasIn, headingOf, paperOf } from '../../src/domain/report/paper.ts';
import { saidIn } from '../../src/domain/report/said.ts';
import { standingSections } from '../../src/domain/report/standing.ts';
import { frameworks } from '../support/frameworks.ts';
import { asked, begunAs, type Story, under } from '../support/given.ts';
import type { Who } from '../support/people.ts';
import { evidence, gradeOf, reopen, type Sent, signOff } from '../support/sent.ts';
import { changeRecommendation, recommend } from '../support/sent-concern.ts';
import { keepVersion, returnSection, rewriteSection, writeSection } from '../support/sent-report.ts';

const sif = under('sif-2013');
const long = 'Children wait too long before anybody sees them alone, and nobody asks why. '.repeat(4).trim();
const drafted = sif.signedOff().and(writeSection('findings', long), 'lead').and(keepVersion('draft'), 'lead');

const refusals = (story: Story, sent: Sent, who: Who) => {
  const decision = asked(story.state(), sent, who, story.now);
  return 'refusals' in decision ? decision.refusals : [];
};

const sectionOf = (story: Story, id: string) =>
  standingSections(story.state()).find(({ section }) => section.id === id);

describe('the paper that an inspection ends in', () => {
  it('[RT1] is in the edition of its first day on site, and of those areas that it has', () => {
    const headings = (story: Story) => paperOf(story.state()).sections.map((each) => headingOf(story.state(), each));
    expect(headings(sif.started())).toContain('Summary of key findings');
    const short = begunAs(sif.framework, { variant: 're-inspection' });
    expect(headings(short).join()).not.toContain('LSCB');
    const [, , last] = sif.framework.papers;
    const later = paperOf({ ...sif.started().state(), firstDay: last?.from ?? '' });
    expect(later.title).toContain('Children’s services in');
  });

  it('[RT1] is a narrative made of its areas where a framework names none', () => {
    const { papers: _, ...framework } = sif.framework;
    const inspection = { ...sif.started().state(), framework: { ...framework, papers: [] } };
    const { form, sections } = paperOf(inspection);
    expect(form).toBe('narrative');
    expect(sections.flatMap((each) => areasIn(inspection, each))).toEqual(framework.areas.map(({ id }) => id));
  });

  it.each(frameworks.all.map(({ id }) => id))('[RT1] tells in %s every judgement, finding and recommendation', (id) => {
    const { papers, areas, urgencies, findings, output } = under(id).framework;
    for (const edition of papers.length > 0 ? papers : [paperOf(under(id).started().state())]) {
      const told = edition.sections.filter(({ from }) => from.includes('recommendations'));
      for (const urgency of urgencies)
        expect(
          told.some((each) => each.urgencies?.includes(urgency.id) ?? true),
          urgency.id,
        ).toBe(true);
      const judged = edition.sections.flatMap(({ from, areas: of }) => (from.includes('judgement') ? (of ?? []) : []));
      if (output === 'grades')
        for (const area of areas.filter(({ kind }) => kind !== 'input')) expect(judged).toContain(area.id);
      const found = edition.sections.filter(({ from }) => from.includes('findings'));
      if (output === 'findings')
        for (const each of findings)
          expect(
            found.some(({ findings: of }) => of?.includes(each.id) ?? true),
            each.id,
          ).toBe(true);
    }
  });

  it('[RT2] says of each section whether it is done, thin or missing', () => {
    const story = sif.started();
    expect(sectionOf(story, 'findings')?.stands).toBe('missing');
    expect(sectionOf(story.and(writeSection('findings', 'Children wait'), 'lead'), 'findings')?.stands).toBe('thin');
    expect(sectionOf(story.and(writeSection('findings', long), 'lead'), 'findings')?.stands).toBe('done');
  });

  it('[RT3] quotes an item by its number, as it stands when the paper is made, and none that is not there', () => {
    const story = sif.withEvidence().and(writeSection('findings', 'As was seen:\nE-001\n- and more'), 'lead');
    const section = paperOf(story.state()).sections.find(({ id }) => id === 'findings');
    if (!section) throw new Error('There is no such section');
    expect(saidIn(story.state(), section)).toMatchObject([
      { item: 'T-001', text: 'As was seen:' },
      { item: 'E-001', text: 'About help-and-protection', quoted: true },
      { text: '- and more' },
    ]);
    expect(refusals(story, writeSection('information', 'Also\nE-099'), 'lead')).toMatchObject([{ field: 'part1' }]);
  });
});

describe('a version of the paper', () => {
  it('[RT4] follows the one before it, or is one before it again', () => {
    expect(refusals(sif.started(), keepVersion('authority'), 'lead')).toMatchObject([{ field: 'stage' }]);
    const sent = drafted.and(keepVersion('draft'), 'lead').and(keepVersion('quality-assurance'), 'lead');
    expect(sent.state().reportVersions.map(({ stage, number }) => [stage, number])).toEqual([
      ['draft', 1],
      ['draft', 2],
      ['quality-assurance', 1],
    ]);
  });

  it('[RT4] is final only once the inspection is signed off', () => {
    const open = sif
      .settled()
      .and(keepVersion('draft'), 'lead')
      .and(keepVersion('quality-assurance'), 'lead')
      .and(keepVersion('authority'), 'lead');
    expect(refusals(open, keepVersion('final'), 'lead')[0]?.words).toContain('signed off');
    const signed = open.and(signOff, 'lead').and(signOff, 'qualityAssurance').and(keepVersion('final'), 'lead');
    const published = signed.and(keepVersion('published'), 'lead').and(keepVersion('draft'), 'lead');
    expect(
      published
        .state()
        .reportVersions.map(({ stage }) => stage)
        .slice(-2),
    ).toEqual(['published', 'draft']);
  });

  it('[RT5] goes to nobody while a section stands returned, and the remark goes once it is rewritten', () => {
    const returned = drafted
      .and(keepVersion('quality-assurance'), 'lead')
      .and(returnSection('findings'), 'qualityAssurance');
    expect(sectionOf(returned, 'findings')?.own?.returned?.remark).toContain('what it meant');
    expect(refusals(returned, keepVersion('authority'), 'lead')[0]?.words).toContain('Summary of key findings');
    const rewritten = returned.and(rewriteSection('T-001', `${long} It leaves them at risk.`), 'lead');
    expect(sectionOf(rewritten, 'findings')?.own?.returned).toBeNull();
    expect(refusals(rewritten, keepVersion('authority'), 'lead')).toEqual([]);
  });

  it('[RT6] marks the sections that a grade or a recommendation touches afterwards, until they are written again', () => {
    const story = sif
      .settled()
      .and(evidence({}), 'inspector')
      .and(recommend({}), 'lead')
      .and(writeSection('help-and-protection', long), 'lead')
      .and(keepVersion('draft'), 'lead');
    const touched = (now: Story) => standingSections(now.state()).flatMap((each) => each.touched);
    expect(touched(story)).toEqual([]);
    const graded = story.and(gradeOf('help-and-protection', 'inadequate', ['E-001']), 'lead');
    const [judgement = ''] = sectionOf(graded, 'help-and-protection')?.touched ?? [];
    expect(judgement).toMatch(/^J-/);
    const rewritten = graded.and(rewriteSection('T-001', `${long} They are at risk.`), 'lead');
    expect(sectionOf(rewritten, 'help-and-protection')?.touched).toEqual([]);
    const changed = rewritten.and(changeRecommendation('A-001', { text: 'See every child alone' }), 'lead');
    expect(sectionOf(changed, 'improvement')?.touched).toEqual(['A-001']);
    expect(touched(changed.and(keepVersion('draft'), 'lead'))).toEqual([]);
  });

  it('[RT7] is written, returned and kept after signing off, which stands', () => {
    expect(drafted.state().sealed).toBe(true);
    expect(drafted.state().signatures.lapsed).toBeNull();
    expect(drafted.and(reopen('A late complaint'), 'lead').state().reportVersions).toHaveLength(1);
  });
});
