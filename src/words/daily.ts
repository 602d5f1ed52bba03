import type { Daily } from '../domain/daily.ts';
import { inSentence } from '../domain/grading.ts';
import { pauseClock } from '../domain/matters/pause.ts';
import { signingAgain } from '../domain/matters/sign-off.ts';
import { dayIn } from '../domain/moments.ts';
import { may, type Role } from '../domain/roles.ts';
import { type BankHolidays, isKnown } from '../domain/working-days.ts';
import { turnedInWords } from './balance.ts';
import { signatureLine } from './board.ts';
import { recordedInWords } from './daily/recorded.ts';
import { standingInWords } from './daily/standing.ts';
import { thinOf } from './daily/thin.ts';
import { tomorrowOf } from './daily/tomorrow.ts';
import { foremost } from './matter-rows.ts';
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
import { openMatters } from './open-matters.ts';
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

const pausedPart = ({ inspection }: Daily['summary'], { of, holidays }: Told, role: Role): Part[] => {
  const words = pausedInWords(inspection, dayIn(inspection, of), holidays);
  const acts = may(role, 'pause, resume or end the inspection') ? [{ label: 'Resume', does: 'resume' }] : [];
  return named('Paused', words ?? '', ...acts);
};

/** How it stands, and whose signature is given or lapsed, with what is next. */
const standingPart = (summary: Daily['summary'], { at }: Told, role: Role): Part[] => {
  const { inspection, overalls } = summary;
  const { sealed, incomplete, signatures } = inspection;
  const signed = sealed || incomplete || signatures.lead || signatures.lapsed;
  // An overall grade that nothing is said to count for waits until everything is judged.
  const isJudged = summary.areas.every(({ area, judgement }) => area.kind === 'input' || judgement);
  const toSet = overalls.find(
    ({ set, outcome }) => !set && outcome.missing.length === 0 && (outcome.judged.length > 0 || isJudged),
  );
  const words = [
    standingInWords(summary),
    ...lineIf(signed, signatureLine(inspection, at).replace(/\.$/, '')).flat(),
    toSet && !sealed ? `${toSet.overall.title.toLowerCase()} is to be set` : '',
  ];
  const acts = [
    ...(signatures.lapsed && !sealed && may(role, 'sign off')
      ? [{ label: signingAgain(inspection), does: 'sign-off' }]
      : []),
    ...(toSet && !sealed && may(role, 'set overall effectiveness')
      ? [{ label: 'Set it', does: `overall ${toSet.overall.id}` }]
      : []),
  ];
  return named('Standing', words.filter(Boolean).join(' · '), ...acts);
};

/**
 * The daily summary for lead and deputy: who is at risk, what was recorded since the one before, where little is known, what
 * waits for a decision, how it all stands and what is next, and where the record stands. What has nothing to say is left out, and
 * so is what the reader's role may not do.
 */
export const dailyMessage = (daily: Daily, told: Told, buttons: readonly Button[], role: Role = 'lead'): Message => {
  const { summary } = daily;
  const { inspection } = summary;
  const { of, at, holidays, head } = told;
  const today = dayIn(inspection, of);
  const { atOnce, others, all } = foremost(openMatters(inspection, at), role);
  const next = tomorrowOf(inspection, of, holidays);
  return message(
    { heading: dayHeading(summary, told) },
    { lines: lineIf(lateWords(summary, told), lateWords(summary, told)) },
    ...pausedPart(summary, told, role),
    ...atOnce,
    ...named('Today', recordedInWords(daily, of)),
    ...named('Thin', thinOf(daily)),
    ...named('Balance', turnedInWords(inspection, today)),
    { lines: lineIf(others.length > 0, { strong: 'To settle' }) },
    ...others,
    ...standingPart(summary, told, role),
    ...(next ? named(next.name, next.says) : []),
    {
      note: isKnown(today, holidays)
        ? ''
        : `Bank holidays are known from ${holidays.from} to ${holidays.until} only, so this day and its number take no account of them.`,
    },
    { note: headInWords(head) },
    { buttons: [...all, ...buttons] },
  );
};

/** What is sent: the daily summary, or during a pause only how its clock stands and which child is at risk. */
export const dailyToSend = (daily: Daily, told: Told): Message => {
  const { inspection } = daily.summary;
  const buttons = [
    { label: 'Board', does: 'status board' },
    { label: 'Fewer of these', does: 'today off' },
  ];
  const clock = pauseClock(inspection, dayIn(inspection, told.of), told.holidays);
  const { parts } = clock
    ? message(
        { heading: `${inspection.authority}, paused` },
        ...pausedPart(daily.summary, told, 'lead'),
        ...foremost(openMatters(inspection, told.at)).atOnce,
        { note: headInWords(told.head) },
        { buttons },
      )
    : dailyMessage(daily, told, buttons);
  const here = (part: Part): Part =>
    eachPressed(part, (pressed) => ({ ...pressed, does: `in ${inspection.id} ${pressed.does}` }));
  return message(...parts.map(here));
};
