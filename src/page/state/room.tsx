import { createContext, useContext } from 'react';
import type { Came, PageAct, Seen, Setup } from '../../practice/page-server/wire.ts';
import type { Address } from './address.ts';
import type { ToAct } from './seen.ts';

/** What every part of the page looks at. */
export type Room = {
  setup: Setup;
  seen: Seen;
  act: ToAct;
  /** Says something to whoever looks on that belongs to no field. */
  say: (words: string) => void;
  go: (to: Partial<Address>) => void;
  /** The thread that stands open, by its message; none where it is empty. */
  thread: string;
  /** Takes away an answer that only this person sees. */
  dismiss: (ts: string) => void;
  /** The page is at whoever acts in a sample fortnight. */
  follows: boolean;
  dark: boolean;
  /** The server is not there. */
  lost: boolean;
};

const RoomContext = createContext<Room | null>(null);
export const RoomProvider = RoomContext.Provider;

export const useRoom = (): Room => {
  const room = useContext(RoomContext);
  if (!room) throw new Error('this part of the page stands outside its room');
  return room;
};

/** Does something, and says in a line where that could not be done: until one does something else, not until something else is done. */
export const useDoing = () => {
  const { act, say } = useRoom();
  return async (what: PageAct): Promise<Came | null> => {
    say('');
    try {
      const came = await act(what);
      if (came.not !== null) say(came.not);
      return came;
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      return null;
    }
  };
};

/** How an account is called. */
export const nameIn = ({ people, app }: Seen, id: string): string =>
  id === app ? 'Fortnight' : (people.find((person) => person.id === id)?.name ?? id);
