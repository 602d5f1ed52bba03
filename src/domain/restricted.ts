import { z } from 'zod';
import { type Corrections, noteCorrection, refuseUnseen, seen } from './corrections.ts';
import type { Entered, Inspection } from './inspection.ts';
import { type Items, noItems, noteWords } from './items.ts';
import { type Erased, eraseItem, itemErased } from './matters/erasure.ts';
import {
  type Evidence,
  evidenceEdited,
  evidenceFields,
  evidenceRecorded,
  evidenceWithdrawn,
  isAlike,
  nothingChanged,
  recordedFields,
  withdrawEvidence,
  wrongContent,
} from './matters/evidence.ts';
import { exported, recordExport } from './matters/export.ts';
import type { By } from './people.ts';
import { samePerson } from './people.ts';
import { type Decision, refuse } from './refusal.ts';
import {
  closeRestrictedItem,
  decideHandling,
  evolveHandling,
  type Handling,
  linkRestrictedItem,
  restrictedItemClosed,
  restrictedItemLinked,
} from './restricted-handling.ts';
import { may, onlyFor } from './roles.ts';
import { sealedWords } from './sealed.ts';
import { roleOf } from './standing.ts';

/*
 * Restricted evidence has a history of its own beside the inspection's: only lead, deputy and quality assurance manager
 * read it, and nothing in the ordinary history names, counts or numbers it. Its items have random ids, because a
 * number would tell how many there are.
 */

export const restrictedCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('RecordRestrictedEvidence'),
    item: z.string().regex(/^W-[2-9A-HJ-NP-Z]{4}$/, 'Give an id made by chance, such as W-7K2Q.'),
    ...recordedFields,
  }),
  z.strictObject({ type: z.literal('EditRestrictedEvidence'), item: z.string(), seen, ...evidenceFields }),
  withdrawEvidence.extend({ type: z.literal('WithdrawRestrictedEvidence') }),
  eraseItem.extend({ type: z.literal('EraseRestrictedItem') }),
  recordExport.extend({ type: z.literal('RecordRestrictedExport') }),
  linkRestrictedItem,
  closeRestrictedItem,
]);
export type RestrictedCommand = z.infer<typeof restrictedCommand>;

export const restrictedEvent = z.discriminatedUnion('type', [
  evidenceRecorded.extend({ type: z.literal('RestrictedEvidenceRecorded') }),
  evidenceEdited.extend({ type: z.literal('RestrictedEvidenceEdited') }),
  evidenceWithdrawn.extend({ type: z.literal('RestrictedEvidenceWithdrawn') }),
  itemErased.extend({ type: z.literal('RestrictedItemErased') }),
  exported.extend({ type: z.literal('RestrictedExported') }),
  restrictedItemLinked,
  restrictedItemClosed,
]);
export type RestrictedEvent = z.infer<typeof restrictedEvent>;

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

/** Letters and digits that are not mistaken for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** `W-7K2Q` out of four random bytes given by the caller. */
export const restrictedItem = (random: Uint8Array): string =>
  `W-${[...random.slice(0, 4)].map((byte) => alphabet[byte % alphabet.length]).join('')}`;

/** That id, or the next one that was never given: chance may hit upon one twice. */
const neverGiven = (item: string, record: RestrictedRecord): string => {
  if (!record.evidence.has(item) && !record.erasedItems.has(item)) return item;
  const given = [...item.slice(2)].reduce((sum, letter) => sum * alphabet.length + alphabet.indexOf(letter), 0);
  const next = [3, 2, 1, 0].map(
    (place) => alphabet[Math.floor((given + 1) / alphabet.length ** place) % alphabet.length],
  );
  return neverGiven(`W-${next.join('')}`, record);
};

export const isRestrictedItem = (item: string): boolean => /^W-/i.test(item);

/** One answer for "there is none" and "not for you", so that asking tells nothing. */
const noSuchItem = (item: string) =>
  refuse(null, `There is no ${item} here. Find it with /judge find and a word from it.`);

/**
 * What a whistleblower says is taken from any member of the team, in any role and also once the inspection is signed off:
 * no judgement rests on it. Everything else restricted is recorded as evidence is.
 */
