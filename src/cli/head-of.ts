import { channelOfStart } from '../inspections.ts';
import type { Copy } from '../store/copy.ts';
import type { KnownHead } from '../store/port.ts';

/** Where a history stands by its copy, as that is kept beside it. `of` is the record that a restricted one belongs to. */
export const headOf = (inspection: string, { entries, head }: Copy, of: string | null): KnownHead => {
  const [first] = entries;
  return { inspection, channel: channelOfStart(first?.events?.[0]), first: first?.hash ?? '', head, of };
};
