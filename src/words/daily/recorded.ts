import { countedSource } from '../../domain/sources.ts';
import { counted } from '../message.ts';
import { momentOf } from '../times.ts';
import { type DailyPart, labelled } from './part.ts';

/** What was recorded since the summary before, and in which areas. */
export const recordedPart: DailyPart = ({ summary: { inspection }, since, recorded }) => {
  const when = since === null ? 'since the start' : `since ${momentOf(since, inspection.timeZone)}`;
  const { all, areas } = recorded;
  if (all.items === 0) return [labelled('Recorded', `nothing ${when}`)];
  const inAreas = areas.map(({ area, items }) => `${area.short} ${items}`).join(', ');
  const children = all.sources.get('child') ?? 0;
  const facts = [
    `${counted(all.items, 'item')} ${when}`,
    inAreas,
    all.cases.size > 0 ? counted(all.cases.size, 'case') : '',
    children > 0 ? countedSource('child', children) : 'no talk with children',
  ];
  return [labelled('Recorded', facts.filter(Boolean).join(' · '))];
};
