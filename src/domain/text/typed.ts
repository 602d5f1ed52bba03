import { z } from 'zod';
import { identifiersIn } from './identifiers.ts';
import { turning } from './signs.ts';

/** The most that Slack lets a person type into one box (its plain_text_input). */
export const mostCharacters = 3000;

/** Line feeds and tabs are typed on purpose; other control characters and half characters are damage on the way. */
export const broken = /(?![\n\t])\p{Cc}|\p{Surrogate}/u;

/** Why a text with an identifier of a child is refused; null where it has none. */
export const identifierIn = (text: string): string | null => {
  const [identifier] = identifiersIn(text);
  return identifier
    ? `"${identifier.text}" looks like ${identifier.kind}. Use a {case} reference such as C-007 instead.`
    : null;
};

const wrongWith = (text: string): string | null => {
  if (text.length > mostCharacters) return 'Keep it to 3,000 characters. Save the rest as a second item.';
  if (broken.test(text)) return 'This has a character that cannot be kept. Type it again rather than pasting it.';
  return identifierIn(text);
};

/** Nothing that anybody can see: spaces, and signs without a shape of their own. */
const invisible = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

const tidied = (text: string): string => (invisible.test(text) ? '' : text.replace(/\r\n?/g, '\n').trim());

/**
 * The one door for text that a person typed: trimmed, whole, and without identifiers of children.
 * `missing` is what is said when there is none.
 */
export const typed = (missing: string) =>
  z
    .string(missing)
    .transform(tidied)
    .superRefine((text, check) => {
      const wrong = text === '' ? missing : wrongWith(text);
      if (wrong) check.addIssue({ code: 'custom', message: wrong });
    });

/** The same door for a box that may stay empty: null where nothing was typed. */
export const typedOrNothing = z
  .string()
  .nullish()
  .transform((text) => tidied(text ?? '') || null)
  .superRefine((text, check) => {
    const wrong = text === null ? null : wrongWith(text);
    if (wrong) check.addIssue({ code: 'custom', message: wrong });
  });

const isStraight = (name: string | null): boolean => !turning.test(name ?? '');
const turned = 'This has a sign that turns the direction of reading. Type it again rather than pasting it.';

/** The same door for a name on one line; `what` it is the name of, as in "the site". */
export const named = (what: string, missing: string) =>
  typed(missing)
    .refine((name) => name.length <= 100 && !name.includes('\n'), `Keep ${what} to one line of 100 characters.`)
    .refine(isStraight, turned);

/** The same for a name that may be left out, or several. */
export const namedOrNothing = typedOrNothing.refine(isStraight, turned);

/** A moment that a person gives, written in one way only (ISO 8601 in UTC), because moments are compared as text. */
export const moment = (missing: string) => z.iso.datetime(missing).transform((given) => new Date(given).toISOString());
