import { describe, expect, it } from 'vitest';
import { sameGrades } from '../../src/domain/comparing.ts';
import type { Framework } from '../../src/domain/framework.ts';
import { outcomeOf } from '../../src/domain/grading.ts';
import type { Inspection } from '../../src/domain/inspection.ts';
import { previousOnes } from '../../src/domain/matters/previous.ts';
import { authorityKey, gradesGiven, publishedOf, resultOf, sameAuthority } from '../../src/domain/published.ts';
import { gradesSoFar } from '../../src/domain/standing.ts';
import { compareMessage } from '../../src/words/comparing.ts';
import { plainLine, plainText } from '../../src/words/message.ts';
import { movedInWords, recommendationLine } from '../../src/words/previous.ts';
import { beforeChapter } from '../../src/words/summary/before.ts';
import { framework, shipped } from '../support/frameworks.ts';
import { type Story, under } from '../support/given.ts';
import { earlier, erase, evidence, finding, type Sent, signOff, withdraw } from '../support/sent.ts';

const sif = under('sif-2013');
const ilacs = under('ilacs-2018');

const entered = (from: Framework, grades: Record<string, string>, but: Record<string, unknown> = {}): Sent =>
  earlier({ framework: from, grades, ...but });
const tested = (but: Record<string, unknown>): Sent => ({
  type: 'TestEarlierRecommendation',
  item: 'V-001',
  number: 1,
  became: 'met',
  words: 'Held within a day in nine of ten cases',
  evidence: ['E-001'],
  ...but,
});

const signedBy = { qualityAssuranceManager: { at: '2013-12-11T12:00:00.000Z' } } as Inspection['signatures'];

describe('an earlier inspection', () => {
  it('[BA1] keeps its grades and recommendations in the words of its own framework', () => {
    const cp = framework('cp-2012');
    const [area] = cp.areas;
    const [overallOf] = cp.overalls;
    const grades = { [area?.id ?? '']: 'adequate', [overallOf?.id ?? '']: 'adequate' };
    sif
      .started()
      .when(entered(cp, grades), 'inspector')
      .keeps({
        type: 'PreviousEntered',
        item: 'V-001',
        framework: { id: 'cp-2012', short: cp.short, areas: cp.areas.map(({ title }) => title) },
        from: null,
        recommendations: ['Hold strategy discussions within a day', 'Write down who decided and why'],
      });
    const { previous } = sif.started().and(entered(cp, grades), 'inspector').state();
    expect(previous.get('V-001')?.content.grades.map(({ label }) => label)).toEqual(['Adequate', 'Adequate']);
  });

  it.each([
    ['a day to come', { published: '2014-02-11' }, 'published', 'one that has been'],
    ['a grade it did not have', { grades: { leadership: 'adequate' } }, 'grade-leadership', 'Choose one from the list'],
    ['nothing of it', { recommendations: [] }, 'recommendations', 'at least one'],
    [
      'an identifier of a child',
      { recommendations: ['Seen: 943 476 5919'] },
      'recommendations',
      'looks like an NHS number',
    ],
  ])('[BA1] refuses %s', (_, but, field, words) => {
    sif
      .started()
      .when(entered(framework('sif-2013'), {}, but), 'lead')
      .refuses(field, words);
  });

  it('[BA1] is not kept twice from one record', () => {
    const taken = { type: 'TakePrevious', from: 'northmoor-2010-02-01', ...{ published: '2010-04-01', grades: [] } };
    const take = { ...taken, framework: { id: 'slac-2009', short: 'Safeguarding', areas: [] }, recommendations: [] };
    sif.started().and(take, 'lead').when(take, 'deputy').refuses(null, 'here already, as V-001');
  });

  it('[SP6] says of each recommendation what the visit before this one found of it', () => {
    const text = 'Hold strategy discussions within a day';
    const visit = under('ilacs-monitoring-visit');
    const first = visit
      .started()
      .and(evidence({ areas: ['help-and-protection'] }), 'inspector')
      .and(entered(framework('sif-2013'), {}, { recommendations: [text] }), 'lead')
      .and(tested({ became: 'partly' }), 'inspector');
    const measured = resultOf({ ...first.state(), sealed: true, signatures: signedBy })?.measured;
    expect(measured).toEqual([{ text, became: 'partly' }]);
    const { framework: of } = first.state();
    const taken = {
      type: 'TakePrevious',
      framework: { id: of.id, short: of.short, areas: [] },
      ...{ published: '2013-10-01', grades: [], recommendations: [], from: 'northmoor-2013-09-10', measured },
    };
    const second = visit
      .started()
      .and(entered(framework('sif-2013'), {}, { recommendations: [text] }), 'lead')
      .and(taken, 'lead')
      .state();
    const [inspection] = previousOnes(second).filter(({ item }) => item === 'V-001');
    if (!inspection) throw new Error('It was not entered');
    expect(plainLine(recommendationLine(second, inspection, 0, 200))).toContain(
      `1. ${text} (partly met at Monitoring visit, published 1 October 2013) · not looked at yet`,
    );
  });

  it('[E8] can be erased', () => {
    const story = sif
      .started()
      .and(entered(framework('sif-2013'), {}), 'lead')
      .and(erase('V-001'), 'lead');
    expect(story.state().previous.size).toBe(0);
    story.when(entered(framework('sif-2013'), {}), 'lead').keeps({ type: 'PreviousEntered', item: 'V-002' });
  });
});

