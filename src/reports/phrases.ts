import { areaOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Entered, Person } from '../domain/people.ts';
import { momentOf } from '../words/times.ts';

/** What several sections say alike. */

/** Who did something, by the name kept in the record. Those who never had a role are the app itself and whoever runs it. */
export const whoDid = ({ names }: Inspection, { user }: Person): string => {
  const name = names.get(user);
  if (name !== undefined) return name;
  return user === 'operator' ? 'whoever runs Fortnight' : `Fortnight (${user})`;
};

/** "Tuesday 19 November 2013, 10:45, by Chi Lam". */
export const whenAndWho = (inspection: Inspection, at: string, by: Person): string =>
  `${momentOf(inspection, at)}, by ${whoDid(inspection, by)}`;

/** "Tuesday 19 November 2013, 10:45, by Chi Lam (entry 14, 7f3a9c)". */
export const entryInWords = (
  inspection: Inspection,
  { at, person, version, hash }: Entered & { hash: string },
): string => `${whenAndWho(inspection, at, person)} (entry ${version}, ${hash.slice(0, 6)})`;

type Ended = { at: string; by: Person; reason: string };

/** When and by whom something was ended, and why. */
export const withReason = (inspection: Inspection, { at, by, reason }: Ended): string =>
  `${whenAndWho(inspection, at, by)}. Reason: ${reason}`;

/** Nothing where it was not withdrawn. */
export const withdrawnLine = (inspection: Inspection, withdrawn: Ended | null): string =>
  withdrawn ? `Withdrawn: ${withReason(inspection, withdrawn)}` : '';

/** A fact in somebody's own words; nothing where it was left out. */
export const fact = (label: string, words: string | null | undefined): string => (words ? `${label}: ${words}` : '');

/** Areas by their short titles. */
export const areasNamed = ({ framework }: Inspection, areas: readonly string[]): string =>
  areas.map((area) => areaOf(framework, area).short).join('; ');

export const itemsOrNone = (items: readonly string[]): string => (items.length > 0 ? items.join(', ') : 'none');
