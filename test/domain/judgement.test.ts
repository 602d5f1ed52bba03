import { describe, expect, it } from 'vitest';
import { judgementOf } from '../../src/domain/standing.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { given, under } from '../support/given.ts';
import { erase, evidence, gradeOf, overall, signOff, withdraw } from '../support/sent.ts';

const sif = under('sif-2013');
const help = 'help-and-protection';
const permanence = 'looked-after-and-permanence';
const good = gradeOf(help, 'good', ['E-001']);

describe('giving a judgement', () => {
  it('[J1] keeps grade, narrative and evidence under the next number', () => {
    const { area, grade, narrative, evidence: items } = good;
    const kept = { area, grade, narrative, evidence: items, adopts: null, outside: [] };
    sif
      .withEvidence()
      .when(good, 'lead')
      .keeps({ type: 'AreaGraded', item: 'J-001', ...kept });
    const story = sif.withEvidence().and(good, 'deputy');
    expect(judgementOf(story.state(), help)).toMatchObject({ item: 'J-001', ...kept, by: { user: 'UBEN' } });
    story
      .when(gradeOf('leadership', 'good', [sif.itemOf('leadership')]), 'lead')
      .keeps({ type: 'AreaGraded', item: 'J-002' });
  });

  it.each([
    ['area', null, 'Choose a judgement area'],
    ['area', 'fostering', 'no such judgement area'],
    ['grade', null, 'Choose a grade'],
    ['grade', 'excellent', 'Outstanding, Good, Requires improvement, Inadequate'],
    ['narrative', '', 'Say why this grade'],
    ['evidence', [], 'Choose at least one item'],
  ])('[J1] refuses %s %j', (field, value, words) => {
    sif
      .withEvidence()
      .when({ ...good, [field]: value }, 'lead')
      .refuses(field, words);
  });

  it('[J2] says how to record evidence where an area has none', () => {
    sif
      .started()
      .when(gradeOf(help, 'good', []), 'lead')
      .refuses('evidence', 'record one first');
  });

  it('[J2] refuses evidence of another area, by name', () => {
    const items = ['E-001', sif.itemOf('leadership')];
    sif
      .withEvidence()
      .when(gradeOf(help, 'good', items), 'lead')
      .refuses('evidence', 'E-005 is not evidence of Help');
  });

  it('[J2] takes evidence that bears on several areas for each of them', () => {
    const story = given(sif.framework).and(evidence({ areas: [help, 'leadership'] }), 'inspector');
    for (const area of [help, 'leadership']) {
      story.when(gradeOf(area, 'good', ['E-001']), 'lead').keeps({ type: 'AreaGraded', area });
    }
  });

  it('[J2] refuses evidence that was withdrawn, erased or never there, by name', () => {
    const story = sif.withEvidence();
    story.and(withdraw('E-001'), 'lead').when(good, 'lead').refuses('evidence', 'E-001 was withdrawn');
    story.and(erase('E-001'), 'lead').when(good, 'lead').refuses('evidence', 'no E-001');
    story.when(gradeOf(help, 'good', ['E-001', 'E-099']), 'inspector').refuses('evidence', 'no E-099');
  });

  it('[J2] counts an item that is named twice once', () => {
    sif
      .withEvidence()
      .when(gradeOf(help, 'good', ['E-001', 'E-001']), 'lead')
      .keeps({ type: 'AreaGraded', evidence: ['E-001'] });
  });

  it('[J3] leaves the old judgement as it was beside the new one', () => {
    const story = sif.withEvidence().and(good, 'lead');
    const before = judgementOf(story.state(), help);
    const { areas } = story.and(gradeOf(help, 'inadequate', ['E-001']), 'deputy').state();
    expect(areas.get(help)?.judgements).toEqual([
      before,
      expect.objectContaining({ item: 'J-002', grade: 'inadequate' }),
    ]);
  });
});

