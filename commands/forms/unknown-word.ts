import { type Area, areaWord, type Framework } from '../../src/domain/framework.ts';
import { shortened } from '../../src/words/message.ts';
import { type About, type Piece, saidLines } from '../form.ts';

/** A word after a command that names no area. The form opens all the same, and says so above its fields. */

/** `about` of a form that was asked for with these words, where they should have named an area. */
export const unknownWord = (typed: string): About => (typed === '' ? {} : { unknown: shortened(typed, 60) });

/** That the word is none, and which words are; nothing once an area is chosen. */
export const unknownPieces = ({ short }: Framework, areas: readonly Area[], about: About, chosen: boolean): Piece[] => {
  if (!about.unknown || chosen) return [];
  const words = areas.map(areaWord).join(', ');
  return [saidLines([`${short} has no area called “${about.unknown}”. Choose one below; their words are ${words}.`])];
};
