import { type Balance, balanceByDay, shareOf, turnedToProcess } from '../domain/balance.ts';
import { longDay } from '../domain/day-words.ts';
import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { abouts, type EvidenceAbout } from '../domain/sources.ts';
import type { Tally } from '../domain/tally.ts';
import { counted } from './message.ts';

/** How evidence is shared between experience, practice and process, and when the last days have turned to process. */

const sharesInWords = (counts: Record<EvidenceAbout, number>, items: number): string => {
  const total = abouts.reduce((sum, about) => sum + counts[about], 0);
  if (total === 0) return '';
  const shares = abouts.map((about) => `${about} ${shareOf(counts, about)} %`);
  return `${shares.join(', ')}${items > total ? ` (${items - total} not stated)` : ''}`;
};

/** "experience 40 %, practice 35 %, process 25 % (3 not stated)"; empty where no item says what it is about. */
export const balanceInWords = ({ abouts: counts, items }: Tally): string => {
  const of = (about: EvidenceAbout): number => counts.get(about) ?? 0;
  return sharesInWords({ experience: of('experience'), practice: of('practice'), process: of('process') }, items);
};

const balanceOfDay = ({ day, balance }: { day: string; balance: Balance }): string =>
  `${longDay(day)}: ${sharesInWords(balance, balance.items) || `${counted(balance.items, 'item')}, none says what it is about`}`;

/** The last days on which something was observed, each with its balance, the latest first. */
export const balanceOfDays = (inspection: Inspection, most: number): string[] =>
  balanceByDay(inspection).slice(-most).reverse().map(balanceOfDay);

/** "the last 2 days turned to process: 62 % and 70 %"; empty where they did not. */
export const turnedInWords = (inspection: Inspection, today: string): string => {
  const days = turnedToProcess(inspection, today);
  if (days.length === 0) return '';
  const shares = listed(
    days.map(({ share }) => `${share} %`),
    'and',
  );
  const which = days.length === 1 ? 'the last day' : `the last ${days.length} days`;
  return `${which} turned to process: ${shares}`;
};
