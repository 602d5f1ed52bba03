import { isRestrictedItem } from '../src/domain/restricted/item.ts';
import { evidenceLine } from '../src/words/evidence.ts';
import { itemLine } from '../src/words/items.ts';
import { type Line, says } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { box, saidLines } from './fields.ts';
import { type About, type Form, one, type Values } from './form.ts';
import { changeAsked, changingOf, evidenceNamed } from './forms/changing.ts';
import { askAboutNames } from './forms/names.ts';
import { keeps } from './reply.ts';

/** What is withdrawn by a reason and nothing else: its command, and what follows from it. */
const plainly = (item: string): { command: string; follows: string } | null => {
  const way = changingOf(item)?.withdraw;
  return typeof way === 'object' ? way : null;
};

/** The item as it stands, above the question why. */
const standingLine = (ask: AskOfInspection, item: string): Line | null => {
  const restricted = isRestrictedItem(item) ? evidenceNamed(ask, item) : undefined;
  return restricted ? evidenceLine(ask.inspection, restricted, ask.at) : itemLine(ask.inspection, item, ask.at, 200);
};

const draw = (ask: AskOfInspection, values: Values, about: About): Form => {
  const item = about.item ?? '';
  const standing = standingLine(ask, item);
  return {
    of: 'withdraw',
    title: `Withdraw ${item}`,
    submit: 'Withdraw',
    pieces: [
      ...(standing ? [saidLines(standing)] : []),
      box('reason', 'Why is it withdrawn?', one(values, 'reason'), { hint: plainly(item)?.follows ?? '' }),
    ],
    about,
  };
};

const keep = (values: Values, about: About): Reply => {
  const item = about.item ?? '';
  return keeps(
    { type: plainly(item)?.command, item, reason: one(values, 'reason') },
    () => says(`Withdrawn: ${item}. It stays in the record.`),
    { where: isRestrictedItem(item) ? 'restricted' : 'inspection' },
  );
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, ['reason'], draw) ?? keep(values, about);

const asked = (ask: AskOfInspection): Reply =>
  changeAsked(ask, 'withdraw', (item) => {
    const way = changingOf(item)?.withdraw;
    return typeof way === 'function' ? way(ask, item) : { open: draw(ask, {}, { item }) };
  });

export const withdraw: InspectionSubcommand = {
  of: 'inspection',
  word: 'withdraw',
  usage: '<item>',
  about: 'Withdraws an item by its number, with a reason. It stays in the record, marked.',
  alsoCalled: ['delete', 'remove', 'retract', 'take back'],
  apart: true,
  brief: 'take an item back',
  offers: [{ label: 'Withdraw an item', asks: 'Which item, such as E-014?' }],
  example: '/judge withdraw E-014',
  act: 'read',
  asked,
  form: { draw, submitted },
};
