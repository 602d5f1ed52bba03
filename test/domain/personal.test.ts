import { describe, expect, it } from 'vitest';
import { due } from '../../src/domain/due.ts';
import { noticesDue } from '../../src/domain/matters/notice.ts';
import { wantsReminders } from '../../src/domain/matters/personal.ts';
import { dated, london } from '../support/dated.ts';
import { person, type Story, under } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';
import type { Who } from '../support/people.ts';
import { concern, evidence, type Sent } from '../support/sent.ts';
import { openRound } from '../support/sent-round.ts';

const sif = under('sif-2013');
const personal = (dailySummary: boolean | null, reminders: boolean): Sent => ({
  type: 'SetPersonal',
  dailySummary,
  reminders,
});

describe('what somebody wants to be sent', () => {
  it('[HM15] is kept for them alone: the daily summary for lead and deputy, reminders for everybody', () => {
    const { inspection } = dated()
      .on('2013-11-19 10:00', 'inspector', evidence({}))
      .on('2013-11-19 10:01', 'deputy', personal(false, true));
    const [only, ...others] = due(inspection, london('2013-11-19 17:30'), holidays);
    expect([only?.recipient, others]).toEqual([person('lead'), []]);
    sif.started().when(personal(null, false), 'inspector').keeps({ type: 'RemindersWanted', wanted: false });
    sif.started().when(personal(false, true), 'inspector').refuses(null, 'Nothing was changed');
    sif.started().when(personal(null, false), 'outsider').refuses(null, 'for its team');
    const off = sif.started().and(personal(false, false), 'deputy').state();
    expect([wantsReminders(off, person('deputy')), wantsReminders(off, person('lead'))]).toEqual([false, true]);
  });

  it('[HM16] holds back no child at risk, and of what only reminds everything', () => {
    const story = sif
      .withEvidence()
      .and(openRound('help-and-protection', 'by-person'), 'lead')
      .and(concern({}), 'lead');
    const told = (so: Story, who: Who): string[] =>
      noticesDue(so.state())
        .filter(({ recipient }) => recipient.user === person(who).user)
        .map(({ notice }) => notice);
    expect(told(story, 'deputy')).toEqual(['concern K-001', 'round R-001']);
    const off = story.and(personal(false, false), 'deputy').and(personal(null, false), 'inspector');
    expect(told(off, 'deputy')).toEqual(['concern K-001']);
    expect(told(off, 'inspector')).toEqual([]);
    expect(told(off, 'secondInspector')).toEqual(['round R-001']);
  });
});
