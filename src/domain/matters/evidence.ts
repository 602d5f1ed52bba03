import { z } from 'zod';
import type { Balances } from '../balance.ts';
import { alter, changedBy, noSuchItem, nothingChanged, type Withdrawn, withdrawnWords } from '../changing.ts';
import { seen } from '../corrections.ts';
import { unknownAreas } from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import { leeway } from '../moments.ts';
import { type By, type Entered, type Person, samePerson } from '../people.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { unknownSource } from '../sources.ts';
import { roleOf } from '../standing.ts';
import { emptyTally, type Tally } from '../tally.ts';
import { typed } from '../text/typed.ts';
import {
  type EvidenceContent,
  evidenceContent,
  evidenceFields,
  fillsIn,
  isAlike,
  recordedFields,
} from './evidence-content.ts';
import { corrected, forgotten, takenIn, takenOut } from './evidence-counted.ts';
import { recordedAlready, recordedFrom } from './evidence-from-a-message.ts';
import { isRestedOn } from './resting.ts';

const recordEvidence = z.strictObject({
  type: z.literal('RecordEvidence'),
  ...recordedFields,
  /** True for an item that follows another out of the same message: only the first asks whether the message is new. */
  further: z.boolean().nullish(),
});
const editEvidence = z.strictObject({
  type: z.literal('EditEvidence'),
  item: z.string(),
  seen,
  ...evidenceFields,
});
export const withdrawEvidence = z.strictObject({
  type: z.literal('WithdrawEvidence'),
  item: z.string(),
  reason: typed('Say why it is withdrawn. The item stays in the record, marked as withdrawn.'),
});
const commands = [recordEvidence, editEvidence, withdrawEvidence] as const;

export const evidenceRecorded = z.strictObject({
  type: z.literal('EvidenceRecorded'),
  item: z.string(),
  content: evidenceContent,
});
export const evidenceEdited = z.strictObject({
  type: z.literal('EvidenceEdited'),
  item: z.string(),
  content: evidenceContent,
});
export const evidenceWithdrawn = z.strictObject({
  type: z.literal('EvidenceWithdrawn'),
  item: z.string(),
  reason: z.string(),
});
/** What was left unsaid, said by whoever recorded it before anything rested on it: no correction. */
const evidenceCompleted = evidenceEdited.extend({ type: z.literal('EvidenceCompleted') });
const events = [evidenceRecorded, evidenceEdited, evidenceCompleted, evidenceWithdrawn] as const;
export type EvidenceEvent = Of<typeof events>;

/** One item as it now stands. Earlier wordings stay in the history. */
export type Evidence = {
  item: string;
  content: EvidenceContent;
  by: Person;
  recordedAt: string;
  edited: boolean;
  withdrawn: Withdrawn | null;
};

/** What is wrong with an item under this framework and role, at its field. */
export const wrongContent = (content: EvidenceContent, inspection: Inspection, by: By): Refusal[] => {
  const { framework } = inspection;
  const refusals: Refusal[] = [];
  const unknown = unknownAreas(framework, content.areas);
  if (unknown !== null) refusals.push({ field: 'areas', words: unknown });
  const known = framework.areas.filter((area) => content.areas.includes(area.id)).flatMap((area) => area.criteria);
  const strangers = content.criteria.filter((id) => !known.some((criterion) => criterion.id === id));
  if (strangers.length > 0) {
    refusals.push({
      field: 'criteria',
      words: `${strangers.join(', ')} belongs to another area. Choose criteria of the areas above.`,
    });
  }
  const named = [...content.lines, ...(content.askedOf ? [content.askedOf] : [])];
  const unknownLines = named.filter((id) => !inspection.lines.has(id));
  if (unknownLines.length > 0) {
    const words = `There is no ${unknownLines.join(', ')} here.`;
    refusals.push({ field: 'lines', words });
  }
  if (content.lines.length > 0 && content.bears === null)
    refusals.push({ field: 'bears', words: 'Say whether it speaks for or against the line of enquiry.' });
  const { agencies } = framework;
  if (content.agency !== null && agencies.length > 0 && !agencies.some(({ label }) => label === content.agency)) {
    const labels = agencies.map(({ label }) => label).join(', ');
    refusals.push({ field: 'agency', words: `${framework.short} inspects ${labels}. Choose one of these.` });
  }
  // Slack dated the message that it comes from, by its own clock.
  const latest = content.from === null ? by.at : new Date(Date.parse(by.at) + leeway).toISOString();
  if (content.observedAt > latest)
    refusals.push({ field: 'observedAt', words: 'This is in the future. Give the time it was observed.' });
  const stranger = unknownSource(framework, content.source);
  if (stranger !== null) refusals.push({ field: 'source', words: stranger });
  if (roleOf(inspection, by.person) === 'analyst' && content.source !== 'data') {
    refusals.push({ field: 'source', words: 'Analysts record data evidence: choose Data as the source.' });
  }
  return refusals;
};

