import type { Session } from './session.ts';
import type { Setting } from './setting.ts';

/** The one practice workspace that stands open at a time. */
export type Place = {
  session(): Session;
  /** Closes what stands open, removes everything it kept, and opens a workspace with this setting in its stead. */
  anew(setting: Setting): Promise<Session>;
  /** Tells of each workspace that takes another's place. Gives what ends it. */
  onAnew(listener: (session: Session) => void): () => void;
  close(): Promise<void>;
};

/** `open` opens a workspace, its folder emptied first. */
export const createPlace = (first: Session, open: (setting: Setting) => Promise<Session>): Place => {
  let session = first;
  const listeners = new Set<(session: Session) => void>();
  return {
    session: () => session,
    anew: async (setting) => {
      await session.close();
      session = await open(setting);
      for (const listener of listeners) listener(session);
      return session;
    },
    onAnew: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => session.close(),
  };
};
