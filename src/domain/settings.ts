import { z } from 'zod';
import { cohortsOf } from './cohorts.ts';
import type { Framework } from './framework.ts';

/** So many cases are planned, out of so many children; null where nobody said. */
export const targetSchema = z.strictObject({ planned: z.number().nullable(), size: z.number().nullable() });
export type Target = z.infer<typeof targetSchema>;

/** What the leads set for their inspection, beside team and dates. Each holds from its change on. */
export type Settings = {
  /** Whether a short digest without anybody's words goes to the team channel once a day. */
  channelDigest: boolean;
  areaTargets: ReadonlyMap<string, number>;
  cohortTargets: ReadonlyMap<string, Target>;
  /** A grade rests on thin evidence below so many items, or so many cases where cases are what an area rests on. */
  thinItems: number;
  thinCases: number;
  /** The last days have turned to process when each of so many has at least such a share of it, in per cent. */
  processDays: number;
  processShare: number;
};

export const settingsAtFirst = (): Settings => ({
  channelDigest: false,
  areaTargets: new Map(),
  cohortTargets: new Map(),
  thinItems: 5,
  thinCases: 3,
  processDays: 2,
  processShare: 50,
});

/** A time of day for the daily summary, and since when it was set. */
export type SummaryTime = { time: string; at: string };

type Named = { id: string; names: readonly string[] };

const areaNames = ({ areas }: Framework): Named[] =>
  areas.map(({ id, short, title, words }) => ({ id, names: [short, title, id, ...words] }));

const cohortNames = (framework: Framework): Named[] =>
  cohortsOf(framework).map(({ id, label }) => ({ id, names: [label, id] }));

/** "Care leavers: 6 of 140", "Care leavers: 6", "Care leavers:". */
const line = /^(?<name>.*?)\s*:\s*(?<planned>\d{1,4})?\s*(?:of\s+(?<size>\d{1,6}))?$/i;

/** Targets as they are typed, a line each; or what is wrong with the first line that is not understood. */
const targetsIn = (text: string | null, known: readonly Named[]): Map<string, Target> | string => {
  const targets = new Map<string, Target>();
  for (const typed of (text ?? '').split('\n').map((each) => each.trim())) {
    if (typed === '') continue;
    const groups = typed.match(line)?.groups;
    const found = known.find(({ names }) => names.some((name) => name.toLowerCase() === groups?.name?.toLowerCase()));
    if (!groups || !found) return `"${typed}" is not understood. Write a line such as "${known[0]?.names[0]}: 12".`;
    const { planned, size } = groups;
    if (planned !== undefined || size !== undefined)
      targets.set(found.id, {
        planned: planned === undefined ? null : Number(planned),
        size: size === undefined ? null : Number(size),
      });
  }
  return targets;
};

/** Cases to read for each area. */
export const areaTargetsIn = (framework: Framework, text: string | null): Map<string, number> | string => {
  const targets = targetsIn(text, areaNames(framework));
  if (typeof targets === 'string') return targets;
  return new Map([...targets].flatMap(([id, { planned }]) => (planned === null ? [] : [[id, planned] as const])));
};

/** Cases to read in each cohort, and how many children are in it. */
export const cohortTargetsIn = (framework: Framework, text: string | null): Map<string, Target> | string =>
  targetsIn(text, cohortNames(framework));

const numbers = ({ planned, size }: Target): string =>
  [planned === null ? '' : `${planned}`, size === null ? '' : `of ${size}`].filter(Boolean).join(' ');

/** The targets as a person types them: every area and every cohort has its line, also without a number. */
export const areaTargetsTyped = ({ areas }: Framework, { areaTargets }: Settings): string =>
  areas.map(({ id, short }) => `${short}: ${areaTargets.get(id) ?? ''}`.trimEnd()).join('\n');

export const cohortTargetsTyped = (framework: Framework, { cohortTargets }: Settings): string =>
  cohortsOf(framework)
    .map(({ id, label }) => `${label}: ${numbers(cohortTargets.get(id) ?? { planned: null, size: null })}`.trimEnd())
    .join('\n');
