import type { Inspection } from '../src/domain/inspection.ts';
import { kindOf, notHere, whyNotChanged } from '../src/domain/kinds.ts';
import type { Evidence } from '../src/domain/matters/evidence.ts';
import type { Steps } from '../src/domain/steps.ts';
import { evidenceLineWithin } from '../src/words/evidence.ts';
import { firstFitting, shortened } from '../src/words/fitting.ts';
import { itemLines, itemWhole } from '../src/words/items.ts';
import { counted, message, type Part, paragraph } from '../src/words/message.ts';
import { found, itemIn, restrictedFound, termsIn } from '../src/words/search.ts';
import { restrictedIsClosed } from '../src/words/whistleblowing.ts';
import { mayConfirm } from './confirm.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { changingOf } from './forms/changing.ts';
import { tells } from './reply.ts';

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

/** One page of them; `most` is how much of each item's words it shows. */
const pageParts = (ask: AskOfInspection, words: string, page: number, hits: Hits, most: number): Part[] => {
  const { inspection, at } = ask;
  const before = (page - 1) * perPage;
  const shown = hits.ordinary.slice(before, before + perPage);
  const from = Math.max(0, before - hits.ordinary.length);
  const apart = hits.restricted.slice(from, from + perPage - shown.length);
  const more = hits.ordinary.length + hits.restricted.length - before - shown.length - apart.length;
  const next = `find ${words} (page ${page + 1})`;
  return [
    { list: itemLines(inspection, shown, at, most) },
    ...(apart.length > 0
      ? [
          paragraph({ strong: 'Restricted' }, ': for lead, deputy and quality assurance manager only.'),
          { list: apart.map((evidence) => evidenceLineWithin(inspection, evidence, at, most)) },
        ]
      : []),
    ...(more > 0
      ? [{ note: `And ${more} more: /judge ${shortened(next, 300)}` }, { buttons: [{ label: 'More', does: next }] }]
      : []),
  ];
};

/** What this person may do with an item that is shown whole. */
const actsOn = (ask: AskOfInspection, item: string): Part[] => {
  const changes = whyNotChanged(ask.inspection, item, ask.by) === null;
  const buttons = [
    ...(mayConfirm(ask, item) ? [{ label: 'Confirm', does: `confirm ${item}` }] : []),
    ...(changes ? [{ label: 'Correct', does: `edit ${item}` }] : []),
    ...(changes && changingOf(item)?.withdraw ? [{ label: 'Withdraw', does: `withdraw ${item}` }] : []),
  ];
  return [{ buttons }];
};

function* searched(ask: AskOfInspection): Steps<Reply> {
  const { inspection, at } = ask;
  const { words, page } = pageIn(ask.words);
  const terms = termsIn(words);
  if (terms.length === 0)
    return tells('Say what to look for: /judge find four days late, /judge find "four days late", /judge find E-014.');
  const named = itemIn(words);
  const whole = named ? itemWhole(inspection, named, at) : [];
  const hits: Hits = {
    // An item that is asked for by its number is shown whole, and said once.
    ordinary: (yield* found(inspection, terms)).filter((item) => whole.length === 0 || item !== named),
    restricted: ask.restricted ? restrictedFound(inspection, ask.restricted, terms) : [],
  };
  const all = hits.ordinary.length + hits.restricted.length;
  if (page > 1 && (page - 1) * perPage >= all) return tells('There is no such page.');
  const first = page === 1 && named && whole.length > 0 ? [...whole, ...actsOn(ask, named)] : [];
  const also =
    whole.length > 0 ? `${named} is named in ${counted(all, 'other item')}.` : openingOf(inspection, words, hits);
  return {
    say: firstFitting(sizes, (most) =>
      message(
        ...first,
        ...(whole.length > 0 && all === 0 ? [] : [paragraph(also)]),
        ...pageParts(ask, words, page, hits, most),
        ...(ask.restrictedClosed === null ? [] : [paragraph(restrictedIsClosed(ask.restrictedClosed))]),
      ),
    ),
  };
}

export const find: InspectionSubcommand = {
  of: 'inspection',
  word: 'find',
  usage: '<words>',
  about: 'Searches everything you may read, of every kind, also by number. Only you see the answer.',
  brief: 'search what you may read',
  offers: [{ label: 'Find', asks: 'What are you looking for?', sealed: true }],
  example: '/judge find four days late',
  act: 'read',
  asked: (ask) => ({ working: searched(ask) }),
  form: null,
};
