import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { inspectionOf } from '../absence.ts';
import type { Shared } from '../port.ts';
import type { Report } from '../report.ts';
import { turns } from '../turns.ts';
import { faultName } from './answered.ts';
import { type Connections, clientOf } from './connections.ts';
import { heldTexts } from './held.ts';

/** How often, in milliseconds, a replica shows that it lives, and asks for the duty where it has none. */
const looks = 1000;
/** A session from which nothing came for so long is ended by the server, and the duty with it: its replica is stopped, or cut off. */
const silentFor = '10s';
/** What was answered later than this, in milliseconds, may be over again. */
const fresh = 1000;
const tries = 5;
const asksAgain = 100;
/** So many looks pass between two searches for what was changed without a word of it. */
const findsEach = 30;

/** Locks and messages are one database's; several that share one by schemas do not meet. */
const own = `'fortnight_' || current_schema()`;
const duty = 'duty';
/** Both keys of the lock that whoever is on duty has. */
export const dutyLock = `hashtext(${own}), hashtext('${duty}')`;

/** `asks` sends one statement after the other. */
type Session = { client: pg.Client; onDuty: boolean; asks: (text: string, values?: string[]) => Promise<unknown[][]> };
type Parts = { address: string; connections: Connections; report: Report; settles: number };

/** What the replicas of one app have among themselves, by one session each: it, and all that was locked in it, ends with its replica. */
export const replica = ({
  address,
  connections: { ask },
  report,
  settles,
}: Parts): Shared & { close: () => Promise<void> } => {
  let told: Parameters<Shared['listen']>[0] | null = null;
  let live: Session | null = null;
  let opening: Promise<Session> | null = null;
  let known: ReadonlyMap<string, number> | null = null;
  const stopping = new AbortController();
  const turnsOf = new Map<string, ReturnType<typeof turns>>();

  const over = (session: Session, error?: unknown): void => {
    if (live !== session) return;
    live = null;
    session.client.end().catch(() => undefined);
    if (session.onDuty) report({ event: 'off-duty' });
    if (error !== undefined) report({ event: 'connection-lost', code: faultName(error) });
  };

  const open = async (): Promise<Session> => {
    const client = new pg.Client({ ...clientOf(address), query_timeout: 5000 });
    const inTurn = turns();
    const asks: Session['asks'] = (text, values = []) =>
      inTurn(async () => (await client.query<unknown[]>({ text, values, rowMode: 'array' })).rows);
    const session: Session = { client, onDuty: false, asks };
    client.on('error', (error) => over(session, error));
    client.on('end', () => over(session));
    client.on('notification', ({ payload }) => {
      if (session.onDuty && payload) told?.changed(payload);
    });
    await client.connect();
    await asks(`set idle_session_timeout = '${silentFor}'`);
    const [[channel] = []] = await asks(`select quote_ident(${own})`);
    await asks(`listen ${channel}`);
    live = session;
    return session;
  };

  const session = async (): Promise<Session> => {
    if (live) return live;
    opening ??= open().finally(() => {
      opening = null;
    });
    return opening;
  };

  const locking = async ({ asks }: Session, how: 'pg_try_advisory_lock' | 'pg_advisory_unlock', name: string) => {
    const [[got] = []] = await asks(`select ${how}(hashtext(${own}), hashtext($1))`, [name]);
    return got === true;
  };

  const look = async (): Promise<void> => {
    const one = await session();
    if (one.onDuty || !told || !(await locking(one, 'pg_try_advisory_lock', duty))) {
      await one.asks('select 1');
      return;
    }
    // What the one before sent last is there by then, and is found.
    await after(settles, undefined, { signal: stopping.signal });
    known = await stands();
    await one.asks('select 1');
    if (live !== one) return;
    one.onDuty = true;
    report({ event: 'on-duty' });
    told.onDuty();
  };

  /** What was changed and not told of: a word may be lost. */
  const findChanged = async (): Promise<void> => {
    const now = await stands();
    for (const [history, version] of now)
      if (known?.get(history) !== version && inspectionOf(history) === history) told?.changed(history);
    known = now;
  };

  const lookAgainAndAgain = async (): Promise<void> => {
    for (let looked = 1; !stopping.signal.aborted; looked += 1) {
      await look().catch((error) => live && over(live, error));
      if (looked % findsEach === 0 && live?.onDuty) await findChanged().catch(() => undefined);
      await after(looks, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  let looking: Promise<void> | null = null;

  const locked = async <Value>(name: string, act: () => Promise<Value>): Promise<Value> => {
    looking ??= lookAgainAndAgain();
    for (;;) {
      const one = await session();
      if (await locking(one, 'pg_try_advisory_lock', name)) {
        try {
          return await act();
        } finally {
          if (live === one) await locking(one, 'pg_advisory_unlock', name).catch((error) => over(one, error));
        }
      }
      await after(asksAgain, undefined, { signal: stopping.signal });
    }
  };

  const stands: Shared['stands'] = async () =>
    new Map(
      await ask<[string, number]>(
        'select history, (select max(version) from entries where entries.history = histories.history) from histories',
        [],
        'fortnight stands',
      ),
    );

  /** A burst of changes is one word. */
  const telling = new Set<string>();
  const tell = (): void => {
    const all = [...telling];
    telling.clear();
    ask(`select pg_notify(${own}, changed) from unnest($1::text[]) changed`, [all], 'fortnight changed').catch(
      (error) => report({ event: 'connection-lost', code: faultName(error) }),
    );
  };

  return {
    begun: async () => {
      const [row] = await ask('select count(*), max(begun) from histories', [], 'fortnight begun');
      return String(row);
    },
    stands,
    held: heldTexts(ask),
    alone: (name, act) => {
      const inTurn = turnsOf.get(name) ?? turns();
      turnsOf.set(name, inTurn);
      return inTurn(() => locked(`alone ${name}`, act));
    },
    isOnDuty: () => live?.onDuty === true,
    onDuty: async () => {
      for (let tried = 0; tried < tries; tried += 1) {
        const one = live;
        if (!one?.onDuty) return false;
        const asked = performance.now();
        try {
          await one.asks('select 1');
        } catch (error) {
          over(one, error);
          return false;
        }
        if (performance.now() - asked < fresh) return live === one;
      }
      return false;
    },
    changed: (history) => {
      telling.add(history);
      if (telling.size === 1) setImmediate(tell);
    },
    listen: (given) => {
      told = given;
      looking ??= lookAgainAndAgain();
    },
    close: async () => {
      stopping.abort();
      await looking;
      await live?.client.end();
    },
  };
};
