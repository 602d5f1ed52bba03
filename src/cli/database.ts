import { randomBytes } from 'node:crypto';
import { NotKept, NotRead, OutcomeUnknown } from '../store/port.ts';
import { faultInWords, isOfDatabase } from '../store/postgres/answered.ts';
import { calledDatabase } from '../store/postgres/called.ts';
import { connectionsTo } from '../store/postgres/connections.ts';
import { recordsOver } from '../store/postgres/records.ts';
import { applied } from '../store/postgres/schema.ts';
import { postgres } from '../store/postgres.ts';
import type { Owning } from './kept.ts';
import { NotDone, WrongUsage } from './word.ts';

type Database = { address: string; mayBegin: boolean };
const quiet = () => undefined;

/** The same fault in words, where it is one of the database. */
const inWords = (error: unknown, called: string): unknown => {
  const half = error instanceof NotKept || error instanceof NotRead || error instanceof OutcomeUnknown;
  const cause = half ? error.cause : error;
  if (!isOfDatabase(cause)) return error;
  const words = faultInWords(cause, called);
  return new NotDone(half ? `${words} It is not certain that all was done: ask again.` : words, { cause });
};

/** Has `act` look at what is kept in a database, beside whoever records there. */
export const lookingInto = async <Value>(
  { address, mayBegin }: Database,
  act: (records: ReturnType<typeof recordsOver>, ask: ReturnType<typeof connectionsTo>['ask']) => Promise<Value>,
): Promise<Value> => {
  const called = calledDatabase(address);
  const connections = connectionsTo(address, quiet);
  try {
    const steps = await applied(connections.ask);
    if (!mayBegin && steps === null)
      throw new WrongUsage(
        `There is nothing of Fortnight in ${called}. If records are kept elsewhere, set DATABASE_URL to that database, or to nothing where they are in a folder.`,
      );
    return await act(recordsOver(connections, called), connections.ask);
  } catch (error) {
    throw inWords(error, called);
  } finally {
    await connections.end();
  }
};

/** Has `act` record there, as one replica more. `alone` refuses where the app runs. */
export const recordingIn = <Value>(database: Database, alone: boolean, act: Owning<Value>): Promise<Value> =>
  lookingInto(database, async (records) => {
    const store = await postgres({ address: database.address, random: randomBytes, report: quiet });
    try {
      if (alone && (await records.isInUse())) throw new NotDone(`The app runs with ${records.called}. Stop it first.`);
      return await act(records, store);
    } finally {
      await store.close();
    }
  });
