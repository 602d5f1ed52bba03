import type { Inspection } from '../domain/inspection.ts';
import { counted } from '../words/message.ts';
import { momentOf } from '../words/times.ts';
import type { Told } from './record.ts';

/** Where a record stands, whole, so that it can be held against any other copy. */
export const headOf = (entries: readonly Told<unknown>[]): string => {
  const last = entries.at(-1);
  return last ? `${last.version}:${last.hash}` : '';
};

/** How many entries a record has, from when to when. */
export const span = ({ timeZone }: Inspection, entries: readonly Told<unknown>[]): string => {
  const [first, last] = [entries.at(0), entries.at(-1)];
  if (!first || !last) return `Recorded: nothing. Times are those of ${timeZone}`;
  const moments = `from ${momentOf(first.at, timeZone)} to ${momentOf(last.at, timeZone)}`;
  return `Recorded: ${counted(entries.length, 'entry', 'entries')}, ${moments}. Times are those of ${timeZone}`;
};
