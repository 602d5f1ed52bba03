import { createHash } from 'node:crypto';
import type { Entry } from '../../src/store/port.ts';

/** Whether entries follow one another, reckoned anew from the promise: SHA-256 of the previous hash in hex and the header as written. */
export const chainHolds = (entries: readonly Entry[]): boolean => {
  let previous = '0'.repeat(64);
  for (const [index, { header, hash }] of entries.entries()) {
    const reckoned = createHash('sha256').update(previous).update(JSON.stringify(header)).digest('hex');
    if (header.version !== index + 1 || hash !== reckoned) return false;
    previous = hash;
  }
  return true;
};
