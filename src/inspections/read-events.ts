import { ZodError } from 'zod';
import { format, newer } from '../store/entry.ts';
import { Damaged, type Entry } from '../store/port.ts';

/**
 * What an entry says; null where its words were erased.
 * @throws Damaged where it says what this version does not know
 */
export const readEvents = <Event>(name: string, entry: Entry, parse: (event: unknown) => Event): Event[] | null => {
  try {
    if (entry.header.format === format) return entry.events?.map((event) => parse(event)) ?? null;
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
  }
  throw new Damaged(name, newer(entry.header.version));
};
