import type { Recorded } from '../domain/changing.ts';
import type { Earlier } from '../domain/corrections.ts';
import type { Inspection } from '../domain/inspection.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { wordingWhole } from './items.ts';
import { itemRows, type Reader } from './listing.ts';
import { andMore, type Part, paragraph } from './message.ts';
import { momentSeenFrom } from './times.ts';

/** What is read of an item beside itself: how it read before, who else looked at it, and what rests on it. */

/** What a page holds of what rests on an item; the rest is counted. */
const mostResting = 30;

/** Each wording that another took the place of, the latest first. What was filled in before anything rested on it is none. */
export const earlierWordings = (
  inspection: Inspection,
  earlier: readonly Earlier[],
  now: Recorded,
  at: string,
): Part[] => {
  // What is said of the item since is not said of its earlier wordings.
  const then = { ...inspection, corrections: new Map(), confirmations: new Map() };
  const wordings = earlier.map(({ was, by, at: until }, place): Part[] => {
    const after: object = earlier[place + 1]?.was ?? now;
    if ('edited' in after && !after.edited) return [];
    const title = `Until ${momentSeenFrom(inspection, until, at)}, when ${nameOfPerson(inspection, by)} corrected it:`;
    const whole = wordingWhole(then, { ...was, edited: false } as Recorded, at);
    return [{ divider: true }, paragraph({ strong: title }), ...whole];
  });
  return wordings.reverse().flat();
};

/** What rests on it or names it, each to be read. */
export const restsOnIt = (reader: Reader, items: readonly string[]): Part[] =>
  items.length === 0
    ? []
    : [
        paragraph({ strong: 'Rests on it, or names it' }),
        ...itemRows(reader, items.slice(0, mostResting), 120),
        andMore(items.length - mostResting),
      ];