describe('"not judged"', () => {
  it.each(sif.framework.areas.map((area) => [area.id, area.optional ?? false] as const))(
    '[J4] for %s is legal: %s',
    (area, legal) => {
      const answer = sif.started().when(gradeOf(area, 'not-judged', []), 'lead');
      if (legal) answer.keeps({ type: 'AreaGraded', area, grade: 'not-judged', evidence: [] });
      else answer.refuses('grade', 'Choose one of these');
    },
  );

  it('[J4] is no grade of any ILACS area', () => {
    for (const id of ['ilacs-2018', 'ilacs-2023', 'ilacs-2026']) {
      for (const area of under(id).framework.areas) {
        under(id)
          .started()
          .when(gradeOf(area.id, 'not-judged', []), 'lead')
          .refuses('grade');
      }
    }
  });

  it('[J4] rests on no evidence, but where some is named it is looked at', () => {
    const story = sif.withEvidence();
    const adoption = sif.itemOf('adoption');
    story
      .when(gradeOf('adoption', 'not-judged', [adoption]), 'lead')
      .keeps({ type: 'AreaGraded', evidence: [adoption] });
    story.when(gradeOf('adoption', 'not-judged', ['E-001']), 'lead').refuses('evidence', 'E-001 is not evidence');
    story.when(gradeOf('adoption', 'not-judged', ['E-099']), 'lead').refuses('evidence', 'no E-099');
  });

  it('[J4] needs its reason in words', () => {
    sif
      .started()
      .when({ ...gradeOf('adoption', 'not-judged', []), narrative: ' ' }, 'lead')
      .refuses('narrative', 'Say why');
  });
});

describe('a limiting rule on an area', () => {
  const adoption = gradeOf('adoption', 'inadequate', [sif.itemOf('adoption')]);
  const inadequateAdoption = sif.withEvidence().and(adoption, 'lead');
  const grading = (grade: string) => gradeOf(permanence, grade, [sif.itemOf(permanence)]);

  it('[J5] that only expects asks that the reason be shown', () => {
    inadequateAdoption.when(grading('good'), 'lead').keeps({ type: 'AreaGraded', grade: 'good', outside: ['SIF-3'] });
    for (const grade of ['requires-improvement', 'inadequate']) {
      inadequateAdoption.when(grading(grade), 'lead').keeps({ type: 'AreaGraded', outside: [] });
    }
  });

  it('[J5] is quiet where it does not fire', () => {
    sif.judged('good', {}).when(grading('good'), 'lead').keeps({ type: 'AreaGraded', outside: [] });
    inadequateAdoption.when(gradeOf(help, 'good', ['E-001']), 'lead').keeps({ type: 'AreaGraded', outside: [] });
  });

  it('[J5] that comes to fire later blocks sign-off, until the grade was given again with its reason', () => {
    const later = sif.judged('good', {}).and(adoption, 'lead').and(overall('good', null), 'lead');
    const words = 'Looked after and permanence (J-002) is outside what SIF-3 expects';
    later.when(signOff, 'lead').refuses(null, words);
    const reasoned = later.and(grading('good'), 'lead');
    reasoned.when(signOff, 'lead').keeps({ type: 'SignedOff' });
    inadequateAdoption.and(grading('good'), 'lead').when(signOff, 'lead').refuses(null, 'has no judgement');
    expect(JSON.stringify(inadequateAdoption.when(signOff, 'lead').decision)).not.toContain('SIF-3');
  });

  it('[J5] that is a must rules the grade out, in the words of its source, a proposal too', () => {
    const rules = sif.framework.rules.map((rule) =>
      rule.id === 'SIF-3' && rule.force === 'expected' ? { ...rule, force: 'must' as const } : rule,
    );
    const story = given({ ...sif.framework, rules })
      .and(evidence({ areas: ['adoption'] }), 'inspector')
      .and(evidence({ areas: [permanence] }), 'inspector')
      .and(gradeOf('adoption', 'inadequate', ['E-001']), 'lead');
    for (const who of ['lead', 'inspector'] as const) {
      story.when(gradeOf(permanence, 'good', ['E-002']), who).refuses('grade', 'Good', 'SIF-3 (must)');
    }
    story.when(gradeOf(permanence, 'inadequate', ['E-002']), 'lead').keeps({ type: 'AreaGraded', outside: [] });
  });
});

describe('what a judgement rests on', () => {
  it('[J2] is counted by source and case, without what was withdrawn or erased since', () => {
    const items = ['E-001', 'E-002', 'E-003', 'E-004'];
    const story = items
      .reduce((so, _, index) => so.and(evidence({ case: `C-${index % 2}` }), 'inspector'), given(sif.framework))
      .and(gradeOf(help, 'good', items), 'lead')
      .and(withdraw('E-001'), 'lead')
      .and(erase('E-003'), 'lead');
    const basis = summaryOf(story.state()).areas.find(({ area }) => area.id === help)?.basis;
    expect(basis).toMatchObject({
      items: 2,
      sources: [{ source: 'case-tracked', count: 2 }],
      cases: { all: 1, tracked: 1, sampled: 0 },
      withdrawn: ['E-001'],
      strength: null,
      concern: { item: 'E-004' },
    });
  });
});
