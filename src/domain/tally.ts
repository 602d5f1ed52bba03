import type { CaseKind } from './matters/case.ts';
import type { EvidenceContent } from './matters/evidence-content.ts';

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
  sites: Map<string, number>;
  agencies: Map<string, number>;
  /** Of items that name no site, how many are about each case. */
  casesWithoutSite: Map<string, number>;
  /** A case, with how many items about it came from tracking it, from sampling it and from the authority's audit. */
  cases: Map<string, { items: number; tracked: number; sampled: number; audited: number }>;
};

export const emptyTally = (): Tally => ({
  items: 0,
  signs: new Map(),
  sources: new Map(),
  abouts: new Map(),
  criteria: new Map(),
  sites: new Map(),
  agencies: new Map(),
  casesWithoutSite: new Map(),
  cases: new Map(),
});

/** One more of a kind, or with -1 one less. */
export const step = (counts: Map<string, number>, key: string, by: number): void => {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
};

/** One item more about a case, or one less. */
export const stepCase = (cases: Tally['cases'], reference: string, source: string, by: 1 | -1): void => {
  const seen = cases.get(reference) ?? { items: 0, tracked: 0, sampled: 0, audited: 0 };
  seen.items += by;
  if (source === 'case-tracked') seen.tracked += by;
  if (source === 'case-sampled') seen.sampled += by;
  if (source === 'case-audit') seen.audited += by;
  if (seen.items > 0) cases.set(reference, seen);
  else cases.delete(reference);
};

const change = (tally: Tally, content: EvidenceContent, by: 1 | -1): void => {
  tally.items += by;
  step(tally.signs, content.sign, by);
  step(tally.sources, content.source, by);
  if (content.agency) step(tally.agencies, content.agency, by);
  if (content.about) step(tally.abouts, content.about, by);
  for (const criterion of content.criteria) step(tally.criteria, criterion, by);
  if (content.site) step(tally.sites, content.site, by);
  if (!content.case) return;
  if (!content.site) step(tally.casesWithoutSite, content.case, by);
  stepCase(tally.cases, content.case, content.source, by);
};

export const addTo = (tally: Tally, content: EvidenceContent): void => change(tally, content, 1);
export const removeFrom = (tally: Tally, content: EvidenceContent): void => change(tally, content, -1);

/** How many cases, and how many of them were tracked in depth, sampled or audited by the authority. */
export type CaseCount = { all: number; tracked: number; sampled: number; audited: number };

type Seen = { tracked: number; sampled: number; audited: number };

/** What a case's own evidence says of it. One that was both tracked and sampled counts as tracked. */
const kindBySource = ({ tracked, sampled, audited }: Seen): CaseKind | null => {
  if (tracked > 0) return 'tracked';
  if (sampled > 0) return 'sampled';
  return audited > 0 ? 'audited' : null;
};

/** A registered case is what it was registered as; of any other its evidence tells. */
export const caseCount = (
  { cases }: Pick<Tally, 'cases'>,
  registered: ReadonlyMap<string, { kind: CaseKind; removed: unknown }>,
): CaseCount => {
  const count: CaseCount = { all: cases.size, tracked: 0, sampled: 0, audited: 0 };
  for (const [reference, seen] of cases) {
    const known = registered.size > 0 ? registered.get(reference) : undefined;
    const kind = known && known.removed === null ? known.kind : kindBySource(seen);
    if (kind) count[kind] += 1;
  }
  return count;
};
