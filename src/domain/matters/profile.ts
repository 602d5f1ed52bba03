import { z } from 'zod';
import { type Area, gradeLabel, scaleOf } from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter } from '../matter.ts';
import type { By } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { typed } from '../text/typed.ts';
import type { EvidenceEvent } from './evidence.ts';
import type { EvidenceContent } from './evidence-content.ts';
import { type ProfileRow, rowsIn } from './profile-rows.ts';

/*
 * The performance profile of a block of indicators, kept quarter by quarter. Each quarter is an item of data evidence, so that it is
 * found, withdrawn and erased as any other; its rows are kept beside it, so that what moved can be told.
 */

const recordProfile = z.strictObject({
  type: z.literal('RecordProfile'),
  area: z.string('Choose the block of indicators.'),
  quarter: z.string('Choose the quarter.').regex(/^\d{4}-Q[1-4]$/, 'Choose the quarter from the list.'),
  rows: typed('Paste the indicators, one a line: indicator, value, band.'),
});
export type RecordProfile = z.infer<typeof recordProfile>;

const row = z.strictObject({ indicator: z.string(), value: z.string(), band: z.string().nullable() });
const profileRecorded = z.strictObject({
  type: z.literal('ProfileRecorded'),
  item: z.string(),
  area: z.string(),
  quarter: z.string(),
  rows: z.array(row),
});
export type ProfileRecorded = z.infer<typeof profileRecorded>;
type ProfileEvent = ProfileRecorded | EvidenceEvent;

export type Profile = Omit<ProfileRecorded, 'type'>;

/** The blocks of indicators that this framework takes in. */
export const blocksOf = ({ framework }: Inspection): Area[] => framework.areas.filter(({ indicators }) => indicators);

/** The quarters of a block that stand, oldest first. */
export const profilesOf = ({ profiles, evidence }: Inspection, area: string): Profile[] =>
  [...profiles.values()]
    .filter((profile) => profile.area === area && evidence.get(profile.item)?.withdrawn === null)
    .sort((one, other) => one.quarter.localeCompare(other.quarter));

const names = ['January to March', 'April to June', 'July to September', 'October to December'];

/** "April to June 2010" of "2010-Q2". */
export const quarterInWords = (quarter: string): string =>
  `${names[Number(quarter.slice(-1)) - 1] ?? quarter} ${quarter.slice(0, 4)}`;

/** The last quarters up to the one a day such as 2010-06-04 is in, newest first. */
export const quartersUpTo = (day: string, count: number): string[] => {
  const last = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return Array.from({ length: count }, (_, back) => `${Math.floor((last - back) / 4)}-Q${((last - back) % 4) + 1}`);
};

const textOf = (inspection: Inspection, quarter: string, rows: readonly ProfileRow[]): string =>
  [
    `Performance profile, ${quarterInWords(quarter)}:`,
    ...rows.map(({ indicator, value, band }) =>
      [indicator, value, ...(band === null ? [] : [gradeLabel(inspection.framework, band)])].join(', '),
    ),
  ].join('\n');

const decide = (
  { area: id, quarter, rows: pasted }: RecordProfile,
  inspection: Inspection,
  by: By,
): Decision<ProfileEvent> => {
  const { framework, items } = inspection;
  const area = blocksOf(inspection).find((each) => each.id === id);
  if (!area) return refuse('area', `${framework.short} takes in no such block of indicators.`);
  const read = rowsIn(pasted, scaleOf(framework, id));
  if ('wrong' in read) return refuse('rows', read.wrong);
  const item = nextItem(items, 'E');
  const content: EvidenceContent = {
    areas: [id],
    text: textOf(inspection, quarter, read.rows),
    sign: 'context',
    source: 'data',
    observedAt: by.at,
    case: null,
    about: null,
    site: null,
    agency: null,
    criteria: [],
    lines: [],
    bears: null,
    from: null,
  };
  const before = profilesOf(inspection, id).filter((profile) => profile.quarter === quarter);
  return {
    events: [
      { type: 'EvidenceRecorded', item, content },
      { type: 'ProfileRecorded', item, area: id, quarter, rows: read.rows },
      ...before.map((profile) => ({
        type: 'EvidenceWithdrawn' as const,
        item: profile.item,
        reason: `The quarter was recorded again as ${item}`,
      })),
    ],
  };
};

/** How one indicator stands against the quarter before; null where it was not in that one, or is not in this. */
export type IndicatorMovement = {
  indicator: string;
  from: ProfileRow | null;
  to: ProfileRow | null;
  way: 'up' | 'down' | null;
};

/** What moved since the quarter before: bands first, by the scale, then values, then what came and went. */
export const movedSince = (scale: readonly { id: string }[], before: Profile, now: Profile): IndicatorMovement[] => {
  const rank = (band: string | null): number => scale.findIndex(({ id }) => id === band);
  const changed = now.rows.flatMap((to): IndicatorMovement[] => {
    const from = before.rows.find(({ indicator }) => indicator === to.indicator) ?? null;
    if (from && from.value === to.value && from.band === to.band) return [];
    const moved = from && rank(from.band) >= 0 && rank(to.band) >= 0 ? rank(to.band) - rank(from.band) : 0;
    return [{ indicator: to.indicator, from, to, way: moved === 0 ? null : moved < 0 ? 'up' : 'down' }];
  });
  const gone = before.rows
    .filter(({ indicator }) => !now.rows.some((each) => each.indicator === indicator))
    .map((from): IndicatorMovement => ({ indicator: from.indicator, from, to: null, way: null }));
  const weight = ({ way, from }: IndicatorMovement): number => (way ? 0 : from ? 1 : 2);
  return [...changed.sort((one, other) => weight(one) - weight(other)), ...gone];
};

declare module '../inspection.ts' {
  interface Inspection {
    /** Quarters of the performance profile, by the item of evidence that each is. */
    profiles: Map<string, Profile>;
  }
}

export const profileMatter = matter({
  commands: [recordProfile],
  events: [profileRecorded],
  act: 'record evidence',
  sealed: true,
  begins: () => ({ profiles: new Map() }),
  decide,
  evolve: {
    ProfileRecorded: ({ profiles }, { type: _, ...profile }) => void profiles.set(profile.item, profile),
  },
  moves: 'nothing',
});
