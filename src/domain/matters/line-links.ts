import type { Inspection } from '../inspection.ts';
import type { EvidenceContent } from './evidence-content.ts';
import type { Bearing } from './line-content.ts';

/** Which evidence speaks for a line and which against, by item. What was said last holds. */
export type Links = Map<string, Bearing>;

export const noLinks = (): Links => new Map();

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
