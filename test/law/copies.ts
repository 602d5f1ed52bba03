import type { Copy } from '../../src/store/copy.ts';
import { beginning, type Mark } from '../../src/store/layout.ts';
import { type EntryLine, lineAfter } from '../../src/store/writing.ts';

/** A history to the letter, as the store would have it; salts are made of the entry's place. */
export const copyOf = (
  id: string,
  entries: readonly { events: readonly unknown[] | null; entered: { person: object; at: string } }[],
): Copy => {
  let mark: Mark = beginning;
  const lines = entries.map(({ events, entered }, place): EntryLine => {
    const draft = {
      request: `request ${place}`,
      recordedAt: entered.at,
      person: entered.person as { team: string; user: string },
      events: [...(events ?? [])],
    };
    const line = lineAfter(id, mark, draft, place.toString(16).padStart(32, '0'));
    mark = line.mark;
    return line;
  });
  return {
    bytes: Buffer.from(lines.map(({ text }) => `${text}\n`).join('')),
    entries: lines.map(({ entry }) => entry()),
    head: { version: mark.version, hash: mark.hash },
  };
};

/** What is made by chance or follows from what stands in an entry is the same in both: hashes. */
export const masked = (text: string): string =>
  text.replace(/\b[0-9a-f]{64}\b/g, 'hash').replace(/\(([0-9a-f]{6})\)|, ([0-9a-f]{6})\)/g, '(hash)');
