import { isRestrictedItem } from '../src/domain/restricted/item.ts';
import { evidenceReceipt, savedAs } from '../src/words/evidence.ts';
import { type Message, says } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Receipt, Reply } from './contract.ts';
import type { About, Form, Values } from './form.ts';
import { asCorrected, changeAsked, changingOf } from './forms/changing.ts';
import { answered } from './forms/evidence/answer.ts';
import { evidenceForm } from './forms/evidence/form.ts';
import { evidenceTexts, fieldsOf } from './forms/evidence/keep.ts';
import { linesFitting } from './forms/line-items.ts';
import { seenIn } from './forms/meanwhile.ts';
import { askAboutNames } from './forms/names.ts';
import { keeps, tells } from './reply.ts';

const asked = (ask: AskOfInspection): Reply =>
  changeAsked(
    ask,
    'edit',
    (item) => answered(ask, item, receipt) ?? changingOf(item)?.edit?.(ask, item) ?? tells(`There is no ${item} here.`),
  );

const receipt =
  (item: string) =>
  ({ inspection, at }: Receipt): Message => {
    const evidence = inspection.evidence.get(item);
    return evidence ? evidenceReceipt(inspection, evidence, at) : says(`${savedAs(item)} · restricted`);
  };

const draw = (ask: AskOfInspection, values: Values, about: About): Form =>
  evidenceForm(ask, asCorrected(ask, about.item ?? '', values), about);

const submitted = (ask: AskOfInspection, shown: Values, about: About): Reply => {
  const item = about.item ?? '';
  const values = asCorrected(ask, item, shown);
  const restricted = isRestrictedItem(item);
  const names = askAboutNames(ask, values, about, evidenceTexts, evidenceForm);
  if (names) return names;
  if (restricted && values.readers === 'team') {
    const words = `${item} stays restricted. Record for the team, in a new item, what everybody may read.`;
    return { refusals: [{ field: 'readers', words }] };
  }
  if (!restricted && values.readers === 'restricted') {
    const words = `${item} is in the team’s record already, and what was read cannot be unread. Withdraw it and record it anew as restricted.`;
    return { refusals: [{ field: 'readers', words }] };
  }
  if (!restricted && values.source === 'whistleblower') {
    const words = 'What a whistleblower says is recorded as a new, restricted item. Withdraw this one.';
    return { refusals: [{ field: 'source', words }] };
  }
  const type = restricted ? 'EditRestrictedEvidence' : 'EditEvidence';
  return keeps({ type, item, seen: seenIn(about), ...fieldsOf(values) }, receipt(item), {
    where: restricted ? 'restricted' : 'inspection',
  });
};

export const edit: InspectionSubcommand = {
  of: 'inspection',
  word: 'edit',
  usage: '<item>',
  about: 'Corrects an item of any kind by its number. The earlier wording stays in the record.',
  brief: 'correct an item',
  offers: [{ label: 'Correct an item', asks: 'Which item, such as E-014?' }],
  example: '/judge edit E-014',
  act: 'read',
  asked,
  form: {
    draw,
    submitted,
    search: (ask, _, query) => linesFitting(ask, query),
  },
};
