import type { Daily } from '../domain/daily.ts';
import { pauseClock } from '../domain/matters/pause.ts';
import { dayIn } from '../domain/moments.ts';
import { isKnown } from '../domain/working-days.ts';
import { dayOfFieldwork, signatureLine, standingWord } from './board.ts';
import { findingsPart, overallPart, roundsPart, settlePart, thinGradesPart, trailedPart } from './daily/judged.ts';
import { atRiskPart, challengesPart, linesPart, pausedPart, requestsPart, tomorrowPart } from './daily/open.ts';
import type { DailyPart, Told } from './daily/part.ts';
import { balancePart, casesPart, recordedPart, sitesPart, thinPart, unheardPart } from './daily/recorded.ts';
import { type Button, counted, type Line, type Message, message, type Part } from './message.ts';
import { dayOf, momentOf, timeOf } from './times.ts';

/** What a lead reads, in this order; a part with nothing to say is left out. */
const parts: readonly DailyPart[] = [
  pausedPart,
  atRiskPart,
  recordedPart,
  thinPart,
  thinGradesPart,
  unheardPart,
  balancePart,
  settlePart,
  findingsPart,
  casesPart,
  sitesPart,
  linesPart,
  challengesPart,
  requestsPart,
  trailedPart,
  roundsPart,
  overallPart,
  tomorrowPart,
];

/** One that is sent on another day, or long after its time, says so first. */
const lateLines = ({ inspection }: Daily['summary'], { of, at }: Told): Line[] => {
  const zone = inspection.timeZone;
  const quarterOfAnHour = 15 * 60_000;
  if (Date.parse(at) - Date.parse(of) < quarterOfAnHour) return [];
  const sent =
    dayIn({ timeZone: zone }, at) === dayIn({ timeZone: zone }, of)
      ? timeOf({ timeZone: zone }, at)
      : momentOf({ timeZone: zone }, at);
  return [
    [
      `This is the summary of ${dayOf({ timeZone: zone }, of)}. It could not be sent at ${timeOf({ timeZone: zone }, of)}; it shows what stands at ${sent}.`,
    ],
  ];
};

const headLines = ({ inspection }: Daily['summary'], { head, at }: Told): Part[] => [
  {
    note: `Record ${head.hash.slice(0, 6)} · ${counted(head.version, 'entry', 'entries')} · ${momentOf(inspection, at)}`,
  },
  { note: `To find out later whether it was cut short: verify ${inspection.id} --head ${head.version}:${head.hash}` },
];

/**
 * The daily summary for lead and deputy: what was recorded since the one before, where little is known, what waits for a
 * decision, how overall effectiveness stands, and where the record stands, so that a shortened one can be found.
 */
export const dailyMessage = (daily: Daily, told: Told, buttons: readonly Button[]): Message => {
  const { summary } = daily;
  const { inspection } = summary;
  const today = dayIn(inspection, told.of);
  const number =
    today < inspection.firstDay ? 'before the first day on site' : dayOfFieldwork(inspection, told.of, told.holidays);
  const unknown = isKnown(today, told.holidays)
    ? ''
    : `Bank holidays are known from ${told.holidays.from} to ${told.holidays.until} only, so this day and its number take no account of them.`;
  return message(
    { heading: number === '' ? `${inspection.authority}: daily summary` : `${inspection.authority}, ${number}` },
    {
      lines: [[{ strong: standingWord(summary) }, ` · ${dayOf(inspection, told.of)}`], ...lateLines(summary, told)],
    },
    { list: parts.flatMap((part) => part(daily, told)) },
    { note: signatureLine(inspection, told.at) },
    { note: unknown },
    ...headLines(summary, told),
    { buttons },
  );
};

/** What is sent: the daily summary, or during a pause only how its clock stands and which child is at risk. */
export const dailyToSend = (daily: Daily, told: Told): Message => {
  const { inspection } = daily.summary;
  const buttons = [
    { label: 'Board', does: `in ${inspection.id} status` },
    { label: 'Fewer of these', does: `in ${inspection.id} today off` },
  ];
  const clock = pauseClock(inspection, dayIn(inspection, told.of), told.holidays);
  if (!clock) return dailyMessage(daily, told, buttons);
  return message(
    { heading: `${inspection.authority}, paused` },
    { list: [pausedPart, atRiskPart].flatMap((part) => part(daily, told)) },
    ...headLines(daily.summary, told),
    { buttons: [{ label: 'Resume', does: `in ${inspection.id} resume` }, ...buttons] },
  );
};
