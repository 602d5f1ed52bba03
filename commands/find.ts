import type { Evidence } from '../src/domain/matters/evidence.ts';
import { evidenceLineWithin } from '../src/words/evidence.ts';
import { counted, firstFitting, type Part, says, shortened } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const fits = (ask: AskOfInspection, words: readonly string[]) => {
  const areas = new Map(
    ask.inspection.framework.areas.map((area) => [area.id, `${area.short} ${area.words.join(' ')}`]),
  );
  return ({ item, content, by }: Evidence): boolean => {
    const text = plain(
      [
        item,
        content.text,
        content.case,
        content.site,
        content.agency,
        content.sign,
        content.source,
        content.criteria.join(' '),
        content.areas.map((area) => areas.get(area)).join(' '),
        ask.inspection.names.get(by.user),
      ].join(' '),
    );
    return words.every((word) => text.includes(word));
  };
};

/** How many items an answer shows, and how much of each. */
type Size = { items: number; text: number };
const sizes: [Size, ...Size[]] = [
  { items: 10, text: 200 },
  { items: 10, text: 100 },
  { items: 7, text: 60 },
  { items: 4, text: 60 },
];

const listParts = (ask: AskOfInspection, found: readonly Evidence[], { items, text }: Size): Part[] => {
  if (found.length === 0) return [];
  const list = found.slice(0, items).map((evidence) => evidenceLineWithin(ask.inspection, evidence, ask.at, text));
  const more = found.length - list.length;
  return [{ list }, ...(more > 0 ? [{ note: `And ${more} more. Add another word to see fewer.` }] : [])];
};

const asked = (ask: AskOfInspection): Reply => {
  const words = plain(ask.words).split(/\s+/).filter(Boolean);
  if (words.length === 0)
    return {
      say: says('Say what to look for: /judge find strategy discussion, /judge find C-017, /judge find E-014.'),
    };
  const ordinary = [...ask.inspection.evidence.values()].filter(fits(ask, words)).reverse();
  const restricted = [...(ask.restricted?.evidence.values() ?? [])].filter(fits(ask, words)).reverse();
  const opening =
    ordinary.length === 0
      ? `No evidence ${restricted.length > 0 ? 'that the whole team may read ' : ''}has all of these words: ${shortened(words.join(' '), 200)}.`
      : `${counted(ordinary.length, 'item')} found, newest first.`;
  const apart: Part[] =
    restricted.length > 0
      ? [{ lines: [[{ strong: 'Restricted' }, ': for lead, deputy and quality assurance manager only.']] }]
      : [];
  return {
    say: firstFitting(sizes, (size) => ({
      parts: [{ lines: [[opening]] }, ...listParts(ask, ordinary, size), ...apart, ...listParts(ask, restricted, size)],
    })),
  };
};

export const find: InspectionSubcommand = {
  of: 'inspection',
  word: 'find',
  usage: '<words>',
  about: 'Searches the evidence you may read. Only you see the answer.',
  example: '/judge find strategy discussion',
  act: 'read',
  asked,
  form: null,
};
