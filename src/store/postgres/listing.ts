import { inspectionOf, whyNot } from '../absence.ts';
import { inList, inOrder, toldAndPlaced } from '../ends.ts';
import { entryAfter, lastEntry } from '../entry.ts';
import { beginning } from '../layout.ts';
import type { Ends, KnownHead, Listing } from '../port.ts';
import { Unsound } from '../unsound.ts';
import type { Ask } from './connections.ts';
import { type HeadRow, knownIn } from './heads.ts';

/** So many at a time: a first entry is long. */
const atOnce = 200;

type Row = [history: string, first: string | null, last: string | null, ...HeadRow];

const query = `
  select all_there.history, first.line, last.line, heads.*
  from (select history from histories union select history from heads where not gone) all_there
  left join heads using (history)
  left join lateral (select line from entries where entries.history = all_there.history order by version limit 1) first on true
  left join lateral (select line from entries where entries.history = all_there.history order by version desc limit 1) last on true
  where all_there.history > $1 order by all_there.history limit ${atOnce}`;

/** Why a history of which nothing is there is damaged. */
export const missing = 'its entries are missing';

const endsIn = (inspection: string, first: string, last: string): Ends => {
  try {
    return {
      inspection,
      first: inList((line) => entryAfter(inspection, beginning, line), Buffer.from(first)),
      last: inList((line) => lastEntry(inspection, line), Buffer.from(last)),
    };
  } catch (error) {
    if (error instanceof Unsound) return { inspection, first: null, damage: error.message };
    throw error;
  }
};

const listingOf = ([inspection, first, last, ...head]: Row): Listing => {
  const known: KnownHead | null = knownIn(head);
  if (first === null || last === null) return { inspection, first: null, damage: missing, known };
  const ends = endsIn(inspection, first, last);
  const why = ends.damage === undefined && known ? whyNot(ends, known) : null;
  return why === null ? { ...ends, known } : { inspection, first: ends.first, damage: why, known };
};

/** What `tell` makes of every history by its two ends, oldest first; those that are closed come last. */
export const listLines = async <Told>(
  ask: Ask,
  closed: ReadonlyMap<string, string>,
  tell: (listing: Listing) => Told,
): Promise<Told[]> => {
  const all: ReturnType<typeof toldAndPlaced<Told>>[] = [];
  const names = new Set<string>();
  const add = (listing: Listing): void => {
    const why = closed.get(listing.inspection);
    const { inspection, first, known } = listing;
    all.push(toldAndPlaced(why === undefined ? listing : { inspection, first, damage: why, known }, tell));
  };
  for (let [rows, after]: [Row[] | null, string] = [null, '']; rows === null || rows.length === atOnce; ) {
    rows = await ask<Row>(query, [after], 'fortnight list');
    for (const row of rows) {
      names.add(row[0]);
      add(listingOf(row));
    }
    after = rows.at(-1)?.[0] ?? after;
  }
  for (const inspection of new Set([...names].map(inspectionOf)))
    if (!names.has(inspection)) add({ inspection, first: null, damage: missing, known: null });
  return inOrder(all);
};
