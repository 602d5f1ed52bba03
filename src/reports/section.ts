import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { kinds, type Letter } from '../domain/kinds.ts';
import { itemWhole } from '../words/items.ts';
import { earlierWordings } from './corrected.ts';
import { blocks, mapped, ofParts, section } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';

/** One part of the copy to read, block by block. Nothing where the record has nothing of it. */
export type Section = (record: OrdinaryRecord) => Iterable<Iterable<string>>;

/** Every item of a kind in full, and with each what it said before it was put right. */
export const itemsInFull =
  <Item extends { item: string }>(
    title: string,
    itemsOf: (inspection: Inspection) => Iterable<Item>,
    inFull: (item: Item, record: OrdinaryRecord) => string[],
    ofAll: (inspection: Inspection) => string = () => '',
  ): Section =>
  (record) => {
    const { inspection } = record;
    const earlier = earlierWordings(record);
    const each = mapped(itemsOf(inspection), (item) => blocks(inFull(item, record), earlier.get(item.item) ?? []));
    return section(inWordsOf(inspection, title), each, ofAll(inspection));
  };

/** Every item of a kind that has no section of its own, as it is read whole. */
export const wholeInFull = (letter: Letter): Section => {
  const { noun, all } = kinds[letter];
  return itemsInFull(
    `## ${noun.charAt(0).toUpperCase()}${noun.slice(1)}s`,
    (inspection) => [...all(inspection).keys()].map((item) => ({ item })),
    ({ item }, { inspection }) => ofParts(itemWhole(inspection, item, inspection.recordedAt)),
  );
};
