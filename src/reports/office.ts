import { strToU8, unzipSync, zipSync } from 'fflate';
import { harmless } from '../domain/text/signs.ts';

/** What Word and Excel files have in common. */

/** Words as any such file may hold them: signs that steer are written out, and what is no character in XML is a square. */
export const legible = (text: string): string => harmless(text).replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '□');

/** How a cell is shaded under a grade's square: pale, so that words stand out from it. */
export const shades: ReadonlyMap<string, string> = new Map([
  ['🟦', 'D6E4F5'],
  ['🟩', 'DCEFD8'],
  ['🟨', 'FFF2C2'],
  ['🟧', 'FBE0C4'],
  ['🟥', 'F7D4D0'],
  ['🟪', 'E6DAF2'],
  ['🟫', 'E6DAD0'],
  ['⬛', 'D9D9D9'],
]);

/**
 * The same file with one time in it, the record's, wherever the library that made it put the time of its making: so the same
 * record gives the same bytes. What else is to be put right in a part of it is named by that part.
 */
export const repacked = (
  made: Uint8Array,
  at: string,
  mended: Record<string, (xml: string) => string> = {},
): Uint8Array => {
  const parts = unzipSync(made);
  const dated = (xml: string): string => xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, at);
  for (const [name, mend] of Object.entries({ 'docProps/core.xml': dated, ...mended })) {
    const part = parts[name];
    if (part) parts[name] = strToU8(mend(Buffer.from(part).toString()));
  }
  // A zip file's times are those of the place: noon is on the same day, and there, everywhere.
  const mtime = new Date(`${at.slice(0, 10)}T12:00`);
  return zipSync(parts, { mtime, level: 6 });
};
