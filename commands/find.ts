import type { Inspection } from '../src/domain/inspection.ts';
import { kindOf, notHere } from '../src/domain/kinds.ts';
import { type Listed, listedIn, listing } from '../src/domain/listed-evidence.ts';
import type { Evidence } from '../src/domain/matters/evidence.ts';
import type { Steps } from '../src/domain/steps.ts';
import { evidenceLineWithin } from '../src/words/evidence.ts';
import { firstFitting, shortened } from '../src/words/fitting.ts';
import { itemButtons } from '../src/words/item-acts.ts';
import { itemWhole } from '../src/words/items.ts';
import { listedMessage } from '../src/words/listed-evidence.ts';
import { itemRows } from '../src/words/listing.ts';
import { andMore, counted, message, type Part, paragraph, readRow } from '../src/words/message.ts';
import { found, itemIn, restrictedFound, termsIn } from '../src/words/search.ts';
import { restrictedIsClosed } from '../src/words/whistleblowing.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { tells } from './reply.ts';
import { itemPage } from './whole.ts';

const perPage = 10;

/** How much of each item's words an answer shows, the most that fits. */
const sizes: [number, ...number[]] = [200, 100, 60, 20];

/** "four days late (page 2)": what is looked for, and which page of it is asked for. */
const pageIn = (typed: string): { words: string; page: number } => {
  const [, words = typed, page = '1'] = typed.match(/^(.*?)\s*\(page (\d{1,5})\)\s*$/s) ?? [];
  return { words: words.trim(), page: Math.max(1, Number(page)) };
};

/** What was found of what is looked for: items by number, then what is restricted, for those who may read it. */
type Hits = { ordinary: readonly string[]; restricted: readonly Evidence[] };

const openingOf = (inspection: Inspection, words: string, { ordinary, restricted }: Hits): string => {
  const apart = restricted.length > 0 ? `, and ${restricted.length} restricted` : '';
  if (ordinary.length > 0) return `${counted(ordinary.length, 'item')} found, newest first${apart}.`;
  const named = itemIn(words);
  if (named && kindOf(named) && restricted.length === 0) return notHere(inspection, named);
  const whose = restricted.length > 0 ? 'that the whole team may read ' : 'that you may read ';
  return `Nothing ${whose}has all of these words: ${shortened(words, 200)}.`;
};

/** One page of them, each to be read; `most` is how much of each item's words it shows. */
const pageParts = (ask: AskOfInspection, words: string, page: number, hits: Hits, most: number): Part[] => {
  const { inspection, at } = ask;
  const before = (page - 1) * perPage;
  const shown = hits.ordinary.slice(before, before + perPage);
  const from = Math.max(0, before - hits.ordinary.length);
  const apart = hits.restricted.slice(from, from + perPage - shown.length);
  const more = hits.ordinary.length + hits.restricted.length - before - shown.length - apart.length;
  return [
    ...itemRows(ask, shown, most),
    ...(apart.length > 0
      ? [paragraph({ strong: 'Restricted' }, ': for lead, deputy and quality assurance manager only.')]
      : []),
    ...apart.map((evidence) => readRow(evidence.item, evidenceLineWithin(inspection, evidence, at, most))),
    andMore(more),
    { buttons: more > 0 ? [{ label: 'More', does: `find ${words} (page ${page + 1})` }] : [] },
  ];
};

const noSuchPage = tells('There is no such page.');

function* searched(ask: AskOfInspection, { words, page }: { words: string; page: number }): Steps<Reply> {
  const { inspection } = ask;
  const terms = termsIn(words);
  const hits: Hits = {
    ordinary: yield* found(inspection, terms),
    restricted: ask.restricted ? restrictedFound(inspection, ask.restricted, terms) : [],
  };
  const all = hits.ordinary.length + hits.restricted.length;
  if (page > 1 && (page - 1) * perPage >= all) return noSuchPage;
  return {
    say: firstFitting(sizes, (most) =>
      message(
        paragraph(openingOf(inspection, words, hits)),
        ...pageParts(ask, words, page, hits, most),
        ...(ask.restrictedClosed === null ? [] : [paragraph(restrictedIsClosed(ask.restrictedClosed))]),
      ),
    ),
  };
}

/** An area's evidence whole, page by page. */
function* listed(ask: AskOfInspection, list: Listed, page: number): Steps<Reply> {
  const { inspection, at } = ask;
  const of = yield* listing(inspection, list);
  const said = listedMessage(inspection, list, of, page, at, ask.by);
  return said ? { show: { title: 'Evidence', does: `find ${ask.words.trim()}`, message: said } } : noSuchPage;
}

const asked = (ask: AskOfInspection): Reply => {
  const { inspection, at } = ask;
  const { words, page } = pageIn(ask.words);
  if (termsIn(words).length === 0)
    return tells('Say what to look for: words, “a phrase”, a number, or an area’s word for all its evidence.');
  const item = itemIn(words);
  const whole = item ? itemWhole(inspection, item, at) : [];
  if (item && whole.length > 0) return itemPage(ask, item, [...whole, itemButtons(inspection, item, ask.by)]);
  const list = listedIn(inspection, words);
  return { working: list ? listed(ask, list, page) : searched(ask, { words, page }) };
};

export const find: InspectionSubcommand = {
  of: 'inspection',
  word: 'find',
  usage: '<words>, or an area',
  about:
    'Searches everything you may read, of every kind. A number alone shows its item whole, an area’s word all its evidence.',
  brief: 'search what you may read',
  offers: [{ label: 'Find', asks: 'What are you looking for?', sealed: true }],
  example: '/judge find four days late',
  act: 'read',
  asked,
  form: null,
};
