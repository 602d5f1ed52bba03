import type { Session } from './session.ts';
import type { Setting } from './setting.ts';

/** The one practice workspace that stands open at a time. `open` opens one, its folder emptied first. */
export const createPlace = (first: Session, open: (setting: Setting) => Promise<Session>) => {
  let session = first;
  const listeners = new Set<(session: Session) => void>();
  return {
    session: (): Session => session,
    /** Closes what stands open, removes everything it kept, and opens a workspace with this setting in its stead. */
    anew: async (setting: Setting): Promise<Session> => {
      await session.close();
      session = await open(setting);
      for (const listener of listeners) listener(session);
      return session;
    },
    /** Tells of each workspace that takes another's place. Gives what ends it. */
    onAnew: (listener: (session: Session) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: (): Promise<void> => session.close(),
  };
};

export type Place = ReturnType<typeof createPlace>;
