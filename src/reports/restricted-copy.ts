import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { handlingOf } from '../domain/restricted/handling.ts';
import type { RestrictedRecord } from '../domain/restricted.ts';
import { entriesInFull } from './entries.ts';
import { erasedInFull, evidenceInFull } from './evidence.ts';
import { blocks, inline, list, textOf } from './markdown.ts';
import { whenAndWho } from './phrases.ts';
import { headOf, type RestrictedReport, span } from './record.ts';

/** What came of a restricted item: the lines it led to, and how it was closed. */
const handlingInFull = (inspection: Inspection, { handled }: RestrictedRecord, item: string): string[] => {
  const { lines, closed } = handlingOf(handled, item);
  return list([
    lines.length > 0 ? `Led to: ${listed(lines, 'and')}` : '',
    closed ? `Closed: ${whenAndWho(inspection, closed.at, closed.by)}. Done: ${inline(closed.done)}` : '',
  ]);
};

/** A restricted record as a person reads it: for lead, deputy and quality assurance manager only. */
export const restrictedCopy = (inspection: Inspection, report: RestrictedReport): Iterable<string> => {
  const { record, entries, about } = report;
  return textOf([
    [`# ${inline(inspection.authority)}: restricted evidence`],
    ['For the lead inspector, the deputy lead and the quality assurance manager only. No judgement rests on it.'],
    list([
      `Inspection: ${inspection.id}`,
      span(inspection, entries),
      `Head of the restricted record: ${headOf(entries)}`,
    ]),
    ['## Evidence'],
    ...[...record.evidence.values()].map((evidence) =>
      blocks(evidenceInFull({ inspection, about }, evidence), handlingInFull(inspection, record, evidence.item)),
    ),
    ...erasedInFull(inspection, record.erasedItems),
    ...entriesInFull(inspection, report),
  ]);
};
