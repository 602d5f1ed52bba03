import type { Logger, Receiver } from '@slack/bolt';
import type { Transport } from '../config.ts';
import { http } from './http.ts';
import { sockets } from './sockets.ts';

/** What Bolt receives over, and how many ways are open at this moment. */
export type Connection = Receiver & { open: () => number };

export const connectionOver = (transport: Transport, webApi: string | null, logger: Logger): Connection =>
  transport.over === 'sockets' ? sockets({ ...transport, webApi, logger }) : http({ ...transport, logger });
