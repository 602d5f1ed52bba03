import { setMomentBefore } from './due.ts';
import { type Area, notJudged } from './framework.ts';
import type { Inspection } from './inspection.ts';
import type { EvidenceContent } from './matters/evidence-content.ts';
import { type Summary, summaryOf } from './summary.ts';
import { addTo, emptyTally, type Tally } from './tally.ts';
import { unheardIn, type Voice } from './voices.ts';
import type { BankHolidays } from './working-days.ts';

/** What was recorded in a stretch of time and still stands. An item that bears on two areas is one in `all`. */
export type RecordedSince = { all: Tally; areas: { area: Area; items: number }[] };

/** An area of which too little is known: nothing at all, or nothing in a voice that its criteria ask for. */
export type Thin = { area: Area; lacks: Voice | null };

/** What a daily summary says, as values. Restricted evidence has no part in it. */
export type Daily = {
  summary: Summary;
  /** Since when what is told was recorded: the set time of the working day before. Null on the first one: since the start. */
  since: string | null;
  recorded: RecordedSince;
  thin: Thin[];
};

const recordedIn = (inspection: Inspection, since: string | null, until: string): RecordedSince => {
  const all = emptyTally();
  const counts = new Map<string, number>();
  const take = (content: EvidenceContent): void => {
    addTo(all, content);
    for (const area of content.areas) counts.set(area, (counts.get(area) ?? 0) + 1);
  };
  for (const { recordedAt, withdrawn, content } of inspection.evidence.values()) {
    if (!withdrawn && (since === null || recordedAt > since) && recordedAt <= until) take(content);
  }
  const areas = inspection.framework.areas.map((area) => ({ area, items: counts.get(area.id) ?? 0 }));
  return { all, areas: areas.filter(({ items }) => items > 0) };
};

const thinAreas = ({ inspection, areas }: Summary): Thin[] =>
  areas.flatMap(({ area, tally, judgement }): Thin[] => {
    if (area.kind === 'input' || judgement?.grade === notJudged) return [];
    if (tally.items === 0) return [{ area, lacks: null }];
    return unheardIn(inspection, area).map((lacks) => ({ area, lacks }));
  });

/** Until when a summary counts: all of a record that is ahead of the clock, of which nobody knows when it was recorded. */
export const countedUntil = ({ recordedAt }: Inspection, of: string, now: string): string =>
  recordedAt > now ? recordedAt : of;

/** What there is to say of a day at a moment of it: what was recorded since the set time before that day, and how all stands. */
export const dailyOf = (inspection: Inspection, day: string, until: string, holidays: BankHolidays): Daily => {
  const summary = summaryOf(inspection);
  const since = setMomentBefore(inspection, day, holidays);
  return {
    summary,
    since: since?.at ?? null,
    recorded: recordedIn(inspection, since?.at ?? null, until),
    thin: thinAreas(summary),
  };
};
