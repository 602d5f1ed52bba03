import { anothers } from '../store/absence.ts';
import type { KnownHead, Listing, Store } from '../store/port.ts';
import { channelOfStart, isRestrictedHistory, restrictedHistory } from './foldings.ts';
import { type Known, lastOf, newlyKnown } from './known.ts';

type Found = { known: Known | null; head: KnownHead | null };

const headOf = (listing: Listing, channel: KnownHead['channel']): KnownHead | null => {
  if (listing.damage !== undefined) return null;
  const { inspection, first, last, known } = listing;
  const head = { version: last.header.version, hash: last.hash };
  const of = first.header.of ?? known?.of ?? null;
  const stands = known?.first === first.hash && known.head.hash === head.hash && known.head.version === head.version;
  // Most stand as they are known to: then one of the two is enough to keep in memory.
  return stands && known.channel === channel && known.of === of
    ? known
    : { inspection, channel, first: first.hash, head, of };
};

/**
 * What the store holds, as it is found: each inspection, where each history stands, and which restricted ones are closed and why, as
 * they stand beside another record than their own. `damaged` is told of every history that is closed, by name.
 */
export const atTheStart = async (store: Store, damaged: (inspection: string, why: string) => void) => {
  const foundIn = (listing: Listing): Found => {
    const { inspection: id, damage } = listing;
    if (damage !== undefined) damaged(id, damage);
    if (isRestrictedHistory(id)) return { known: null, head: headOf(listing, null) };
    const { first, known } = listing;
    // What is known of that very entry is not looked for in it again: it has a whole framework in it.
    const isKnown = known?.channel && known.first === first?.hash;
    const channel = (isKnown ? null : channelOfStart(first?.events?.[0])) ?? known?.channel ?? null;
    if (damage === undefined && channel === null) damaged(id, 'its first entry is not the start of an inspection');
    // A closed one is known as well, so that its channel hears of the damage rather than of no inspection.
    return { known: channel && newlyKnown(id, channel, lastOf(listing)), head: headOf(listing, channel) };
  };
  const found = await store.list(foundIn);
  const heads = new Map(found.flatMap(({ head }) => (head ? [[head.inspection, head]] : [])));

  const closedHalves = new Map<string, string>();
  for (const own of [...heads.values()]) {
    const name = restrictedHistory(own.inspection);
    const half = heads.get(name);
    if (!half) continue;
    if ((half.of ?? own.first) === own.first) heads.set(name, { ...half, of: own.first });
    else {
      heads.delete(name);
      closedHalves.set(name, anothers);
      damaged(name, anothers);
    }
  }
  // One beside a record that does not hold itself is not known to be its own, and is bound to it once that holds again.
  const bound = [...heads.values()].filter(({ inspection, of }) => !isRestrictedHistory(inspection) || of !== null);
  return { known: found.flatMap(({ known }) => known ?? []), heads: bound, closedHalves };
};
