import { describe, expect, it } from 'vitest';
import { awaiting } from '../../src/domain/awaiting.ts';
import { dailyOf } from '../../src/domain/daily.ts';
import { due, setMomentAfter } from '../../src/domain/due.ts';
import { pauseClock, recordedInPause } from '../../src/domain/matters/pause.ts';
import { memberOf } from '../../src/domain/standing.ts';
import { pausedInWords } from '../../src/words/pause.ts';
import { claims, type Dated, dated, london, stands } from '../support/dated.ts';
import { person, under } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';
import { evidence, gradeOf, pause, reopen, type Sent, signOff } from '../support/sent.ts';
import { withSteps } from '../support/steps.ts';

const sif = under('sif-2013');
const resume = (on: string): Sent => ({ type: 'ResumeInspection', on, note: null });
const endIncomplete: Sent = { type: 'EndIncomplete', reason: 'The authority cannot go on' };

const paused = (): Dated => dated({ framework: withSteps() }).on('2013-11-26 09:00', 'lead', pause('2013-11-26'));

describe('pausing', () => {
  it('[HM3] has a first day without work and a reason; resuming has a first day of work', () => {
    const story = paused().on('2013-12-02 08:00', 'deputy', resume('2013-12-02'));
    expect(story.inspection.pauses).toMatchObject([
      { from: '2013-11-26', until: '2013-12-02', reason: 'A flood at the main office' },
    ]);
  });

  it.each([
    ['a second pause', pause('2013-11-27'), 'paused it already'],
    ['work before the pause', resume('2013-11-25'), 'The pause began on 2013-11-26'],
    ['work in a month', resume('2013-12-27'), 'within the coming week'],
  ])('[HM3] refuses %s', (_, command, words) => {
    expect(() => paused().on('2013-11-27 09:00', 'lead', command)).toThrow(words);
  });

  it('[HM3] refuses a pause without a reason, one in another month, and a resumption of none', () => {
    const story = sif.started();
    story.when({ type: 'PauseInspection', from: '2013-11-19', reason: ' ' }, 'lead').refuses('reason', 'why');
    story.when(pause('2013-09-19'), 'lead').refuses('from', 'Look at the month');
    story.when(resume('2013-11-19'), 'lead').refuses(null, 'not paused');
  });

  it('[HM4] starts a clock that counts working days, with the framework’s limits', () => {
    const clock = pauseClock(paused().inspection, '2013-12-02', holidays);
    expect(clock).toMatchObject({
      days: 5,
      limits: { first: 5, last: 15, firstDay: '2013-12-02', lastDay: '2013-12-16' },
    });
  });

  it('[HM4] says in words how long it may last, and that it may no longer', () => {
    const { inspection } = paused();
    expect(pausedInWords(inspection, '2013-11-28', holidays)).toBe(
      'since Tuesday 26 November 2013, working day 3. It may last 5 working days, to Monday 2 December 2013, and 15 working days at most, to Monday 16 December 2013; after that the inspection is incomplete.',
    );
    expect(pausedInWords(inspection, '2013-12-04', holidays)).toContain(
      'The first 5 working days ended on Monday 2 December 2013; it may last 15 working days at most',
    );
    expect(pausedInWords(inspection, '2013-12-17', holidays)).toContain(
      'The 15 working days that it may last ended on Monday 16 December 2013: resume it, or end it incomplete',
    );
    expect(pausedInWords(inspection, '2013-11-25', holidays)).toBe('from Tuesday 26 November 2013 on.');
  });

  it('[HM4] has no limits where the framework sets none', () => {
    const { inspection } = dated({ framework: withSteps({ pause: undefined }) }).on(
      '2013-11-26 09:00',
      'lead',
      pause('2013-11-26'),
    );
    expect(pausedInWords(inspection, '2013-11-28', holidays)).toContain('This framework sets no limit to a pause.');
  });

  it('[HM4] waits for lead and deputy', () => {
    const { inspection } = paused();
    const waits = (who: 'lead' | 'deputy' | 'inspector'): string[] => {
      const member = memberOf(inspection, person(who));
      return member ? awaiting(inspection, member, '2013-11-28').map(({ does }) => does) : [];
    };
    expect(waits('lead')).toContain('resume');
    expect(waits('deputy')).toContain('resume');
    expect(waits('inspector')).not.toContain('resume');
  });
});

