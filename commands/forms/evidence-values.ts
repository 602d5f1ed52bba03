import type { EvidenceContent } from '../../src/domain/matters/evidence.ts';
import { type About, one, several, type Values } from '../form.ts';

/** What stands in the evidence form, as content and as a command's fields. */

/** An item's content as it stands in the form. */
export const valuesOf = (content: EvidenceContent, readers: string): Values => ({
  areas: content.areas,
  text: content.text,
  sign: content.sign,
  source: content.source,
  observedAt: content.observedAt,
  case: content.case,
  about: content.about,
  site: content.site,
  agency: content.agency,
  criteria: content.criteria,
  lines: content.lines,
  bears: content.bears,
  readers,
});

/** The command's fields as typed, for its door to read. */
export const fieldsOf = (values: Values) => ({
  areas: several(values, 'areas'),
  text: one(values, 'text'),
  sign: one(values, 'sign'),
  source: one(values, 'source') ?? 'not-stated',
  observedAt: one(values, 'observedAt'),
  case: one(values, 'case'),
  about: one(values, 'about'),
  site: one(values, 'site'),
  agency: one(values, 'agency'),
  criteria: several(values, 'criteria'),
  lines: several(values, 'lines'),
  bears: several(values, 'lines').length > 0 ? (one(values, 'bears') ?? 'for') : null,
});

/** Whether an item goes to the restricted history: whoever chose so, and always what a whistleblower says. */
export const isRestricted = (values: Values): boolean =>
  one(values, 'readers') === 'restricted' || one(values, 'source') === 'whistleblower';

/** The message that a new item comes from, as the form carries it along. */
export const fromOf = ({ link, author }: About): { link: string; author: string } | null =>
  link && author ? { link, author } : null;
