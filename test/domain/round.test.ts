import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awaiting } from '../../src/domain/awaiting.ts';
import { isToDiscuss, ownMovements, roundsToShow, stepsIn, waitedFor } from '../../src/domain/matters/round-answers.ts';
import { agreementOver } from '../../src/domain/round-agreement.ts';
import { memberOf } from '../../src/domain/standing.ts';
import { asked as decided, given, person, type Story, under } from '../support/given.ts';
import { raters, type Who, whole } from '../support/people.ts';
import { erase, evidence, gradeOf, setTeam, signOff } from '../support/sent.ts';
import { answerRound, closeRound, openRound, showRound } from '../support/sent-round.ts';

const sif = under('sif-2013');
const byPerson = () => sif.started().and(openRound('leadership', 'by-person'), 'lead');
const withoutNames = () => sif.started().and(openRound('leadership', 'without-names'), 'lead');
const roundIn = (story: Story) => {
  const round = story.state().rounds.get('R-001');
  if (!round) throw new Error('There is no R-001');
  return round;
};
const answeredBy = (story: Story, grades: Partial<Record<Who, string | null>>): Story =>
  Object.entries(grades).reduce(
    (so, [who, grade]) => so.and(answerRound('R-001', grade, `Seen by ${grade}`), who as Who),
    story,
  );

describe('opening a blind round', () => {
  it('[MO1] asks lead, deputy, inspectors and partner inspectors of the team as it is then', () => {
    byPerson()
      .when(openRound('help-and-protection', 'by-person'), 'deputy')
      .keeps({ type: 'RoundOpened', item: 'R-002', withNames: true, asked: raters.map(person) });
  });

  it('[MO1] is refused while one is open on the same area, and for what is no area of this framework', () => {
    byPerson().when(openRound('leadership', 'by-person'), 'lead').refuses('area', 'R-001', 'Close it first');
    sif.started().when(openRound('weather', 'by-person'), 'lead').refuses('area', 'no such judgement area');
    sif.started().when({ type: 'OpenRound', area: 'leadership' }, 'lead').refuses('shown', 'Choose how');
  });

  it('[MO4] without names needs three people to ask', () => {
    const pair = setTeam({ inspectors: [], partnerInspectors: [] });
    const story = sif.started().and(pair, 'lead');
    story.when(openRound('leadership', 'without-names'), 'lead').refuses('shown', 'at least 3', 'this team has 2');
    story.when(openRound('leadership', 'by-person'), 'lead').keeps({ type: 'RoundOpened' });
  });

  it('[MO11] is refused in words where the framework gives no grades', () => {
    const { framework } = sif;
    const findings = { ...sif.started().state(), framework: { ...framework, scale: [] } };
    const decision = decided(findings, openRound('leadership', 'by-person'), 'lead', sif.started().now);
    expect(JSON.stringify(decision)).toContain('gives no grades, so there is nothing to compare');
  });
});

describe('answering a blind round', () => {
  it('[MO1] is for those who were asked, and waits for each of them', () => {
    const story = byPerson();
    story.when(answerRound('R-001', 'good'), 'observer').refuses(null, 'may answer a round');
    story.when(answerRound('R-002', 'good'), 'lead').refuses(null, 'no round R-002');
    const joined = story.and(setTeam({ inspectors: [whole.inspector, whole.secondInspector, whole.outsider] }), 'lead');
    joined.when(answerRound('R-001', 'good'), 'outsider').refuses(null, 'you were not');
    const waiting = raters.map((who) => {
      const inspection = story.state();
      const member = memberOf(inspection, person(who));
      return member && awaiting(inspection, member, '2013-11-19').map(({ does }) => does);
    });
    expect(waiting).toEqual(raters.map(() => ['round R-001']));
  });

  it('[MO1] takes a grade of the framework, or that somebody cannot say, and always a reason', () => {
    const story = byPerson();
    story.when(answerRound('R-001', 'splendid'), 'inspector').refuses('grade', 'Choose a grade');
    story.when({ type: 'AnswerRound', item: 'R-001', reason: 'So' }, 'inspector').refuses('grade', 'cannot say');
    story.when(answerRound('R-001', 'good', ' '), 'inspector').refuses('reason', 'Say why');
    story.when(answerRound('R-001', 'good', 'Ring 0161 496 0123'), 'inspector').refuses('reason', 'telephone');
    story.when(answerRound('R-001', null), 'inspector').keeps({ type: 'RoundAnswered', grade: null });
  });

  it('[MO3] can be changed until the round closes, and the same answer is not kept twice', () => {
    const story = answeredBy(byPerson(), { inspector: 'good' });
    story.when(answerRound('R-001', 'good', 'Seen by good'), 'inspector').refuses('reason', 'already');
    const changed = story
      .and(answerRound('R-001', 'inadequate', 'Seen more'), 'inspector')
      .and(closeRound('R-001'), 'lead');
    expect(roundIn(changed).closed?.answers).toEqual([
      { grade: 'inadequate', reason: 'Seen more', by: person('inspector') },
    ]);
    changed.when(answerRound('R-001', 'good'), 'inspector').refuses(null, 'R-001 is closed already');
    changed.when(closeRound('R-001'), 'lead').refuses(null, 'R-001 is closed already');
  });

  it('[MO3] of somebody who leaves the team is no longer waited for; one that was given stands', () => {
    const some = answeredBy(byPerson(), { lead: 'good', deputy: 'good', inspector: 'good', partner: 'good' });
    expect(roundsToShow(some.state())).toEqual([]);
    some.when(showRound('R-001'), 'lead').refuses(null, 'still waits for Dee Marsh');
    const left = some.and(setTeam({ inspectors: [], partnerInspectors: [] }), 'lead');
    expect(waitedFor(left.state(), roundIn(left))).toEqual([]);
    expect(roundsToShow(left.state())).toEqual(['R-001']);
    const shown = left.and(showRound('R-001'), 'lead');
    expect(roundIn(shown).closed?.answers).toHaveLength(4);
    expect(roundsToShow(shown.state())).toEqual([]);
  });

  it('[X5] blocks signing off while it is open, by name', () => {
    const story = sif.settled().and(openRound('leadership', 'by-person'), 'lead');
    story.when(signOff, 'lead').refuses(null, 'Round R-001 on');
    story.and(closeRound('R-001'), 'lead').when(signOff, 'lead').keeps({ type: 'SignedOff' });
    sif.signedOff().when(openRound('leadership', 'by-person'), 'lead').refuses(null, 'signed off');
  });
});

