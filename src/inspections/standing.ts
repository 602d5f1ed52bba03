import type { Entry, Head, KnownHead, Store } from '../store/port.ts';
import type { ChannelKey } from './known.ts';

type Headed = { head(): Promise<Head> };

/**
 * Keeps where histories stand in the store's own list, from which it is later seen that one is missing or was cut short.
 * `heads` are those at the start.
 */
export const standings = async (store: Store, heads: readonly KnownHead[]) => {
  const begun = new Map(heads.map((each) => [each.inspection, each]));
  await store.noteHeads(heads);
  return {
    /** Histories that others began. */
    found: async (those: readonly KnownHead[]): Promise<void> => {
      for (const each of those) begun.set(each.inspection, each);
      await store.noteHeads(those);
    },
    /** The hash of a history's first entry. */
    first: (history: string): string | undefined => begun.get(history)?.first,
    /** A history was begun, if that entry is its first. Where this can't be kept, the store says so, and it is with the next head. */
    noteBegun: async (inspection: string, { header, hash }: Entry, channel: ChannelKey | null): Promise<void> => {
      if (header.version !== 1) return;
      const head = { version: 1, hash };
      const stands = { inspection, channel, first: hash, head, of: header.of ?? null };
      begun.set(inspection, stands);
      await store.noteHeads([stands]).catch(() => undefined);
    },
    /** @throws NotKept where that can't be kept */
    note: async (histories: readonly (readonly [history: string, open: Headed | undefined])[]): Promise<void> => {
      const stand = histories.map(async ([history, open]) => {
        const [known, head] = [begun.get(history), await open?.head()];
        return known && head ? [{ ...known, head }] : [];
      });
      await store.noteHeads((await Promise.all(stand)).flat());
    },
  };
};

export type Standings = Awaited<ReturnType<typeof standings>>;
