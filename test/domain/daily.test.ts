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
  lines.find((each) => each.startsWith(`${label}: `))?.slice(label.length + 2);

describe('what a daily summary tells', () => {
  it('[Y10] is what was recorded from one set time to the next: evenings, weekends and bank holidays with it', () => {
    const story = dated({ firstDay: '2013-12-23' }, '2013-12-23 09:00')
      .on('2013-12-23 10:00', 'inspector', item({}))
      .on('2013-12-24 17:30', 'inspector', item({ areas: ['adoption'] }))
      .on('2013-12-24 17:31', 'inspector', item({ areas: ['leadership', 'lscb'] }))
      .on('2013-12-26 11:00', 'inspector', item({ areas: ['leadership'], case: 'C-7' }))
      .on('2013-12-27 17:30', 'inspector', item({ areas: ['leadership'], case: 'C-007', source: 'child' }))
      .on('2013-12-27 17:31', 'inspector', item({ areas: ['adoption'] }));
    expect(line(told(story, '2013-12-23'), 'Today')).toBe('1 item: help and protection 1');
    expect(line(told(story, '2013-12-24'), 'Today')).toBe('1 item: adoption 1');
    expect(line(told(story, '2013-12-27'), 'Today')).toBe(
      '3 items since Tue 24 Dec, 17:30: leadership 3 and LSCB 1 · 1 case · 1 talk with children',
    );
    expect(line(told(story, '2013-12-30'), 'Today')).toBe('1 item since Fri 27 Dec, 17:30: adoption 1');
    expect(line(told(story, '2013-12-31'), 'Today')).toBe('nothing recorded');
  });

  it('[Y10] counts no item that was withdrawn', () => {
    const story = dated()
      .on('2013-11-19 10:00', 'inspector', item({}))
      .on('2013-11-19 11:00', 'inspector', withdraw('E-001'));
    expect(line(told(story, '2013-11-19'), 'Today')).toBe('nothing recorded');
  });

  it('[Y10] misses a child’s voice only where the framework asks for children’s experience', () => {
    const story = dated();
    const { areas } = story.inspection.framework;
    for (const { id } of areas) story.on('2013-11-19 10:00', 'inspector', item({ areas: [id], source: 'data' }));
    story.on('2013-11-19 11:00', 'inspector', item({ areas: ['care-leavers'], source: 'child' }));
    story.on('2013-11-19 11:30', 'lead', gradeOf('adoption', 'not-judged', []));
    expect(line(told(story, '2013-11-19'), 'Thin')).toBe(
      'Help and protection, and Looked after and permanence (children and parents or carers not heard); Care leavers (parents or carers not heard); Leadership (children not heard); not heard: front-line staff as a group and the principal social worker',
    );
  });

  it('[Y10] names judgements that rest on what was withdrawn', () => {
    const story = dated()
      .on('2013-11-19 10:00', 'inspector', item({}))
      .on('2013-11-19 11:00', 'lead', gradeOf('help-and-protection', 'good', ['E-001']))
      .on('2013-11-19 12:00', 'inspector', withdraw('E-001'));
    const lines = told(story, '2013-11-19');
    expect(lines[lines.indexOf('To settle') + 1]).toBe(
      'J-001 on Help and protection rests on withdrawn evidence: E-001 [Judge again]',
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
