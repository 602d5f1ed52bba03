import type { Daily } from '../domain/daily.ts';
import { inSentence } from '../domain/grading.ts';
import { pauseClock } from '../domain/matters/pause.ts';
import { signingAgain } from '../domain/matters/sign-off.ts';
import { dayIn } from '../domain/moments.ts';
import { type BankHolidays, isKnown } from '../domain/working-days.ts';
import { turnedInWords } from './balance.ts';
import { signatureLine } from './board.ts';
import { recordedInWords } from './daily/recorded.ts';
import { standingInWords } from './daily/standing.ts';
import { thinOf } from './daily/thin.ts';
import { tomorrowOf } from './daily/tomorrow.ts';
import {
  type Button,
  eachPressed,
  lineIf,
  type Message,
  message,
  type Part,
  type Pressed,
  paragraph,
} from './message.ts';
import { matterRows, openMatters } from './open-matters.ts';
import { pausedInWords } from './pause.ts';
import { dayOf, momentOf, timeOf } from './times.ts';
import { dayCountInWords } from './timetable.ts';

/** Which day a daily summary is of, when it is said, and where the record stands. */
export type Told = {
  /** A moment of the day that it is of. */
  of: string;
  at: string;
  head: { version: number; hash: string };
  holidays: BankHolidays;
};

/** So many open matters are named with what may be done about them: the others stand on a page of their own. */
const mostMatters = 3;

/** "Northmoor, day 6 of 10". */
export const dayHeading = ({ inspection }: Daily['summary'], { of, holidays }: Told): string => {
  const day = dayCountInWords(inspection, dayIn(inspection, of), holidays);
  return day === '' ? `${inspection.authority}: daily summary` : `${inspection.authority}, ${inSentence(day)}`;
};

/** Where the record stands: enough of it that one cut short later is found. */
export const headInWords = ({ hash, version }: Told['head']): string => `record ${hash.slice(0, 12)} · ${version}`;

/** One that is sent on another day, or long after its time, says so first. */
const lateWords = ({ inspection }: Daily['summary'], { of, at }: Told): string => {
  const quarterOfAnHour = 15 * 60_000;
  if (Date.parse(at) - Date.parse(of) < quarterOfAnHour) return '';
  const sent = dayIn(inspection, at) === dayIn(inspection, of) ? timeOf(inspection, at) : momentOf(inspection, at);
  return `This is the summary of ${dayOf(inspection, of)}. It could not be sent at ${timeOf(inspection, of)}; it shows what stands at ${sent}.`;
};

/** A line under its name, and what may be done about it. */
const named = (name: string, words: string, ...acts: readonly Pressed[]): Part[] =>
  words === ''
    ? []
    : acts.length === 0
      ? [paragraph({ strong: `${name}: ` }, words)]
      : [{ row: [`${name}: ${words}`], acts }];

const pausedPart = ({ inspection }: Daily['summary'], { of, holidays }: Told): Part[] => {
  const words = pausedInWords(inspection, dayIn(inspection, of), holidays);
  return named('Paused', words ?? '', { label: 'Resume', does: 'resume' });
};

/** How it stands, and whose signature is given or lapsed, with what is next. */
const standingPart = (summary: Daily['summary'], { at }: Told): Part[] => {
  const { inspection, overalls } = summary;
  const { sealed, incomplete, signatures } = inspection;
  const signed = sealed || incomplete || signatures.lead || signatures.lapsed;
  const toSet = overalls.find(({ set, outcome }) => !set && outcome.missing.length === 0);
  const words = [
    standingInWords(summary),
    ...lineIf(signed, signatureLine(inspection, at).replace(/\.$/, '')).flat(),
    toSet && !sealed ? `${toSet.overall.title.toLowerCase()} is to be set` : '',
  ];
  const acts = [
    ...(signatures.lapsed && !sealed ? [{ label: signingAgain(inspection), does: 'sign-off' }] : []),
    ...(toSet && !sealed ? [{ label: 'Set it', does: `overall ${toSet.overall.id}` }] : []),
  ];
  return named('Standing', words.filter(Boolean).join(' · '), ...acts);
};

/**
 * The daily summary for lead and deputy: who is at risk, what was recorded since the one before, where little is known, what
 * waits for a decision, how it all stands and what is next, and where the record stands. What has nothing to say is left out.
 */
export const dailyMessage = (daily: Daily, told: Told, buttons: readonly Button[]): Message => {
  const { summary } = daily;
  const { inspection } = summary;
  const { of, at, holidays, head } = told;
  const today = dayIn(inspection, of);
  const open = openMatters(inspection, at).filter(({ acts }) => !acts.some(({ does }) => does === 'resume'));
  const shown = open.slice(0, mostMatters);
  const toSettle = shown.filter(({ due }) => due !== 'at once');
  const next = tomorrowOf(inspection, of, holidays);
  const all = { label: `All ${open.length} open matters`, does: 'open' };
  return message(
    { heading: dayHeading(summary, told) },
    { lines: lineIf(lateWords(summary, told), lateWords(summary, told)) },
    ...pausedPart(summary, told),
    ...matterRows(shown.filter(({ due }) => due === 'at once')),
    ...named('Today', recordedInWords(daily, of)),
    ...named('Thin', thinOf(daily)),
    ...named('Balance', turnedInWords(inspection, today)),
    { lines: lineIf(toSettle.length > 0, { strong: 'To settle' }) },
    ...matterRows(toSettle),
    ...standingPart(summary, told),
    ...(next ? named(next.name, next.says) : []),
    {
      note: isKnown(today, holidays)
        ? ''
        : `Bank holidays are known from ${holidays.from} to ${holidays.until} only, so this day and its number take no account of them.`,
    },
    { note: headInWords(head) },
    { buttons: [...(open.length > mostMatters ? [all] : []), ...buttons] },
  );
};

/** What is sent: the daily summary, or during a pause only how its clock stands and which child is at risk. */
export const dailyToSend = (daily: Daily, told: Told): Message => {
  const { inspection } = daily.summary;
  const buttons = [
    { label: 'Board', does: 'status' },
    { label: 'Fewer of these', does: 'today off' },
  ];
  const clock = pauseClock(inspection, dayIn(inspection, told.of), told.holidays);
  const { parts } = clock
    ? message(
        { heading: `${inspection.authority}, paused` },
        ...pausedPart(daily.summary, told),
        ...matterRows(
          openMatters(inspection, told.at)
            .filter(({ due }) => due === 'at once')
            .slice(0, mostMatters),
        ),
        { note: headInWords(told.head) },
        { buttons },
      )
    : dailyMessage(daily, told, buttons);
  const here = (part: Part): Part =>
    eachPressed(part, (pressed) => ({ ...pressed, does: `in ${inspection.id} ${pressed.does}` }));
  return message(...parts.map(here));
};
