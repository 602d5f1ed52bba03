import type { EvidenceContent } from '../../../src/domain/matters/evidence-content.ts';
import { restrictedItem } from '../../../src/domain/restricted/item.ts';
import type { AskOfInspection, ToKeep } from '../../contract.ts';
import { type About, fieldsIn, one, several, type Values } from '../../form.ts';

/** What stands in the evidence form, as content, as a command's fields, and as what is kept of it. */

/** An item's content as it stands in the form. */
export const valuesOf = ({ from: _, ...content }: EvidenceContent, readers: string): Values => ({
  ...content,
  readers,
});

/** The command's fields as typed, for its door to read. */
export const fieldsOf = (values: Values) => ({
  ...fieldsIn(values, 'text', 'observedAt', 'about', 'site', 'agency'),
  sign: one(values, 'sign'),
  case: one(values, 'case'),
  source: one(values, 'source') ?? 'not-stated',
  areas: several(values, 'areas'),
  criteria: several(values, 'criteria'),
  lines: several(values, 'lines'),
  bears: several(values, 'lines').length > 0 ? (one(values, 'bears') ?? 'for') : null,
});

/** Whether an item goes to the restricted history: whoever chose so, and always what a whistleblower says. */
const isRestricted = (values: Values): boolean =>
  one(values, 'readers') === 'restricted' || one(values, 'source') === 'whistleblower';

/** The message that a new item comes from, as the form carries it along. */
export const fromOf = ({ link, author, edited }: About): EvidenceContent['from'] =>
  link && author ? { link, author, edited: edited || null } : null;

/** The fields in which people type at length. */
export const evidenceTexts = ['text', 'site', 'agency'] as const;

/** What is sent for one new item; `further` for one that follows another out of the same message. */
export const toKeep = (
  ask: AskOfInspection,
  values: Values,
  about: About,
  content: ReturnType<typeof fieldsOf>,
  further = about.further === 'yes',
): ToKeep => {
  const whole = { ...content, from: fromOf(about) };
  return isRestricted(values)
    ? { in: 'restricted', command: { type: 'RecordRestrictedEvidence', item: restrictedItem(ask.chance), ...whole } }
    : { in: 'inspection', command: { type: 'RecordEvidence', ...whole, further } };
};
