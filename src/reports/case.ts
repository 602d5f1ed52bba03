import { cohortLabel } from '../domain/cohorts.ts';
import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Case, caseKindLabels } from '../domain/matters/case.ts';
import { caseCountInWords } from '../words/case.ts';
import { drawnInWords } from '../words/sample.ts';
import { trailOf } from './events.ts';
import { fact, itemsOrNone, whoDid } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { itemsInFull } from './section.ts';
import type { Block } from './tree.ts';

const trail = (record: OrdinaryRecord, item: string): string[] =>
  trailOf(record, item, 'CaseRegistered', 'CaseChanged', 'CaseRemoved').map(({ event, when }) => {
    if (event.type === 'CaseRemoved') return `Taken off: ${when}. Reason: ${event.reason}`;
    const details = `${inWordsOf(record.inspection, caseKindLabels[event.kind]).toLowerCase()}, ${cohortLabel(record.inspection.framework, event.cohort).toLowerCase()}`;
    return `${event.type === 'CaseRegistered' ? 'Registered' : 'Changed to'} ${details}: ${when}`;
  });

const inFull = ({ item, kind, cohort, site, reader, removed }: Case, record: OrdinaryRecord): Block[] => {
  const { inspection, byCase } = record;
  const read = inWordsOf(inspection, caseKindLabels[kind]).toLowerCase();
  const facts = [
    `Cohort: ${cohortLabel(inspection.framework, cohort)}`,
    fact('Site', site),
    `Read by: ${reader ? whoDid(inspection, reader) : 'nobody yet'}`,
    `Evidence that names it: ${itemsOrNone(byCase.get(item) ?? [])}`,
    drawnInWords(inspection, item),
    ...trail(record, item),
  ];
  return [{ heading: `${item}: ${read}${removed ? ' (taken off)' : ''}`, level: 2 }, { list: facts }];
};

const countOf = (inspection: Inspection): string => {
  const count = caseCountInWords(inspection);
  return count ? `${count}.` : '';
};

/** Every case that was registered, with the evidence that names it. */
export const casesInFull = itemsInFull('{Cases}', ({ cases }) => cases.registered.values(), inFull, countOf);
