import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openNorthmoor } from '../support/fortnight.ts';

const zone = (TIME_ZONE: string): string => readConfig({ TIME_ZONE }).timeZone;

describe('the time zone', () => {
  it.each(['Europe/London', 'Europe/Belfast', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'UTC'])(
    '[TM5] is the name of a place, or UTC: %s',
    (name) => expect(zone(name)).toBe(name),
  );

  it.each([
    ...['EST', 'CET', 'GMT', 'GMT+1', 'GMT0', 'BST', 'MST7MDT', 'EST5EDT', 'WET', 'Z', 'Zulu', 'GB', 'Eire', 'Japan'],
    ...[
      'Etc/GMT-5',
      'Etc/GMT+1',
      'Etc/UTC',
      '+01:00',
      '-05',
      'UTC+1',
      'Europe/Nowhere',
      'Europe',
      '/London',
      'SystemV/EST5',
    ],
    ...[' Europe/London', 'Europe/London\n', 'Factory', '../Europe/London'],
  ])(
    '[TM5] is refused, with what would be right, where its letters may mean another time than somebody thinks: %j',
    (name) => {
      expect(() => zone(name)).toThrow(
        'TIME_ZONE is the name of a place, such as Europe/London, or UTC. Letters and offsets such as EST, CET, GMT+1 and +01:00 mean another country’s time, or have no summer time.',
      );
    },
  );

  it('[TM6] is said at the start with the time that it is there', async () => {
    const { lines } = await openNorthmoor();
    expect(lines).toContain('It is 09:00 on Tuesday 19 November 2013 in Europe/London');
  });

  it('[TM6] is said by Slack’s clock where this machine’s is wrong, and by summer time', async () => {
    const fortnight = await openNorthmoor();
    fortnight.setWrong(90);
    await fortnight.restart();
    expect(fortnight.lines.at(-1)).toBe('It is 09:00 on Tuesday 19 November 2013 in Europe/London');
    fortnight.setWrong(0);
    fortnight.forward(60 * 24 * 200);
    await fortnight.restart();
    expect(fortnight.lines.at(-1)).toBe('It is 10:00 on Saturday 7 June 2014 in Europe/London');
  });
});
