import { describe, expect, it } from 'vitest';
import { untrailed } from '../../src/domain/matters/meeting.ts';
import { minute, person, type Story, under } from '../support/given.ts';
import { erase, gradeOf, meeting } from '../support/sent.ts';

const sif = under('sif-2013');
const graded = sif.withEvidence().and(gradeOf('help-and-protection', 'good', ['E-001']), 'lead');

/** What the authority has not heard of, by area; with the meeting since which it changed. */
const untold = (story: Story): [string, string | null][] =>
  untrailed(story.state()).map(({ area, since }) => [area, since?.item ?? null]);

describe('a meeting', () => {
  it('[CM10] keeps who was there and the messages given, each with the areas it trails', () => {
    const sent = meeting({
      message2: 'Plans are read',
      areas2: ['leadership', 'leadership'],
      message3: '  ',
      message4: 'More tomorrow',
    });
    sif
      .started()
      .when(sent, 'inspector')
      .keeps({
        type: 'MeetingRecorded',
        item: 'M-001',
        kind: 'keep-in-touch',
        messages: [
          { text: 'Decisions at the front door are late', areas: ['help-and-protection'] },
          { text: 'Plans are read', areas: ['leadership'] },
          { text: 'More tomorrow', areas: [] },
        ],
      });
    expect(sif.signedOff().and(sent, 'lead').state().meetings.get('M-001')).toMatchObject({ by: person('lead') });
  });

  it('[CM10] needs somebody there and a message, and is not held in the future', () => {
    const story = sif.started();
    story.when(meeting({ present: '' }), 'lead').refuses('present', 'Say who was there');
    story.when(meeting({ message1: '' }), 'lead').refuses('message1', 'at least one message');
    story.when(meeting({ heldAt: minute(600) }), 'lead').refuses('heldAt', 'in the future');
    story.when(meeting({ areas1: ['elsewhere'] }), 'lead').refuses('areas1', 'no area called elsewhere');
    story.when(meeting({ areas2: ['leadership'] }), 'lead').refuses('message2', 'Write the message');
    story.when(meeting({ message2: 'Born 3.4.2009' }), 'lead').refuses('message2', 'a date of birth');
  });
});

describe('what the authority has not heard of', () => {
  it('[CM11] [U18] is a grade given and never trailed in a meeting with the authority', () => {
    expect(untold(sif.withEvidence())).toEqual([]);
    expect(untold(graded)).toEqual([['help-and-protection', null]]);
    expect(untold(graded.and(meeting({ kind: 'team' }), 'lead'))).toEqual([['help-and-protection', null]]);
    expect(untold(graded.and(meeting({ areas1: ['leadership'] }), 'lead'))).toEqual([['help-and-protection', null]]);
    expect(untold(graded.and(meeting({}), 'lead'))).toEqual([]);
  });

  it('[CM11] [U18] is a grade that became another one since it was trailed', () => {
    const trailed = graded.and(meeting({ heldAt: graded.now }), 'lead');
    expect(untold(trailed)).toEqual([]);
    const worse = trailed.and(gradeOf('help-and-protection', 'inadequate', ['E-001']), 'lead');
    expect(untold(worse)).toEqual([['help-and-protection', 'M-001']]);
    expect(untold(worse.and(meeting({ heldAt: worse.now }), 'lead'))).toEqual([]);
  });

  it('[CM11] counts an area as trailed that was so before it had a grade, and none that is not judged', () => {
    const early = sif.withEvidence().and(meeting({}), 'lead');
    expect(untold(early.and(gradeOf('help-and-protection', 'good', ['E-001']), 'lead'))).toEqual([]);
    expect(untold(sif.withEvidence().and(gradeOf('adoption', 'not-judged', []), 'lead'))).toEqual([]);
  });

  it('[CM12] comes back when the meeting is erased', () => {
    expect(untold(graded.and(meeting({}), 'lead').and(erase('M-001'), 'lead'))).toEqual([
      ['help-and-protection', null],
    ]);
  });
});
