import type { Daily, Recorded, Thin } from '../domain/daily.ts';
import { gradeInWords, listed } from '../domain/framework.ts';
import { countedSource } from '../domain/sources.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { type BankHolidays, isKnown } from '../domain/working-days.ts';
import { balanceInWords } from './balance.ts';
import { dayNumber, signatureLine, standingWord } from './board.ts';
import { type Button, counted, type Line, type Message, type Part } from './message.ts';
import { becauseLines, overallLine } from './overall.ts';
import { dayOf, isoDayOf, momentOf, timeOf } from './times.ts';

/** Which day a daily summary is of, when it is said, and where the record stands. */
export type Told = {
  /** A moment of the day that it is of. */
  of: string;
  at: string;
  head: { version: number; hash: string };
  holidays: BankHolidays;
};

const said = (label: string, words: string): Line => [{ strong: `${label}: ` }, words];

const recordedLine = ({ summary: { inspection }, since, recorded }: Daily): Line => {
  const when = since === null ? 'since the start' : `since ${momentOf(since, inspection.timeZone)}`;
  const { all, areas } = recorded;
  if (all.items === 0) return said('Recorded', `nothing ${when}`);
  const inAreas = areas.map(({ area, items }) => `${area.short} ${items}`).join(', ');
  const children = all.sources.get('child') ?? 0;
  const facts = [
    `${counted(all.items, 'item')} ${when}`,
    inAreas,
    all.cases.size > 0 ? counted(all.cases.size, 'case') : '',
    children > 0 ? countedSource('child', children) : 'no talk with children',
  ];
  return said('Recorded', facts.filter(Boolean).join(' · '));
};

const thinLines = (thin: readonly Thin[]): Line[] => {
  const named = (lacks: Thin['lacks']): string =>
    listed(
      thin.filter((each) => each.lacks === lacks).map(({ area }) => area.short),
      'and',
    );
  const [nothing, voice] = [named('everything'), named('a child’s voice')];
  const facts = [
    nothing && `nothing yet for ${nothing}`,
    voice && `no child’s or young person’s voice yet in ${voice}`,
  ];
  return facts.some(Boolean) ? [said('Thin', facts.filter(Boolean).join('; '))] : [];
};

const balanceLines = (recorded: Recorded, before: Recorded | null): Line[] => {
  const [now, then] = [balanceInWords(recorded.all), before ? balanceInWords(before.all) : ''];
  if (now === '') return [];
  return [said('Balance', `${now}${then ? `; on the working day before: ${then}` : ''}`)];
};

const settleLines = ({ inspection, areas }: Daily['summary']): Line[] => {
  const proposed = areas.flatMap(({ area, proposals }) =>
    proposals.map(
      ({ item, grade, by }) =>
        `${area.short} ${gradeInWords(inspection.framework, grade)} (${item}, ${nameOfPerson(inspection, by)})`,
    ),
  );
  const shaken = areas.flatMap(({ area, judgement, basis }) =>
    judgement && basis && basis.withdrawn.length > 0
      ? [`${judgement.item} on ${area.short} rests on what was withdrawn: ${basis.withdrawn.join(', ')}`]
      : [],
  );
  const facts = [...(proposed.length > 0 ? [`proposed, and not decided: ${proposed.join(', ')}`] : []), ...shaken];
  return facts.length > 0 ? [said('To settle', facts.join('. '))] : [];
};

const soFar = ({ inspection, overalls }: Daily['summary']): Line[] =>
  overalls.flatMap((overall) => [
    overallLine(inspection, overall),
    ...(overall.set ? [] : becauseLines(overall.outcome).slice(0, 1)),
  ]);

/** One that is sent on another day, or long after its time, says so first. */
const lateLines = ({ inspection }: Daily['summary'], { of, at }: Told): Line[] => {
  const zone = inspection.timeZone;
  const quarterOfAnHour = 15 * 60_000;
  if (Date.parse(at) - Date.parse(of) < quarterOfAnHour) return [];
  const sent = isoDayOf(at, zone) === isoDayOf(of, zone) ? timeOf(at, zone) : momentOf(at, zone);
  return [
    [
      `This is the summary of ${dayOf(of, zone)}. It could not be sent at ${timeOf(of, zone)}; it shows what stands at ${sent}.`,
    ],
  ];
};

const headLines = ({ inspection }: Daily['summary'], { head, at }: Told): Part[] => [
  {
    note: `Record ${head.hash.slice(0, 6)} · ${counted(head.version, 'entry', 'entries')} · ${momentOf(at, inspection.timeZone)}`,
  },
  { note: `To find out later whether it was cut short: verify ${inspection.id} --head ${head.version}:${head.hash}` },
];

/**
 * The daily summary for lead and deputy: what was recorded since the one before, where little is known, what waits for a
 * decision, how overall effectiveness stands, and where the record stands, so that a shortened one can be found.
 */
export const dailyMessage = (daily: Daily, told: Told, buttons: readonly Button[]): Message => {
  const { summary, recorded, before, thin } = daily;
  const { inspection } = summary;
  const day = dayNumber(inspection, told.of, told.holidays);
  const number = day === null ? 'before the first day on site' : `day ${day}`;
  const today = isoDayOf(told.of, inspection.timeZone);
  const unknown: Part[] = isKnown(today, told.holidays)
    ? []
    : [
        {
          note: `Bank holidays are known from ${told.holidays.from} to ${told.holidays.until} only, so this day and its number take no account of them.`,
        },
      ];
  return {
    parts: [
      { heading: `${inspection.authority}, ${number}` },
      {
        lines: [
          [{ strong: standingWord(summary) }, ` · ${dayOf(told.of, inspection.timeZone)}`],
          ...lateLines(summary, told),
        ],
      },
      {
        list: [
          recordedLine(daily),
          ...thinLines(thin),
          ...balanceLines(recorded, before),
          ...settleLines(summary),
          ...soFar(summary),
        ],
      },
      { note: signatureLine(inspection) },
      ...unknown,
      ...headLines(summary, told),
      { buttons },
    ],
  };
};
