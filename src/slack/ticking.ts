import type { InHand } from './in-hand.ts';

/**
 * Work that the clock sets off, for `tick` to be called each minute. Nobody waits; a tick that comes while one is at work is
 * left out. What goes wrong is written down.
 */
export const ticking = (
  work: () => Promise<void>,
  inHand: InHand,
  fault: (error: unknown) => unknown,
): (() => void) => {
  let working = false;
  const once = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      fault(error);
    } finally {
      working = false;
    }
  };
  return () => {
    if (working) return;
    working = true;
    void inHand.during(once);
  };
};
