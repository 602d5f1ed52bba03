import type { Moment } from '../domain/moments.ts';
import type { Scenario } from './scenario.ts';

/** What a practice workspace is set up with: a scenario without its days, and when its clock begins. */
export type Setting = Pick<Scenario, 'timeZone' | 'workspace' | 'people' | 'channels' | 'channel'> & { begins: Moment };

/** What a scenario sets up before its first step: its people and channels, at midnight of its first day. */
export const settingOf = ({ timeZone, workspace, people, channels, channel, days }: Scenario): Setting => ({
  timeZone,
  workspace,
  people,
  channels,
  channel,
  begins: { day: days[0]?.day ?? '', time: '00:00' },
});
