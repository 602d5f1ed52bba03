import { ZodError } from 'zod';
import { inspectionEvent } from '../domain/inspection.ts';
import { restrictedEvent } from '../domain/restricted.ts';
import { format } from '../store/layout.ts';
import { Damaged, type Entry } from '../store/port.ts';
import { newer } from '../store/unsound.ts';

/** What an entry says; null where its words were erased. @throws Damaged where it says what this version does not know */
export const readEvents = <Event>(name: string, entry: Entry, parse: (event: unknown) => Event): Event[] | null => {
  try {
    if (entry.header.format === format) return entry.events?.map((event) => parse(event)) ?? null;
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
  }
  throw new Damaged(name, newer(entry.header.version));
};

/** Whether a version up to this one could have written it: a newer one leaves out nothing that this one needs. */
const isKnown = (event: unknown): boolean =>
  [inspectionEvent, restrictedEvent].some((schema) => {
    const { error } = schema.safeParse(event);
    return !error || error.issues.some(({ code }) => code === 'invalid_type');
  });

/** Why a record that holds is closed all the same, if a newer version wrote this entry: for whoever opens no record. */
export const whyClosed = ({ header, events }: Entry): string | undefined =>
  header.format === format && (events ?? []).every(isKnown) ? undefined : newer(header.version);
