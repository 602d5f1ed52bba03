import { z } from 'zod';
import { type Speed, speeds } from '../playing.ts';
import type { PageAct } from './wire.ts';

/* What the page may ask for, parsed once at this door. */

const id = z.string().max(300);
const words = z.string().max(40_000);
const entry = z.union([words, z.number(), z.array(words).max(200), z.null()]);
const entries = z.record(id, entry);
const speed = z.enum(Object.keys(speeds) as [Speed, ...Speed[]]);
const spot = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('form'), view: id }),
  z.strictObject({ in: z.literal('home') }),
  z.strictObject({ in: z.literal('message'), channel: id, ts: id }),
]);

const shape = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('type'), channel: id, text: words.min(1) }),
  z.strictObject({ act: z.literal('press'), spot, block: id, button: id, entries }),
  z.strictObject({ act: z.literal('choose'), spot, what: id, entry, entries }),
  z.strictObject({ act: z.literal('suggest'), view: id, what: id, typed: words }),
  z.strictObject({ act: z.literal('submit'), view: id, entries }),
  z.strictObject({ act: z.literal('close'), view: id }),
  z.strictObject({ act: z.literal('message shortcut'), shortcut: id, channel: id, ts: id }),
  z.strictObject({ act: z.literal('global shortcut'), shortcut: id }),
  z.strictObject({ act: z.literal('begin'), channel: id }),
  z.strictObject({ act: z.literal('open home') }),
  z.strictObject({ act: z.literal('area words'), channel: id }),
  z.strictObject({
    act: z.literal('move the clock'),
    ahead: z.enum(['to the daily summary', 'to tomorrow', 'over the weekend']),
  }),
  z.strictObject({ act: z.literal('play'), sample: id, into: z.boolean() }),
  z.strictObject({ act: z.enum(['pause', 'go on', 'take over', 'start again']) }),
  z.strictObject({ act: z.literal('set speed'), speed }),
]);

/** The act in the text of a request; null where there is none. */
export const actIn = (text: string): PageAct | null => {
  try {
    return shape.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return null;
    throw error;
  }
};
