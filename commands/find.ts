import { evidenceLineWithin } from '../src/words/evidence.ts';
import { firstFitting, shortened } from '../src/words/fitting.ts';
import { itemLines, itemWhole } from '../src/words/kinds.ts';
import { counted, message, type Part, paragraph } from '../src/words/message.ts';
import { found, itemIn, restrictedFound, termsIn } from '../src/words/search.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { tells } from './reply.ts';

const perPage = 10;

/** How much of each item's words an answer shows, the most that fits. */
const sizes: [number, ...number[]] = [200, 100, 60, 20];

/** "strategy discussion (page 2)": what is looked for, and which page of it is asked for. */
const pageIn = (typed: string): { words: string; page: number } => {
  const [, words = typed, page = '1'] = typed.match(/^(.*?)\s*\(page (\d{1,5})\)\s*$/s) ?? [];
  return { words: words.trim(), page: Math.max(1, Number(page)) };
};

const openingOf = (words: string, ordinary: number, restricted: number): string => {
  const apart = restricted > 0 ? `, and ${restricted} restricted` : '';
  if (ordinary > 0) return `${counted(ordinary, 'item')} found, newest first${apart}.`;
  const whose = restricted > 0 ? 'that the whole team may read ' : 'that you may read ';
  return `Nothing ${whose}has all of these words: ${shortened(words, 200)}.`;
};

const asked = (ask: AskOfInspection): Reply => {
  const { inspection, at } = ask;
  const { words, page } = pageIn(ask.words);
  const terms = termsIn(words);
  if (terms.length === 0)
    return tells(
      'Say what to look for: /judge find strategy discussion, /judge find "strategy discussion", /judge find E-014.',
    );
  const ordinary = found(inspection, terms);
  const restricted = ask.restricted ? restrictedFound(inspection, ask.restricted, terms) : [];
  const before = (page - 1) * perPage;
  const shown = ordinary.slice(before, before + perPage);
  const from = Math.max(0, before - ordinary.length);
  const apart = restricted.slice(from, from + perPage - shown.length);
  const more = ordinary.length + restricted.length - before - shown.length - apart.length;
  const next = `find ${words} (page ${page + 1})`;
  const named = page === 1 ? itemIn(words) : null;
  const whole: readonly Part[] = named ? itemWhole(inspection, named, at) : [];
  return {
    say: firstFitting(sizes, (most) =>
      message(
        ...(whole.length > 0 ? [...whole, { divider: true } as const] : []),
        paragraph(openingOf(words, ordinary.length, restricted.length)),
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
      ),
    ),
  };
};

export const find: InspectionSubcommand = {
  of: 'inspection',
  word: 'find',
  usage: '<words>',
  about: 'Searches everything you may read, of every kind, also by number. Only you see the answer.',
  brief: 'search what you may read',
  example: '/judge find strategy discussion',
  act: 'read',
  asked,
  form: null,
};
