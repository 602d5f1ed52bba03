import { setTimeout as pass } from 'node:timers/promises';
import type { Entry, Store } from '../../../src/store/port.ts';
import { Conflict, NotKept, NotRead, OutcomeUnknown } from '../../../src/store/port.ts';
import { draft, inspection } from '../drafts.ts';

/** What came of what somebody sent, by its request: the hash that was acknowledged, and by which names it was refused before. */
export type Sent = { request: string; hash: string; refused: string[] };

/**
 * Sends so many, one after the other and each under a request of its own, again and again until it is acknowledged, as a person does who is
 * told that it was not kept, or that nobody knows. What is there under the same request counts as acknowledged, as the app has it.
 */
export const keepOn = async (store: Store, who: string, count: number, name = inspection): Promise<Sent[]> => {
  const all: Sent[] = [];
  for (let n = 0; n < count; n += 1) {
    const request = `${who} ${n}`;
    const own = { ...draft(0), request };
    const refused: string[] = [];
    const once = async (): Promise<Entry> => {
      const there = await store.read(name, 0);
      const recordedAt = there.at(-1)?.header.recordedAt ?? own.recordedAt;
      return (
        there.find(({ header }) => header.request === request) ??
        store.append(name, there.length, { ...own, recordedAt })
      );
    };
    for (;;) {
      try {
        all.push({ request, hash: (await once()).hash, refused });
        break;
      } catch (error) {
        if (![Conflict, NotKept, NotRead, OutcomeUnknown].some((kind) => error instanceof kind)) throw error;
        if (error instanceof Conflict) continue;
        refused.push((error as Error).name);
        await pass(50);
      }
    }
  }
  return all;
};