describe('what became of an earlier recommendation', () => {
  const story = (): Story =>
    sif
      .started()
      .and(entered(framework('sif-2013'), {}), 'lead')
      .and(evidence({}), 'inspector');

  it('[BA2] is met, partly met or not met, in words and on evidence', () => {
    const { previous } = story()
      .and(tested({}), 'inspector')
      .and(tested({ number: 2, became: 'not-met' }), 'lead')
      .state();
    expect([...(previous.get('V-001')?.tested ?? [])].map(([number, { became }]) => [number, became])).toEqual([
      [1, 'met'],
      [2, 'not-met'],
    ]);
  });

  it('[BA2] [X2] lapses the lead’s signature, since the summary says it', () => {
    const signed = sif.signedByLead().and(entered(framework('sif-2013'), {}), 'deputy');
    expect(signed.state().signatures.lead).toBeNull();
    const again = signed.and(signOff, 'lead').and(tested({}), 'inspector');
    expect(again.state().signatures.lead).toBeNull();
  });

  it('[BA2] can be said anew', () => {
    const { previous } = story()
      .and(tested({}), 'inspector')
      .and(tested({ became: 'partly' }), 'lead')
      .state();
    expect(previous.get('V-001')?.tested.get(1)?.became).toBe('partly');
  });

  it.each([
    ['no evidence', { evidence: [] }, 'evidence', 'rests on evidence'],
    ['evidence that there is not', { evidence: ['E-009'] }, 'evidence', 'There is no E-009'],
    ['no words', { words: '' }, 'words', 'Say what you saw'],
    ['a recommendation that there is not', { number: 3 }, 'number', 'has no recommendation 3'],
    ['an inspection that there is not', { item: 'V-007' }, null, 'There is no V-007'],
    ['another answer', { became: 'nearly' }, 'became', 'Choose what became of it'],
  ])('[BA2] refuses %s', (_, but, field, words) => {
    story().when(tested(but), 'inspector').refuses(field, words);
  });

  it('[BA2] refuses evidence that was withdrawn', () => {
    story().and(withdraw('E-001'), 'lead').when(tested({}), 'inspector').refuses('evidence', 'E-001 was withdrawn');
  });
});