/** The same for the ordinary record, which is no place for what a whistleblower says. */
const wrongHere = (content: EvidenceContent, inspection: Inspection, by: By): Refusal[] => [
  ...wrongContent(content, inspection, by),
  ...(content.source === 'whistleblower'
    ? [{ field: 'source', words: 'What a whistleblower says is recorded as a new, restricted item.' }]
    : []),
];

/** Why this person may not change an item; null where they may. */
export const whyNotChangeEvidence = changedBy<Evidence>({
  act: 'record evidence',
  others: 'correct anyone’s evidence',
  sealed: true,
  over: withdrawnWords,
});

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<EvidenceEvent> => {
  if (command.type === 'RecordEvidence') {
    const { type: _, further, ...content } = command;
    const before = content.from && !further ? recordedFrom(inspection, content.from, content.text).now : null;
    if (before) return refuse(null, recordedAlready(before.item));
    const refusals = wrongHere(content, inspection, by);
    if (refusals.length > 0) return { refusals };
    return { events: [{ type: 'EvidenceRecorded', item: nextItem(inspection.items, 'E'), content }] };
  }
  const { item } = command;
  const evidence = inspection.evidence.get(item);
  if (!evidence) return refuse(null, noSuchItem(inspection, item));
  const whyNot = whyNotChangeEvidence(inspection, evidence, by.person);
  if (whyNot !== null) return refuse(null, whyNot);
  if (command.type === 'WithdrawEvidence')
    return { events: [{ type: 'EvidenceWithdrawn', item, reason: command.reason }] };
  // Its words and its rows are one.
  if (inspection.profiles.has(item))
    return refuse('text', `${item} is a performance profile. Record the quarter again instead.`);
  const { type: _, item: __, seen: ___, ...fields } = command;
  const content = { ...fields, from: evidence.content.from };
  const refusals = wrongHere(content, inspection, by);
  if (refusals.length > 0) return { refusals };
  if (isAlike(content, evidence.content)) return refuse('text', nothingChanged(item));
  const completes = samePerson(evidence.by, by.person) && !evidence.edited && fillsIn(evidence.content, content);
  const type = completes && !isRestedOn(inspection, item) ? 'EvidenceCompleted' : 'EvidenceEdited';
  return { events: [{ type, item, content }] };
};

/** Where the first wording was erased, the item is known from here on. */
const reword = (
  inspection: Inspection,
  { item, content }: { item: string; content: EvidenceContent },
  edited: boolean,
  { person: by, at }: Entered,
): void => {
  const before = inspection.evidence.get(item);
  const now = { ...(before ?? { item, by, recordedAt: at, withdrawn: null }), content, edited };
  inspection.evidence.set(item, now);
  corrected(inspection, before, now);
};

/** Leaves nothing of an item but what its erasure says. */
export const forgetEvidence = (inspection: Inspection, item: string): void => {
  const evidence = inspection.evidence.get(item);
  if (evidence && !evidence.withdrawn) takenOut(inspection, evidence);
  forgotten(inspection, item);
  inspection.evidence.delete(item);
};

declare module '../inspection.ts' {
  interface Inspection {
    evidence: Map<string, Evidence>;
    /** The tally of all areas together: an item that bears on two of them is one. */
    whole: Tally;
    balances: Balances;
    /** How many items that stand were recorded, by the quarter of an hour and the id of whoever did. */
    recorded: Map<string, number>;
    /** Items of which it is asked which way they speak of a line of enquiry. */
    unanswered: Set<string>;
  }
}

export const evidenceMatter = matter({
  commands,
  events,
  act: 'record evidence',
  sealed: true,
  begins: () => ({
    evidence: new Map(),
    whole: emptyTally(),
    balances: new Map(),
    recorded: new Map(),
    unanswered: new Set(),
  }),
  decide,
  evolve: {
    EvidenceRecorded: (inspection, { item, content }, { person: by, at }) => {
      const evidence = { item, content, by, recordedAt: at, edited: false, withdrawn: null };
      inspection.evidence.set(item, evidence);
      takenIn(inspection, evidence);
    },
    EvidenceEdited: (inspection, event, entered) => reword(inspection, event, true, entered),
    EvidenceCompleted: (inspection, event, entered) => reword(inspection, event, false, entered),
    EvidenceWithdrawn: (inspection, { item, reason }, { person: by, at }) => {
      const before = inspection.evidence.get(item);
      alter(inspection.evidence, item, { withdrawn: { reason, by, at } });
      if (before && !before.withdrawn) takenOut(inspection, before);
    },
  },
  moves: 'signature',
  corrects: ['EvidenceEdited', 'EvidenceCompleted'],
});
