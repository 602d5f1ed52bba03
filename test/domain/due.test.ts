import { describe, expect, it } from 'vitest';
import { due, setMomentAfter, setMomentReached } from '../../src/domain/due.ts';
import { claims, type Dated, dated, isRefused, london, stands } from '../support/dated.ts';
import { person } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';
import { type Who, whole } from '../support/people.ts';
import { evidence, gradeOf, overall, reopen, setTeam, signOff } from '../support/sent.ts';

/** Who is due which day's summary: "lead 2013-11-19". */
const dueAt = ({ inspection }: Dated, said: string): string[] => {
  const names = new Map((Object.keys(whole) as Who[]).map((who) => [person(who).user, who]));
  return due(inspection, london(said), holidays).map(({ recipient, day }) => `${names.get(recipient.user)} ${day}`);
};

const both = (day: string) => [`lead ${day}`, `deputy ${day}`];

/** Both were sent the summary of a day, a minute after the set time. */
const sent = (story: Dated, day: string, time = '17:31'): Dated =>
  (['lead', 'deputy'] as const).reduce(
    (so, who) => so.on(`${day} ${time}`, 'lead', claims(who, day)).on(`${day} ${time}`, 'lead', stands(who, day)),
    story,
  );

const found = (story: Dated, said: string): Dated =>
  story.on(said, 'inspector', evidence({ observedAt: '2013-11-19T08:30:00.000Z' }));

