import { TZDate } from '@date-fns/tz';

/** The clock that practice goes by: it stands still until a step moves it. Nothing in practice reads the real one. */
export const movableClock = (zone: string, start: Moment) => {
  let moment = momentIn(zone, start);
  const ticking = new Set<() => void>();
  const watching = new Set<() => void>();
  const movedTo = (to: Date) => {
    moment = to;
    for (const tell of watching) tell();
  };
  return {
    now: () => moment,
    moveTo: (to: Moment) => movedTo(momentIn(zone, to)),
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

/** A day such as 2013-11-19 and a time of it such as 09:05, as they are said in the zone. */
export type Moment = { day: string; time: string };

export const momentIn = (zone: string, { day, time }: Moment): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, minute, zone).getTime());
};
