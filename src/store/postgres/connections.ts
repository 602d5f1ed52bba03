import { setTimeout as after } from 'node:timers/promises';
import pg, { type ClientConfig, type PoolClient } from 'pg';
import { parse } from 'pg-connection-string';
import { ConnectionLost, NotConnected, refusedByServer } from './answered.ts';

/** For one process: people's acts are short, and several replicas share what a server allows. */
const atMost = 8;
/** A server that starts again is back within that, in milliseconds; what was never sent may wait for it. */
const waitsToConnect = 2500;
/** After so many milliseconds without an answer a connection is given up: what was sent over it is looked up. */
const answersWithin = 12_000;

export type Ask = <Row extends unknown[]>(text: string, values?: readonly unknown[], name?: string) => Promise<Row[]>;

/**
 * What a client is made of, out of an address such as postgresql://fortnight@db.example/fortnight?sslmode=verify-full. The words for
 * TLS mean what libpq means by them: https://www.postgresql.org/docs/current/libpq-ssl.html
 */
export const clientOf = (address: string): ClientConfig => {
  const url = new URL(address);
  url.searchParams.set('uselibpqcompat', 'true');
  const { host, port, database, user, password, ssl, options } = parse(url.href);
  return {
    ...(host ? { host } : {}),
    ...(port ? { port: Number(port) } : {}),
    ...(database ? { database } : {}),
    ...(user ? { user } : {}),
    ...(password ? { password } : {}),
    ...(options ? { options } : {}),
    ...(ssl === undefined ? {} : { ssl: ssl as NonNullable<ClientConfig['ssl']> }),
    application_name: 'fortnight',
    keepAlive: true,
    connectionTimeoutMillis: 5000,
  };
};

/** With the one that each replica has for itself. */
export const mostConnections = atMost + 1;

export const isOnThisMachine = (address: string): boolean =>
  /^(|localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(address).hostname);

/** The connections of one process. `lost` is told why one that nobody was using ended. */
export const connectionsTo = (address: string, lost: (error: Error) => void) => {
  const pool = new pg.Pool({ ...clientOf(address), min: 1, max: atMost, query_timeout: answersWithin });
  /** One that stays at hand while nobody uses it: fetching it from the pool and bringing it back takes a twentieth of an append. */
  let atHand: PoolClient | null = null;
  const takeAtHand = (): PoolClient | null => {
    const taken = atHand;
    atHand = null;
    return taken;
  };
  pool.on('error', lost);
  // Whoever asked over one that ends hears of it by its answer; unheard, it would end the process besides.
  pool.on('connect', (client) =>
    client.on('error', (error) => {
      if (client !== atHand) return;
      takeAtHand()?.release(true);
      lost(error);
    }),
  );

  /** One of them, patiently: nothing was sent yet, so whoever asks may wait a little. */
  const connected = async (): Promise<PoolClient> => {
    const until = performance.now() + waitsToConnect;
    for (;;) {
      try {
        return await pool.connect();
      } catch (error) {
        if (performance.now() > until || pool.ending)
          throw new NotConnected('The database was not reached', { cause: error });
        await after(100);
      }
    }
  };

  /** Has the use of one alone. One of which nobody knows how it stands is not used again. */
  const using = async <Value>(act: (ask: Ask) => Promise<Value>, inTransaction: boolean): Promise<Value> => {
    const client = takeAtHand() ?? (await connected());
    const ask: Ask = async (text, values = [], name) => {
      const asked = { text, values: [...values], rowMode: 'array' as const, ...(name && { name }) };
      try {
        return (await client.query(asked)).rows as never;
      } catch (error) {
        throw refusedByServer(error) ? error : new ConnectionLost('The database did not answer', { cause: error });
      }
    };
    let spoilt = false;
    try {
      return await act(ask);
    } catch (error) {
      spoilt = inTransaction || !refusedByServer(error);
      throw error;
    } finally {
      if (spoilt || atHand !== null || pool.ending || pool.waitingCount > 0) client.release(spoilt);
      else atHand = client;
    }
  };

  const send: Ask = (text, values, name) => using((one) => one(text, values, name), false);

  /** Does it over another connection where one was lost, if that is known soon and it may as well be done twice. */
  const again = async <Value>(act: () => Promise<Value>, mayBe = () => true): Promise<Value> => {
    const since = performance.now();
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ConnectionLost && mayBe()) || performance.now() - since > waitsToConnect) throw error;
      return act();
    }
  };

  const ask: Ask = (text, values, name) => again(() => send(text, values, name));

  const transaction =
    (begin: string) =>
    <Value>(act: (ask: Ask) => Promise<Value>): Promise<Value> => {
      let begun = false;
      const whole = async (one: Ask): Promise<Value> => {
        await one(begin);
        begun = true;
        const value = await act(one);
        await one('commit');
        return value;
      };
      return again(
        () => using(whole, true),
        () => !begun,
      );
    };

  return {
    /** For what may as well be done twice. */
    ask,
    /** Sent once. @throws ConnectionLost where nobody knows whether it is done */
    send,
    /** Reads as at one moment, whatever others keep meanwhile. */
    snapshot: transaction('begin isolation level repeatable read read only'),
    /** All of it is kept, or none. */
    together: transaction('begin'),
    end: (): Promise<void> => {
      const ended = pool.end();
      takeAtHand()?.release();
      return ended;
    },
  };
};

export type Connections = ReturnType<typeof connectionsTo>;
