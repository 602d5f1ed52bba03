import type { Inspection } from '../domain/inspection.ts';
import { earlierWordings } from './corrected.ts';
import { blocks, section } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';

/** One part of the copy to read. Nothing where the record has nothing of it. */
export type Section = (record: OrdinaryRecord) => string[];

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
    const each = [...itemsOf(inspection)].map((item) => blocks(inFull(item, record), earlier.get(item.item) ?? []));
    return section(title, each, ofAll(inspection));
  };
