import type { Files } from './files.ts';
import { differs, emptied, type Heads, nothingWhole } from './heads.ts';
import { operationsIn } from './operations.ts';
import type { Ends, KnownHead, Listing } from './port.ts';

const half = '.restricted';
/** The inspection that a history is of: its own one's name, also for the restricted one. */
export const inspectionOf = (history: string): string =>
  history.endsWith(half) ? history.slice(0, -half.length) : history;

/** The histories that must be there: those whose files are, those known from before, and those of which a half is. */
export const expected = (here: readonly string[], { known }: Pick<Heads, 'known'>): string[] =>
  [...new Set([...here, ...known.keys(), ...here.map(inspectionOf)])].sort();

/** Why a restricted history beside an inspection that it was not begun for is closed. */
export const anothers = 'it belongs to another record of that name';

/** `lengthOf` is in bytes, null where nothing stands at that name; `missing` says in words that it is so. */
type Place = {
  lengthOf: (history: string) => number | null;
  missing: string;
  heads: Pick<Heads, 'known' | 'empty'>;
};

/** Why a history without a whole entry is damaged; null where nothing of it was ever acknowledged: its first line was cut short. */
export const whyAbsent = ({ lengthOf, missing, heads }: Place, history: string): string | null => {
  const isHalf = !history.endsWith(half) && lengthOf(history + half) !== null;
  const wanted = heads.known.has(history) || heads.empty.has(history) || isHalf;
  const length = lengthOf(history);
  if (length === null) return wanted ? missing : null;
  if (length === 0) return wanted ? emptied : null;
  return wanted ? nothingWhole : null;
};

/** Why these ends are not those of the record that is known; null where they may be. */
export const whyNot = ({ first, last }: Extract<Ends, { last: unknown }>, known: KnownHead): string | null => {
  if (first.hash !== known.first) return 'another record stands in its place';
  const { version } = last.header;
  if (version > known.head.version) return null;
  return differs(known.head, version === known.head.version ? last.hash : null, version);
};

/** A history's ends beside what is known of it from before; null where nothing of it was ever acknowledged. */
export const held = (place: Place, inspection: string, ends: Ends | null): Listing | null => {
  const known = place.heads.known.get(inspection) ?? null;
  if (ends === null) {
    const damage = whyAbsent(place, inspection);
    return damage === null ? null : { inspection, first: null, damage, known };
  }
  const why = ends.damage === undefined && known !== null ? whyNot(ends, known) : null;
  return why === null ? { ...ends, known } : { inspection, first: ends.first, damage: why, known };
};

const unfinished = /^([a-z0-9-]+)(?:\.restricted)?\.jsonl\b/;

/** Every id that a file here, a line of what was done here, or one of what is known here ever had. */
export const idsIn = async (files: Files, folder: string, known: ReadonlySet<string>): Promise<ReadonlySet<string>> => {
  const names = (await files.names(folder)).flatMap((name) => unfinished.exec(name)?.[1] ?? []);
  const done = await operationsIn(files, folder);
  return new Set([...names, ...done.flatMap(({ inspection }) => inspection ?? []), ...[...known].map(inspectionOf)]);
};