describe('what a round shows once it closes', () => {
  const grades = {
    lead: 'inadequate',
    deputy: 'good',
    inspector: 'outstanding',
    secondInspector: null,
    partner: 'good',
  };

  it('[MO7] is every grade with its reason by person, best first, and says when it is to be discussed', () => {
    const story = answeredBy(byPerson(), grades).and(showRound('R-001'), 'observer');
    expect(roundIn(story).closed?.answers.map(({ grade, by }) => [grade, by?.user])).toEqual([
      ['outstanding', 'UCHI'],
      ['good', 'UBEN'],
      ['good', 'UEVE'],
      ['inadequate', 'UANA'],
      [null, 'UDEE'],
    ]);
    expect(isToDiscuss(story.state(), roundIn(story))).toBe(true);
    const near = answeredBy(byPerson(), { lead: 'good', deputy: 'outstanding' }).and(closeRound('R-001'), 'deputy');
    expect(isToDiscuss(near.state(), roundIn(near))).toBe(false);
  });

  it('[MO7] [FW5] is in the grades of an area that has a scale of its own', () => {
    const { framework } = sif;
    const scale = ['met', 'partly', 'not'].map((id) => ({ id, label: id, mark: '○' }));
    const areas = framework.areas.map((area) => (area.id === 'leadership' ? { ...area, scale } : area));
    const story = [openRound('leadership', 'by-person'), answerRound('R-001', 'not'), closeRound('R-001')].reduce(
      (so, sent) => so.and(sent, 'lead'),
      given({ ...framework, areas }),
    );
    expect(stepsIn(story.state(), roundIn(story))).toBe(0);
    story.when(answerRound('R-001', 'good'), 'deputy').refuses(null, 'is closed');
    expect(roundIn(story).closed?.answers.map(({ grade }) => grade)).toEqual(['not']);
    expect(
      agreementOver(
        framework.scale.map(({ id }) => id),
        [story.state()],
      ).rounds,
    ).toBe(0);
  });

  it('[MO4] without names is the same whoever said what, and in whatever order they answered', () => {
    const anAnswer = fc.tuple(fc.constantFrom('good', 'inadequate', null), fc.constantFrom('Late', 'Seen', 'Unclear'));
    const shuffled = fc.shuffledSubarray(raters, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(anAnswer, { minLength: 5, maxLength: 5 }), shuffled, shuffled, (answers, first, second) => {
        const told = [first, second].map((order) => {
          const story = order.reduce(
            (so, who, place) => so.and(answerRound('R-001', answers[place]?.[0] ?? null, answers[place]?.[1]), who),
            withoutNames(),
          );
          return story.when(showRound('R-001'), 'lead').decision;
        });
        expect(told[0]).toEqual(told[1]);
        expect(JSON.stringify('events' in (told[0] ?? {}) && told[0])).not.toContain('"by":{');
      }),
      { numRuns: 30 },
    );
  });

  it('[MO4] without names is nothing where fewer than three answered', () => {
    const two = answeredBy(withoutNames(), { lead: 'good', inspector: 'inadequate' }).and(closeRound('R-001'), 'lead');
    expect(roundIn(two).closed).toMatchObject({ answers: [], raters: [person('lead'), person('inspector')] });
    const three = answeredBy(withoutNames(), { lead: 'good', inspector: 'inadequate', partner: 'good' });
    expect(roundIn(three.and(closeRound('R-001'), 'lead')).closed?.answers).toHaveLength(3);
  });

  it('[MO9] is kept as each one’s first grade beside the grade agreed since, for their own eyes', () => {
    const story = answeredBy(byPerson().and(evidence({ areas: ['leadership'] }), 'inspector'), grades);
    expect(ownMovements(story.state(), person('inspector'))).toEqual([]);
    const closed = story.and(closeRound('R-001'), 'lead');
    expect(ownMovements(closed.state(), person('inspector'))).toMatchObject([{ first: 'outstanding', agreed: null }]);
    const agreed = closed.and(gradeOf('leadership', 'good', ['E-001']), 'lead');
    expect(ownMovements(agreed.state(), person('inspector'))).toMatchObject([{ first: 'outstanding', agreed: 'good' }]);
    expect(ownMovements(agreed.state(), person('secondInspector'))).toEqual([]);
    expect(ownMovements(agreed.state(), person('observer'))).toEqual([]);
  });

  it('[E8] is gone when the round is erased, answers and all', () => {
    const story = answeredBy(byPerson(), { lead: 'good' }).and(closeRound('R-001'), 'lead').and(erase('R-001'), 'lead');
    expect(story.state().rounds.size).toBe(0);
    expect(story.state().erasedItems.get('R-001')?.versions).toEqual([3, 4, 5]);
    story.when(openRound('leadership', 'by-person'), 'lead').keeps({ type: 'RoundOpened', item: 'R-002' });
  });
});
