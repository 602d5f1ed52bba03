import { z } from 'zod';
import { alter, changedBy, nothingChanged, type Withdrawn } from '../changing.ts';
import { cohortsOf } from '../cohorts.ts';
import { seen } from '../corrections.ts';
import { inWordsOf } from '../field.ts';
import type { Inspection } from '../inspection.ts';
import { numbered } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import { type By, type Person, personSchema } from '../people.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { notOnTeam, personOnTeam } from '../standing.ts';
import { namedOrNothing, typed } from '../text/typed.ts';
import { caseReference } from './evidence-content.ts';

/**
 * Cases: one child's record each, known by a reference that Fortnight gives. Tracked is in depth, sampled is one aspect (SCCIF),
 * audited is one that the authority audited itself.
 */
export const caseKinds = ['tracked', 'sampled', 'audited'] as const;
export type CaseKind = (typeof caseKinds)[number];
export const caseKindLabels: Record<CaseKind, string> = {
  tracked: 'Tracked in depth',
  sampled: 'Sampled',
  audited: 'Audited by the {authority}',
};

const caseFields = {
  kind: z.enum(caseKinds, 'Choose how it is read.'),
  cohort: z.string('Choose the cohort.'),
  site: namedOrNothing,
  /** By user id, as a form gives it. */
  reader: z.string('Choose who reads it.'),
};

/** `reference` registers a case that evidence names already; without it the case gets the next reference. */
const registerCase = z.strictObject({
  type: z.literal('RegisterCase'),
  reference: caseReference,
  ...caseFields,
});
const changeCase = z.strictObject({ type: z.literal('ChangeCase'), item: z.string(), seen, ...caseFields });
const removeCase = z.strictObject({
  type: z.literal('RemoveCase'),
  item: z.string(),
  reason: typed('Say why it is taken off. The reason stays in the record.'),
});
const commands = [registerCase, changeCase, removeCase] as const;

const kept = {
  item: z.string(),
  kind: z.enum(caseKinds),
  cohort: z.string(),
  site: z.string().nullable(),
  reader: personSchema,
};
const caseRegistered = z.strictObject({ type: z.literal('CaseRegistered'), ...kept });
const caseChanged = z.strictObject({ type: z.literal('CaseChanged'), ...kept });
const caseRemoved = z.strictObject({ type: z.literal('CaseRemoved'), item: z.string(), reason: z.string() });
const events = [caseRegistered, caseChanged, caseRemoved] as const;

/** A case as it now stands. One that was taken off counts no more; its reference is never given again. */
export type Case = {
  item: string;
  kind: CaseKind;
  cohort: string;
  site: string | null;
  /** Null where a plan was taken in that does not say. */
  reader: Person | null;
  by: Person;
  registeredAt: string;
  removed: Withdrawn | null;
};

/** The cases registered, and the items of evidence that name each reference or ever did. */
export type Cases = { registered: Map<string, Case>; named: Map<string, Set<string>> };

/** Takes note that an item names a case. A correction does not undo that: an earlier wording still names it. */
export const noteCase = ({ named }: Cases, reference: string, item: string): void => {
  const items = named.get(reference);
  if (items) items.add(item);
  else named.set(reference, new Set([item]));
};

/** Nothing of an item is left, so it names no case either. */
export const forgetNamed = ({ named }: Cases, item: string): void => {
  for (const [reference, items] of named) if (items.delete(item) && items.size === 0) named.delete(reference);
};

/** Whether a reference stands for somebody, or ever did. */
export const isUsed = ({ cases, erasedItems, concerns }: Inspection, reference: string): boolean =>
  cases.registered.has(reference) ||
  cases.named.has(reference) ||
  erasedItems.has(reference) ||
  [...concerns.values()].some(({ case: now, casesBefore }) => now === reference || casesBefore.includes(reference));

/** The first reference that stands for no child yet. */
export const nextReference = (inspection: Inspection): string => {
  let number = 1;
  while (isUsed(inspection, numbered('C', number))) number += 1;
  return numbered('C', number);
};

/** Why this person may not change a case or take it off; null where they may. Anybody who registers cases may. */
export const whyNotChangeCase = changedBy<Case>({
  act: 'register {cases}',
  others: null,
  sealed: true,
  over: ({ item, removed }) => removed && `${item} was taken off: ${removed.reason}`,
});

type Fields = Omit<z.infer<typeof changeCase>, 'type' | 'item' | 'seen'>;
type Details = Pick<Case, 'kind' | 'cohort' | 'site'> & { reader: Person };

const detailsOf = ({ kind, cohort, site, reader }: Fields, inspection: Inspection): Details | Refusal[] => {
  const refusals: Refusal[] = [];
  const person = personOnTeam(inspection, reader);
  if (!cohortsOf(inspection.framework).some(({ id }) => id === cohort))
    refusals.push({ field: 'cohort', words: 'There is no such cohort here. Choose one from the list.' });
  if (!person) refusals.push({ field: 'reader', words: notOnTeam });
  return person && refusals.length === 0 ? { kind, cohort, site, reader: person } : refusals;
};

/** The reference that a new case gets, or why it gets none. */
const referenceFor = (asked: string | null, inspection: Inspection): string | Refusal => {
  if (asked === null) return nextReference(inspection);
  const { registered, named } = inspection.cases;
  const before = registered.get(asked);
  if (before) return { field: null, words: `${asked} is registered already.` };
  if (named.has(asked) && !inspection.erasedItems.has(asked)) return asked;
  return { field: null, words: `No evidence names ${asked}. Leave it empty: Fortnight gives the reference.` };
};

const sameDetails = (one: Details, { kind, cohort, site, reader }: Case): boolean =>
  one.kind === kind && one.cohort === cohort && one.site === site && one.reader?.user === reader?.user;

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<Of<typeof events>> => {
  if (command.type === 'RegisterCase') {
    const item = referenceFor(command.reference, inspection);
    if (typeof item !== 'string') return { refusals: [item] };
    const details = detailsOf(command, inspection);
    return Array.isArray(details) ? { refusals: details } : { events: [{ type: 'CaseRegistered', item, ...details }] };
  }
  const { item } = command;
  const standing = inspection.cases.registered.get(item);
  if (!standing) return refuse(null, `There is no ${inWordsOf(inspection, '{case}')} ${item} here.`);
  const whyNot = whyNotChangeCase(inspection, standing, by.person);
  if (whyNot !== null) return refuse(null, whyNot);
  if (command.type === 'RemoveCase') return { events: [{ type: 'CaseRemoved', item, reason: command.reason }] };
  const details = detailsOf(command, inspection);
  if (Array.isArray(details)) return { refusals: details };
  if (sameDetails(details, standing)) return refuse('kind', nothingChanged(item));
  return { events: [{ type: 'CaseChanged', item, ...details }] };
};

declare module '../inspection.ts' {
  interface Inspection {
    cases: Cases;
  }
}

export const caseMatter = matter({
  commands,
  events,
  act: 'register {cases}',
  sealed: true,
  begins: () => ({ cases: { registered: new Map(), named: new Map() } }),
  decide,
  evolve: {
    CaseRegistered: ({ cases }, { type: _, ...details }, { person: by, at }) =>
      void cases.registered.set(details.item, { ...details, by, registeredAt: at, removed: null }),
    CaseChanged: ({ cases }, { type: _, ...details }) => alter(cases.registered, details.item, details),
    CaseRemoved: ({ cases }, { item, reason }, { person: by, at }) =>
      alter(cases.registered, item, { removed: { reason, by, at } }),
  },
  moves: 'signature',
  corrects: ['CaseChanged'],
});
