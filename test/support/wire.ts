import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What becomes of one thing that a client sends over the wire. */
export type Fate =
  /** The connection ends before any of it arrives. */
  | 'cut before it arrives'
  /** Half of it arrives. */
  | 'cut within it'
  /** It arrives and is done; its answer does not come back, and the connection ends. */
  | 'cut before its answer'
  /** It arrives and is done; nothing comes back, and the connection stays. */
  | 'not answered'
  /** The client loses the connection at once, and it arrives when the wire is let go on. */
  | 'arrives late';

/** The server has done what was asked, and waits for more: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5]);

/** A wire to a PostgreSQL that fails as networks do. `address` is the server's by this way. */
export const aWire = async (to: string) => {
  const there = new URL(to);
  const open = new Set<Socket>();
  let judge: (sent: string) => Fate | null = () => null;
  let late: (() => void)[] = [];

  const carry = (near: Socket): void => {
    const far = connect(Number(there.port), there.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        if (!parted) other.destroy();
      });
    }
    let [answers, parted] = ['pass' as 'pass' | 'cut' | 'stop', false];
    near.on('data', (sent) => {
      if (parted) return;
      const fate = judge(sent.toString('latin1'));
      if (fate === 'cut before it arrives') near.destroy();
      else if (fate === 'arrives late') {
        parted = true;
        near.destroy();
        late.push(() => far.end(sent));
      } else if (fate === 'cut within it') {
        far.end(sent.subarray(0, sent.length / 2));
        near.destroy();
      } else {
        if (fate === 'cut before its answer') answers = 'cut';
        if (fate === 'not answered') answers = 'stop';
        far.write(sent);
      }
    });
    far.on('data', (answer) => {
      if (answers === 'pass' && !parted) near.write(answer);
      if (answers === 'cut' && answer.includes(readyForQuery)) near.destroy();
    });
  };

  const server = createServer(carry);
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : port;
  };
  const port = await listen(0);
  const address = new URL(to);
  address.port = String(port);
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    cut();
    await closed;
  };

  return {
    address: address.href,
    /** Asked of everything that is sent, as it is sent, whether it has a fate. */
    judgedBy: (by: (sent: string) => Fate | null): void => {
      judge = by;
    },
    /** The next thing sent that has these words in it meets this fate. Resolves then. */
    next: (words: string, fate: Fate): Promise<void> =>
      new Promise((met) => {
        judge = (sent) => {
          if (!sent.includes(words)) return null;
          judge = () => null;
          met();
          return fate;
        };
      }),
    /** What was to arrive late arrives. */
    letGoOn: (): void => {
      for (const arrive of late.splice(0)) arrive();
    },
    /** Ends every connection there is. */
    cut,
    /** Nobody gets through any more. */
    stop,
    /** They do again. */
    start: (): Promise<number> => listen(port),
    remove: async (): Promise<void> => {
      late = [];
      if (server.listening) await stop();
      cut();
    },
  };
};

export type Wire = Awaited<ReturnType<typeof aWire>>;
