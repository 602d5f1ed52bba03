import { type Area, type Framework, notJudged } from './framework.ts';
import { type Outcome, outcomeOf } from './grading.ts';
import type { Inspection } from './inspection.ts';
import type { Evidence } from './matters/evidence.ts';
import { type Judgement, openProposals, type Proposal } from './matters/judgement.ts';
import type { OverallJudgement } from './matters/overall.ts';
import type { Source } from './sources.ts';
import { areaRecord, gradesSoFar, judgementOf } from './standing.ts';
import { type CaseCount, caseCount, stepCase, type Tally } from './tally.ts';
import { type Side, sideOf, weightiestOf } from './weight.ts';

/** What a judgement rests on: its items by where they come from, the children's cases behind them, and what is gone since. */
export type Basis = {
  items: number;
  sources: { source: Source; count: number }[];
  cases: CaseCount;
  withdrawn: string[];
  erased: string[];
  strength: Evidence | null;
  concern: Evidence | null;
};

export type AreaSummary = {
  area: Area;
  tally: Tally;
  cases: CaseCount;
  judgement: Judgement | null;
  basis: Basis | null;
  proposals: readonly Proposal[];
};

export type OverallSummary = { overall: Framework['overalls'][number]; outcome: Outcome; set: OverallJudgement | null };

/** How an inspection stands, as values: board, summaries and exports are all written from this. */
export type Summary = { inspection: Inspection; areas: AreaSummary[]; overalls: OverallSummary[]; final: boolean };

/** In one go: what is rested on may be everything there is. */
const workedOut = (inspection: Inspection, evidence: readonly string[]): Basis => {
  const withdrawn: string[] = [];
  const erased: string[] = [];
  const sources = new Map<Source, number>();
  const cases: Tally['cases'] = new Map();
  const sides: Record<Side, Evidence[]> = { strengths: [], concerns: [] };
  let items = 0;
  for (const name of evidence) {
    const item = inspection.evidence.get(name);
    if (!item) erased.push(name);
    else if (item.withdrawn) withdrawn.push(name);
    else {
      const { source, case: about, sign } = item.content;
      items += 1;
      sources.set(source, (sources.get(source) ?? 0) + 1);
      if (about) stepCase(cases, about, source, 1);
      const side = sideOf(sign);
      if (side) sides[side].push(item);
    }
  }
  return {
    items,
    sources: [...sources].map(([source, count]) => ({ source, count })).sort((one, other) => other.count - one.count),
    cases: caseCount({ cases }, inspection.cases.registered),
    withdrawn,
    erased,
    strength: weightiestOf(sides.strengths, 1)[0] ?? null,
    concern: weightiestOf(sides.concerns, 1)[0] ?? null,
  };
};

/** Worked out once for as long as nothing in the record changes it. */
const bases = new WeakMap<Inspection, { movedAt: number; of: WeakMap<readonly string[], Basis> }>();

/** What these items come to, of whatever rests on them. */
export const basisOver = (inspection: Inspection, evidence: readonly string[]): Basis => {
  const { movedAt } = inspection;
  const before = bases.get(inspection);
  const kept = before?.movedAt === movedAt ? before : { movedAt, of: new WeakMap<readonly string[], Basis>() };
  bases.set(inspection, kept);
  const basis = kept.of.get(evidence) ?? workedOut(inspection, evidence);
  kept.of.set(evidence, basis);
  return basis;
};

const areaSummary = (inspection: Inspection, area: Area): AreaSummary => {
  const { tally } = areaRecord(inspection, area.id);
  const proposals = openProposals(inspection, area.id);
  const judgement = judgementOf(inspection, area.id);
  const basis = judgement && judgement.grade !== notJudged ? basisOver(inspection, judgement.evidence) : null;
  return { area, tally, cases: caseCount(tally, inspection.cases.registered), judgement, basis, proposals };
};

export const summaryOf = (inspection: Inspection): Summary => {
  const { framework } = inspection;
  const grades = gradesSoFar(inspection);
  return {
    inspection,
    areas: framework.areas.map((area) => areaSummary(inspection, area)),
    overalls: framework.overalls.map((overall) => ({
      overall,
      outcome: outcomeOf(framework, overall.id, grades),
      set: inspection.overalls.get(overall.id) ?? null,
    })),
    final: inspection.sealed && inspection.incomplete === null,
  };
};
