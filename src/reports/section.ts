import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { kinds, type Letter } from '../domain/kinds.ts';
import { itemWhole } from '../words/items.ts';
import type { Part } from '../words/message.ts';
import { earlierWordings } from './corrected.ts';
import type { OrdinaryRecord } from './record.ts';
import { type Block, section } from './tree.ts';

/** One part of the copy to read, block by block. Nothing where the record has nothing of it. */
export type Section = (record: OrdinaryRecord) => Iterable<Block>;

/** Every item of a kind in full, and with each what it said before it was put right. */
export const itemsInFull =
  <Item extends { item: string }>(
    title: string,
    itemsOf: (inspection: Inspection) => Iterable<Item>,
    inFull: (item: Item, record: OrdinaryRecord) => Block[],
    ofAll: (inspection: Inspection) => string = () => '',
  ): Section =>
  (record) => {
    const { inspection } = record;
    const earlier = earlierWordings(record);
    const all = [...itemsOf(inspection)].flatMap((item) => [
      ...inFull(item, record),
      ...(earlier.get(item.item) ?? []),
    ]);
    return section(1, inWordsOf(inspection, title), all, ofAll(inspection));
  };

/** What a person reads in parts, as blocks. Buttons and dividers are of a screen. */
const ofParts = (parts: readonly Part[]): Block[] =>
  parts.flatMap((part): Block[] => {
    if ('heading' in part) return [{ heading: part.heading, level: 2 }];
    if ('lines' in part) return part.lines.map((line) => ({ paragraph: line }));
    if ('list' in part) return [{ list: part.list }];
    if ('row' in part) return [{ paragraph: part.row }];
    if ('table' in part) return [{ list: part.table.rows.map(({ sentence }) => sentence) }];
    return 'quote' in part ? [{ quote: part.quote }] : [];
  });

/** What the items of a kind are called together, at the head of a section or a sheet. */
export const titleOf = (letter: Letter): string => {
  const { noun } = kinds[letter];
  if (letter === 'B') return 'Good practice';
  return letter === 'K' ? '{Children} at risk' : `${noun.charAt(0).toUpperCase()}${noun.slice(1)}s`;
};

/** Every item of a kind that has no section of its own, as it is read whole. */
export const wholeInFull = (letter: Letter): Section => {
  const { all } = kinds[letter];
  return itemsInFull(
    titleOf(letter),
    (inspection) => [...all(inspection).keys()].map((item) => ({ item })),
    ({ item }, { inspection }) => ofParts(itemWhole(inspection, item, inspection.recordedAt)),
  );
};
