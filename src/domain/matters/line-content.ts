import { z } from 'zod';
import { inWordsOf } from '../field.ts';
import type { Inspection } from '../inspection.ts';
import { personSchema } from '../people.ts';
import { typed, typedOrNothing } from '../text/typed.ts';
import { chosenIds, type EvidenceContent } from './evidence-content.ts';

/** What a line of enquiry says: a hypothesis to test, where it comes from, and how it stands. */

export const origins = [
  { id: 'self-evaluation', label: 'The {authority}’s self-evaluation', of: 'a claim of the self-evaluation' },
  { id: 'data', label: 'Data', of: 'from data' },
  { id: 'previous-inspection', label: 'The previous inspection', of: 'from the previous inspection' },
  { id: 'complaint', label: 'A complaint', of: 'from a complaint' },
  { id: 'inspectors', label: 'The inspectors', of: 'from the inspectors' },
] as const;
type Origin = (typeof origins)[number]['id'];
const originIds = origins.map(({ id }) => id) as [Origin, ...Origin[]];

export const originsIn = (inspection: Inspection): { id: string; label: string }[] =>
  origins.map(({ id, label }) => ({ id, label: inWordsOf(inspection, label) }));

/** How a line stands. Tested is what the evidence confirmed or contradicted. */
export const standings = ['open', 'confirmed', 'contradicted', 'set-aside'] as const;
export type LineStanding = (typeof standings)[number];
export const standingLabels: Record<LineStanding, string> = {
  open: 'Open',
  confirmed: 'Confirmed',
  contradicted: 'Contradicted',
  'set-aside': 'Set aside',
};

/** Which way an item of evidence speaks. */
export const bearings = ['for', 'against'] as const;
export type Bearing = (typeof bearings)[number];

export const lineFields = {
  hypothesis: typed('Say what is to be tested: one sentence that evidence can confirm or contradict.'),
  origin: z.enum(originIds, 'Choose where it comes from.'),
  areas: chosenIds.refine((ids) => ids.length > 0, 'Choose at least one judgement area.'),
  /** By user id, as a form gives it. */
  owner: z.string('Choose who follows it.'),
};

export const lineContent = z.strictObject({
  hypothesis: z.string(),
  origin: z.enum(originIds),
  areas: z.array(z.string()).min(1),
  owner: personSchema,
});
export type LineContent = z.infer<typeof lineContent>;

export const settleFields = {
  standing: z.enum(standings, 'Choose how it stands.'),
  reason: typedOrNothing,
};

/** Which evidence speaks for a line and which against, by item. What was said last holds. */
export type Links = Map<string, Bearing>;

type Linked = { links: Links };

/** Links an item to a line, the other way round where it was linked; null takes it off. */
export const link = ({ links }: Linked, item: string, bears: Bearing | null): void => {
  if (bears === null) links.delete(item);
  else links.set(item, bears);
};

type Bears = Pick<EvidenceContent, 'lines' | 'bears'>;

/**
 * Links an item as its recorder says. A correction that leaves its lines as they were leaves the links as they are, also
 * those made from the line since.
 */
export const linkAsRecorded = ({ lines }: Inspection, item: string, before: Bears | null, now: Bears): void => {
  const same = before?.bears === now.bears && before.lines.join() === now.lines.join();
  if (same) return;
  for (const name of before?.lines ?? []) lines.get(name)?.links.delete(item);
  for (const name of now.lines) {
    const line = lines.get(name);
    if (line) link(line, item, now.bears ?? 'for');
  }
};

/** Takes an item off every line. */
export const unlink = ({ lines }: Inspection, item: string): void => {
  for (const { links } of lines.values()) links.delete(item);
};

/** The items that speak one way and stand, in the order in which they were linked. */
export const bearingOn = ({ links }: Linked, bears: Bearing, { evidence }: Inspection): string[] =>
  [...links].filter(([item, way]) => way === bears && !evidence.get(item)?.withdrawn).map(([item]) => item);
