import type { Inspection } from './inspection.ts';
import type { EvidenceContent } from './matters/evidence-content.ts';
import { dayIn } from './moments.ts';
import { abouts, type EvidenceAbout } from './sources.ts';

/*
 * How much of the evidence is about children's experience, about practice and about process, day by day of its observation. It is
 * counted item by item, by quarters of an hour in UTC: every zone's days begin with one, and finding the day of a hundred
 * thousand items would take most of a second.
 */

export type Balance = { items: number } & Record<EvidenceAbout, number>;

/** By the quarter of an hour in which it was observed. */
export type Balances = Map<string, Balance>;

const nothing = (): Balance => ({ items: 0, experience: 0, practice: 0, process: 0 });

const quarters = ['00', '15', '30', '45'];

/** "2013-11-19T08:30" of any moment from then to 08:44. */
export const quarterOf = (at: string): string => at.slice(0, 14) + quarters[Math.floor(Number(at.slice(14, 16)) / 15)];

/** The moment in which a quarter of an hour begins. */
export const startOf = (quarter: string): string => `${quarter}:00.000Z`;

/** Counts an item in, or with -1 out again. */
export const countBalance = (balances: Balances, { observedAt, about }: EvidenceContent, by: 1 | -1): void => {
  const quarter = quarterOf(observedAt);
  const balance = balances.get(quarter) ?? nothing();
  balance.items += by;
  if (about) balance[about] += by;
  if (balance.items > 0) balances.set(quarter, balance);
  else balances.delete(quarter);
};

/** Days with their balance, the earliest first. */
export const balanceByDay = ({ balances, timeZone }: Inspection): { day: string; balance: Balance }[] => {
  const days = new Map<string, Balance>();
  for (const [quarter, { items, ...counts }] of balances) {
    const day = dayIn({ timeZone }, startOf(quarter));
    const so = days.get(day) ?? nothing();
    so.items += items;
    for (const about of abouts) so[about] += counts[about];
    days.set(day, so);
  }
  return [...days].map(([day, balance]) => ({ day, balance })).sort((one, other) => one.day.localeCompare(other.day));
};

/** The share of one kind among what says what it is about, in per cent; null where nothing says so. */
export const shareOf = (balance: Record<EvidenceAbout, number>, about: EvidenceAbout): number | null => {
  const stated = abouts.reduce((sum, each) => sum + balance[each], 0);
  return stated === 0 ? null : Math.round((100 * balance[about]) / stated);
};

/**
 * The last days on which something was observed, when each has at least the set share of process; empty where they have not
 * turned to it. Days later than `today` are none.
 */
export const turnedToProcess = (inspection: Inspection, today: string): { day: string; share: number }[] => {
  const { processDays, processShare } = inspection.settings;
  const last = balanceByDay(inspection)
    .flatMap(({ day, balance }) => {
      const share = shareOf(balance, 'process');
      return share === null || day > today ? [] : [{ day, share }];
    })
    .slice(-processDays);
  return last.length === processDays && last.every(({ share }) => share >= processShare) ? last : [];
};
