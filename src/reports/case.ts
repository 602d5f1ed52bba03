import { cohortLabel } from '../domain/cohorts.ts';
import { type Case, caseKindLabels } from '../domain/matters/case.ts';
import { caseCountInWords } from '../words/case.ts';
import { eventsOf } from './events.ts';
import { blocks, inline, list } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whenAndWho, whoDid } from './who.ts';

const trail = (record: OrdinaryRecord, item: string): string[] =>
  eventsOf(record, 'CaseRegistered', 'CaseChanged', 'CaseRemoved').flatMap(({ entry, event }) => {
    if (event.item !== item) return [];
    const when = whenAndWho(record.inspection, entry);
    if (event.type === 'CaseRemoved') return [`Taken off: ${when}. Reason: ${inline(event.reason)}`];
    const details = `${caseKindLabels[event.kind].toLowerCase()}, ${cohortLabel(record.inspection.framework, event.cohort).toLowerCase()}`;
    return [`${event.type === 'CaseRegistered' ? 'Registered' : 'Changed to'} ${details}: ${when}`];
  });

const caseLines = (record: OrdinaryRecord, { item, kind, cohort, site, reader, removed }: Case): string[] => {
  const { inspection } = record;
  const named = [...inspection.evidence.values()].filter(({ content }) => content.case === item);
  return blocks(
    [`### ${item}: ${caseKindLabels[kind].toLowerCase()}${removed ? ' (taken off)' : ''}`],
    list([
      `Cohort: ${inline(cohortLabel(inspection.framework, cohort))}`,
      site ? `Site: ${inline(site)}` : '',
      `Read by: ${whoDid(inspection, reader)}`,
      `Evidence that names it: ${named.length > 0 ? named.map((evidence) => evidence.item).join(', ') : 'none'}`,
      ...trail(record, item),
    ]),
  );
};

/** Every case that was registered, with the evidence that names it. */
export const casesInFull = (record: OrdinaryRecord): string[] => {
  const { inspection } = record;
  const all = [...inspection.cases.registered.values()];
  if (all.length === 0) return [];
  const count = caseCountInWords(inspection);
  return blocks(['## Cases'], count ? [`${count}.`] : [], ...all.map((each) => caseLines(record, each)));
};
