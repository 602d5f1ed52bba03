import { recordAhead, recordAheadLine, wrongClock, wrongClockLine } from '../words/clocks.ts';
import type { Lines } from './bolt-logger.ts';
import { faultsOnce } from './faults.ts';
import type { Shell } from './shell.ts';
import { ticking } from './ticking.ts';
import type { Watch } from './watch.ts';

/** A record that is ahead of the clock by less is not worth a word. */
const aMinute = 60_000;

/**
 * Tells log and leads of a clock that is wrong and of records that are ahead of it: once for as long as that lasts, and until Slack
 * takes it.
 */
export const timekeeping = (
  { inspections, showing, now, inHand, fault }: Shell,
  wrongBy: () => number,
  { tellLead }: Watch,
  log: Lines,
) => {
  const told = new Set<string>();
  const orFault = faultsOnce(fault);

  /** What there is to say, each under its name. */
  const toSay = async (): Promise<Map<string, () => unknown>> => {
    const all = new Map<string, () => unknown>();
    // A machine does not count what passes while it sleeps, so nobody is told before Slack was asked once more.
    if (wrongBy() !== 0) await showing.auth.test();
    const by = wrongBy();
    if (by !== 0) {
      all.set('clock', () => log.warn(wrongClockLine(by)));
      for (const inspection of await inspections.running())
        all.set(`clock ${inspection.id}`, () => tellLead(inspection, wrongClock(inspection, by)));
    }
    const at = now();
    for (const inspection of await inspections.recordedAfter(new Date(Date.parse(at) + aMinute).toISOString())) {
      all.set(`ahead ${inspection.id}`, () => log.warn(recordAheadLine(inspection, at)));
      all.set(`ahead, to the lead ${inspection.id}`, () => tellLead(inspection, recordAhead(inspection, at)));
    }
    return all;
  };

  const look = async (): Promise<void> => {
    const all = await toSay();
    for (const name of told) if (!all.has(name)) told.delete(name);
    for (const [name, say] of all)
      if (!told.has(name))
        await orFault(name, async () => {
          await say();
          told.add(name);
        });
  };

  return { tick: ticking(look, inHand, fault) };
};
