import { fieldOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Context } from '../domain/matters/context.ts';
import { shortened } from './fitting.ts';
import { counted, type Part, paragraph } from './message.ts';

/** The place that is inspected, as it stands beside a grade and never in it. */

const number = (count: number): string => count.toLocaleString('en-GB');

/** "96,000 children · 6 offices · run by a trust or a company · partners: four health boards". */
export const contextInWords = (
  { framework }: Inspection,
  { children, offices, sites, structure, partners, note }: Omit<Context, 'by' | 'at'>,
  most = 160,
): string => {
  const { people, context } = fieldOf(framework);
  const run = context.structures.find(({ id }) => id === structure)?.label ?? structure;
  return [
    children === null ? '' : `${number(children)} ${children === 1 ? people.one : people.many}`,
    [offices === null ? '' : counted(offices, context.office, context.manyOffices), shortened(sites.join(', '), most)]
      .filter(Boolean)
      .join(': '),
    run === null ? '' : run.toLowerCase(),
    partners === null ? '' : `partners: ${shortened(partners, most)}`,
    note === null ? '' : shortened(note, most),
  ]
    .filter(Boolean)
    .join(' · ');
};

/** The context beside a grade; nothing where none was recorded. */
export const contextParts = (inspection: Inspection): Part[] =>
  inspection.context
    ? [
        paragraph(
          { strong: 'Context ' },
          `(it stands beside the grades and changes none): ${contextInWords(inspection, inspection.context)}`,
        ),
      ]
    : [];
