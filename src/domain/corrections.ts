import { z } from 'zod';
import type { Recorded } from './changing.ts';
import type { Entered, Person } from './people.ts';
import { type Refusal, refuse } from './refusal.ts';

/*
 * Which items were put right, when and by whom, whatever their kind; and who last gave what is kept whole, such as the team. A
 * correction says which version of the record its writer had before them, so that nobody's takes the place of another's
 * that they never saw.
 */

/** A wording of an item that is no more: how the item stood, and who put another in its place, and when. */
export type Earlier = { was: Recorded; by: Person; at: string };
/** The last correction of an item. `version` is its entry; `earlier` are the wordings before it, the first one first. */
type Corrected = { by: Person; at: string; version: number; earlier: readonly Earlier[] };
/** By item, or by what is kept whole: `team`, `settings`, `context`, `grade adoption`, `overall overall`. */
export type Corrections = Map<string, Corrected>;

/** The version of the record that whoever corrects an item had before them; null where they had no form. */
export const seen = z
  .int()
  .nullish()
  .transform((version) => version ?? null);

export const noteCorrection = (
  corrections: Corrections,
  item: string,
  { person: by, at, version }: Pick<Entered, 'person' | 'at' | 'version'>,
  /** The item before it; null where the record holds it no more, or where no item is put right. */
  was: Recorded | null = null,
): void => {
  const before = corrections.get(item)?.earlier ?? [];
  corrections.set(item, { by, at, version, earlier: was ? [...before, { was, by, at }] : before });
};

/** The correction of an item that somebody who saw the record as at a version has not seen; null where there is none. */
export const correctedSince = (corrections: Corrections, item: string, version: number | null): Corrected | null => {
  const last = corrections.get(item);
  return last && version !== null && last.version > version ? last : null;
};

/** Why a correction made upon an earlier wording is not kept; null where it was made upon the last. */
export const refuseUnseen = (
  { corrections, names }: { corrections: Corrections; names: ReadonlyMap<string, string> },
  subject: string | null,
  command: { item?: string; seen: number | null },
): { refusals: Refusal[] } | null => {
  const last = correctedSince(corrections, subject ?? '', command.seen);
  if (!last) return null;
  const who = names.get(last.by.user) ?? 'Somebody else';
  const what = command.item === undefined ? 'changed this' : `corrected ${command.item}`;
  return refuse(null, `${who} ${what} meanwhile. Look at it again before you save yours.`);
};
