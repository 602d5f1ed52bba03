import { entryOf } from '../entry.ts';
import { against, differs } from '../heads.ts';
import type { Mark } from '../layout.ts';
import { Conflict, type Entry } from '../port.ts';
import { Unsound } from '../unsound.ts';
import type { Connections } from './connections.ts';
import { headKnown } from './heads.ts';
import { followLines } from './lines.ts';

/** Reads histories line by line, and notices one that was cut short or became another since it was last read. */
export const readingFrom = ({ ask, snapshot }: Connections) => {
  /** Where each was when it was last read. */
  const seen = new Map<string, Mark>();

  /**
   * All of it as at one moment, each entry with its line; null where there is none.
   * @throws Unsound naming what does not hold
   */
  const whole = async (inspection: string, take: (entry: Entry, line: Buffer) => void): Promise<Mark | null> =>
    snapshot(async (one) => {
      const stood = against(await headKnown(one, inspection));
      const read = await followLines(one, inspection, 0, (entry, line) => {
        stood.see(entry.mark);
        take(entryOf(entry), line);
      });
      const end = read?.end ?? null;
      if (end) stood.end(end);
      return end;
    });

  /**
   * Every entry after `since`, in order.
   * @throws Unsound naming what does not hold; Conflict where it is not there any more
   */
  const each = async (inspection: string, since: number, take: (entry: Entry) => void): Promise<void> => {
    let mark: Mark | null;
    if (since === 0) mark = await whole(inspection, take);
    else {
      const read = await followLines(ask, inspection, since, (entry) => take(entryOf(entry)));
      const before = seen.get(inspection);
      if (read === null) {
        const [there] = await ask('select 1 from histories where history = $1', [inspection], 'fortnight there');
        if (there) throw new Unsound(since, `entry ${since} is gone`);
        seen.delete(inspection);
        throw new Conflict(`${inspection} is not there any more`);
      }
      const why = before?.version === since ? differs(before, read.since.hash, since) : null;
      if (why !== null) throw new Unsound(since, why);
      mark = read.end;
    }
    if (mark) seen.set(inspection, mark);
  };

  return { whole, each, forget: (inspection: string): void => void seen.delete(inspection) };
};
