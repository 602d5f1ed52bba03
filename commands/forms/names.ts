import { likelyNames } from '../../src/domain/text/names.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { type About, type Form, one, type Piece, saidLines, several, tick, type Values } from '../form.ts';

/** Asking about likely names, the same in every form where people type at length. */

/** So many are named; the form carries them along. */
const mostNamed = 5;

/** Where a form asks: which names it found, and the box that says they may stay. Nothing where it asks nothing. */
export const namesPieces = ({ names }: About): Piece[] =>
  names
    ? [
        saidLines([
          `Not saved yet: this may be a person’s name: ${names.split('\n').join(', ')}. If it is a child’s or a parent’s, take it out. If not, tick the box.`,
        ]),
        tick('keepNames', 'Names', { value: 'keep', label: 'Keep: not a child’s name' }, { required: false }),
      ]
    : [];

/** The form again, asking about likely names in these fields; null where there are none, or the asker said to keep them. */
export const askAboutNames = (
  { inspection }: AskOfInspection,
  values: Values,
  about: About,
  fields: readonly string[],
  draw: (about: About) => Form,
): Reply | null => {
  if (several(values, 'keepNames').includes('keep')) return null;
  const known = [inspection.authority, ...inspection.names.values()];
  const names = fields.flatMap((field) => likelyNames(one(values, field) ?? '', known));
  if (names.length === 0) return null;
  return { open: draw({ ...about, names: [...new Set(names)].slice(0, mostNamed).join('\n') }) };
};
