import type { z } from 'zod';
import { sealedWords } from './changing.ts';
import { oneOf, rowsBy } from './composing.ts';
import { type Corrections, noteCorrection, refuseUnseen } from './corrections.ts';
import { type Items, noItems, noteNumber, noteWords } from './items.ts';
import { itemIn } from './kinds.ts';
import type { Moves, Typed } from './matter.ts';
import { lapse } from './matters/sign-off.ts';
import type { InspectionStarted } from './matters/start.ts';
import { matters } from './matters.ts';
import { onlyFor } from './only-for.ts';
import type { By, Entered } from './people.ts';
import { type Decision, refuse } from './refusal.ts';
import { type Act, may } from './roles.ts';
import { roleOf } from './standing.ts';

/** An inspection: what can be asked of it, what happened in it, how it stands. All of it is made from the list of matters. */

export type { Entered } from './people.ts';

type Rows = (typeof matters)[number];

export const inspectionCommand = oneOf(
  matters.flatMap(({ commands }): readonly Rows['commands'][number][] => commands),
);
export type InspectionCommand = z.infer<Rows['commands'][number]>;

/** What happened: the only state. */
export const inspectionEvent = oneOf(matters.flatMap(({ events }): readonly Rows['events'][number][] => events));
export type InspectionEvent = z.infer<Rows['events'][number]>;

/**
 * An inspection as its history leaves it. Folding extends it in place, because an inspection of a hundred thousand
 * entries must cost no more to extend than one of a hundred; nobody but `evolve` writes to it. Here stands what belongs to
 * the record itself: each matter adds its slice, in its own file.
 */
export interface Inspection {
  id: string;
  items: Items;
  /** What was put right, by item. */
  corrections: Corrections;
  /** The version that last changed evidence, grades, team or signatures: what a summary shows. */
  changedAt: number;
  /** The same without new items, on which nothing rests yet. */
  movedAt: number;
  version: number;
  recordedAt: string;
  /** Versions whose words were erased. */
  erased: number[];
}

/** A matter as it is asked, of whatever it is. */
type Row = {
  commands: readonly Typed[];
  events: readonly Typed[];
  act?: Act | { readonly [type: string]: Act | undefined };
  sealed: boolean;
  begins: (start: InspectionStarted, entered: Entered) => object;
  decide: (command: never, inspection: Inspection, by: By) => Decision<InspectionEvent>;
  /** Of every event of the matter, as `matter` holds it to. */
  evolve: { [type: string]: ((inspection: Inspection, event: never, entered: Entered) => void) | undefined };
  moves: Moves | ((inspection: Inspection, event: never) => Moves);
  untold?: readonly InspectionEvent['type'][];
  corrects?: readonly InspectionEvent['type'][];
  about?: (said: never) => string;
};
const rows = rowsBy<Row>(matters);

/** What a command or an event is about, as corrections name it; null where it changes nothing that others may have open. */
const subjectOf = (said: InspectionCommand | InspectionEvent): string | null => {
  const { about } = rows.of(said.type);
  return about?.(said as never) ?? ('item' in said ? said.item : null);
};

type AllOf<Each> = (Each extends unknown ? (each: Each) => void : never) extends (all: infer All) => void ? All : never;
/** What the matters begin with, together. Where one adds to the inspection what it does not begin, this is too little. */
type Begun = AllOf<ReturnType<Rows['begins']>>;

/** The inspection that a first entry begins. */
export const begin = (id: string, event: InspectionStarted, entered: Entered): Inspection => ({
  id,
  items: noItems(),
  corrections: new Map(),
  changedAt: entered.version,
  movedAt: entered.version,
  version: entered.version,
  recordedAt: entered.at,
  erased: [],
  ...(Object.assign({}, ...matters.map(({ begins }) => begins(event, entered))) as Begun),
});

/** What a command comes to in this inspection: the facts to keep, or why not. Reads nothing but its arguments. */
export const decide = (command: InspectionCommand, inspection: Inspection, by: By): Decision<InspectionEvent> => {
  const { decide: decides, act, sealed } = rows.of(command.type);
  const unseen = 'seen' in command ? refuseUnseen(inspection, subjectOf(command), command) : null;
  if (unseen) return unseen;
  if (sealed && inspection.sealed) return refuse(null, sealedWords(inspection));
  const needed = typeof act === 'object' ? act[command.type] : act;
  if (needed && !may(roleOf(inspection, by.person), needed)) return refuse(null, onlyFor(inspection, needed));
  return decides(command as never, inspection, by);
};

/** Extends an inspection, in place, by one entry; `events` is null where its words were erased. */
export const extend = (
  inspection: Inspection,
  events: readonly InspectionEvent[] | null,
  entered: Entered,
): Inspection => {
  inspection.version = entered.version;
  inspection.recordedAt = entered.at;
  if (events === null) inspection.erased.push(entered.version);
  for (const event of events ?? []) fold(inspection, event, entered);
  if (isNews(events)) inspection.daily.news = entered.version;
  return inspection;
};

/** An inspection with one more entry of its record, the first of which begins it and can never be erased. */
export const withEntry = (
  id: string,
  inspection: Inspection | null,
  events: readonly InspectionEvent[] | null,
  entered: Entered,
): Inspection => {
  if (inspection) return extend(inspection, events, entered);
  const [first, ...rest] = events ?? [];
  if (first?.type !== 'InspectionStarted') throw new Error(`The record of ${id} does not begin with its start`);
  return extend(begin(id, first, entered), rest, entered);
};

const fold = (inspection: Inspection, event: InspectionEvent, entered: Entered): void => {
  const { evolve, moves, corrects } = rows.of(event.type);
  note(inspection, event, entered);
  const moved = typeof moves === 'function' ? moves(inspection, event as never) : moves;
  const subject = corrects?.includes(event.type) ? subjectOf(event) : null;
  const was = subject === null ? null : itemIn(inspection, subject);
  evolve[event.type]?.(inspection, event as never, entered);
  if (moved === 'signature') lapse(inspection, event, entered);
  if (moved !== 'nothing') inspection.changedAt = entered.version;
  if (moved !== 'nothing' && event.type !== 'EvidenceRecorded') inspection.movedAt = entered.version;
  if (subject !== null) noteCorrection(inspection.corrections, subject, entered, was);
};

/** An erasure names its item without holding a word of it. */
const note = ({ items }: Inspection, event: InspectionEvent, entered: Entered): void => {
  if (!('item' in event)) return;
  noteNumber(items, event.item);
  if (event.type !== 'ItemErased') noteWords(items, event.item, entered);
};

/** Whether an entry is worth telling the leads of: one whose words were erased was, when they stood. */
const isNews = (events: readonly InspectionEvent[] | null): boolean =>
  events === null || events.some(({ type }) => !rows.of(type).untold?.includes(type));
