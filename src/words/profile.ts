import { type Area, gradeInWords, scaleOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import {
  blocksOf,
  type IndicatorMovement,
  movedSince,
  type Profile,
  profilesOf,
  quarterInWords,
} from '../domain/matters/profile.ts';
import type { ProfileRow } from '../domain/matters/profile-rows.ts';
import { firstFitting, shortened } from './fitting.ts';
import { counted, type Line, lineIf, type Message, message, type Part, paragraph } from './message.ts';
import type { Chapter } from './summary/chapters.ts';

/** The performance profile in words: each block's last quarter, and what moved since the one before. */

type Size = { moved: number; name: number };
const sizes: [Size, ...Size[]] = [
  { moved: 40, name: 120 },
  { moved: 15, name: 80 },
  { moved: 8, name: 50 },
  { moved: 3, name: 40 },
];

const bandOf = ({ framework }: Inspection, { band }: ProfileRow): string =>
  band === null ? '' : ` (${gradeInWords(framework, band)})`;

const movementLine = (inspection: Inspection, { indicator, from, to, way }: IndicatorMovement, most: number): Line => {
  const name = `${shortened(indicator, most)}: `;
  const said = (row: ProfileRow): string => `${shortened(row.value, 20)}${bandOf(inspection, row)}`;
  if (!from) return [name, to ? `new, ${said(to)}` : ''];
  if (!to) return [name, `no longer given; it was ${said(from)}`];
  return [
    name,
    `${said(from)} to ${said(to)}`,
    ...(way ? [{ strong: way === 'up' ? ' · better band' : ' · worse band' }] : []),
  ];
};

/** "34 indicators: 4 outstanding, 20 good". */
const standingOf = (inspection: Inspection, area: Area, { rows }: Profile): string => {
  const bands = scaleOf(inspection.framework, area.id).flatMap(({ id }) => {
    const there = rows.filter(({ band }) => band === id).length;
    return there > 0 ? [`${there} ${gradeInWords(inspection.framework, id)}`] : [];
  });
  return `${counted(rows.length, 'indicator')}${bands.length > 0 ? `: ${bands.join(', ')}` : ''}`;
};

/** One quarter of a block, beside the quarter before it. */
const quarterParts = (inspection: Inspection, area: Area, now: Profile, size: Size): Part[] => {
  const before = profilesOf(inspection, area.id).findLast(({ quarter }) => quarter < now.quarter);
  const title: Line = [
    { strong: `${area.short}, ${quarterInWords(now.quarter)}` },
    ` (${now.item}) · ${standingOf(inspection, area, now)}`,
  ];
  if (!before) return [{ lines: [title, ['No earlier quarter to compare with.']] }];
  const moved = movedSince(scaleOf(inspection.framework, area.id), before, now);
  const since = `since ${quarterInWords(before.quarter)}`;
  if (moved.length === 0) return [{ lines: [title, [`Nothing moved ${since}.`]] }];
  const more = moved.length - size.moved;
  const rest = lineIf(more > 0, `and ${more} more in the whole quarter`);
  return [
    { lines: [title, [`Moved ${since}:`]] },
    { list: [...moved.slice(0, size.moved).map((each) => movementLine(inspection, each, size.name)), ...rest] },
  ];
};

const blockParts = (inspection: Inspection, area: Area, size: Size): Part[] => {
  const now = profilesOf(inspection, area.id).at(-1);
  return now ? quarterParts(inspection, area, now, size) : [paragraph({ strong: area.short }, ': no quarter yet')];
};

/** Every quarter that stands, block by block, each beside the one before it. */
export const profileChapter = (inspection: Inspection): Chapter => ({
  name: 'profile',
  title: [{ strong: 'Performance profile' }],
  together: blocksOf(inspection).flatMap((area) =>
    profilesOf(inspection, area.id).map((now) => quarterParts(inspection, area, now, sizes[0])),
  ),
});

export const profileMessage = (inspection: Inspection): Message =>
  firstFitting(sizes, (size) =>
    message(
      { heading: `Performance profile: ${inspection.authority}` },
      ...blocksOf(inspection).flatMap((area) => blockParts(inspection, area, size)),
    ),
  );

/** The same of the one quarter that was just recorded. */
export const quarterMessage = (inspection: Inspection, area: Area, now: Profile, saved: string): Message =>
  firstFitting(sizes, (size) => message(paragraph({ strong: saved }), ...quarterParts(inspection, area, now, size)));