describe('what moved since', () => {
  const judged = (from: ReturnType<typeof under>, grade: string): Story => from.judged(grade, {});

  it('[U15] [BA3] is said in words, with the year, where the frameworks are comparable', () => {
    const was = entered(
      framework('sif-2013'),
      { 'help-and-protection': 'requires-improvement' },
      { published: '2013-02-11' },
    );
    expect(movedInWords(judged(ilacs, 'good').and(was, 'lead').state(), 'help-and-protection')).toBe(
      'up from requires improvement (2013)',
    );
    expect(movedInWords(judged(ilacs, 'inadequate').and(was, 'lead').state(), 'help-and-protection')).toBe(
      'down from requires improvement (2013)',
    );
    expect(movedInWords(judged(ilacs, 'requires-improvement').and(was, 'lead').state(), 'help-and-protection')).toBe(
      'requires improvement as before (2013)',
    );
  });

  it('[BA3] is not said where scales cannot be compared, nor of something else', () => {
    const cp = framework('cp-2012');
    const grades = Object.fromEntries([...cp.areas, ...cp.overalls].map(({ id }) => [id, 'adequate']));
    const state = judged(sif, 'good').and(entered(cp, grades), 'lead').state();
    for (const { id } of [...sif.framework.areas, ...sif.framework.overalls]) expect(movedInWords(state, id)).toBe('');
    const ofIlacs = entered(framework('ilacs-2018'), { leaders: 'good' });
    expect(movedInWords(judged(sif, 'good').and(ofIlacs, 'lead').state(), 'leadership')).toBe('');
  });

  it('[BA3] is not said of what was not judged, now or then', () => {
    const was = entered(sif.framework, { adoption: 'not-judged' });
    expect(movedInWords(judged(sif, 'good').and(was, 'lead').state(), 'adoption')).toBe('');
  });

  it('[BA3] is since the latest one that can be compared', () => {
    const state = judged(ilacs, 'good')
      .and(entered(framework('sif-2013'), { 'help-and-protection': 'inadequate' }, { published: '2010-01-01' }), 'lead')
      .and(entered(framework('ilacs-2018'), { leaders: 'good' }, { published: '2013-05-01' }), 'lead')
      .state();
    expect(movedInWords(state, 'help-and-protection')).toBe('up from inadequate (2010)');
    expect(movedInWords(state, 'leaders')).toBe('good as before (2013)');
  });

  it('[BA3] is said of editions that say so only where their scales have the same steps', () => {
    for (const { id, scale, comparesWith } of shipped) {
      for (const other of comparesWith) {
        const steps = framework(other).scale.map((grade) => grade.id);
        expect([id, other, steps]).toEqual([id, other, scale.map((grade) => grade.id)]);
      }
    }
  });
});

describe('context', () => {
  const context: Sent = {
    type: 'SetContext',
    children: '96,000',
    offices: '6',
    partners: 'Two health boards',
    structure: 'trust',
    note: null,
  };

  it('[BA4] is what somebody said of the area, in whole numbers', () => {
    expect(sif.started().and(context, 'analyst').state().context).toMatchObject({
      children: 96_000,
      offices: 6,
      structure: 'trust',
    });
    sif
      .started()
      .when({ ...context, children: 'many' }, 'lead')
      .refuses('children', 'Give a whole number');
    sif.started().when({ type: 'SetContext' }, 'lead').refuses('children', 'at least one thing');
  });

  it('[U4] [BA4] changes no grade, no permitted grade and no signature', () => {
    const story = sif.signedByLead();
    const after = story.and(context, 'inspector').state();
    const grades = gradesSoFar(story.state());
    expect(gradesSoFar(after)).toEqual(grades);
    expect(after.overalls).toEqual(story.state().overalls);
    expect(outcomeOf(after.framework, 'overall', gradesSoFar(after))).toEqual(
      outcomeOf(sif.framework, 'overall', grades),
    );
    expect(after.signatures.lead).not.toBeNull();
  });
});

