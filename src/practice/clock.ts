import { type Moment, momentIn, type Zoned } from '../domain/moments.ts';

/** The clock that practice goes by: it stands still until a step moves it. Nothing in practice reads the real one. */
export const movableClock = (zoned: Zoned, start: Moment) => {
  let moment = new Date(momentIn(zoned, start));
  const ticking = new Set<() => void>();
  const watching = new Set<() => void>();
  const movedTo = (to: Date) => {
    moment = to;
    for (const tell of watching) tell();
  };
  return {
    now: () => moment,
    moveTo: (to: Moment) => movedTo(new Date(momentIn(zoned, to))),
    /** Tells of every move. Gives what ends it. */
    onMoved: (listener: () => void) => {
      watching.add(listener);
      return () => void watching.delete(listener);
    },
    /** Moves to a moment at which a minute is told to whoever asked for every one. */
    strike: (at: string) => {
      movedTo(new Date(at));
      for (const tick of ticking) tick();
    },
    everyMinute: (tick: () => void) => {
      ticking.add(tick);
      return () => void ticking.delete(tick);
    },
  };
};

export type MovableClock = ReturnType<typeof movableClock>;
