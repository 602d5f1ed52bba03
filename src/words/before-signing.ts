import type { Inspection } from '../domain/inspection.ts';
import { summaryOf } from '../domain/summary.ts';
import { thinJudgements } from './based-on.ts';
import { openChallengeLines } from './challenge.ts';
import { unsaidLines } from './finding-standing.ts';
import { untrailedLines } from './meeting.ts';
import { type Line, lineIf, type Part, titled } from './message.ts';
import { untestedLines } from './previous.ts';
import { remedyLines, shakenRecommendationLines } from './recommendation.ts';
import { siteGapLines } from './sites.ts';

/** Which grades rest on little. */
const thinGradeLines = (inspection: Inspection): Line[] => {
  const words = thinJudgements(summaryOf(inspection));
  return lineIf(words, words);
};

/** What somebody should know before signing, though it stops nothing. Each matter names its own. */
const matters: readonly ((inspection: Inspection, at: string) => Line[])[] = [
  openChallengeLines,
  untrailedLines,
  thinGradeLines,
  untestedLines,
  shakenRecommendationLines,
  remedyLines,
  unsaidLines,
  siteGapLines,
];

/** So many are listed of each matter. */
const most = 8;

const cut = (lines: readonly Line[]): Line[] => [
  ...lines.slice(0, most),
  ...lineIf(lines.length > most, `and ${lines.length - most} more of these`),
];

export const beforeSigning = (inspection: Inspection, at: string): Part[] => {
  const lines = matters.flatMap((matter) => cut(matter(inspection, at)));
  return titled([{ strong: 'Before you sign' }, ' (none of this stops you):'], lines);
};
