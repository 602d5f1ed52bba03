import type { Inspection } from '../domain/inspection.ts';
import { type Context, structureLabels } from '../domain/matters/context.ts';
import { shortened } from './fitting.ts';
import { counted, type Part, paragraph } from './message.ts';

/** The area that is inspected, as it stands beside a grade and never in it. */

const number = (count: number): string => count.toLocaleString('en-GB');

/** "96,000 children · 6 offices · run by a trust or a company · partners: four health boards". */
export const contextInWords = ({
  children,
  offices,
  sites,
  structure,
  partners,
  note,
}: Omit<Context, 'by' | 'at'>): string =>
  [
    children === null ? '' : `${number(children)} ${children === 1 ? 'child' : 'children'}`,
    [offices === null ? '' : counted(offices, 'office'), shortened(sites.join(', '), 120)].filter(Boolean).join(': '),
    structure === null ? '' : structureLabels[structure].toLowerCase(),
    partners === null ? '' : `partners: ${shortened(partners, 160)}`,
    note === null ? '' : shortened(note, 160),
  ]
    .filter(Boolean)
    .join(' · ');

/** The context beside a grade; nothing where none was recorded. */
export const contextParts = ({ context }: Inspection): Part[] =>
  context
    ? [paragraph({ strong: 'Context ' }, `(it stands beside the grades and changes none): ${contextInWords(context)}`)]
    : [];