describe('a daily summary', () => {
  it('[Y4] is due to lead and deputy at the set time of the first day, not before', () => {
    const story = dated();
    expect(dueAt(story, '2013-11-19 17:29')).toEqual([]);
    expect(dueAt(story, '2013-11-19 17:30')).toEqual(both('2013-11-19'));
    expect(dueAt(story, '2013-11-19 23:59')).toEqual(both('2013-11-19'));
  });

  it('[Y4] is not due before the first day on site, however early the inspection was started', () => {
    const story = dated({}, '2013-11-15 09:00');
    expect(dueAt(story, '2013-11-15 17:30')).toEqual([]);
    expect(dueAt(story, '2013-11-18 17:30')).toEqual([]);
    expect(dueAt(story, '2013-11-19 17:30')).toEqual(both('2013-11-19'));
  });

  it('[Y4] is not due for a day that was over when the inspection was started', () => {
    const story = dated({}, '2013-11-20 18:00');
    expect(dueAt(story, '2013-11-20 18:01')).toEqual([]);
    expect(dueAt(story, '2013-11-21 17:30')).toEqual(both('2013-11-21'));
  });

  it('[Y4] is due once a day', () => {
    const story = sent(dated(), '2013-11-19');
    expect(dueAt(story, '2013-11-19 17:32')).toEqual([]);
    found(story, '2013-11-20 10:00');
    expect(dueAt(story, '2013-11-20 17:29')).toEqual([]);
    expect(dueAt(story, '2013-11-20 17:30')).toEqual(both('2013-11-20'));
  });

  it('[Y4] is not due again when a clock is set back', () => {
    const story = found(sent(found(dated(), '2013-11-20 09:00'), '2013-11-20'), '2013-11-20 17:40');
    expect(dueAt(story, '2013-11-19 18:00')).toEqual([]);
  });

  it('[Y4] is not due on Saturday, Sunday or a bank holiday', () => {
    const story = found(sent(dated({ firstDay: '2013-12-20' }, '2013-12-20 09:00'), '2013-12-20'), '2013-12-21 11:00');
    for (const day of ['2013-12-21', '2013-12-22']) expect(dueAt(story, `${day} 17:30`)).toEqual([]);
    expect(dueAt(story, '2013-12-23 17:30')).toEqual(both('2013-12-23'));
    found(sent(story, '2013-12-24'), '2013-12-24 18:00');
    for (const day of ['2013-12-25', '2013-12-26']) expect(dueAt(story, `${day} 17:30`)).toEqual([]);
    expect(dueAt(story, '2013-12-27 17:30')).toEqual(both('2013-12-27'));
  });

  it('[Y2] is due on weekdays after the last year of which bank holidays are known', () => {
    const story = dated({ firstDay: '2028-12-25' }, '2028-12-25 09:00');
    expect(dueAt(story, '2028-12-25 17:30')).toEqual(both('2028-12-25'));
  });

  it.each([
    ['2013-10-25', '2013-10-25T16:30:00.000Z'],
    ['2013-10-28', '2013-10-28T17:30:00.000Z'],
    ['2014-03-28', '2014-03-28T17:30:00.000Z'],
    ['2014-03-31', '2014-03-31T16:30:00.000Z'],
    ['2014-10-24', '2014-10-24T16:30:00.000Z'],
    ['2014-10-27', '2014-10-27T17:30:00.000Z'],
  ])('[Y3] keeps to London’s clock on either side of a change: %s', (day, at) => {
    const { inspection } = dated({ firstDay: day }, `${day} 09:00`);
    const [first] = due(inspection, at, holidays);
    expect(first).toMatchObject({ day, at });
    expect(due(inspection, new Date(Date.parse(at) - 1).toISOString(), holidays)).toEqual([]);
  });

  it('[Y3] belongs to London’s day, also just after midnight in summer', () => {
    const { inspection } = dated({ firstDay: '2014-06-03', dailySummaryAt: '00:15' }, '2014-06-02 09:00');
    expect(due(inspection, '2014-06-02T23:14:59.999Z', holidays)).toEqual([]);
    expect(due(inspection, '2014-06-02T23:15:00.000Z', holidays)).toMatchObject([
      { day: '2014-06-03' },
      { day: '2014-06-03' },
    ]);
  });

  it('[Y3] belongs to the day of the inspection’s own zone', () => {
    const { inspection } = dated({ timeZone: 'Pacific/Auckland', dailySummaryAt: '08:00' }, '2013-11-18 09:00');
    expect(due(inspection, '2013-11-18T18:59:00.000Z', holidays)).toEqual([]);
    expect(due(inspection, '2013-11-18T19:00:00.000Z', holidays)).toMatchObject([
      { day: '2013-11-19' },
      { day: '2013-11-19' },
    ]);
  });

  it('[Y5] is due late where the clock was missed, of the latest day only', () => {
    const story = found(sent(dated(), '2013-11-19'), '2013-11-20 10:00');
    expect(dueAt(story, '2013-11-22 09:00')).toEqual(both('2013-11-21'));
    expect(dueAt(story, '2013-11-23 12:00')).toEqual(both('2013-11-22'));
    expect(dueAt(story, '2013-11-25 09:00')).toEqual(both('2013-11-22'));
    expect(dueAt(story, '2013-11-25 17:30')).toEqual(both('2013-11-25'));
  });

  it('[Y6] is not due where nothing was recorded since the last one', () => {
    const story = sent(dated(), '2013-11-19');
    expect(dueAt(story, '2013-11-20 17:30')).toEqual([]);
    expect(dueAt(story, '2013-12-20 17:30')).toEqual([]);
    found(story, '2013-12-21 10:00');
    expect(dueAt(story, '2013-12-23 17:30')).toEqual(both('2013-12-23'));
  });

  it.each<[string, (story: Dated) => Dated]>([
    ['evidence', (story) => found(story, '2013-11-20 10:00')],
    [
      'a proposal',
      (story) => story.on('2013-11-20 10:00', 'inspector', gradeOf('help-and-protection', 'good', ['E-001'])),
    ],
    ['a change of the team', (story) => story.on('2013-11-20 10:00', 'lead', setTeam({}))],
    ['something erased since', (story) => story.erasedOn('2013-11-20 10:00')],
  ])('[Y6] counts %s as something to say', (_, happens) => {
    const story = sent(found(dated(), '2013-11-19 10:00'), '2013-11-19');
    expect(dueAt(happens(story), '2013-11-20 17:30')).toEqual(both('2013-11-20'));
  });

  it('[Y6] does not count what the app noted of its own messages', () => {
    const story = sent(dated(), '2013-11-19')
      .on('2013-11-19 18:00', 'lead', { type: 'PlaceBoard', channel: 'CTEAM', ts: '2.0' })
      .on('2013-11-19 18:00', 'lead', { type: 'ClaimPosting', posting: 'summary 1' })
      .on('2013-11-19 18:00', 'lead', {
        type: 'NotePosting',
        posting: 'summary 1',
        slack: { channel: 'CTEAM', ts: '3.0' },
        text: 'x',
      });
    expect(dueAt(story, '2013-11-20 17:30')).toEqual([]);
  });

  it('[Y7] is due again where it was claimed and nobody knows whether it was sent, that day only', () => {
    const story = dated().on('2013-11-19 17:30', 'lead', claims('lead', '2013-11-19'));
    expect(dueAt(story, '2013-11-19 17:31')).toEqual(both('2013-11-19'));
    expect(dueAt(story, '2013-11-20 17:30')).toEqual(both('2013-11-20'));
    story.on('2013-11-19 17:32', 'lead', stands('lead', '2013-11-19'));
    expect(dueAt(story, '2013-11-19 17:33')).toEqual(['deputy 2013-11-19']);
  });

  it('[Y7] is given up for the day where Slack refused it, and tells the next day of what it did not tell', () => {
    const story = dated()
      .on('2013-11-19 17:30', 'lead', claims('lead', '2013-11-19'))
      .on('2013-11-19 17:30', 'lead', isRefused('lead', '2013-11-19'));
    expect(dueAt(story, '2013-11-19 17:31')).toEqual(['deputy 2013-11-19']);
    expect(dueAt(story, '2013-11-20 17:30')).toEqual(both('2013-11-20'));
  });

  it('[Y8] is due to whoever is lead or deputy, from the first set time since they are', () => {
    const story = sent(dated(), '2013-11-19').on(
      '2013-11-20 18:00',
      'lead',
      setTeam({ deputy: whole.secondInspector, inspectors: [whole.inspector, whole.deputy] }),
    );
    expect(dueAt(story, '2013-11-20 18:01')).toEqual(['lead 2013-11-20']);
    expect(dueAt(story, '2013-11-21 17:30')).toEqual(['lead 2013-11-21', 'secondInspector 2013-11-21']);
  });

  it('[Y8] is due to a deputy who becomes lead without a break', () => {
    const story = found(dated(), '2013-11-19 10:00').on(
      '2013-11-19 17:40',
      'lead',
      setTeam({ lead: whole.deputy, deputy: null }),
    );
    expect(dueAt(story, '2013-11-19 17:41')).toEqual(['deputy 2013-11-19']);
  });

  it('[Y9] is not due to somebody who asked for no more, until they want it again', () => {
    const story = dated().on('2013-11-19 10:00', 'deputy', { type: 'WantDailySummary', wanted: false });
    expect(dueAt(story, '2013-11-19 17:30')).toEqual(['lead 2013-11-19']);
    story.on('2013-11-19 18:00', 'deputy', { type: 'WantDailySummary', wanted: true });
    expect(dueAt(story, '2013-11-19 18:01')).toEqual(['lead 2013-11-19']);
    expect(dueAt(story, '2013-11-20 17:30')).toEqual(both('2013-11-20'));
  });

  it('[Y4] ends with sign-off, and goes on once reopened', () => {
    const story = dated({}, '2013-11-19 09:00');
    for (const { id } of story.inspection.framework.areas) {
      const item = `E-${String((story.inspection.items.highest.get('E') ?? 0) + 1).padStart(3, '0')}`;
      found(story, '2013-11-19 10:00');
      story.on('2013-11-19 10:01', 'inspector', {
        ...evidence({ areas: [id] }),
        type: 'EditEvidence',
        item,
        text: 'Also',
      });
      story.on('2013-11-19 10:02', 'lead', gradeOf(id, 'good', [item]));
    }
    story.on('2013-11-19 11:00', 'lead', overall('good', 'Good throughout.')).on('2013-11-19 12:00', 'lead', signOff);
    expect(dueAt(story, '2013-11-19 17:30')).toEqual(both('2013-11-19'));
    story.on('2013-11-19 13:00', 'qualityAssurance', signOff);
    expect(dueAt(story, '2013-11-19 17:30')).toEqual([]);
    story.on('2013-11-19 14:00', 'lead', reopen('A late complaint'));
    expect(dueAt(story, '2013-11-19 17:30')).toEqual(both('2013-11-19'));
  });
});

describe('the set times of an inspection', () => {
  it('[Y4] follow one another over weekend and bank holiday', () => {
    const { inspection } = dated({ firstDay: '2013-12-20' }, '2013-12-18 09:00');
    const days: string[] = [];
    let now = london('2013-12-18 09:00');
    for (let count = 0; count < 6; count += 1) {
      const next = setMomentAfter(inspection, now, holidays);
      expect(setMomentReached(inspection, next.at, holidays)).toEqual(next);
      days.push(next.day);
      now = next.at;
    }
    expect(days).toEqual(['2013-12-20', '2013-12-23', '2013-12-24', '2013-12-27', '2013-12-30', '2013-12-31']);
  });
});
