import type { Inspection } from '../domain/inspection.ts';
import { momentAs, type Zoned } from '../domain/moments.ts';
import type { Cell, Column, Sheet } from './tree.ts';

/** A column of a sheet: its head, and what stands in it of each row's thing. */
export type Part<Of> = Column & { of: (each: Of, inspection: Inspection) => Cell };

/** "2013-11-19 10:45", in the inspection's own zone. */
export const momentCell = (zoned: Zoned, at: string | null | undefined): string => {
  if (!at) return '';
  const { day, time } = momentAs(zoned, at);
  return `${day} ${time}`;
};

/** A sheet with a row for each of these. */
export const sheet = <Of>(
  inspection: Inspection,
  name: string,
  all: Iterable<Of>,
  parts: readonly Part<Of>[],
): Sheet => ({
  // What a sheet's name may hold.
  name: name.replace(/[[\]/\\:*?']/g, ' ').slice(0, 31),
  table: {
    columns: parts.map(({ of: _, ...column }) => column),
    rows: [...all].map((each) => parts.map(({ of }) => of(each, inspection))),
  },
});
