import { z } from 'zod';
import { nothingChanged } from '../changing.ts';
import { seen } from '../corrections.ts';
import type { Entered, Inspection } from '../inspection.ts';
import { matter } from '../matter.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import {
  areaTargetsIn,
  cohortTargetsIn,
  type Settings,
  type SummaryTime,
  settingsAtFirst,
  targetSchema,
} from '../settings.ts';
import { typedOrNothing } from '../text/typed.ts';
import { timeOfDay } from './start.ts';

/** The settings of an inspection. They are kept whole at each change, and hold from then on. */

const number = (most: number) =>
  z
    .string(`Give a whole number from 0 to ${most}.`)
    .regex(/^\d{1,3}$/, `Give a whole number from 0 to ${most}.`)
    .transform(Number)
    .refine((value) => value <= most, `Give a whole number from 0 to ${most}.`);

export const changeSettings = z.strictObject({
  type: z.literal('ChangeSettings'),
  seen,
  dailySummaryAt: timeOfDay,
  channelDigest: z.enum(['on', 'off'], 'Choose on or off.').transform((chosen) => chosen === 'on'),
  areaTargets: typedOrNothing,
  cohortTargets: typedOrNothing,
  thinItems: number(100),
  thinCases: number(100),
  processDays: number(10).refine((days) => days > 0, 'Give at least one day.'),
  processShare: number(100).refine((share) => share > 0, 'Give at least 1.'),
});
export type ChangeSettings = z.infer<typeof changeSettings>;

const settingsChanged = z.strictObject({
  type: z.literal('SettingsChanged'),
  dailySummaryAt: z.string(),
  channelDigest: z.boolean(),
  areaTargets: z.record(z.string(), z.number()),
  cohortTargets: z.record(z.string(), targetSchema),
  thinItems: z.number(),
  thinCases: z.number(),
  processDays: z.number(),
  processShare: z.number(),
});
type SettingsChanged = z.infer<typeof settingsChanged>;

/** The settings as an event has them: what a change is held against. */
const asKept = ({ settings, dailySummaryAt }: Inspection): SettingsChanged => {
  const { channelDigest, areaTargets, cohortTargets, thinItems, thinCases, processDays, processShare } = settings;
  return {
    type: 'SettingsChanged',
    dailySummaryAt,
    channelDigest,
    areaTargets: Object.fromEntries(areaTargets),
    cohortTargets: Object.fromEntries(cohortTargets),
    thinItems,
    thinCases,
    processDays,
    processShare,
  };
};

const decide = (command: ChangeSettings, inspection: Inspection): Decision<SettingsChanged> => {
  const areaTargets = areaTargetsIn(inspection.framework, command.areaTargets);
  const cohortTargets = cohortTargetsIn(inspection.framework, command.cohortTargets);
  const refusals: Refusal[] = [];
  if (typeof areaTargets === 'string') refusals.push({ field: 'areaTargets', words: areaTargets });
  if (typeof cohortTargets === 'string') refusals.push({ field: 'cohortTargets', words: cohortTargets });
  if (typeof areaTargets === 'string' || typeof cohortTargets === 'string') return { refusals };
  const { seen: _, ...changed } = command;
  const event: SettingsChanged = {
    ...changed,
    type: 'SettingsChanged',
    areaTargets: Object.fromEntries(areaTargets),
    cohortTargets: Object.fromEntries(cohortTargets),
  };
  const before = settingsChanged.parse(asKept(inspection));
  if (JSON.stringify(settingsChanged.parse(event)) === JSON.stringify(before))
    return refuse(null, nothingChanged('the settings'));
  return { events: [event] };
};

const evolve = (inspection: Inspection, event: SettingsChanged, { at }: Entered): void => {
  const { type: _, dailySummaryAt, areaTargets, cohortTargets, ...rest } = event;
  if (dailySummaryAt !== inspection.dailySummaryAt) inspection.summaryTimes.push({ time: dailySummaryAt, at });
  inspection.dailySummaryAt = dailySummaryAt;
  if (rest.channelDigest && !inspection.settings.channelDigest) inspection.digest = { since: at, told: 0 };
  inspection.settings = {
    ...rest,
    areaTargets: new Map(Object.entries(areaTargets)),
    cohortTargets: new Map(Object.entries(cohortTargets)),
  };
};

declare module '../inspection.ts' {
  interface Inspection {
    dailySummaryAt: string;
    /** Every time of day that the daily summary was set to, the first one from the start. */
    summaryTimes: SummaryTime[];
    settings: Settings;
    /** Since when a digest goes to the team channel, and the version up to which the last one told. */
    digest: { since: string; told: number } | null;
  }
}

export const settingsMatter = matter({
  commands: [changeSettings],
  events: [settingsChanged],
  act: 'change the settings',
  sealed: false,
  begins: ({ dailySummaryAt }, { at }) => ({
    dailySummaryAt,
    summaryTimes: [{ time: dailySummaryAt, at }],
    settings: settingsAtFirst(),
    digest: null,
  }),
  decide,
  evolve: { SettingsChanged: evolve },
  moves: 'changed',
  corrects: ['SettingsChanged'],
  about: () => 'settings',
});
