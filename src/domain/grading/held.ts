import {
  areaOf,
  areasCountedBy,
  bandInWords,
  type Framework,
  gradeInWords,
  inNumberWords,
  inOrder,
  listed,
  nameOf,
  type Rule,
  scaleOf,
} from '../framework.ts';
import { kindInWords } from './conditions.ts';
import { counting, type Grades } from './table.ts';

/** How a sentence that stood alone, or a name, goes on in one: "help and protection", "LSCB". */
export const inSentence = (words: string): string =>
  /^[A-Z][^A-Z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

export const isPlural = (name: string): boolean => /^children\b|[^s]s$/.test(name.split(/ (?:of|in|for) /)[0] ?? '');

/** "Care leavers are good", "impact of leaders is good", "leadership requires improvement". */
const standsAt = (names: string, level: string, many = false): string =>
  `${names} ${/^\w+s\b/.test(level) ? '' : many || isPlural(names) ? 'are ' : 'is '}${level}`;

/** Grades of one scale by where they end: "below good", "good or better". */
export const levelInWords = (framework: Framework, of: string, grades: readonly string[]): string => {
  const scale = scaleOf(framework, of).map(({ id }) => id);
  const above = scale.at(-1 - grades.length);
  return grades.length > 1 && above !== undefined && inOrder(grades, scale.slice(-grades.length))
    ? `below ${gradeInWords(framework, above)}`
    : bandInWords(framework, grades);
};

/**
 * Why a rule fires, from the judgements given: "help and protection is below good", "only leadership is outstanding", "no judgement
 * is inadequate". Null where it takes more to say: the rule's own words are shorter then.
 */
export const heldInWords = (framework: Framework, { when, limits }: Rule, grades: Grades): string | null => {
  const [condition, ...others] = when;
  const areas = condition ? areasCountedBy(framework, condition, limits).map((id) => areaOf(framework, id)) : [];
  const [area] = areas;
  if (!condition || !area || others.length > 0 || areas.some(({ scale }) => scale)) return null;
  const { atLeast, atMost = 0 } = condition;
  const level = levelInWords(framework, limits, condition.grades);
  if (areas.length === 1 && atLeast === undefined)
    return standsAt(inSentence(area.short), gradeInWords(framework, grades[area.id] ?? ''));
  const found = counting(framework, condition, grades, limits).map((id) => inSentence(nameOf(framework, id)));
  const kind = kindInWords(framework, condition, limits);
  const noun = framework.areas.every((each) => each.kind === 'key') ? 'judgement' : kind;
  const names = found.length > 2 ? `${inNumberWords(found.length)} ${noun ?? 'judgement'}s` : listed(found, 'and');
  if (atLeast !== undefined) return standsAt(names, level, found.length > 1);
  if (!noun) return null;
  if (areas.some(({ id }) => grades[id] === undefined)) return `at most ${inNumberWords(atMost)} ${noun} is ${level}`;
  return found.length === 0 ? `no ${noun} is ${level}` : `only ${standsAt(names, level, found.length > 1)}`;
};
