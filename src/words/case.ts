import {
  type AreaMeter,
  areaMeters,
  type CohortMeter,
  caseKindCount,
  cohortMeters,
  isRead,
  standingCases,
} from '../domain/cases.ts';
import { cohortLabel } from '../domain/cohorts.ts';
import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Case, caseKindLabels } from '../domain/matters/case.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import { evidenceAbout } from '../domain/sorted-evidence.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { countedCases } from './areas.ts';
import { confirmationMark } from './confirmation.ts';
import { correctedMark } from './correction.ts';
import { firstFitting, firstOf, shortened } from './fitting.ts';
import {
  andMore,
  counted,
  type Line,
  lineIf,
  type Message,
  message,
  type Part,
  paragraph,
  readRow,
} from './message.ts';
import { drawnInWords } from './sample.ts';

/** Cases as people read them. */

/** "C-004 · sampled · care leaver · East office · Chi Lam · nothing recorded yet". */
export const caseLine = (inspection: Inspection, each: Case): Line => [
  { strong: each.item },
  ` · ${[
    inWordsOf(inspection, caseKindLabels[each.kind]).toLowerCase(),
    cohortLabel(inspection.framework, each.cohort).toLowerCase(),
    each.site ? shortened(each.site, 60) : '',
    each.reader ? nameOfPerson(inspection, each.reader) : 'nobody reads it yet',
    each.removed ? `taken off: ${shortened(each.removed.reason, 80)}` : '',
    each.removed || isRead(inspection, each.item) ? '' : 'nothing recorded yet',
  ]
    .filter(Boolean)
    .join(' · ')}${correctedMark(inspection, each.item)}${confirmationMark(inspection, each.item)}`,
];

/** "12 registered (4 tracked, 6 sampled, 2 audited)"; empty where none is. */
export const caseCountInWords = (inspection: Inspection): string => {
  const { tracked, sampled, audited } = caseKindCount(inspection);
  const all = tracked + sampled + audited;
  if (all === 0) return '';
  const kinds = [
    tracked > 0 ? `${tracked} tracked` : '',
    sampled > 0 ? `${sampled} sampled` : '',
    audited > 0 ? `${audited} audited` : '',
  ].filter(Boolean);
  return `${all} registered (${kinds.join(', ')})`;
};

/** "4 of 6 planned". */
export const areaMeterInWords = (inspection: Inspection, { read, planned }: AreaMeter): string =>
  planned === null ? '' : `${read} of ${countedCases(inspection, planned)} planned`;

/** "In care: 8 registered, 6 read, 12 planned, 412 children in it". */
const cohortMeterInWords = (inspection: Inspection, { label, registered, read, planned, size }: CohortMeter): string =>
  `${label}: ${[
    `${registered} registered`,
    `${read} read`,
    planned === null ? '' : `${planned} planned`,
    size === null ? '' : `${size} ${inWordsOf(inspection, '{children} in it')}`,
  ]
    .filter(Boolean)
    .join(', ')}`;

/** Where the reading is short of what is planned, areas first: "Care leavers 1 of 6". Empty where nothing is. */
export const shortOfPlan = (inspection: Inspection, most: number): string => {
  const areas = areaMeters(inspection).flatMap(({ area, read, planned }) =>
    planned !== null && read < planned ? [`${area.short} ${read} of ${planned}`] : [],
  );
  const cohorts = cohortMeters(inspection).flatMap(({ label, read, planned }) =>
    planned !== null && read < planned ? [`${label.toLowerCase()} ${read} of ${planned}`] : [],
  );
  return firstOf([...areas, ...cohorts], most);
};

/** So many groups are told apart above the list. */
const groupsShown = 12;

/** How far the reading has come, by area and by group. */
export const caseMeters = (inspection: Inspection): Part[] => {
  const areas = areaMeters(inspection).flatMap((meter) => {
    const words = areaMeterInWords(inspection, meter);
    return words ? [`${meter.area.short}: ${words}`] : [];
  });
  const cohorts = cohortMeters(inspection)
    .filter(({ registered, planned, size }) => registered > 0 || planned !== null || size !== null)
    .map((meter) => cohortMeterInWords(inspection, meter));
  const all = [...areas, ...cohorts];
  return [
    { list: all.slice(0, groupsShown).map((words) => [words]) },
    andMore(all.length - groupsShown, 'groups more.'),
  ];
};

const acrossAreas = (inspection: Inspection, evidence: readonly Evidence[]): string => {
  const counts = new Map<string, number>();
  for (const { content } of evidence) for (const area of content.areas) counts.set(area, (counts.get(area) ?? 0) + 1);
  return inspection.framework.areas
    .flatMap(({ id, short }) => (counts.has(id) ? [`${short} ${counts.get(id)}`] : []))
    .join(', ');
};

/** One case, with the evidence that names it, newest first. */
export const caseMessage = (inspection: Inspection, each: Case, acts: Part): Message => {
  const { item } = each;
  const drawn = drawnInWords(inspection, item);
  const evidence = [...evidenceAbout(inspection, item)].reverse();
  const all = evidence.length > 0 ? [{ label: `Read all ${evidence.length}`, does: `find all ${item}` }] : [];
  return firstFitting([5, 3, 1], (most) =>
    message(
      { lines: [caseLine(inspection, each), ...lineIf(drawn, drawn)] },
      paragraph(
        evidence.length > 0 ? `${counted(evidence.length, 'item')}: ${acrossAreas(inspection, evidence)}.` : '',
      ),
      ...evidence
        .slice(0, most)
        .map(({ item: name, content }) => readRow(name, [`${name} ${shortened(content.text, 160)}`])),
      { buttons: all },
      acts,
    ),
  );
};

/** The most recent first. */
export const newestCases = (inspection: Inspection): Case[] => standingCases(inspection).reverse();
