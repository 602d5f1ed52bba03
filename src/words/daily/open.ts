import { longDay } from '../../domain/day-words.ts';
import { inWordsOf } from '../../domain/field.ts';
import { nameOf } from '../../domain/framework.ts';
import { openLines, ownerless } from '../../domain/lines.ts';
import { openChallenges } from '../../domain/matters/challenge.ts';
import { pauseOn } from '../../domain/matters/pause.ts';
import { openRequests } from '../../domain/matters/request.ts';
import { dayIn, daysAfter } from '../../domain/moments.ts';
import { stepsOn, timetableOf } from '../../domain/timetable.ts';
import { dayAfterCounting, isWorkingDay } from '../../domain/working-days.ts';
import { openConcernLines } from '../concern.ts';
import { firstOf, shortened } from '../fitting.ts';
import { claimsInWords, openLinesInWords } from '../line.ts';
import type { Line } from '../message.ts';
import { pausedInWords } from '../pause.ts';
import { requestsInWords } from '../request.ts';
import { dueSeenFrom } from '../times.ts';
import { stepInWords } from '../timetable.ts';
import { type DailyPart, labelled } from './part.ts';

/** What stands still, is open or falls due. */

/** So many of each are named, and of others it is said how many there are: a lead reads the whole in a minute. */
const most = { concerns: 8, lines: 3, items: 5, steps: 4 };

/** That the inspection stands still, since when and for how long it may. */
export const pausedPart: DailyPart = ({ summary: { inspection } }, { of, holidays }) => {
  const words = pausedInWords(inspection, dayIn(inspection, of), holidays);
  return words === null ? [] : [labelled('Paused', words)];
};

/** Children at risk whose referral is still open, before everything else. */
export const atRiskPart: DailyPart = ({ summary: { inspection } }) => openConcernLines(inspection, most.concerns);

/** Lines of enquiry that are still open, and how far the authority's own claims were tested. */
export const linesPart: DailyPart = ({ summary: { inspection } }) => {
  const open = openLines(inspection);
  const claims = claimsInWords(inspection);
  const alone = ownerless(inspection).map(({ item }) => item);
  const followed = alone.length === 0 ? '' : `nobody on the team follows ${firstOf(alone, most.items)}`;
  const facts = [open.length > 0 ? openLinesInWords(inspection, most.lines) : '', followed].filter(Boolean);
  return [
    ...(facts.length > 0 ? [labelled('Lines still open', facts.join('; '))] : []),
    ...(claims ? [labelled('Self-evaluation', claims)] : []),
  ];
};

/** What the authority was asked for and has not sent. */
export const requestsPart: DailyPart = ({ summary: { inspection } }, { of }) => {
  const today = dayIn(inspection, of);
  const words = requestsInWords(inspection, today);
  if (words === '') return [];
  const overdue = openRequests(inspection).filter(({ due }) => due < today);
  const named = overdue.map(({ item }) => item);
  const which = overdue.length > 0 ? ` (${firstOf(named, most.items)})` : '';
  return [labelled(inWordsOf(inspection, 'Asked of the {authority}'), `${words}${which}`)];
};

const byDay = (one: { due: string }, other: { due: string }): number => one.due.localeCompare(other.due);

/** Challenges that are to be answered, the soonest first. */
export const challengesPart: DailyPart = ({ summary: { inspection } }, { of }) => {
  const today = dayIn(inspection, of);
  const open = openChallenges(inspection).sort(byDay);
  if (open.length === 0) return [];
  const named = open
    .slice(0, most.items)
    .map(({ item, against, due }) => `${item} on ${nameOf(inspection.framework, against)}, ${dueSeenFrom(due, today)}`);
  const more = open.length > most.items ? [`and ${open.length - most.items} more (/judge challenge list)`] : [];
  return [labelled('Challenges to answer', [...named, ...more].join('; '))];
};

/** The timetable's steps of this day and of the next on which the team works; those of both are said once. */
export const tomorrowPart: DailyPart = ({ summary: { inspection } }, { of, holidays }) => {
  const today = dayIn(inspection, of);
  const works = (day: string): boolean => isWorkingDay(day, holidays) && pauseOn(inspection, day, today) === null;
  const next = dayAfterCounting(today, 1, works);
  const timetable = timetableOf(inspection, today, holidays);
  const [now, then] = [stepsOn(timetable, today), stepsOn(timetable, next)];
  const both = now.filter((step) => then.includes(step));
  const on = (label: string, steps: typeof now): Line[] => {
    if (steps.length === 0) return [];
    const named = steps.slice(0, most.steps).map((step) => shortened(stepInWords(step), 160));
    const more = steps.length > most.steps ? [`and ${steps.length - most.steps} more (/judge timetable)`] : [];
    return [labelled(label, [...named, ...more].join('; '))];
  };
  const tomorrow = next === daysAfter(today, 1) ? 'tomorrow' : `on ${longDay(next)}`;
  const alone = (steps: typeof now) => steps.filter((step) => !both.includes(step));
  return [
    ...on('Today', alone(now)),
    ...on(`Today and ${tomorrow}`, both),
    ...on(`${tomorrow.charAt(0).toUpperCase()}${tomorrow.slice(1)}`, alone(then)),
  ];
};
