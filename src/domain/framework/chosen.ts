import type { Framework, Heading } from './schema.ts';

/** The one thing called so in a list of choices. @throws RangeError when there is none */
const named = <Choice extends { id: string }>(choices: readonly Choice[], id: string, what: string): Choice => {
  const found = choices.find((choice) => choice.id === id);
  if (!found) throw new RangeError(`there is no ${what} "${id}"`);
  return found;
};

/**
 * An edition as one of its variants carries it out: its fieldwork, its steps, and without the areas it does not look at. The
 * variant is then the only one left. @throws RangeError when the edition has no such variant
 */
export const asVariant = (framework: Framework, id: string): Framework => {
  const variant = named(framework.variants, id, 'variant');
  const isLookedAt = (area: string): boolean => !(variant.without ?? []).includes(area);
  return {
    ...framework,
    areas: framework.areas.filter((area) => isLookedAt(area.id)),
    overalls: framework.overalls.map((overall) =>
      overall.areas ? { ...overall, areas: overall.areas.filter(isLookedAt) } : overall,
    ),
    fieldwork: variant.fieldwork ?? framework.fieldwork,
    timetable: framework.timetable.filter(({ variants }) => variants === undefined || variants.includes(id)),
    variants: [variant],
  };
};

/** An edition with the theme it is carried out under, then its only one. @throws RangeError when it has no such theme */
export const withTheme = (framework: Framework, id: string): Framework => ({
  ...framework,
  themes: [named(framework.themes, id, 'theme')],
});

const narrative: Heading[] = [
  { id: 'strengths', label: 'Strengths', signs: ['strength'], per: 'area' },
  { id: 'weaknesses', label: 'Weaknesses', signs: ['concern', 'priority-concern'], per: 'area', remedy: true },
];

/** What is judged; where an edition takes all of it from elsewhere, that itself is spoken of. */
const spokenOf = ({ areas }: Framework): Framework['areas'] => {
  const judged = areas.filter(({ kind }) => kind !== 'input');
  return judged.length > 0 ? judged : areas.map(({ takes: _, ...area }) => ({ ...area, kind: 'key' }));
};

/** An edition without grades: for each area strengths and weaknesses in words, and what would put each weakness right. */
export const asNarrative = (framework: Framework): Framework => ({
  ...framework,
  output: 'findings',
  scale: [],
  areas: spokenOf(framework).map(({ scale: _, ...area }) => area),
  overalls: [],
  papers: [],
  noOverall:
    'It was agreed at the start that this inspection speaks in words: no area has a grade, and so nothing has.',
  findings: narrative,
  rules: [],
  examples: [],
});

/** What is chosen at the start beside the framework; null where it offers no choice. */
export type ChosenAtStart = { variant: string | null; theme: string | null; narrative: boolean };

/** The variant that an edition is usually carried out in: its first. */
export const usualVariant = ({ variants }: Pick<Framework, 'variants'>): string | null => variants[0]?.id ?? null;

/** An edition as an inspection carries it out, by what was chosen at its start. @throws RangeError when it offers no such choice */
export const asCarriedOut = (framework: Framework, { variant, theme, narrative }: ChosenAtStart): Framework => {
  const varied = variant === null ? framework : asVariant(framework, variant);
  const themed = theme === null ? varied : withTheme(varied, theme);
  return narrative ? asNarrative(themed) : themed;
};
