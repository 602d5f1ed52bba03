import { fieldOf } from '../field.ts';
import type { Framework } from '../framework.ts';
import type { Source } from '../sources.ts';
import { goesOn, type Mark, taken } from './mark.ts';

/** Whose voice or what source a line says it has, by the words of the framework's field: `child:`, `from partner:`. */

const mark = /^(from\s+(?:the\s+|an?\s+)?)?(\p{L}[\p{L}\p{Pd}/ ]{0,40}?)(?:[:\uff1a]|\s+[:\uff1a](?=\s|$))(?!\/\/)/iu;

/** "From the child: nothing heard" says that nobody was. */
const heardNothing = /^(?:nothing|nobody|no[ -]one|none|never|not)(?![\p{L}\p{N}])/iu;

const spelt = (word: string): string => word.toLowerCase().replace(/[\s\p{Pd}]+/gu, ' ');

/** Whether two words stand side by side in what the framework says, as "child protection" does: then they are one thing. */
const areOneThing = (framework: Framework, one: string, other: string): boolean =>
  new RegExp(`[^\\p{L}]${one}[\\s\\p{Pd}]+${other}(?!\\p{L})`, 'iu').test(
    JSON.stringify([framework, fieldOf(framework)]),
  );

/**
 * The source that a text begins with. Said is null where it is none surely, because what follows the colon goes on from the
 * word: a misread source can hide that nobody spoke with children.
 */
export const sourceMark = (text: string, framework: Framework): Mark<Source | null> | null => {
  const [whole = '', from, word = ''] = text.match(mark) ?? [];
  const named = (words: readonly string[]) => words.some((each) => spelt(each) === spelt(word));
  const source = fieldOf(framework).sources.find(
    ({ id, words, fromWords }) => named(words) || (from !== undefined && named([id, ...fromWords])),
  );
  if (!source) return null;
  const rest = taken(text, whole);
  const next = rest.match(/^\p{Ll}+/u)?.[0];
  const isDoubtful =
    heardNothing.test(rest) ||
    (from === undefined &&
      (goesOn.test(rest.toLowerCase()) ||
        next === 'seen' ||
        (next !== undefined && areOneThing(framework, spelt(word), next))));
  return isDoubtful ? { said: null, mark: whole, rest: text } : { said: source.id, mark: whole, rest };
};
