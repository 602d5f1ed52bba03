import type { EvidenceContent } from '../../../src/domain/matters/evidence-content.ts';
import { restrictedItem } from '../../../src/domain/restricted/item.ts';
import type { AskOfInspection, ToKeep } from '../../contract.ts';
import { type About, fieldsIn, one, several, type Values } from '../../form.ts';

/** What stands in the evidence form, as content, as a command's fields, and as what is kept of it. */

/** An item's content as it stands in the form. */
export const valuesOf = ({ from: _, askedOf, assumed: __, ...content }: EvidenceContent, readers: string): Values => ({
  ...content,
  ...(askedOf ? { lines: [askedOf] } : {}),
  readers,
});

type Fields = ReturnType<typeof fieldsOf>;

/** What is kept of one item: the form's fields, and what its receipt asks for. */
export type Content = Fields & { text?: string | null } & Pick<EvidenceContent, 'askedOf' | 'assumed'>;

/** The command's fields as typed, for its door to read. */
export const fieldsOf = (values: Values) => ({
  ...fieldsIn(values, 'text', 'observedAt', 'about', 'site', 'agency'),
  sign: one(values, 'sign'),
  case: one(values, 'case'),
  source: one(values, 'source') ?? 'not-stated',
  areas: several(values, 'areas'),
  criteria: several(values, 'criteria'),
  lines: several(values, 'lines'),
  bears: several(values, 'lines').length > 0 ? one(values, 'bears') : null,
});

/** Whether an item goes to the restricted history: whoever chose so, and always what a whistleblower says. */
export const isRestricted = (values: Values, { source }: Fields): boolean =>
  one(values, 'readers') === 'restricted' || source === 'whistleblower';

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
  content: Content,
  further = about.further === 'yes',
): ToKeep => {
  const whole = { ...content, from: fromOf(about) };
  return isRestricted(values, content)
    ? { in: 'restricted', command: { type: 'RecordRestrictedEvidence', item: restrictedItem(ask.chance), ...whole } }
    : { in: 'inspection', command: { type: 'RecordEvidence', ...whole, further } };
};
