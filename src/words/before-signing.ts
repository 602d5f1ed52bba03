import { areaOf, areaWord, gradeInWords } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { roundsApart } from '../domain/matters/round-answers.ts';
import type { Role } from '../domain/roles.ts';
import { type Summary, summaryOf } from '../domain/summary.ts';
import { thinJudgements } from './based-on.ts';
import { unsaid } from './finding-standing.ts';
import { firstOf } from './fitting.ts';
import { type Gap, gap, matterRows } from './matter-rows.ts';
import { lineIf, type Part, paragraph } from './message.ts';
import { openMatters } from './open-matters.ts';
import { untested } from './previous.ts';
import { remedyGaps, shakenRecommendations } from './recommendation.ts';
import { siteGaps } from './sites.ts';

/** What somebody should know before signing, though it stops nothing. */

/** So many of what is open have a row, so many of each other kind, and so many areas are named in one. */
const most = { open: 8, each: 5, areas: 6 };

const progress = { label: 'Progress', does: 'progress' };

/** Closed rounds that came to another grade than the one that is signed. */
const apart = ({ inspection: { framework }, inspection }: Summary): Gap[] =>
  roundsApart(inspection).flatMap(({ round: { item, area: id }, grade, apart, of }) => {
    const area = areaOf(framework, id);
    const again = { label: 'Judge it again', does: `grade ${areaWord(area)}`, act: 'give a grade' } as const;
    const words = `${apart} of ${of} say another grade than ${gradeInWords(framework, grade)}`;
    return gap(`Round ${item} on ${area.short}: ${words}`, { label: 'Read', does: item }, again);
  });

const thin = (summary: Summary): Gap[] => gap(thinJudgements(summary), progress);

/** Areas judged on evidence of one side alone. */
const oneSided = ({ areas }: Summary): Gap[] =>
  (['strength', 'concern'] as const).flatMap((side) => {
    const other = side === 'strength' ? 'concern' : 'strength';
    const named = areas.flatMap(({ area, basis }) => (basis?.[side] && !basis[other] ? [area.short] : []));
    return gap(named.length > 0 ? `Judged on ${side}s alone: ${firstOf(named, most.areas)}` : '', progress);
  });

/** Rows of the first, with the acts of somebody's role, and how many more there are. */
const rows = (all: readonly Gap[], shown: number, role: Role): Part[] => [
  ...matterRows(all.slice(0, shown), role),
  { lines: lineIf(all.length > shown, `and ${all.length - shown} more of these`) },
];

/** What is open first, the most urgent before the rest, then what nobody has seen to. */
export const beforeSigning = (inspection: Inspection, at: string, role: Role): Part[] => {
  const summary = summaryOf(inspection);
  const gaps = [
    ...[apart, thin, oneSided].map((of) => of(summary)),
    ...[untested, shakenRecommendations, remedyGaps, unsaid, siteGaps].map((of) => of(inspection)),
  ];
  const parts = [
    ...rows(openMatters(inspection, at), most.open, role),
    ...gaps.flatMap((all) => rows(all, most.each, role)),
  ];
  const none = parts.every((part) => 'lines' in part && part.lines.length === 0);
  return none ? [] : [paragraph({ strong: 'Before you sign' }, ' (none of this stops you):'), ...parts];
};
