import { setMomentAfter } from '../domain/due.ts';
import { type Moment, momentAs, momentIn, type Zoned } from '../domain/moments.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import type { Inspections } from '../inspections.ts';
import type { MovableClock } from './clock.ts';

type PassingSetup = {
  inspections: Inspections;
  holidays: BankHolidays;
  clock: MovableClock;
  zoned: Zoned;
  quiet: () => Promise<void>;
};

/**
 * Moves the clock on, and on the way lets it strike at each time at which a daily summary is to be sent, and on another day:
 * the app then does what it would have done. `struck` is told of each, once all is quiet again.
 */
export const passing =
  ({ inspections, holidays, clock, zoned, quiet }: PassingSetup) =>
  async (to: Moment, struck: (at: string) => void): Promise<void> => {
    const until = momentIn(zoned, to);
    for (;;) {
      const now = clock.now().toISOString();
      const all = (await inspections.running()).map((inspection) => setMomentAfter(inspection, now, holidays).at);
      const [next] = all.sort();
      if (next === undefined || next > until) break;
      clock.strike(next);
      await quiet();
      struck(next);
    }
    if (momentAs(zoned, clock.now().toISOString()).day === to.day) return clock.moveTo(to);
    clock.strike(until);
    await quiet();
  };

export type Passing = ReturnType<typeof passing>;