describe('daily summaries of an inspection that is paused', () => {
  const at = (story: Dated, said: string): string[] =>
    due(story.inspection, london(said), holidays).map(({ recipient, day }) => `${day} ${recipient.user}`);

  it('[HM5] are not due while it stands still, whatever is recorded', () => {
    const story = paused().on('2013-11-26 10:00', 'inspector', evidence({}));
    expect(at(story, '2013-11-26 17:30')).toEqual([]);
    expect(at(story, '2013-11-28 17:30')).toEqual([]);
  });

  it('[HM5] are due on the day on which its time runs out, and on the last', () => {
    const story = paused();
    expect(at(story, '2013-12-02 17:30')).toEqual(['2013-12-02 UANA', '2013-12-02 UBEN']);
    story
      .on('2013-12-02 17:30', 'lead', claims('lead', '2013-12-02'))
      .on('2013-12-02 17:30', 'lead', stands('lead', '2013-12-02'));
    expect(at(story, '2013-12-03 17:30')).toEqual(['2013-12-02 UBEN']);
    expect(at(story, '2013-12-16 17:30')).toEqual(['2013-12-16 UANA', '2013-12-16 UBEN']);
  });

  it('[HM5] go on after it, and tell of everything recorded since the last one', () => {
    const story = paused()
      .on('2013-11-26 10:00', 'inspector', evidence({}))
      .on('2013-12-03 08:00', 'lead', resume('2013-12-03'));
    expect(at(story, '2013-12-03 17:30')).toEqual(['2013-12-03 UANA', '2013-12-03 UBEN']);
    const daily = dailyOf(story.inspection, '2013-12-03', london('2013-12-03 17:30'), holidays);
    expect(daily.since).toBe(london('2013-11-25 17:30'));
    expect(daily.recorded.all.items).toBe(1);
  });

  it('[HM5] come each working day while a child is at risk', () => {
    const story = paused().on('2013-11-26 10:00', 'inspector', {
      type: 'RecordConcern',
      text: 'Left alone at night with an adult who must not see them',
      case: 'C-017',
    });
    expect(at(story, '2013-11-27 17:30')).toEqual(['2013-11-27 UANA', '2013-11-27 UBEN']);
  });

  it('[HM5] have a next moment for a clock that is moved', () => {
    const story = paused();
    expect(setMomentAfter(story.inspection, london('2013-11-26 18:00'), holidays).day).toBe('2013-11-27');
    story.on('2013-11-27 08:00', 'lead', resume('2013-12-03'));
    expect(setMomentAfter(story.inspection, london('2013-11-27 08:00'), holidays).day).toBe('2013-12-02');
  });
});

describe('recording while it is paused', () => {
  it('[HM6] keeps evidence and grades, and knows what was recorded meanwhile', () => {
    const story = paused().on('2013-11-27 10:00', 'inspector', evidence({}));
    const item = story.inspection.evidence.get('E-001');
    expect(item && recordedInPause(story.inspection, item.recordedAt)).toBe(true);
    story.on('2013-11-27 10:01', 'lead', gradeOf('help-and-protection', 'good', ['E-001']));
    story.on('2013-12-02 08:00', 'lead', resume('2013-12-02')).on('2013-12-02 10:00', 'inspector', evidence({}));
    const later = story.inspection.evidence.get('E-002');
    expect(later && recordedInPause(story.inspection, later.recordedAt)).toBe(false);
  });

  it('[HM6] signs nothing off before it goes on', () => {
    const story = sif.settled().and(pause('2013-11-19'), 'lead');
    story.when(signOff, 'lead').refuses(null, 'The inspection is paused.');
    story.and(resume('2013-11-20'), 'lead').when(signOff, 'lead').keeps({ type: 'SignedOff' });
  });
});

describe('an inspection that ended incomplete', () => {
  it('[HM7] is sealed, with a reason, by lead or deputy, and takes no signature', () => {
    const story = sif.settled().and(endIncomplete, 'deputy');
    expect(story.state()).toMatchObject({ sealed: true, incomplete: { reason: 'The authority cannot go on' } });
    story.when(evidence({}), 'inspector').refuses(null, 'ended incomplete');
    story.when(signOff, 'lead').refuses(null, 'ended incomplete');
    story.when(pause('2013-11-19'), 'lead').refuses(null, 'ended incomplete');
    sif.started().when({ type: 'EndIncomplete', reason: '' }, 'lead').refuses('reason', 'why');
  });

  it('[HM7] lapses the lead’s signature', () => {
    expect(sif.signedByLead().and(endIncomplete, 'lead').state().signatures.lead).toBeNull();
  });

  it('[HM7] goes on once it is reopened', () => {
    const story = sif.settled().and(endIncomplete, 'lead').and(reopen('They can go on'), 'lead');
    expect(story.state()).toMatchObject({ sealed: false, incomplete: null });
    story.when(signOff, 'lead').keeps({ type: 'SignedOff' });
  });
});
