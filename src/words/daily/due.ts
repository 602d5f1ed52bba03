import { listed, nameOf } from '../../domain/framework.ts';
import { openChallenges } from '../../domain/matters/challenge.ts';
import { openRequests } from '../../domain/matters/request.ts';
import { requestsInWords } from '../request.ts';
import { dueSeenFrom, isoDayOf } from '../times.ts';
import { type DailyPart, labelled } from './part.ts';

/** So many are named; of others it is said how many there are. */
const mostNamed = 5;

/** What the authority was asked for and has not sent. */
export const requestsPart: DailyPart = ({ summary: { inspection } }, { of }) => {
  const today = isoDayOf(of, inspection.timeZone);
  const words = requestsInWords(inspection, today);
  if (words === '') return [];
  const overdue = openRequests(inspection).filter(({ due }) => due < today);
  const named = overdue.slice(0, mostNamed).map(({ item }) => item);
  const more = overdue.length > named.length ? [`${overdue.length - named.length} more`] : [];
  const which = overdue.length > 0 ? ` (${listed([...named, ...more], 'and')})` : '';
  return [labelled('Asked of the authority', `${words}${which}`)];
};

const byDay = (one: { due: string }, other: { due: string }): number => one.due.localeCompare(other.due);

/** Challenges that are to be answered, the soonest first. */
export const challengesPart: DailyPart = ({ summary: { inspection } }, { of }) => {
  const today = isoDayOf(of, inspection.timeZone);
  const open = openChallenges(inspection).sort(byDay);
  if (open.length === 0) return [];
  const named = open
    .slice(0, mostNamed)
    .map(({ item, against, due }) => `${item} on ${nameOf(inspection.framework, against)}, ${dueSeenFrom(due, today)}`);
  const more = open.length > mostNamed ? [`and ${open.length - mostNamed} more (/judge challenge list)`] : [];
  return [labelled('Challenges to answer', [...named, ...more].join('; '))];
};
