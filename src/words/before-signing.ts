import { inWordsOf } from '../domain/field.ts';
import { areaOf, areaWord, gradeInWords, nameOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { untrailed } from '../domain/matters/meeting.ts';
import { roundsApart } from '../domain/matters/round-answers.ts';
import type { Role } from '../domain/roles.ts';
import { type Summary, summaryOf } from '../domain/summary.ts';
import { thinJudgements } from './based-on.ts';
import { unsaid } from './finding-standing.ts';
import { firstOf } from './fitting.ts';
import { lineIf, type Part, paragraph } from './message.ts';
import { type Gap, matterRows, openMatters } from './open-matters.ts';
import { untested } from './previous.ts';
import { remedyGaps, shakenRecommendations } from './recommendation.ts';
import { siteGaps } from './sites.ts';

/** What somebody should know before signing, though it stops nothing. */

/** So many of what is open have a row, so many of each other kind, and so many areas are named in one. */
const most = { open: 8, each: 5, areas: 6 };

const progress = { label: 'Progress', does: 'progress' };

/** Closed rounds that came to another grade than the one that is signed. */
const apart = ({ inspection }: Summary): Gap[] =>
  roundsApart(inspection).map(({ round: { item, area: id }, grade, apart, of }) => {
    const area = areaOf(inspection.framework, id);
    const given = gradeInWords(inspection.framework, grade);
    return {
      words: `Round ${item} on ${area.short}: ${apart} of ${of} say another grade than ${given}`,
      acts: [
        { label: 'Read', does: item },
        { label: 'Judge it again', does: `grade ${areaWord(area)}`, act: 'give a grade' },
      ],
    };
  });

const thin = (summary: Summary): Gap[] => {
  const words = thinJudgements(summary);
  return words ? [{ words, acts: [progress] }] : [];
};

/** Areas judged on evidence of one side alone. */
const oneSided = ({ areas }: Summary): Gap[] =>
  (['strength', 'concern'] as const).flatMap((side) => {
    const other = side === 'strength' ? 'concern' : 'strength';
    const named = areas.flatMap(({ area, basis }) => (basis?.[side] && !basis[other] ? [area.short] : []));
    const words = `Judged on ${side}s alone: ${firstOf(named, most.areas)}`;
    return named.length > 0 ? [{ words, acts: [progress] }] : [];
  });

/** Grades that those inspected have not heard of as they stand. */
const unheard = ({ inspection, areas }: Summary): Gap[] =>
  [false, true].flatMap((changed) => {
    const graded = areas.filter(({ basis }) => basis !== null).length;
    const named = untrailed(inspection).flatMap(({ area, since }) =>
      (since !== null) === changed ? [nameOf(inspection.framework, area)] : [],
    );
    const what = changed ? 'Changed since it was trailed' : inWordsOf(inspection, 'Never trailed to the {authority}');
    const acts: Gap['acts'] = [{ label: 'Record a meeting', does: 'meeting', act: 'record a meeting' }];
    const which = named.length > 1 && named.length === graded ? 'every grade' : firstOf(named, most.areas);
    return named.length > 0 ? [{ words: `${what}: ${which}`, acts }] : [];
  });

/** What was not seen to, beside what is open: each names its own. */
const gaps: readonly ((summary: Summary) => Gap[])[] = [
  apart,
  unheard,
  thin,
  oneSided,
  ...[untested, shakenRecommendations, remedyGaps, unsaid, siteGaps].map(
    (of) =>
      ({ inspection }: Summary) =>
        of(inspection),
  ),
];

/** Rows of the first, with the acts of somebody's role, and how many more there are. */
const rows = (all: readonly Gap[], shown: number, role: Role): Part[] => [
  ...matterRows(all.slice(0, shown), role),
  { lines: lineIf(all.length > shown, `and ${all.length - shown} more of these`) },
];

/** What is open first, the most urgent before the rest, then what nobody has seen to. */
export const beforeSigning = (inspection: Inspection, at: string, role: Role): Part[] => {
  const summary = summaryOf(inspection);
  const parts = [
    ...rows(openMatters(inspection, at), most.open, role),
    ...gaps.flatMap((of) => rows(of(summary), most.each, role)),
  ];
  const none = parts.every((part) => 'lines' in part && part.lines.length === 0);
  return none ? [] : [paragraph({ strong: 'Before you sign' }, ' (none of this stops you):'), ...parts];
};
