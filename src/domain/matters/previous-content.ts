import { z } from 'zod';
import { Framework, gradeLabel, gradesFor, notJudged, scaleOf } from '../framework.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { typed } from '../text/typed.ts';

/*
 * An inspection that went before, as far as everybody may know it: what was published. It carries the words of its own
 * framework, so that it can be read and compared whatever becomes of that framework's file.
 */

export const becameOf = ['met', 'partly', 'not-met'] as const;
export type Became = (typeof becameOf)[number];

/** A grade that an area or an overall was given, in that framework's words; `scale` is the ids of its grades, best first. */
const earlierGrade = z.strictObject({
  of: z.string(),
  title: z.string(),
  grade: z.string(),
  label: z.string(),
  scale: z.array(z.strictObject({ id: z.string(), label: z.string() })),
});
export type EarlierGrade = z.infer<typeof earlierGrade>;

export const previousContent = z.strictObject({
  framework: z.strictObject({ id: z.string(), short: z.string(), areas: z.array(z.string()) }),
  /** When it was published; the day on which it was signed where it is `unpublished`. */
  published: z.iso.date(),
  unpublished: z.literal(true).optional(),
  /** Its days on site, as far as they are known; the record of before says none. */
  made: z.strictObject({ first: z.iso.date(), last: z.iso.date().nullable() }).optional(),
  grades: z.array(earlierGrade),
  recommendations: z.array(z.string()),
  /** How much was found to be mended under each heading, where its framework speaks in findings. */
  found: z.array(z.strictObject({ label: z.string(), count: z.int() })).default([]),
  /** What it found to have become of recommendations made before it, in their words. */
  measured: z.array(z.strictObject({ text: z.string(), became: z.enum(becameOf) })).optional(),
  /** The record it was taken from; null where somebody entered it. */
  from: z.string().nullable(),
  /** Where that record stood then, such as `143:` and a hash, as `verify --head` takes it. */
  head: z.string().optional(),
});
export type PreviousContent = z.infer<typeof previousContent>;

const mostRecommendations = 30;

/** As it is sent: the grades by area or overall, none for those left out. */
export const previousFields = {
  framework: Framework,
  published: z.iso.date('Give the day on which it was published.'),
  made: z.iso.date('Give the first day on site.').nullable().default(null),
  grades: z.record(z.string(), z.string()),
  recommendations: z
    .array(typed('Write each recommendation on a line of its own.'))
    .max(mostRecommendations, `Keep it to ${mostRecommendations} recommendations: join those that belong together.`),
};
const previousSent = z.strictObject(previousFields);
export type PreviousSent = z.infer<typeof previousSent>;

/** What can have been graded under a framework: overalls, then areas. */
export const gradedIn = (framework: Framework): { id: string; title: string }[] => [
  ...framework.overalls.map(({ id, title }) => ({ id, title })),
  ...framework.areas.filter(({ kind }) => kind !== 'input').map(({ id, short }) => ({ id, title: short })),
];

/** The grades that something may have had under a framework, best first. */
export const gradesOf = (framework: Framework, of: string): string[] => {
  const area = framework.areas.find(({ id }) => id === of);
  return area ? gradesFor(framework, area) : framework.scale.map(({ id }) => id);
};

/** What a grade was, in its framework's words. */
export const inItsWords = (framework: Framework, of: string, title: string, grade: string): EarlierGrade => ({
  of,
  title,
  grade,
  label: gradeLabel(framework, grade),
  scale: scaleOf(framework, of).map(({ id, label }) => ({ id, label })),
});

/** What was sent, in words that stay; or what is wrong with it. */
export const readPrevious = (sent: PreviousSent, today: string): PreviousContent | { refusals: Refusal[] } => {
  const { framework, published, made, recommendations } = sent;
  if (published > today) return refuse('published', 'Give the day on which it was published: one that has been.');
  if (made !== null && made > published)
    return refuse('made', 'This is after it was published. Give the first day on site.');
  const grades: EarlierGrade[] = [];
  for (const { id, title } of gradedIn(framework)) {
    const grade = sent.grades[id];
    if (grade === undefined) continue;
    if (grade !== notJudged && !gradesOf(framework, id).includes(grade))
      return refuse(`grade-${id}`, `${title} had no such grade under ${framework.short}. Choose one from the list.`);
    grades.push(inItsWords(framework, id, title, grade));
  }
  if (grades.length === 0 && recommendations.length === 0)
    return refuse('recommendations', 'Give at least one grade or one recommendation.');
  const areas = framework.areas.map(({ title }) => title);
  return {
    framework: { id: framework.id, short: framework.short, areas },
    published,
    ...(made === null ? {} : { made: { first: made, last: null } }),
    grades,
    recommendations,
    found: [],
    from: null,
  };
};
