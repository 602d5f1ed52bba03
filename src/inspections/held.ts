import { type Head, NotKept, type Store } from '../store/port.ts';
import type { Standings } from './standing.ts';

/** So many minutes in which nobody asks are a while. */
const aWhile = 10;

type Held = { head(): Promise<Head>; isIdle(): boolean };

/**
 * What is held open, one of a name, made when it is asked for. It is let go of once nobody asked for a while and nothing is under way
 * in it: two that are open of one record would not know of each other. Where it stands is kept before that, so that what is found
 * when it is opened again is held against it.
 */
export const holding = <History extends Held>(
  store: Pick<Store, 'letGo'>,
  standing: Pick<Standings, 'note'>,
  open: (name: string) => History,
) => {
  const held = new Map<string, { history: History; unasked: number }>();

  const letGo = async (name: string): Promise<void> => {
    const it = held.get(name);
    if (!it) return;
    it.unasked = aWhile;
    try {
      await standing.note([[name, it.history]]);
    } catch (error) {
      if (error instanceof NotKept) return;
      // Nothing of one that cannot be read is held, and whoever asks for it next hears why.
    }
    if (it.unasked < aWhile || !it.history.isIdle() || held.get(name) !== it) return;
    held.delete(name);
    await store.letGo(name);
  };

  return {
    of: (name: string): History => {
      const it = held.get(name) ?? { history: open(name), unasked: 0 };
      it.unasked = 0;
      held.set(name, it);
      return it.history;
    },
    /** It, where it is held. */
    opened: (name: string): History | undefined => held.get(name)?.history,
    /** Lets go of it unless somebody asks for it, or something is under way in it. */
    letGo,
    /** A minute has passed. */
    minute: async (): Promise<void> => {
      for (const [name, it] of held) {
        it.unasked += 1;
        if (it.unasked >= aWhile) await letGo(name);
      }
    },
  };
};
