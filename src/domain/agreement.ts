/*
 * How far raters agree, where each thing rated is one unit with the grades that whoever rated it gave, in any order. Grades
 * are ordered and not numbers, raters may be missing, so the coefficient is Krippendorff's alpha with his ordinal
 * difference (Krippendorff, Computing Krippendorff's alpha-reliability, 2011).
 */

/** Below so many rounds a coefficient would claim what nobody can know. */
export const fewestRounds = 10;

/** The places of a unit's grades on the scale. @throws RangeError when the scale has no such grade */
const placesOn = (scale: readonly string[], grades: readonly string[]): number[] =>
  grades.map((grade) => {
    const place = scale.indexOf(grade);
    if (place < 0) throw new RangeError(`There is no "${grade}" on this scale`);
    return place;
  });

/** How many steps lie between a unit's best and worst grade; none where fewer than two were given. */
export const stepsApart = (scale: readonly string[], grades: readonly string[]): number => {
  const places = placesOn(scale, grades);
  return places.length < 2 ? 0 : Math.max(...places) - Math.min(...places);
};

/**
 * The median: the grade in the middle, or both where an even number was given and the middle two differ, since grades are
 * not numbers and nothing is averaged. Best first; none where no grade was given.
 */
export const middleGrades = (scale: readonly string[], grades: readonly string[]): string[] => {
  const places = placesOn(scale, grades).sort((one, other) => one - other);
  const middle = [places[Math.floor((places.length - 1) / 2)], places[Math.floor(places.length / 2)]];
  return [...new Set(middle)].flatMap((place) => scale[place ?? -1] ?? []);
};

/**
 * Krippendorff's alpha on the whole scale: 1 where all agree, 0 where agreement is what chance would give. Null where it
 * is not defined: nothing was rated twice, or every grade given is the same.
 */
export const ordinalAlpha = (scale: readonly string[], units: readonly (readonly string[])[]): number | null => {
  const rated = units.map((grades) => placesOn(scale, grades)).filter((places) => places.length > 1);
  const counts = scale.map((_, place) => rated.flat().filter((each) => each === place).length);
  const all = rated.flat().length;
  /** The squared difference of two grades: how many grades given lie from the one to the other, each end counted half. */
  const difference = (one: number, other: number): number => {
    const [from, to] = one < other ? [one, other] : [other, one];
    const between = counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
    return (between - ((counts[from] ?? 0) + (counts[to] ?? 0)) / 2) ** 2;
  };
  const within = (places: readonly number[]): number =>
    places.reduce((sum, one) => sum + places.reduce((so, other) => so + difference(one, other), 0), 0);
  const observed = rated.reduce((sum, places) => sum + within(places) / (places.length - 1), 0) / all;
  const expected =
    counts.reduce(
      (sum, count, one) => sum + counts.reduce((so, beside, other) => so + count * beside * difference(one, other), 0),
      0,
    ) /
    (all * (all - 1));
  return expected > 0 ? 1 - observed / expected : null;
};
