import { apartInWords } from '../domain/day-words.ts';
import type { Inspection } from '../domain/inspection.ts';
import { recordAhead, wrongClock } from '../words/clocks.ts';
import { says } from '../words/message.ts';
import type { Lines } from './bolt-logger.ts';
import { faultsOnce } from './faults.ts';
import type { Shell } from './shell.ts';
import { ticking } from './ticking.ts';
import type { Watch } from './watch.ts';

/** A record that is ahead by less is not worth a word. */
const aMinute = 60_000;

/**
 * Tells log and leads of a clock that is wrong and of records that are ahead of it: each once for as long as it lasts, and again
 * each minute until Slack takes it.
 */
export const timekeeping = (
  { inspections, showing, duty, now, inHand, fault }: Shell,
  wrongBy: () => number,
  { tellLead }: Watch,
  log: Lines,
) => {
  const told = new Set<string>();
  const orFault = faultsOnce(fault);

  const look = async (): Promise<void> => {
    const lasting = new Set<string>();
    const once = async (name: string, say: () => unknown): Promise<void> => {
      lasting.add(name);
      if (told.has(name)) return;
      await orFault(name, async () => {
        await say();
        told.add(name);
      });
    };
    const tell = async (name: string, words: string, about: readonly Inspection[], notice: string): Promise<void> => {
      await once(name, () => log.warn(`${name}: ${words}`));
      await inHand.each(duty.isHere() ? about : [], (each) =>
        once(`${name} ${each.id}`, () => tellLead(each, says(`${each.authority}: ${words}`), notice, each.firstDay)),
      );
    };
    // A machine does not count what passes while it sleeps, so nobody is told before Slack was asked once more.
    if (wrongBy() !== 0) await showing.auth.test();
    const by = wrongBy();
    if (by !== 0) await tell('Clock', wrongClock(by), await inspections.running(), `clock ${apartInWords(by)}`);
    const at = now();
    for (const each of await inspections.recordedAfter(new Date(Date.parse(at) + aMinute).toISOString()))
      await tell(each.id, recordAhead(each, at), [each], `ahead ${each.recordedAt}`);
    for (const name of told) if (!lasting.has(name)) told.delete(name);
  };

  return { tick: ticking(look, inHand, fault) };
};
