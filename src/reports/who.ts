import type { Inspection } from '../domain/inspection.ts';
import type { Person } from '../domain/people.ts';
import { momentOf } from '../words/times.ts';
import { inline } from './markdown.ts';

/** Who did something, by the name kept in the record. Those who never had a role are the app itself and whoever runs it. */
export const whoDid = ({ names }: Inspection, { user }: Person): string => {
  const name = names.get(user);
  if (name !== undefined) return inline(name);
  return user === 'operator' ? 'whoever runs Fortnight' : `Fortnight (${user})`;
};

type Entry = { at: string; version: number; person: Person; hash: string };

/** "Tuesday 19 November 2013, 10:45, by Chi Lam (entry 14, 7f3a9c)". */
export const whenAndWho = (inspection: Inspection, { at, person, version, hash }: Entry): string =>
  `${momentOf(at, inspection.timeZone)}, by ${whoDid(inspection, person)} (entry ${version}, ${hash.slice(0, 6)})`;