describe('what is public of an inspection', () => {
  const posted = (story: Story): Story => {
    const posting = `summary ${story.state().changedAt}`;
    return story
      .and({ type: 'ClaimPosting', posting }, 'lead')
      .and({ type: 'NotePosting', posting, slack: { channel: 'CTEAM', ts: '1.0' }, text: 'Good throughout' }, 'lead');
  };

  it('[BA5] is nothing before it is signed off and its summary is posted as signed', () => {
    expect(publishedOf(posted(sif.settled()).state())).toBeNull();
    expect(publishedOf(posted(sif.settled()).and(signOff, 'lead').and(signOff, 'qualityAssurance').state())).toBeNull();
    expect(publishedOf(sif.signedOff().state())).toBeNull();
  });

  it('[BA5] is its grades and dates, and no evidence', () => {
    const published = publishedOf(posted(sif.signedOff()).state());
    expect(published).toMatchObject({ id: 'northmoor-2013-11-19', authority: 'Northmoor', published: '2013-11-19' });
    expect(published?.grades.map(({ title }) => title)).toContain('Help and protection');
    expect(JSON.stringify(published)).not.toContain('About help-and-protection');
  });

  it('[U15] [BA3] [BA5] has what was found to be mended, which the second visit follows, where the framework speaks in findings', () => {
    const ucra = under('ucra-2009');
    const area = ucra.framework.areas[0]?.id ?? '';
    const story = ucra
      .started()
      .and(evidence({ areas: [area] }), 'inspector')
      .and(evidence({ areas: [area], sign: 'strength' }), 'inspector')
      .and(
        finding({
          heading: 'areas-for-priority-action',
          text: 'Contacts wait for a week',
          remedy: 'Answer within a day',
        }),
        'lead',
      )
      .and(finding({ heading: 'strengths', text: 'Workers know the children', evidence: ['E-002'] }), 'lead')
      .and(
        finding({ heading: 'areas-for-development', text: 'Records are late', remedy: 'Write them the same day' }),
        'inspector',
      );
    const signed = posted(
      story.and({ type: 'AdoptFinding', item: 'F-003' }, 'lead').and(signOff, 'lead').and(signOff, 'qualityAssurance'),
    );
    const first = publishedOf(signed.state());
    expect(first).toMatchObject({
      grades: [],
      recommendations: [
        'Areas for development: Records are late',
        'Areas for priority action: Contacts wait for a week',
      ],
    });
    const { id, authority: _, ...content } = first ?? { id: '', authority: '' };
    const second = ucra
      .started()
      .and({ type: 'TakePrevious', ...content, from: id }, 'lead')
      .and(evidence({ areas: [area], sign: 'strength' }), 'inspector')
      .and(tested({ number: 2 }), 'inspector')
      .and(finding({ heading: 'areas-for-development', text: 'Records are still late', remedy: 'Set a day' }), 'lead');
    const words = plainText(compareMessage(second.state(), { readable: [], published: [] }));
    expect(words).toContain('recommendations: 1 met, 1 not looked at yet (V-001)');
    expect(words).toContain('published 19 November 2013: areas for development 1, areas for priority action 1 · rec');
    expect(words).toContain('now: areas for development 1');
    expect(words).not.toContain('With the same grades');
    expect(plainText({ parts: beforeChapter(second.state()).together.flat() })).toContain(
      'published 19 November 2013): areas for development 1 (1 before); areas for priority action none (1 before).',
    );
  });

  it('[BA6] says what is missing where no area has its grade, instead of comparing with nothing', () => {
    const words = plainText(compareMessage(sif.started().state(), { readable: [], published: [] }));
    expect(words).toContain('Once every area that counts has its grade, inspections with the same grades stand here.');
  });

  it('[BA5] is nothing again once it is reopened, nor of one that ended incomplete', () => {
    expect(
      publishedOf(posted(sif.signedOff()).and({ type: 'Reopen', reason: 'A late complaint' }, 'lead').state()),
    ).toBeNull();
    expect(
      publishedOf(posted(sif.settled().and({ type: 'EndIncomplete', reason: 'A flood' }, 'lead')).state()),
    ).toBeNull();
  });

  it('[BA5] is known by the authority’s name, however it is written', () => {
    expect(authorityKey('  Bath & North-East Somerset ')).toBe(authorityKey('bath and north east somerset'));
    expect(sameAuthority('Northmoor', 'Northmoor City')).toBe(false);
  });

  it('[BA6] is held beside an inspection with the same grades in every area that counts', () => {
    const good = sif.judged('good', { adoption: 'inadequate' }).state();
    const also = sif.judged('good', {}).state();
    const other = sif.judged('good', { leadership: 'inadequate' }).state();
    const given = (state: typeof also) => ({
      framework: { ...state.framework, areas: [] },
      grades: gradesGiven(state),
    });
    expect(sameGrades(good, given(also))).toBe(true);
    expect(sameGrades(good, given(other))).toBe(false);
    expect(sameGrades(sif.started().state(), given(also))).toBe(false);
    expect(sameGrades(ilacs.judged('good', {}).state(), given(also))).toBe(false);
  });
});
