import { areaByWord, type Framework } from '../../src/domain/framework.ts';
import type { Sign } from '../../src/domain/sources.ts';

/** One line of evidence: `[area] [+ or - or !] [C-017] [text]`. */
export type OneLine = { area: string | null; sign: Sign; case: string | null; text: string };

const signOf: Record<string, Sign> = {
  '+': 'strength',
  '-': 'concern',
  '–': 'concern',
  '−': 'concern',
  '!': 'priority-concern',
};

/** `[+ or - or !] [C-017] [text]`: what may follow the area. The three dashes that keyboards make are one sign. */
export const signedText = (words: string): { sign: Sign | null; case: string | null; text: string } => {
  const [, mark, afterSign = words] = words.match(/^([+\-–−!])\s*([\s\S]*)$/) ?? [];
  const [, reference, text = afterSign] = afterSign.match(/^(c-?\d{1,5})(?!\S)\s*([\s\S]*)$/i) ?? [];
  return { sign: signOf[mark ?? ''] ?? null, case: reference ?? null, text: text.trim() };
};

/**
 * Reads a line. The area is an exact word of the framework; the three dashes that keyboards make are one sign; no sign
 * means context. A line whose first word is no area has area null and keeps every word in its text.
 */
export const oneLine = (framework: Framework, words: string): OneLine => {
  const [, first = '', afterArea = ''] = words.trim().match(/^(\S+)\s*([\s\S]*)$/) ?? [];
  const area = areaByWord(framework, first);
  if (!area) return { area: null, sign: 'context', case: null, text: words.trim() };
  const { sign, ...rest } = signedText(afterArea);
  return { area: area.id, sign: sign ?? 'context', ...rest };
};
