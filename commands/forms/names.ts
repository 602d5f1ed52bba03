import { inWordsOf } from '../../src/domain/field.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { likelyNames } from '../../src/domain/text/names.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { saidLines, tick } from '../fields.ts';
import { type About, type Form, one, type Piece, several, type Values } from '../form.ts';
import { askAboutMeanwhile } from './meanwhile.ts';

/** What is asked before anything is kept, the same in every form where people type at length: about likely names, and about what others made of the item meanwhile. */

/** So many are named; the form carries them along. */
const mostNamed = 5;

/** Where a form asks: which names it found, and the box that says they may stay. */
export const namesPieces = ({ names, keep }: About): Piece[] =>
  names && keep
    ? [saidLines([names]), tick('keepNames', 'Names', { value: 'keep', label: keep }, { required: false })]
    : [];

/** Draws a form as its command does. */
type Draws = (ask: AskOfInspection, values: Values, about: About) => Form;

/** Where a form says why what was sent is not kept yet. */
export const toldPieces = ({ told }: About): Piece[] =>
  told ? [saidLines(...told.split('\n').map((words) => [words]))] : [];

/** What a refusal comes to where no form is open: one opens with everything in it, and says why. */
export const openAgain =
  (ask: AskOfInspection, values: Values, about: About, draw: Draws) =>
  (refusals: readonly Refusal[]): Reply => {
    const told = ['Not saved yet.', ...refusals.map(({ words }) => words)].join('\n');
    return { open: draw(ask, values, { ...about, told }) };
  };

/**
 * The form again, saying what somebody else made of its item meanwhile, or asking about likely names in these fields; null
 * where there is neither, or the asker said to keep them.
 */
export const askAboutNames = (
  ask: AskOfInspection,
  values: Values,
  about: About,
  fields: readonly string[],
  draw: Draws,
): Reply | null => {
  const meanwhile = askAboutMeanwhile(ask, about, (asking) => draw(ask, values, asking));
  if (meanwhile) return meanwhile;
  const { inspection } = ask;
  if (several(values, 'keepNames').includes('keep')) return null;
  const known = [inspection.authority, ...inspection.names.values()];
  const writers = (about.writers ?? '').split('\n');
  const names = fields
    .flatMap((field) => likelyNames(one(values, field) ?? '', known))
    .filter((name) => !writers.includes(name));
  if (names.length === 0) return null;
  const named = [...new Set(names)].slice(0, mostNamed).join(', ');
  const asks = inWordsOf(inspection, 'If it is {a child’s or a parent’s}, take it out. If not, tick the box.');
  const asking = {
    names: `Not saved yet: this may be a person’s name: ${named}. ${asks}`,
    keep: inWordsOf(inspection, 'Keep: not {a child}’s name'),
  };
  return { open: draw(ask, values, { ...about, ...asking }) };
};
