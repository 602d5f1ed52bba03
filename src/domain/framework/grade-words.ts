import { inOrder, listed } from './listed.ts';
import { gradeOf, notJudged, scalesOf } from './lookup.ts';
import type { Framework } from './schema.ts';

/** A grade as the framework prints it: "Good", or "Good (Grade 2)" where it printed a number. "Not judged" for the reserved one. */
export const gradeLabel = (framework: Framework, id: string): string => {
  if (id === notJudged) return 'Not judged';
  const { label, printed } = gradeOf(framework, id);
  return printed === undefined ? label : `${label} (${printed})`;
};

/** A grade inside a sentence, by its word alone: "requires improvement". */
export const gradeInWords = (framework: Framework, id: string): string => {
  const label = id === notJudged ? 'Not judged' : gradeOf(framework, id).label;
  return label.charAt(0).toLowerCase() + label.slice(1);
};

const scaleWith = (framework: Framework, ids: readonly string[]): string[] => {
  const scales = scalesOf(framework).map((scale) => scale.map((grade) => grade.id));
  return scales.find((scale) => ids.every((id) => scale.includes(id))) ?? [];
};

/** A choice of grades inside a sentence: "good or requires improvement", or "any grade" for the whole scale. */
export const gradesInWords = (framework: Framework, ids: readonly string[]): string =>
  ids.length > 1 && ids.length === scaleWith(framework, ids).length
    ? 'any grade'
    : listed(
        ids.map((id) => gradeInWords(framework, id)),
        'or',
      );

/** A choice of grades told by one end where it reaches the scale's: "requires improvement or worse", "good or better". */
export const bandInWords = (framework: Framework, ids: readonly string[]): string => {
  const scale = scaleWith(framework, ids);
  const band = scale.filter((grade) => ids.includes(grade));
  const [best = '', worst = best] = [band[0], band.at(-1)];
  const isPart = band.length > 1 && band.length < scale.length;
  if (isPart && inOrder(band, scale.slice(-band.length))) return `${gradeInWords(framework, best)} or worse`;
  if (isPart && inOrder(band, scale.slice(0, band.length))) return `${gradeInWords(framework, worst)} or better`;
  return gradesInWords(framework, band);
};
