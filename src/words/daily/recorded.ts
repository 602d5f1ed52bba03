import type { Daily } from '../../domain/daily.ts';
import { nameOf } from '../../domain/framework.ts';
import { inSentence } from '../../domain/grading.ts';
import { dayIn, daysAfter } from '../../domain/moments.ts';
import { countedSource } from '../../domain/sources.ts';
import { voicesOf } from '../../domain/voices.ts';
import { countedCases } from '../areas.ts';
import { firstOf } from '../fitting.ts';
import { counted } from '../message.ts';
import { sinceSeenFrom } from '../times.ts';

/** So many areas are named. */
const mostAreas = 6;

/** "23 items: help and protection 14, leaders 3 · 5 cases · 2 talks with children": what was recorded since the summary before. */
export const recordedInWords = ({ summary: { inspection }, since, recorded }: Daily, of: string): string => {
  const { all, areas } = recorded;
  // Since the evening before is what a day's summary is of.
  const isUsual = since === null || dayIn(inspection, since) >= daysAfter(dayIn(inspection, of), -1);
  const when = isUsual ? '' : ` ${sinceSeenFrom(inspection, since, of)}`;
  if (all.items === 0) return `nothing recorded${when}`;
  const { framework } = inspection;
  const named = areas
    .toSorted((one, other) => other.items - one.items)
    .map(({ area, items }) => `${inSentence(nameOf(framework, area.id))} ${items}`);
  const heard = voicesOf(framework).filter(({ missed, source }) => missed === 'experience' && all.sources.get(source));
  return [
    `${counted(all.items, 'item')}${when}: ${firstOf(named, mostAreas)}`,
    all.cases.size > 0 ? countedCases(inspection, all.cases.size) : '',
    ...heard.map(({ source }) => countedSource(framework, source, all.sources.get(source) ?? 0)),
  ]
    .filter(Boolean)
    .join(' · ');
};
