import type { Inspection } from '../../src/domain/inspection.ts';
import type { Bearing } from '../../src/domain/matters/line-content.ts';
import { lineName } from './line-items.ts';

/** A line of enquiry named before the text of a line, and which way the item speaks. */
export type LinkedText = { line: string | null; bears: Bearing | null; text: string };

/**
 * `L-002 …` speaks for that line, `-L-002 …` against it. Only a line that the inspection has is one: any other text stays as
 * it was typed.
 */
export const linkedText = ({ lines }: Inspection, typed: string): LinkedText => {
  const [, mark, named = '', text = ''] = typed.match(/^([+\-–−])?(l-?\d{1,5})(?!\S)\s*([\s\S]*)$/i) ?? [];
  const line = lineName(named);
  if (line === null || !lines.has(line)) return { line: null, bears: null, text: typed };
  return { line, bears: mark === undefined || mark === '+' ? 'for' : 'against', text };
};