const decideRecording = (
  command: Extract<RestrictedCommand, { type: 'RecordRestrictedEvidence' }>,
  record: RestrictedRecord,
  inspection: Inspection,
  by: By,
): Decision<RestrictedEvent> => {
  const role = roleOf(inspection, by.person);
  const { type: _, item: asked, ...content } = command;
  const confided = content.source === 'whistleblower';
  const act = confided ? 'read' : 'record evidence';
  if (!may(role, act)) return refuse(null, onlyFor(act));
  if (inspection.sealed && !confided) return refuse(null, sealedWords(inspection));
  const refusals = wrongContent(content, inspection, by).filter(({ field }) => !(confided && field === 'source'));
  if (refusals.length > 0) return { refusals };
  return { events: [{ type: 'RestrictedEvidenceRecorded', item: neverGiven(asked, record), content }] };
};

export const decideRestricted = (
  command: RestrictedCommand,
  record: RestrictedRecord,
  inspection: Inspection,
  by: By,
): Decision<RestrictedEvent> => {
  const role = roleOf(inspection, by.person);
  if (command.type === 'EraseRestrictedItem') {
    const { item, reason } = command;
    const versions = record.evidence.has(item) ? record.items.versions.get(item) : undefined;
    return versions ? { events: [{ type: 'RestrictedItemErased', item, versions, reason }] } : noSuchItem(item);
  }
  if (command.type === 'RecordRestrictedExport') {
    // One act more than the record's own: whoever may take that out may not always read this.
    const lacks = (['export the record', 'read restricted evidence'] as const).find((act) => !may(role, act));
    return lacks ? refuse(null, onlyFor(lacks)) : { events: [{ type: 'RestrictedExported', files: command.files }] };
  }
  if (command.type === 'RecordRestrictedEvidence') return decideRecording(command, record, inspection, by);
  if (command.type === 'LinkRestrictedItem' || command.type === 'CloseRestrictedItem') {
    if (!record.evidence.has(command.item) || !may(role, 'read restricted evidence')) return noSuchItem(command.item);
    return decideHandling(command, record.handled, inspection);
  }
  if (inspection.sealed) return refuse(null, sealedWords(inspection));
  const evidence = record.evidence.get(command.item);
  if (!evidence || !may(role, 'read restricted evidence')) return noSuchItem(command.item);
  if (!may(role, 'correct anyone’s evidence') && !samePerson(evidence.by, by.person)) {
    return refuse(null, onlyFor('correct anyone’s evidence'));
  }
  if (evidence.withdrawn) return refuse(null, `${command.item} was withdrawn: ${evidence.withdrawn.reason}`);
  if (command.type === 'WithdrawRestrictedEvidence') {
    return { events: [{ type: 'RestrictedEvidenceWithdrawn', item: command.item, reason: command.reason }] };
  }
  const { type: _, item, seen: __, ...fields } = command;
  const unseen = refuseUnseen(record.corrections, inspection.names, command);
  if (unseen) return unseen;
  const content = { ...fields, from: evidence.content.from };
  const refusals = wrongContent(content, inspection, by);
  if (refusals.length > 0) return { refusals };
  if (isAlike(content, evidence.content)) return refuse('text', nothingChanged(item));
  return { events: [{ type: 'RestrictedEvidenceEdited', item, content }] };
};

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
  for (const event of events ?? []) evolve(record, event, entered);
  return record;
};

const evolve = (record: RestrictedRecord, event: RestrictedEvent, { person, at, version }: Entered): void => {
  if (event.type === 'RestrictedExported') return;
  if (event.type !== 'RestrictedItemErased') noteWords(record.items, event.item, version);
  const before = record.evidence.get(event.item);
  switch (event.type) {
    case 'RestrictedEvidenceRecorded': {
      const { item, content } = event;
      record.evidence.set(item, {
        item,
        content,
        by: person,
        recordedAt: at,
        edited: false,
        withdrawn: null,
      });
      return;
    }
    case 'RestrictedEvidenceEdited': {
      const kept = before ?? { item: event.item, by: person, recordedAt: at, withdrawn: null };
      record.evidence.set(event.item, {
        ...kept,
        content: event.content,
        edited: true,
      });
      noteCorrection(record.corrections, event.item, { person, at, version });
      return;
    }
    case 'RestrictedItemErased':
      record.evidence.delete(event.item);
      record.handled.delete(event.item);
      record.corrections.delete(event.item);
      record.erasedItems.set(event.item, { reason: event.reason, at, versions: event.versions });
      return;
    case 'RestrictedItemLinked':
    case 'RestrictedItemClosed':
      return evolveHandling(record.handled, event, { person, at, version });
    case 'RestrictedEvidenceWithdrawn':
      if (!before) return;
      record.evidence.set(event.item, {
        ...before,
        withdrawn: { reason: event.reason, by: person, at },
      });
      return;
  }
};
