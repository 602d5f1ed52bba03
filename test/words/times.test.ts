import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longDay, shortDay } from '../../src/domain/day-words.ts';
import { dayIn } from '../../src/domain/moments.ts';
import { dayOf, momentOf, momentSeenFrom, shortMomentOf, timeOf } from '../../src/words/times.ts';

const zones = ['Europe/London', 'UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia'];
const moments = fc
  .date({ min: new Date('2004-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('a moment in words', () => {
  it('[Y3] is said as date-fns says it, in any zone and on either side of its clock changes', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (at, zone) => {
        const said = (pattern: string): string => format(at, pattern, { in: tz(zone) });
        expect(dayOf({ timeZone: zone }, at)).toBe(said('EEEE d MMMM yyyy'));
        expect(timeOf({ timeZone: zone }, at)).toBe(said('HH:mm'));
        expect(momentOf({ timeZone: zone }, at)).toBe(said('EEEE d MMMM yyyy, HH:mm'));
        expect(shortMomentOf({ timeZone: zone }, at)).toBe(said('d MMMM, HH:mm'));
        expect(dayIn({ timeZone: zone }, at)).toBe(said('yyyy-MM-dd'));
      }),
      { numRuns: 500 },
    );
  });

  it('[Y3] is today where its day is, whatever the machine’s zone calls it', () => {
    expect(momentSeenFrom({ timeZone: 'UTC' }, '2013-07-01T22:59:00.000Z', '2013-07-01T23:01:00.000Z')).toBe(
      'today 22:59',
    );
    expect(momentSeenFrom({ timeZone: 'Europe/London' }, '2013-07-01T22:59:00.000Z', '2013-07-01T23:01:00.000Z')).toBe(
      '1 July 2013, 23:59',
    );
  });

  it('[Y3] names a day without its time likewise', () => {
    expect(longDay('2013-12-01')).toBe('Sunday 1 December 2013');
    expect(shortDay('2013-12-01')).toBe('1 December 2013');
  });
});
