import { z } from 'zod';

/*
 * What the fields of a framework file are made of. Each message tells what would be right, because the loader puts beside it
 * what was found. Unknown fields are refused: a mistyped field would otherwise be a rule silently left out.
 */

export const record = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `only the fields ${Object.keys(shape).join(', ')}`
        : `an object with the fields ${Object.keys(shape).join(', ')}`,
  });

export const list = <Item extends z.ZodType>(item: Item, atLeast: number) =>
  z
    .array(item, { error: 'a list in square brackets' })
    .min(atLeast, { error: `a list of at least ${atLeast === 1 ? 'one item' : `${atLeast} items`}` });

export const id = z
  .string({ error: 'an id in small letters, digits and hyphens' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'an id in small letters, digits and hyphens, such as "care-leavers"' })
  .describe('By what it is referred to. It never changes; what people read is beside it');

export const code = z
  .string({ error: 'a short id such as "SIF-1"' })
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, { error: 'a short id of letters, digits and hyphens, such as "SIF-1"' })
  .describe('A short id that people read too, such as "SIF-1"');

export const text = z
  .string({ error: 'a text in double quotes' })
  .regex(/^\S(.*\S)?$/s, { error: 'a text that is not empty and neither begins nor ends with a space' });

/** The longest text a choice in a form can show whole. */
export const longestLabel = 70;

export const label = text
  .max(longestLabel, { error: `a label of at most ${longestLabel} characters, so that a select shows it` })
  .describe(`What people read, in at most ${longestLabel} characters`);

/** On what a fact rests, by the title of a document or the name of who told it. */
export const source = text.describe('What this is known from, by title');

export const about = text.describe('What else is to be known of it, in a sentence or two');

export const day = z.iso.date({ error: 'a date such as "2013-11-19"' });

export const choice = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, { error: `one of ${words.map((word) => `"${word}"`).join(', ')}` });

export const yesOrNo = z.boolean({ error: 'true or false' });

export const count = z
  .int({ error: 'a whole number' })
  .min(0, { error: 'a whole number that is not below 0' })
  .max(1000, { error: 'a whole number up to 1000' });

/** How well a fact is known: read in a primary source or measured; a secondary source or data only; not confirmed by any. */
export const confidence = choice('sourced', 'supported', 'unverified').describe(
  'How well this is known: "sourced" (primary source, or measured), "supported" (secondary source, or data only), "unverified"',
);

/** Something people choose or read under a name: an id that stays, and a label that a select shows whole. */
export const named = (what: string) => record({ id, label }).describe(what);
