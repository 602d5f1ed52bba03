import { faultName, NotConnected } from './answered.ts';
import { DatabaseRefused } from './called.ts';
import type { Ask, Connections } from './connections.ts';

/**
 * What a database is made into, step by step: a step that was applied anywhere is never changed. A line is kept as text, to the
 * letter as in a folder; where a history is known to stand lies apart from it, so that one that was cut short is noticed.
 */
const migrations: readonly string[] = [
  `create table histories (history text collate "C" primary key, begun bigint generated always as identity);
   create table entries (
     history text collate "C" not null references histories on delete cascade,
     version integer not null check (version > 0),
     line text not null,
     primary key (history, version)
   );
   create table heads (
     history text collate "C" primary key,
     gone boolean not null default false,
     team text, channel text, first text, version integer, hash text, of text
   );
   -- What somebody typed and has yet to choose for: lost with a crash of the server, and soon anyway.
   create unlogged table held (
     key text primary key, team text not null, owner text not null, text text not null, at timestamptz not null default now()
   );
   create table operations (place bigint generated always as identity primary key, operation text not null);`,
  // A foreign key would have each entry lock its history's row and write that down, an eighth of what an append takes. Instead whoever
  // deletes a history is alone with the entries until that is done, and whoever adds one looks whether its history is there.
  `alter table entries drop constraint entries_history_fkey;
   create function nobody_adds_entries() returns trigger language plpgsql set lock_timeout = '2s' as
     $$ begin lock table entries in share row exclusive mode; return null; end $$;
   create function entries_go() returns trigger language plpgsql as
     $$ begin delete from entries where history = old.history; return null; end $$;
   create trigger nobody_adds_entries before delete on histories for each statement execute function nobody_adds_entries();
   create trigger entries_go after delete on histories for each row execute function entries_go();`,
];

/** One for all that is done with the same records, whatever else a database has. */
const lockName = `hashtext('fortnight migrations ' || current_schema())`;

const settings = [
  'server_version_num',
  'server_encoding',
  'fsync',
  'full_page_writes',
  'synchronous_commit',
  'default_transaction_isolation',
] as const;

/** How a server is set, by the names of its settings. @throws DatabaseRefused naming what is not as it must be */
export const refuseUnsafe = async (ask: Ask): Promise<ReadonlyMap<string, string>> => {
  const [found = []] = await ask<string[]>(`select ${settings.map((name) => `current_setting('${name}')`).join(', ')}`);
  const set = new Map(settings.map((name, place) => [name, found[place] ?? '']));
  if (Number(set.get('server_version_num')) < 140_000)
    throw new DatabaseRefused('DATABASE_URL leads to a PostgreSQL older than 14. Fortnight needs 14 or newer.');
  if (set.get('server_encoding') !== 'UTF8')
    throw new DatabaseRefused(
      `The database of DATABASE_URL is encoded in ${set.get('server_encoding')}, which cannot hold every sign that people type. Make one with: create database fortnight encoding 'UTF8' template template0`,
    );
  if (set.get('default_transaction_isolation') !== 'read committed')
    throw new DatabaseRefused(
      `The server of DATABASE_URL has default_transaction_isolation at ${set.get('default_transaction_isolation')}: an entry could be kept of a record that is being deleted. Set it to 'read committed', for this role and database too.`,
    );
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'] as const)
    if (set.get(name) === 'off')
      throw new DatabaseRefused(
        `The server of DATABASE_URL has ${name} off: what it says is kept may be lost with the power. Set ${name} to on, for this role and database too.`,
      );
  return set;
};

/** How many of the steps were taken here; null where nothing is kept yet. @throws DatabaseRefused where a newer version took more */
export const applied = async (ask: Ask): Promise<number | null> => {
  const [[there] = [null]] = await ask<[string | null]>(`select to_regclass('migrations')`);
  if (there === null) return null;
  const [[steps = 0] = []] = await ask<[number]>('select coalesce(max(number), 0) from migrations');
  if (steps > migrations.length)
    throw new DatabaseRefused(
      `A newer version of Fortnight has made the database of DATABASE_URL its own (its tables are at ${steps}, this version knows ${migrations.length}). Start that version.`,
    );
  return steps;
};

const notReached = (error: NotConnected): DatabaseRefused => {
  const why = error.cause instanceof Error && error.cause.message ? error.cause.message : faultName(error);
  return new DatabaseRefused(`The database of DATABASE_URL was not reached (${why}).`, { cause: error });
};

/**
 * Makes a database ready, once however many start at a time.
 * @throws DatabaseRefused where it may lose what it keeps, or a newer version of Fortnight made it
 */
export const ready = async ({ ask, together }: Connections): Promise<void> => {
  await refuseUnsafe(ask).catch((error) => {
    throw error instanceof NotConnected ? notReached(error) : error;
  });
  await together(async (one) => {
    await one(`select pg_advisory_xact_lock(${lockName})`);
    await one(
      'create table if not exists migrations (number integer primary key, applied timestamptz not null default now())',
    );
    const steps = (await applied(one)) ?? 0;
    for (const [place, statements] of migrations.entries()) {
      if (place < steps) continue;
      await one(statements);
      await one('insert into migrations (number) values ($1)', [place + 1]);
    }
  });
};
