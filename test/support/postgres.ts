import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../main/free-port.ts';
import { postgresIn, reachablePlace } from './postgres-process.ts';

/** A real PostgreSQL of this process's own, which keeps as safely as one that people rely on. */
export type Server = {
  address: (name?: string) => string;
  start: () => Promise<void>;
  stop: () => Promise<void>;
  /** Ends it as a loss of power would. Resolves when it is gone. */
  kill: () => Promise<void>;
  /** Resolves when it has ended by itself. */
  over: () => Promise<void>;
  /** Starts it where it has ended by itself, or does soon. */
  startWhereOver: () => Promise<void>;
  /** What it wrote into its log. */
  written: () => string;
  /** Has that done by the account that owns the server. */
  administer: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;
  remove: () => Promise<void>;
};

/** Has that done at an address. */
export const administering =
  (address: string): Server['administer'] =>
  async (text, values) => {
    // One that recovers may take a connection and say nothing.
    const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5000, query_timeout: 60_000 });
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  };

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Starts one with these settings beside its own, its files in a folder of its own in that place. */
export const aServer = async (settings: readonly string[] = [], place = reachablePlace()): Promise<Server> => {
  const [databaseDir, port] = [await mkdtemp(join(place, 'fortnight-postgres-')), await freePort()];
  const flags = ['unix_socket_directories=', 'listen_addresses=127.0.0.1', 'max_connections=200', ...settings];
  const server = postgresIn(databaseDir, port, flags);
  await server.initialise();
  await server.start();
  const address = (name = 'postgres') => `postgresql://postgres:password@127.0.0.1:${port}/${name}`;
  const pid = async () => Number((await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  const gone = async (process: number): Promise<void> => {
    for (;;) {
      try {
        globalThis.process.kill(process, 0);
      } catch {
        return;
      }
      await pass(20);
    }
  };
  const administer = administering(address());
  const kill = async (): Promise<void> => {
    const process = await pid();
    globalThis.process.kill(process, 'SIGQUIT');
    await gone(process);
  };
  const answers = (): Promise<boolean> =>
    administer('select 1').then(
      () => true,
      () => false,
    );
  return {
    address,
    administer,
    startWhereOver: async () => {
      for (const ends = performance.now() + 5000; performance.now() < ends; await pass(50)) {
        if (await answers()) return;
        if (!(await exists(join(databaseDir, 'postmaster.pid')))) break;
      }
      // One that ran out of room while it recovered may be there and serve nobody.
      if (await exists(join(databaseDir, 'postmaster.pid'))) await kill();
      await server.start();
    },
    start: () => server.start(),
    stop: () => server.stop(),
    kill,
    over: async () => gone(await pid()),
    written: server.written,
    remove: async () => {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
};

let shared: Promise<Server> | null = null;
let databases = 0;

/** The server that all tests of this process share, unless they do something to it. */
export const theServer = (): Promise<Server> => {
  shared ??= aServer();
  return shared;
};

/** A database that is there already, such as Debian's, where somebody names it. */
const given = process.env.TEST_DATABASE_URL;

/** The address of a place of its own in the shared server, or the given one, with nothing in it. */
export const aDatabase = async (): Promise<string> => {
  const address = given ?? (await theServer()).address();
  databases += 1;
  const schema = `of_${process.pid}_${databases}`;
  await administering(address)(`create schema ${schema}`);
  return `${address}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
};
