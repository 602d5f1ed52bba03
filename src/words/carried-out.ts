import type { Inspection } from '../domain/inspection.ts';

/** "ILACS 2023 · Short inspection", "JTAI · Theme: the front door", "Single inspection framework · Narrative only, no grades". */
export const frameworkInWords = ({ framework, chosen }: Inspection): string => {
  const { short, variants, themes } = framework;
  const variant = variants.find(({ id }) => id === chosen.variant)?.label;
  const theme = themes.find(({ id }) => id === chosen.theme)?.label;
  return [short, variant, theme && `Theme: ${theme}`, chosen.narrative && 'Narrative only, no grades']
    .filter(Boolean)
    .join(' · ');
};
