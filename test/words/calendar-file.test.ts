import { describe, expect, it } from 'vitest';
import { timetableOf } from '../../src/domain/timetable.ts';
import { calendarFile } from '../../src/words/calendar-file.ts';
import { type Dated, dated } from '../support/dated.ts';
import { holidays } from '../support/holidays.ts';
import { withSteps } from '../support/steps.ts';

const today = '2013-11-19';
const fileOf = ({ inspection }: Dated, at = '2013-11-19T09:00:00.000Z'): string =>
  calendarFile(inspection, timetableOf(inspection, today, holidays), at).content;

/** The lines of a calendar, unfolded, as RFC 5545 section 3.1 has it. */
const unfolded = (file: string): string[] => file.replace(/\r\n[ \t]/g, '').split('\r\n');

type Event = Record<string, string>;
const eventsIn = (file: string): Event[] => {
  const events: Event[] = [];
  for (const line of unfolded(file)) {
    const [, name = '', value = ''] = line.match(/^([^:]+):(.*)$/s) ?? [];
    if (line === 'BEGIN:VEVENT') events.push({});
    else events.at(-1)?.[name] === undefined && Object.assign(events.at(-1) ?? {}, { [name]: value });
  }
  return events;
};

const eventOf = (file: string, id: string): Event | undefined =>
  eventsIn(file).find(({ UID }) => UID === `northmoor-2013-11-19.${id}@fortnight`);

describe('a calendar file', () => {
  it('[TT10] has whole days, the last one exclusive, in no zone, and what is said of all of them first', () => {
    const file = fileOf(dated({ framework: withSteps() }));
    expect(eventOf(file, 'mid-point')).toMatchObject({
      'DTSTART;VALUE=DATE': '20131127',
      'DTEND;VALUE=DATE': '20131128',
      TRANSP: 'TRANSPARENT',
    });
    expect(eventOf(file, 'draft')).toMatchObject({
      'DTSTART;VALUE=DATE': '20140103',
      'DTEND;VALUE=DATE': '20140109',
    });
    expect(file).not.toMatch(/TZID|TIMEZONE/);
    // RFC 5545, section 3.6: a calendar's own properties stand before its components, and each event begins with its own.
    const lines = unfolded(file);
    const begins = lines.indexOf('BEGIN:VEVENT');
    expect(lines.slice(0, begins)).toEqual(expect.arrayContaining(['VERSION:2.0', 'METHOD:PUBLISH']));
    let open = false;
    for (const line of lines.slice(begins, lines.indexOf('END:VCALENDAR'))) {
      if (line === 'BEGIN:VEVENT') open = true;
      expect(open, line).toBe(true);
      if (line === 'END:VEVENT') open = false;
    }
    expect(file).not.toContain('VALARM');
  });

  it('[TT10] takes no sign in an authority’s name for one of its own', () => {
    const lines = unfolded(fileOf(dated({ framework: withSteps(), authority: 'North, moor; \\Town' })));
    const named = lines.filter((line) => line.includes('North'));
    expect(named.length).toBeGreaterThan(2);
    for (const line of named) expect(line).toMatch(/^[A-Z-]+:North\\, moor\\; \\\\Town: /);
  });

  it('[TT10] keeps the dates in whatever zone the machine is', () => {
    const zone = process.env.TZ;
    try {
      const files = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles'].map((each) => {
        process.env.TZ = each;
        return fileOf(dated({ framework: withSteps() }));
      });
      expect(new Set(files).size).toBe(1);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('[TT10] calls a step the same each time and says which is the later', () => {
    const story = dated({ framework: withSteps() });
    const before = eventsIn(fileOf(story));
    story.on('2013-11-20 09:00', 'lead', { type: 'KeepDate', step: 'mid-point', day: '2013-11-28' });
    const after = eventsIn(fileOf(story, '2013-11-20T09:00:00.000Z'));
    expect(after.map(({ UID }) => UID).sort()).toEqual(before.map(({ UID }) => UID).sort());
    expect(new Set(after.map(({ UID }) => UID)).size).toBe(after.length);
    expect(Number(after[0]?.SEQUENCE)).toBeGreaterThan(Number(before[0]?.SEQUENCE));
    expect(after[0]?.DTSTAMP).toBe('20131120T090000Z');
  });

  it('[TT10] folds its lines within 75 octets and ends each as the standard has it', () => {
    const what = `The authority’s children, carers and members are heard; “what matters”, said plainly: ${'é'.repeat(60)} 🙂`;
    const framework = withSteps({
      timetable: [
        {
          id: 'voices',
          what,
          when: { from: 'first-day', workingDays: 2 },
          confidence: 'unverified',
          source: 'A, B; C',
        },
      ],
    });
    const file = fileOf(dated({ framework }));
    for (const line of file.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n\uFFFD]/);
    }
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const summary = eventOf(file, 'voices')?.SUMMARY?.replace(/\\([;,\\])/g, '$1');
    expect(summary).toBe(`Northmoor: ${what}`);
  });
});
