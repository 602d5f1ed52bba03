import { nameOf } from '../../domain/framework.ts';
import { openChallenges } from '../../domain/matters/challenge.ts';
import { dueSeenFrom, isoDayOf } from '../times.ts';
import { type DailyPart, labelled } from './part.ts';

/** So many are named; of others it is said how many there are. */
const mostNamed = 5;

const byDay = (one: { due: string }, other: { due: string }): number => one.due.localeCompare(other.due);

/** Challenges that are to be answered, the soonest first. */
export const challengesPart: DailyPart = ({ summary: { inspection } }, { of }) => {
  const today = isoDayOf(of, inspection.timeZone);
  const open = openChallenges(inspection).sort(byDay);
  if (open.length === 0) return [];
  const named = open
    .slice(0, mostNamed)
    .map(({ item, against, due }) => `${item} on ${nameOf(inspection.framework, against)}, ${dueSeenFrom(due, today)}`);
  const more = open.length > mostNamed ? [`and ${open.length - mostNamed} more: /judge challenge list`] : [];
  return [labelled('Challenges to answer', [...named, ...more].join('; '))];
};
