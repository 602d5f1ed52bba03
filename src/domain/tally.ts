import type { EvidenceContent } from './matters/evidence.ts';

/**
 * What an area's evidence comes to, kept up to date item by item, so that a board or summary never counts a whole
 * history again. Withdrawn items are not in it.
 */
export type Tally = {
  items: number;
  signs: Map<string, number>;
  sources: Map<string, number>;
  abouts: Map<string, number>;
  criteria: Map<string, number>;
  /** A case, with how many items about it came from tracking and from sampling it. */
  cases: Map<string, { items: number; tracked: number; sampled: number }>;
};

export const emptyTally = (): Tally => ({
  items: 0,
  signs: new Map(),
  sources: new Map(),
  abouts: new Map(),
  criteria: new Map(),
  cases: new Map(),
});

const step = (counts: Map<string, number>, key: string, by: number): void => {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
};

const change = (tally: Tally, content: EvidenceContent, by: 1 | -1): void => {
  tally.items += by;
  step(tally.signs, content.sign, by);
  step(tally.sources, content.source, by);
  if (content.about) step(tally.abouts, content.about, by);
  for (const criterion of content.criteria) step(tally.criteria, criterion, by);
  if (!content.case) return;
  const seen = tally.cases.get(content.case) ?? { items: 0, tracked: 0, sampled: 0 };
  seen.items += by;
  if (content.source === 'case-tracked') seen.tracked += by;
  if (content.source === 'case-sampled') seen.sampled += by;
  if (seen.items > 0) tally.cases.set(content.case, seen);
  else tally.cases.delete(content.case);
};

export const addTo = (tally: Tally, content: EvidenceContent): void => change(tally, content, 1);
export const removeFrom = (tally: Tally, content: EvidenceContent): void => change(tally, content, -1);

/** How many cases, and how many of them were tracked in depth or sampled. A case that was both counts as tracked. */
export type CaseCount = { all: number; tracked: number; sampled: number };

export const caseCount = (tally: Tally): CaseCount => {
  const cases = [...tally.cases.values()];
  return {
    all: cases.length,
    tracked: cases.filter((seen) => seen.tracked > 0).length,
    sampled: cases.filter((seen) => seen.tracked === 0 && seen.sampled > 0).length,
  };
};
