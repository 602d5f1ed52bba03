import { inWordsOf } from '../../src/domain/field.ts';
import { namesThatMayStand } from '../../src/domain/may-stand.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { likelyNames } from '../../src/domain/text/names.ts';
import { identifierIn } from '../../src/domain/text/typed.ts';
import { mostInAlert, paragraph } from '../../src/words/message.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { saidLines, tick } from '../fields.ts';
import { type About, type Form, one, type Piece, several, type Values, withoutAsked } from '../form.ts';
import { askAboutMeanwhile } from './meanwhile.ts';

/** What is asked before anything is kept, the same in every form where people type at length: about likely names, and about what others made of the item meanwhile. */

/** So many are named; the form carries them along. */
const mostNamed = 5;

/** What an alert holds at most, cut after its last sentence that fits; and what is left, for plain text under it. */
const alertOf = (above: string): [alert: string, rest: string] => {
  const words = above.replaceAll('\n', ' ');
  if ([...words].length <= mostInAlert) return [words, ''];
  const [fits = ''] =
    [...words]
      .slice(0, mostInAlert)
      .join('')
      .match(/^.*[.?:](?= )/) ?? [];
  return fits === '' ? ['Not saved yet.', words] : [fits, words.slice(fits.length).trim()];
};

/** A form with what is asked of it directly above the field that it is about, and the box that says that names may stay. */
export const askedInPlace = ({ pieces, about: { above, at, keep } }: Form): readonly Piece[] => {
  if (!above) return pieces;
  const [alert, rest] = alertOf(above);
  const asked: Piece[] = [
    { is: 'said', parts: [{ alert }, ...(rest === '' ? [] : [paragraph(rest)])] },
    ...(keep ? [tick('keepNames', 'Names', { value: 'keep', label: keep }, { required: false })] : []),
  ];
  const place = Math.max(
    0,
    pieces.findIndex((piece) => 'field' in piece && piece.field === at),
  );
  return [...pieces.slice(0, place), ...asked, ...pieces.slice(place)];
};

/** Where a form says what became of what was sent. */
export const toldPieces = ({ told }: About): Piece[] =>
  told ? [saidLines(...told.split('\n').map((words) => [words]))] : [];

const isTicked = (values: Values): boolean => several(values, 'keepNames').includes('keep');

/** Draws a form as its command does. */
type Draws = (ask: AskOfInspection, values: Values, about: About) => Form;

/** The form again, with what was refused above the field that it is about; not where it stands there already. */
const again =
  (about: About, draw: (about: About) => Form) =>
  (refusals: readonly Refusal[]): Reply => {
    const [first] = refusals;
    if (!about.keep && first && refusals.every(({ words }) => about.above?.includes(words))) return { refusals };
    const above = ['Not saved yet.', ...refusals.map(({ words }) => words)].join('\n');
    return { open: draw({ ...withoutAsked(about), above, at: first?.field ?? '' }) };
  };

/** What a refusal comes to where no form is open: one opens with everything in it, and says why. */
export const openAgain = (ask: AskOfInspection, values: Values, about: About, draw: Draws) =>
  again(about, (asking) => draw(ask, values, asking));

/** Where something stood above a field and is mended, what is refused still takes its place: an error would leave it standing. */
export const inItsPlace = (reply: Reply, values: Values, about: About, draw: (about: About) => Form): Reply => {
  if (!about.above || isTicked(values)) return reply;
  const refused = again(about, draw);
  if ('refusals' in reply) return refused(reply.refusals);
  return 'keep' in reply ? { ...reply, refused, redraws: true } : reply;
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
  if (isTicked(values)) return null;
  const { inspection } = ask;
  const known = namesThatMayStand(inspection);
  const writers = (about.writers ?? '').split('\n');
  const found = fields.map((field) => {
    const text = one(values, field) ?? '';
    const names = likelyNames(text, known).filter((name) => !writers.includes(name));
    return { field, names, identifier: identifierIn(text) };
  });
  const names = [...new Set(found.flatMap((each) => each.names))].slice(0, mostNamed).join(', ');
  const identifiers = found.flatMap(({ identifier }) => (identifier ? inWordsOf(inspection, identifier) : []));
  // An identifier alone is refused at its field, unless a name stands above it that is mended.
  if (names === '' && (identifiers.length === 0 || !about.keep)) return null;
  const asks = inWordsOf(inspection, 'If it is {a child’s or a parent’s}, take it out. If not, tick the box.');
  const above = [
    ...identifiers,
    ...(names === '' ? [] : [`Not saved yet: this may be a person’s name: ${names}. ${asks}`]),
  ].join('\n');
  const keep = names === '' ? {} : { keep: inWordsOf(inspection, 'Keep: not {a child}’s name') };
  const at = found.find((each) => each.names.length > 0 || each.identifier)?.field ?? '';
  return { open: draw(ask, values, { ...withoutAsked(about), above, at, ...keep }) };
};
