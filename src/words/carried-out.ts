import type { Inspection } from '../domain/inspection.ts';

const wordsOf = ({ framework, chosen }: Inspection, variant: string | undefined): string => {
  const theme = framework.themes.find(({ id }) => id === chosen.theme)?.label;
  return [variant, theme && `Theme: ${theme}`, chosen.narrative && 'Narrative only, no grades']
    .filter(Boolean)
    .join(' · ');
};

const variantOf = ({ framework, chosen }: Inspection): string | undefined =>
  framework.variants.find(({ id }) => id === chosen.variant)?.label;

/** What was chosen at the start beside the framework: "Short inspection", "Theme: the front door", "Narrative only, no grades". */
export const chosenInWords = (inspection: Inspection): string => wordsOf(inspection, variantOf(inspection));

/** The framework with what was chosen beside it that is not the usual. */
export const frameworkInWords = (inspection: Inspection): string =>
  [inspection.framework.short, wordsOf(inspection, inspection.chosen.usual ? undefined : variantOf(inspection))]
    .filter(Boolean)
    .join(' · ');
