import type { Receiver } from '@slack/bolt';

/** What Bolt receives over, and how many ways are open at this moment. */
export type Connection = Receiver & { open: () => number };
