import type { Inspection } from '../domain/inspection.ts';

/** What was chosen at the start beside the framework: "Short inspection", "Theme: the front door", "Narrative only, no grades". */
export const chosenInWords = ({ framework, chosen }: Inspection): string => {
  const variant = framework.variants.find(({ id }) => id === chosen.variant)?.label;
  const theme = framework.themes.find(({ id }) => id === chosen.theme)?.label;
  return [variant, theme && `Theme: ${theme}`, chosen.narrative && 'Narrative only, no grades']
    .filter(Boolean)
    .join(' · ');
};

/** The framework with what was chosen beside it. */
export const frameworkInWords = (inspection: Inspection): string =>
  [inspection.framework.short, chosenInWords(inspection)].filter(Boolean).join(' · ');
