import type { z } from 'zod';
import { oneOf, rowsBy } from './composing.ts';
import { type Corrections, noteCorrection } from './corrections.ts';
import type { Inspection } from './inspection.ts';
import { type Items, noItems, noteWords } from './items.ts';
import type { RestrictedSubject, Typed } from './matter.ts';
import type { Erased } from './matters/erasure.ts';
import type { Evidence } from './matters/evidence.ts';
import type { By, Entered } from './people.ts';
import type { Decision } from './refusal.ts';
import { restrictedErasureMatter } from './restricted/erasure.ts';
import { restrictedEvidenceMatter } from './restricted/evidence.ts';
import { restrictedExportMatter } from './restricted/export.ts';
import { type Handling, handlingMatter } from './restricted/handling.ts';

/*
 * Restricted evidence has a history of its own beside the inspection's: only lead, deputy and quality assurance manager
 * read it, and nothing in the ordinary history names, counts or numbers it. Its items have random ids, because a
 * number would tell how many there are.
 */

/** The only list of what a restricted history is made of. */
const matters = [restrictedEvidenceMatter, restrictedErasureMatter, restrictedExportMatter, handlingMatter] as const;
type Rows = (typeof matters)[number];

export const restrictedCommand = oneOf(
  matters.flatMap(({ commands }): readonly Rows['commands'][number][] => commands),
);
export type RestrictedCommand = z.infer<Rows['commands'][number]>;

export const restrictedEvent = oneOf(matters.flatMap(({ events }): readonly Rows['events'][number][] => events));
export type RestrictedEvent = z.infer<Rows['events'][number]>;

/** The restricted history of one inspection, folded. */
export type RestrictedRecord = {
  evidence: Map<string, Evidence>;
  /** What came of each: lines of enquiry, and how it was closed. */
  handled: Map<string, Handling>;
  items: Items;
  corrections: Corrections;
  erasedItems: Map<string, Erased>;
  version: number;
  recordedAt: string;
};

export const emptyRestricted = (): RestrictedRecord => ({
  evidence: new Map(),
  handled: new Map(),
  items: noItems(),
  corrections: new Map(),
  erasedItems: new Map(),
  version: 0,
  recordedAt: '',
});

type Row = {
  commands: readonly Typed[];
  events: readonly Typed[];
  decide: (command: never, subject: RestrictedSubject, by: By) => Decision<RestrictedEvent>;
  evolve: { [type: string]: ((record: RestrictedRecord, event: never, entered: Entered) => void) | undefined };
  corrects?: readonly RestrictedEvent['type'][];
};
const rows = rowsBy<Row>(matters);

export const decideRestricted = (
  command: RestrictedCommand,
  record: RestrictedRecord,
  inspection: Inspection,
  by: By,
): Decision<RestrictedEvent> => rows.of(command.type).decide(command as never, { record, inspection }, by);

/** Whether something restricted came in with these. */
export const bringsRestricted = (events: readonly { type: string }[]): boolean =>
  events.some(({ type }) => type === 'RestrictedEvidenceRecorded');

/** Extends the record, in place, by one entry; an erased one leaves only its place. */
export const extendRestricted = (
  record: RestrictedRecord,
  events: readonly RestrictedEvent[] | null,
  entered: Entered,
): RestrictedRecord => {
  record.version = entered.version;
  record.recordedAt = entered.at;
  for (const event of events ?? []) {
    const { evolve, corrects } = rows.of(event.type);
    if ('item' in event && event.type !== 'RestrictedItemErased') noteWords(record.items, event.item, entered);
    const was = 'item' in event ? record.evidence.get(event.item) : undefined;
    evolve[event.type]?.(record, event as never, entered);
    if ('item' in event && corrects?.includes(event.type)) noteCorrection(record.corrections, event.item, entered, was);
  }
  return record;
};
