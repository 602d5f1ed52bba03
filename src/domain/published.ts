import { adoptedFindings } from './findings.ts';
import type { Heading } from './framework.ts';
import type { Inspection } from './inspection.ts';
import type { Finding } from './matters/finding.ts';
import { isSummary } from './matters/postings.ts';
import { previousOnes } from './matters/previous.ts';
import { type EarlierGrade, gradedIn, inItsWords, type PreviousContent } from './matters/previous-content.ts';
import { standingRecommendations } from './matters/recommendation.ts';
import { recommendationOf } from './matters/remedy.ts';
import { dayIn } from './moments.ts';
import { judgementOf } from './standing.ts';

/** What an inspection came to, as far as people beyond its team may know it once it is published. */
export type Published = { id: string; authority: string } & PreviousContent;

/** The grades that an inspection was given, in its framework's words. */
export const gradesGiven = (inspection: Inspection): EarlierGrade[] => {
  const { framework, overalls } = inspection;
  const gradeOf = (id: string): string | undefined =>
    framework.overalls.some((overall) => overall.id === id)
      ? overalls.get(id)?.grade
      : judgementOf(inspection, id)?.grade;
  return gradedIn(framework).flatMap(({ id, title }) => {
    const grade = gradeOf(id);
    return grade === undefined ? [] : [inItsWords(framework, id, title, grade)];
  });
};

/** Findings that are the team's and stand, with their headings, in the framework's order. */
export const findingsMade = (inspection: Inspection): { heading: Heading; findings: Finding[] }[] =>
  inspection.framework.findings
    .map((heading) => ({
      heading,
      findings: adoptedFindings(inspection).filter(({ content }) => content.heading === heading.id && !content.none),
    }))
    .filter(({ findings }) => findings.length > 0);

/** Whether what stands under a heading asks for something. */
export const isToMend = ({ signs }: Heading): boolean =>
  (signs ?? []).some((sign) => sign === 'concern' || sign === 'priority-concern');

/** How much was found to be mended under each heading that asks for it; nothing under headings without any. */
export const foundToMend = (inspection: Inspection): { label: string; count: number }[] =>
  findingsMade(inspection)
    .filter(({ heading }) => isToMend(heading))
    .map(({ heading, findings }) => ({ label: heading.label, count: findings.length }));

/**
 * What an inspection left to be done: findings that ask for it, under their headings, and its recommendations. A finding
 * whose remedy is a recommendation is told by that.
 */
const leftToDo = (inspection: Inspection): string[] => [
  ...findingsMade(inspection)
    .filter(({ heading }) => isToMend(heading))
    .flatMap(({ heading, findings }) =>
      findings
        .filter(({ item }) => recommendationOf(inspection, item) === null)
        .map(({ content }) => `${heading.label}: ${content.text}`),
    ),
  ...standingRecommendations(inspection).map(({ text }) => text),
];

/** Its days on site, the last where somebody kept it. */
export const madeOf = ({ firstDay, dates }: Inspection): NonNullable<PreviousContent['made']> => ({
  first: firstDay,
  last: dates.get('last-day')?.day ?? null,
});

/**
 * What a signed inspection came to: its grades, dates and what it left to be done. It is `unpublished` until its summary was posted as
 * signed: then its own team alone knows it. Null before it is signed, and for one that was reopened or ended incomplete.
 */
export const resultOf = (inspection: Inspection): Published | null => {
  const { id, authority, framework, signatures, postings, dates, timeZone } = inspection;
  const signed = signatures.qualityAssuranceManager?.at;
  if (!inspection.sealed || inspection.incomplete || signed === undefined) return null;
  const measured = previousOnes(inspection).flatMap(({ content, tested: of }) =>
    [...of].map(([number, { became }]) => ({ text: content.recommendations[number - 1] ?? '', became })),
  );
  const posted = [...postings.values()].find(
    ({ posting, slack, at }) => slack !== null && at >= signed && isSummary(posting),
  );
  return {
    id,
    authority,
    made: madeOf(inspection),
    framework: { id: framework.id, short: framework.short, areas: framework.areas.map(({ title }) => title) },
    published: (posted && dates.get('published')?.day) ?? dayIn({ timeZone }, posted?.at ?? signed),
    ...(posted ? {} : { unpublished: true }),
    grades: gradesGiven(inspection),
    recommendations: leftToDo(inspection),
    found: foundToMend(inspection),
    ...(measured.length > 0 ? { measured } : {}),
    from: id,
  };
};

/** The day on which the report was published: as it was kept, else that of its published version; null before it. */
export const publishedOn = ({ dates, reportVersions, timeZone }: Inspection, today: string): string | null => {
  const version = reportVersions.findLast(({ stage }) => stage === 'published');
  const day = dates.get('published')?.day ?? (version && dayIn({ timeZone }, version.at));
  return day !== undefined && day <= today ? day : null;
};

/** What is public of an inspection: its result, once that is posted. */
export const publishedOf = (inspection: Inspection): Published | null => {
  const result = resultOf(inspection);
  return result?.unpublished ? null : result;
};

/** An authority's name as it is compared: "Northmoor County-Council" and "northmoor county council" are one. */
export const authorityKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]+/gu, '');

export const sameAuthority = (one: string, other: string): boolean => authorityKey(one) === authorityKey(other);
