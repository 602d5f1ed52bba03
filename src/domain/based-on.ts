import { adoptedFindings } from './findings.ts';
import { notJudged } from './framework.ts';
import type { Inspection } from './inspection.ts';
import type { Source } from './sources.ts';
import { judgementOf } from './standing.ts';
import { addTo, type CaseCount, caseCount, emptyTally } from './tally.ts';
import { voicesOf } from './voices.ts';

/** What a summary as a whole rests on: every item that a judgement or finding relies on, each once. */
type BasedOn = {
  items: number;
  cases: CaseCount;
  /** Items out of case records that name no case. */
  unnamed: number;
  observations: number;
  /** How often each voice was heard that somebody misses in an area. */
  heard: { source: string; count: number }[];
  strengths: number;
  concerns: number;
};

const reliedOn = (inspection: Inspection): Set<string> => {
  const judged = inspection.framework.areas.flatMap(({ id }) => {
    const judgement = judgementOf(inspection, id);
    return judgement && judgement.grade !== notJudged ? judgement.evidence : [];
  });
  return new Set([...judged, ...adoptedFindings(inspection).flatMap(({ content }) => content.evidence)]);
};

const caseRecords: readonly Source[] = ['case-tracked', 'case-sampled', 'case-audit'];

const basedOnNow = (inspection: Inspection): BasedOn => {
  const tally = emptyTally();
  let unnamed = 0;
  for (const item of reliedOn(inspection)) {
    const evidence = inspection.evidence.get(item);
    if (!evidence || evidence.withdrawn) continue;
    addTo(tally, evidence.content);
    if (evidence.content.case === null && caseRecords.includes(evidence.content.source)) unnamed += 1;
  }
  const from = (source: Source): number => tally.sources.get(source) ?? 0;
  const sign = (name: string): number => tally.signs.get(name) ?? 0;
  return {
    items: tally.items,
    cases: caseCount(tally, inspection.cases.registered),
    unnamed,
    observations: from('observation'),
    heard: voicesOf(inspection.framework)
      .filter(({ missed }) => missed !== 'anywhere')
      .map(({ source }) => ({ source, count: from(source) })),
    strengths: sign('strength'),
    concerns: sign('concern') + sign('priority-concern'),
  };
};

/** Worked out once for as long as nothing in the record changes it. */
const kept = new WeakMap<Inspection, { movedAt: number; based: BasedOn }>();

export const basedOn = (inspection: Inspection): BasedOn => {
  const before = kept.get(inspection);
  if (before?.movedAt === inspection.movedAt) return before.based;
  const based = basedOnNow(inspection);
  kept.set(inspection, { movedAt: inspection.movedAt, based });
  return based;
};
