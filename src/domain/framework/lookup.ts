import { shortDay } from '../day-words.ts';
import type { Area, Condition, Framework, Grade, Overall } from './schema.ts';

/** The grade of an area that an authority has too few children for. Legal only where an area is optional. */
export const notJudged = 'not-judged';

/** Whether an edition is in force on a day such as "2018-03-01". One that was only planned never is. */
export const isInForce = ({ planned, inForce: { from, to } }: Framework, day: string): boolean =>
  planned === undefined && from <= day && (to === null || day <= to);

/** When it was in force: "was in force from 19 November 2013 to 31 August 2018", "is in force since 1 April 2026". */
export const inForceInWords = ({ planned, inForce: { from, to } }: Framework): string =>
  planned !== undefined
    ? 'was planned and never in force'
    : to === null
      ? `is in force from ${shortDay(from)} on`
      : `was in force from ${shortDay(from)} to ${shortDay(to)}`;

/** @throws RangeError when the framework has no such area */
export const areaOf = (framework: Framework, id: string): Area => {
  const found = framework.areas.find((area) => area.id === id);
  if (!found) throw new RangeError(`${framework.id} has no judgement area "${id}"`);
  return found;
};

/** The area that a word in a one-line recording means, whatever its capitals; undefined where it means none. */
export const areaByWord = (framework: Framework, word: string): Area | undefined =>
  framework.areas.find((area) => area.words.includes(word.toLowerCase()));

/** That a framework has no areas of these ids; null where it has them all. */
export const unknownAreas = ({ areas, short }: Framework, ids: readonly string[]): string | null => {
  const unknown = ids.filter((id) => !areas.some((area) => area.id === id));
  return unknown.length > 0 ? `${short} has no area called ${unknown.join(', ')}.` : null;
};

/** The word by which people are told to name an area in one line: the first that the framework lists. */
export const areaWord = ({ words, id }: Area): string => words[0] ?? id;

/** The grades of an overall or an area, best first: the framework's, or the area's own where it has some. */
export const scaleOf = (framework: Framework, of: string): readonly Grade[] =>
  framework.areas.find((area) => area.id === of)?.scale ?? framework.scale;

/** Every scale that the framework has: its own, then those of areas. A grade id means one thing in all of them. */
export const scalesOf = (framework: Framework): (readonly Grade[])[] => [
  framework.scale,
  ...framework.areas.flatMap(({ scale }) => (scale ? [scale] : [])),
];

/** @throws RangeError when no scale has such a grade */
export const gradeOf = (framework: Framework, id: string): Grade => {
  const found = scalesOf(framework)
    .flat()
    .find((grade) => grade.id === id);
  if (!found) throw new RangeError(`${framework.id} has no grade "${id}"`);
  return found;
};

/** The grades an area may be given, best first, and `not-judged` last where the area is optional. */
export const gradesFor = (framework: Framework, area: Area): string[] => [
  ...scaleOf(framework, area.id).map((grade) => grade.id),
  ...(area.optional ? [notJudged] : []),
];

/** What an overall or an area is called where there is little room. @throws RangeError when it is neither */
export const nameOf = (framework: Framework, id: string): string =>
  framework.overalls.find((overall) => overall.id === id)?.title ?? areaOf(framework, id).short;

/** Whether an overall is over an area, or over what the area is a part of; not where the framework leaves that to its rules. */
export const isOver = ({ areas = [] }: Overall, { id, of = id }: Pick<Area, 'id' | 'of'>): boolean =>
  areas.includes(id) || areas.includes(of);

/**
 * Among which areas a rule means a kind: where there are several overalls, among those of the one that it limits, or that is over
 * what it limits. Undefined where the framework does not say which they are.
 */
export const ownAreas = ({ areas, overalls }: Framework, limits: string): Area[] | undefined => {
  if (overalls.length < 2) return areas;
  const limited = areas.find(({ id }) => id === limits);
  const [own, ...others] = overalls.filter((overall) => overall.id === limits || (limited && isOver(overall, limited)));
  return own?.areas && others.length === 0 ? areas.filter((area) => isOver(own, area)) : undefined;
};

/**
 * The ids of the areas that a condition of a rule counts: as listed, or of a kind its own ones that can have one of the grades. An
 * area with a scale of its own is thereby counted only where its grades are meant.
 */
export const areasCountedBy = (framework: Framework, { areas, grades }: Condition, limits: string): string[] => {
  if (typeof areas !== 'string') return areas;
  if (!isKind(areas)) return [areas];
  const ofKind = (ownAreas(framework, limits) ?? framework.areas).filter(({ kind }) => kind === areas);
  const able = ofKind.filter(({ id }) => scaleOf(framework, id).some((grade) => grades.includes(grade.id)));
  return (able.length > 0 ? able : ofKind).map(({ id }) => id);
};

/** Whether a condition's `areas` means a kind. No area may have such an id. */
export const isKind = (word: string): word is Area['kind'] =>
  word === 'key' || word === 'sub' || word === 'separate' || word === 'input';
