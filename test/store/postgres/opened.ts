import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { Copies } from '../../../src/store/copy.ts';
import type { Store } from '../../../src/store/port.ts';
import { postgres } from '../../../src/store/postgres.ts';
import type { Happening } from '../../../src/store/report.ts';
import { afterTheTest } from '../../support/closing.ts';
import { aServer, type Server } from '../../support/postgres.ts';

/** The store in that database, and what it reported. It is closed after the test. */
export const openedIn = async (address: string): Promise<{ store: Store & Copies; reported: Happening[] }> => {
  const reported: Happening[] = [];
  const store = await postgres({ address, random: randomBytes, report: (happening) => reported.push(happening) });
  afterTheTest(() => store.close());
  return { store, reported };
};

/** Has something done in that database by somebody else, in a session that ends with it. */
export const inDatabase = async <Row extends object>(address: string, text: string, values: unknown[] = []) => {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
};

/** Ends what Fortnight's sessions in that database are doing, as an administrator may. Gives how many. */
export const endSessions = async (address: string): Promise<number> =>
  (
    await inDatabase(
      address,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'fortnight' and datname = current_database()`,
    )
  ).length;

let databases = 0;

/** The address of a database of its own in that server, with nothing in it. */
export const emptyIn = async (server: Server): Promise<string> => {
  databases += 1;
  const name = `of_${process.pid}_${databases}`;
  await server.administer(`create database ${name}`);
  return server.address(name);
};

/** A server that every test of this file shares, and nobody else. */
export const ownServer = (settings?: readonly string[]): (() => Server) => {
  let server: Server | null = null;
  beforeAll(async () => {
    server = await aServer(settings);
  });
  afterAll(() => server?.remove());
  return () => {
    if (!server) throw new Error('It has not started');
    return server;
  };
};
