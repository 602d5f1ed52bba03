import { describe, expect, it } from 'vitest';
import { dailyOf } from '../../src/domain/daily.ts';
import { dailyMessage } from '../../src/words/daily.ts';
import { plainText } from '../../src/words/message.ts';
import { type Dated, dated, london } from '../support/dated.ts';
import { holidays } from '../support/holidays.ts';
import { evidence, gradeOf, withdraw } from '../support/sent.ts';

const item = (but: Record<string, unknown>) => evidence({ observedAt: '2013-11-19T08:30:00.000Z', ...but });

const told = ({ inspection }: Dated, day: string, at = `${day} 17:30`): string[] => {
  const of = london(`${day} 17:30`);
  const daily = dailyOf(inspection, day, of, holidays);
  const head = { version: inspection.version, hash: 'ab'.repeat(32) };
  return plainText(dailyMessage(daily, { of, at: london(at), head, holidays }, [])).split('\n');
};

const line = (lines: readonly string[], label: string): string | undefined =>
  lines.find((each) => each.startsWith(`- ${label}: `))?.slice(label.length + 4);

describe('what a daily summary tells', () => {
  it('[Y10] is what was recorded from one set time to the next: evenings, weekends and bank holidays with it', () => {
    const story = dated({ firstDay: '2013-12-23' }, '2013-12-23 09:00')
      .on('2013-12-23 10:00', 'inspector', item({}))
      .on('2013-12-24 17:30', 'inspector', item({ areas: ['adoption'] }))
      .on('2013-12-24 17:31', 'inspector', item({ areas: ['leadership', 'lscb'] }))
      .on('2013-12-26 11:00', 'inspector', item({ areas: ['leadership'], case: 'C-7' }))
      .on('2013-12-27 17:30', 'inspector', item({ areas: ['leadership'], case: 'C-007', source: 'child' }))
      .on('2013-12-27 17:31', 'inspector', item({ areas: ['adoption'] }));
    expect(line(told(story, '2013-12-23'), 'Recorded')).toContain('1 item since the start · Help and protection 1');
    expect(line(told(story, '2013-12-24'), 'Recorded')).toContain('1 item since Monday 23 December 2013, 17:30');
    expect(line(told(story, '2013-12-27'), 'Recorded')).toBe(
      '3 items since Tuesday 24 December 2013, 17:30 · Leadership 3, LSCB 1 · 1 case · 1 talk with children',
    );
    expect(line(told(story, '2013-12-30'), 'Recorded')).toContain('1 item since Friday 27 December 2013, 17:30');
    expect(line(told(story, '2013-12-31'), 'Recorded')).toBe('no evidence since Monday 30 December 2013, 17:30');
  });

  it('[Y10] counts no item that was withdrawn', () => {
    const story = dated()
      .on('2013-11-19 10:00', 'inspector', item({}))
      .on('2013-11-19 11:00', 'inspector', withdraw('E-001'));
    expect(line(told(story, '2013-11-19'), 'Recorded')).toBe('no evidence since the start');
  });

  it('[Y10] holds the balance against the working day before', () => {
    const story = dated()
      .on('2013-11-19 10:00', 'inspector', item({ about: 'process' }))
      .on('2013-11-20 10:00', 'inspector', item({ about: 'experience' }))
      .on('2013-11-20 10:01', 'inspector', item({ about: 'process' }))
      .on('2013-11-20 10:02', 'inspector', item({ about: null }));
    expect(line(told(story, '2013-11-19'), 'Balance')).toBe('experience 0 %, practice 0 %, process 100 %');
    expect(line(told(story, '2013-11-20'), 'Balance')).toBe(
      'experience 50 %, practice 0 %, process 50 % (1 not stated); on the working day before: experience 0 %, practice 0 %, process 100 %',
    );
    expect(line(told(story, '2013-11-21'), 'Balance')).toBeUndefined();
  });

  it('[Y10] misses a child’s voice only where the framework asks for children’s experience', () => {
    const story = dated();
    const { areas } = story.inspection.framework;
    for (const { id } of areas) story.on('2013-11-19 10:00', 'inspector', item({ areas: [id], source: 'data' }));
    story.on('2013-11-19 11:00', 'inspector', item({ areas: ['care-leavers'], source: 'child' }));
    story.on('2013-11-19 11:30', 'lead', gradeOf('adoption', 'not-judged', []));
    expect(line(told(story, '2013-11-19'), 'Thin')).toBe(
      'no child’s or young person’s voice yet in Help and protection, Looked after and permanence, and Leadership',
    );
  });

  it('[Y10] names judgements that rest on what was withdrawn', () => {
    const story = dated()
      .on('2013-11-19 10:00', 'inspector', item({}))
      .on('2013-11-19 11:00', 'lead', gradeOf('help-and-protection', 'good', ['E-001']))
      .on('2013-11-19 12:00', 'inspector', withdraw('E-001'));
    expect(line(told(story, '2013-11-19'), 'To settle')).toBe(
      'J-001 on Help and protection rests on what was withdrawn (E-001)',
    );
  });

  it('[Y5] says that it is late from a quarter of an hour on', () => {
    const story = dated().on('2013-11-19 10:00', 'inspector', item({}));
    expect(told(story, '2013-11-19', '2013-11-19 17:44').join()).not.toContain('could not be sent');
    expect(told(story, '2013-11-19', '2013-11-19 17:45').join()).toContain(
      'It could not be sent at 17:30; it shows what stands at 17:45.',
    );
  });
});
