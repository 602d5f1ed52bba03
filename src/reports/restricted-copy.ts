import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { handlingOf } from '../domain/restricted/handling.ts';
import type { RestrictedRecord } from '../domain/restricted.ts';
import { entriesInFull } from './entries.ts';
import { erasedInFull, evidenceInFull } from './evidence.ts';
import { whenAndWho } from './phrases.ts';
import { headOf, type RestrictedReport, span } from './record.ts';
import type { Block, Paper } from './tree.ts';

/** What came of a restricted item: the lines it led to, and how it was closed. */
const handlingInFull = (inspection: Inspection, { handled }: RestrictedRecord, item: string): Block => {
  const { lines, closed } = handlingOf(handled, item);
  return {
    list: [
      lines.length > 0 ? `Led to: ${listed(lines, 'and')}` : '',
      closed ? `Closed: ${whenAndWho(inspection, closed.at, closed.by)}. Done: ${closed.done}` : '',
    ],
  };
};

/** A restricted record as a person reads it: for lead, deputy and quality assurance manager only. */
export const restrictedCopy = (inspection: Inspection, report: RestrictedReport): Paper => {
  const { record, entries, about } = report;
  const head = headOf(entries);
  return {
    title: `${inspection.authority}: restricted evidence`,
    foot: { standing: 'RESTRICTED', head },
    at: entries.at(-1)?.at ?? inspection.recordedAt,
    blocks: [
      {
        paragraph:
          'For the lead inspector, the deputy lead and the quality assurance manager only. No judgement rests on it.',
      },
      {
        list: [`Inspection: ${inspection.id}`, span(inspection, entries), `Head of the restricted record: ${head}`],
      },
      { heading: 'Evidence', level: 1 },
      ...[...record.evidence.values()].flatMap((evidence) => [
        ...evidenceInFull({ inspection, about }, evidence, 2),
        handlingInFull(inspection, record, evidence.item),
      ]),
      ...erasedInFull(inspection, record.erasedItems),
      ...entriesInFull(inspection, report),
    ],
  };
};
