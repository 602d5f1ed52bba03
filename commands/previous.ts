import { notHere } from '../src/domain/kinds.ts';
import { type Previous, previousOnes } from '../src/domain/matters/previous.ts';
import type { Published } from '../src/domain/published.ts';
import { may } from '../src/domain/roles.ts';
import { correctedMark, withdrawnLine } from '../src/words/correction.ts';
import { firstFitting } from '../src/words/fitting.ts';
import { itemButtons } from '../src/words/item-acts.ts';
import { itemRows } from '../src/words/listing.ts';
import { andMore, lineIf, type Message, message } from '../src/words/message.ts';
import { previousFacts, previousTitle, recommendationLine } from '../src/words/previous.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import type { About, Values } from './form.ts';
import { takingButtons } from './forms/given.ts';
import { namedItem } from './forms/named-item.ts';
import { askAboutNames } from './forms/names.ts';
import { longPreviousTexts, previousCommand, previousForm, searchTest } from './forms/previous.ts';
import { inStoreParts } from './forms/previous-in-store.ts';
import { receiptOf } from './receipt.ts';
import { keeps, notAllowed, offers, sealedReply, tells } from './reply.ts';

const act = 'record earlier inspections and context';

const records = ({ member, inspection }: AskOfInspection): boolean => may(member.role, act) && !inspection.sealed;

type ListSize = { most: number; grades: number };

/** How many recommendations are shown, and how much of somebody's words. */
type Size = { text: number; items: number };

/** One that went before, with each recommendation and what became of it. */
const shown = (ask: AskOfInspection, previous: Previous): Message => {
  const { inspection } = ask;
  const { item, content } = previous;
  const all = content.recommendations;
  const most: [Size, ...Size[]] = [
    { text: 200, items: 30 },
    { text: 100, items: 30 },
    { text: 60, items: 20 },
    { text: 60, items: 8 },
  ];
  return firstFitting(most, ({ text, items }) =>
    message(
      { heading: `${item}: ${previousTitle(content)}` },
      {
        lines: [
          [...previousFacts(previous, 1200), correctedMark(inspection, item)],
          ...withdrawnLine(previous.withdrawn),
        ],
      },
      { list: all.slice(0, items).map((_, place) => recommendationLine(inspection, previous, place, text)) },
      andMore(all.length - items, 'more: the button below names them all.'),
      itemButtons(inspection, item, ask.by),
    ),
  );
};

/** How many are listed, and how much of each one's grades. */
const listSizes: [ListSize, ...ListSize[]] = [
  { most: 10, grades: 1000 },
  { most: 10, grades: 200 },
  { most: 4, grades: 120 },
];

const list = (ask: AskOfInspection, results: readonly Published[]): Reply => {
  const { inspection } = ask;
  const known = previousOnes(inspection);
  const taken = new Set(known.map(({ content }) => content.from));
  const found = results.filter(({ id }) => id !== inspection.id && !taken.has(id));
  const buttons = [...(records(ask) ? [{ label: 'Enter one', does: 'previous add' }] : []), ...takingButtons(ask)];
  return {
    say: firstFitting(listSizes, ({ most, grades }) =>
      message(
        { heading: `Before: ${inspection.authority}` },
        { lines: lineIf(known.length === 0, 'No earlier inspection was entered yet.') },
        ...itemRows(
          ask,
          known.slice(0, most).map(({ item }) => item),
          grades,
        ),
        andMore(known.length - most),
        ...(records(ask) ? inStoreParts(ask.inspection, found) : inStoreParts(ask.inspection, found).slice(0, 2)),
        { buttons },
      ),
    ),
  };
};

const take = (ask: AskOfInspection, id: string, results: readonly Published[]): Reply => {
  const found = results.find((each) => each.id === id);
  if (!found || id === ask.inspection.id)
    return tells(`Nothing called ${id} that you may know was signed off for ${ask.inspection.authority}.`);
  const { id: _, authority: __, ...content } = found;
  const command = { type: 'TakePrevious', ...content, from: found.id };
  return keeps(command, receiptOf(ask));
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, longPreviousTexts, previousForm) ??
  keeps(previousCommand(ask, values, about), receiptOf(ask));

const asked = (ask: AskOfInspection): Reply => {
  const words = ask.words.trim();
  if (words === '') return { results: ask.inspection.authority, seen: (results) => list(ask, results) };
  const named = namedItem('V', ['test'], words);
  const previous = named && ask.inspection.previous.get(named.item);
  if (named && !previous) return tells(notHere(ask.inspection, named.item));
  if (previous && named.word === '') return { say: shown(ask, previous) };
  const no = notAllowed(ask, act) ?? sealedReply(ask);
  if (no) return no;
  if (previous?.withdrawn) return { say: shown(ask, previous) };
  if (previous) return { open: previousForm(ask, {}, { item: previous.item }) };
  const [, id] = words.match(/^take (\S+)$/) ?? [];
  if (id) return { results: ask.inspection.authority, seen: (results) => take(ask, id, results) };
  if (words.toLowerCase() === 'add') return { open: previousForm(ask, {}, {}) };
  return offers('That is no earlier inspection.', [{ label: 'Earlier inspections', does: 'previous' }]);
};

export const previous: InspectionSubcommand = {
  of: 'inspection',
  word: 'previous',
  usage: '[add, or an item]',
  about: 'Shows earlier inspections of the same place. add enters one; test says what became of a recommendation.',
  brief: 'the inspection before, and what became of it',
  offers: [
    { label: 'Earlier inspections', sealed: true },
    { label: 'Add an earlier inspection', words: 'add', act },
  ],
  example: '/judge previous',
  act: 'read',
  asked,
  form: { draw: previousForm, submitted, search: searchTest },
};
