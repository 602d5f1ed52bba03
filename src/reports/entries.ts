import type { Inspection, InspectionEvent } from '../domain/inspection.ts';
import type { RestrictedEvent } from '../domain/restricted.ts';
import { momentOf } from '../words/times.ts';
import { inFewWords } from './few-words.ts';
import { whoDid } from './phrases.ts';
import type { OrdinaryRecord, ReadEntry, RestrictedReport } from './record.ts';
import type { Block } from './tree.ts';

type Erasures = Inspection['erasedItems'];

/** Why an entry has no words: they were destroyed, or are kept out of every copy. */
export const whyWordless = (erasures: Erasures, version: number): string =>
  [...erasures.values()].some(({ versions }) => versions.includes(version)) ? 'erased' : 'not for other eyes';

const line = (
  inspection: Inspection,
  erasures: Erasures,
  entry: ReadEntry<InspectionEvent | RestrictedEvent>,
): string => {
  const { version, hash, at, person, events } = entry;
  const what = events?.map((event) => inFewWords(inspection, event)).join('; ') ?? whyWordless(erasures, version);
  const when = momentOf(inspection, at);
  return `${version} (${hash.slice(0, 6)}) ${when}, ${whoDid(inspection, person)}: ${what}`;
};

/** The record, entry by entry. */
export const entriesInFull = (inspection: Inspection, report: OrdinaryRecord | RestrictedReport): Block[] => {
  const { erasedItems } = 'record' in report ? report.record : inspection;
  const entries: readonly ReadEntry<InspectionEvent | RestrictedEvent>[] = report.entries;
  return [
    { heading: 'The record, entry by entry', level: 1 },
    { paragraph: 'Each line is one entry of the record: its number, the beginning of its hash, when, who and what.' },
    { list: entries.map((entry) => line(inspection, erasedItems, entry)) },
  ];
};
