import { type Movement, movementOf } from '../domain/comparing.ts';
import { shortDay } from '../domain/day-words.ts';
import { gradeOf, inNumberWords } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { becameLabels, measuredBefore, type Previous, previousOnes, type Tested } from '../domain/matters/previous.ts';
import { type Became, becameOf, type EarlierGrade, type PreviousContent } from '../domain/matters/previous-content.ts';
import { correctedMark } from './correction.ts';
import { firstOf, shortened, within } from './fitting.ts';
import type { Gap } from './matter-rows.ts';
import { counted, type Line } from './message.ts';

/** What went before, in words: its grades, what became of its recommendations, and what moved since. */

export const inSentence = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** "up from requires improvement (2022)"; "good as before (2018)"; empty where nothing can be compared. */
export const movementInWords = (movement: Movement | null): string => {
  if (!movement) return '';
  const { direction, before, published } = movement;
  const year = published.slice(0, 4);
  if (direction === 'same') return `${inSentence(before.label)} as before (${year})`;
  return `${direction} from ${inSentence(before.label)} (${year})`;
};

/** The same of an area or an overall of an inspection. */
export const movedInWords = (inspection: Inspection, of: string): string => movementInWords(movementOf(inspection, of));

/** "Good ◕", "Requires improvement ◔, up since": what it was before; empty where nothing can be compared. */
export const beforeInWords = (inspection: Inspection, of: string): string => {
  const movement = movementOf(inspection, of);
  if (!movement) return '';
  const { before, direction } = movement;
  const moved = direction === 'same' ? '' : `, ${direction} since`;
  return `${before.label} ${gradeOf(inspection.framework, before.grade).mark}${moved}`;
};

/** "Overall effectiveness requires improvement; Help and protection good". */
export const gradesInWords = (grades: readonly EarlierGrade[]): string =>
  grades.length === 0 ? 'no grades' : grades.map(({ title, label }) => `${title} ${inSentence(label)}`).join('; ');

/** What an inspection came to: its grades, or how much was found to be mended under each heading. */
export const resultInWords = ({ grades, found }: Pick<PreviousContent, 'grades' | 'found'>): string =>
  grades.length === 0 && found.length > 0
    ? found.map(({ label, count }) => `${inSentence(label)} ${count}`).join(', ')
    : gradesInWords(grades);

/** "made from 19 November 2013 to 11 December 2013", "made from 19 November 2013" where its last day is not known. */
export const madeInWords = ({ first, last }: NonNullable<PreviousContent['made']>): string =>
  `made from ${shortDay(first)}${last === null ? '' : ` to ${shortDay(last)}`}`;

/** "Single inspection framework, made from 19 November 2013, published 11 February 2014". */
export const previousTitle = ({ framework, made, published, unpublished }: PreviousContent): string =>
  [
    framework.short,
    ...(made ? [madeInWords(made)] : []),
    unpublished ? `signed off ${shortDay(published)} and unpublished` : `published ${shortDay(published)}`,
  ].join(', ');

/** "the record northmoor-2013-11-19 at 143:41d07e9b1c40": where a result was taken from. */
export const recordInWords = ({ from, head }: Pick<PreviousContent, 'from' | 'head'>): string =>
  `the record of ${from}${head ? ` at ${head.slice(0, head.indexOf(':') + 13)}` : ''}`;

const counts = ({ content, tested }: Previous): { became: Became | null; count: number }[] => {
  const of = (became: Became | null): number =>
    content.recommendations.filter((_, place) => (tested.get(place + 1)?.became ?? null) === became).length;
  return [...becameOf, null].map((became) => ({ became, count: of(became) })).filter(({ count }) => count > 0);
};

/** "3 met, 1 partly met, 2 not looked at yet"; empty where it had no recommendation. */
export const recommendationsInWords = (previous: Previous): string =>
  counts(previous)
    .map(({ became, count }) => `${count} ${became ? becameLabels[became].toLowerCase() : 'not looked at yet'}`)
    .join(', ');

/** So many items are named. */
const mostEvidence = 5;

/** What an answer rests on: at most so many items, and which of these are gone. */
export const restsOn = (inspection: Inspection, { evidence }: Tested, most = mostEvidence): string => {
  const gone = evidence.filter((item) => inspection.evidence.get(item)?.withdrawn !== null);
  const more = evidence.length > most ? ` and ${evidence.length - most} more` : '';
  return `${evidence.slice(0, most).join(', ')}${more}${gone.length > 0 ? `, of which withdrawn or erased: ${gone.slice(0, most).join(', ')}` : ''}`;
};

/** One earlier recommendation with what became of it. */
export const recommendationLine = (inspection: Inspection, previous: Previous, place: number, most: number): Line => {
  const tested = previous.tested.get(place + 1);
  const whole = previous.content.recommendations[place] ?? '';
  const before = measuredBefore(inspection, whole);
  const was = before ? ` (${becameLabels[before.became].toLowerCase()} at ${previousTitle(before.by)})` : '';
  const text = `${place + 1}. ${shortened(whole, most)}${was}`;
  if (!tested) return [`${text} · `, { strong: 'not looked at yet' }];
  return [
    `${text} · `,
    { strong: becameLabels[tested.became] },
    ` · ${shortened(tested.words, most)} (${restsOn(inspection, tested)})`,
  ];
};

/** "1 recommendation, not looked at yet"; "3 recommendations (2 met, 1 not looked at yet)"; empty where it had none. */
const recommendedInWords = (previous: Previous): string => {
  const [first, ...others] = counts(previous);
  if (!first) return '';
  const many = counted(previous.content.recommendations.length, 'recommendation');
  if (others.length > 0) return `${many} (${recommendationsInWords(previous)})`;
  return `${many}, ${first.became ? becameLabels[first.became].toLowerCase() : 'not looked at yet'}`;
};

/** What it came to, in so many characters, what became of it since, and where that is from. */
export const previousFacts = (previous: Previous, most: number): Line => {
  const { content } = previous;
  const facts = [
    within(resultInWords(content), most),
    recommendedInWords(previous),
    content.from === null ? 'entered by hand' : `from ${recordInWords(content)}`,
  ];
  return [facts.filter(Boolean).join(' · ')];
};

/** One that went before, in a line. */
export const previousLine = (inspection: Inspection, previous: Previous, most: number): Line => [
  { strong: previous.item },
  ` · ${previousTitle(previous.content)} · `,
  ...previousFacts(previous, most),
  correctedMark(inspection, previous.item),
];

/** So many recommendations are named by their numbers. */
const mostNumbers = 10;

/** What was recommended before and nobody has looked at: said before signing. */
export const untested = (inspection: Inspection): Gap[] =>
  previousOnes(inspection).flatMap(({ item, content, tested }): Gap[] => {
    const open = content.recommendations.flatMap((_, place) => (tested.has(place + 1) ? [] : [place + 1]));
    if (open.length === 0) return [];
    const all = content.recommendations.length;
    const some = `recommendation${open.length === 1 ? '' : 's'} ${firstOf(open.map(String), mostNumbers)}`;
    const every = all === 1 ? 'recommendation' : `${inNumberWords(all)} recommendations`;
    const words = `What became of ${item}’s ${open.length === all ? every : some} is not said`;
    return [{ words, acts: [{ label: 'Read', does: item }] }];
  });
