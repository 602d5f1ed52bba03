import type { Tell } from '../slack/doctor.ts';
import { isOnThisMachine, mostConnections } from '../store/postgres/connections.ts';
import { applied, refuseUnsafe } from '../store/postgres/schema.ts';
import { counted } from '../words/message.ts';
import { lookingInto } from './database.ts';
import { tellKept } from './doctor-machine.ts';

/** Two replicas, and a third while one takes the place of another. */
const replicas = 3;

const allowed = `
  select current_setting('server_version'),
    (select ssl from pg_stat_ssl where pid = pg_backend_pid()),
    least(current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int,
      nullif(datconnlimit, -1), nullif(rolconnlimit, -1)),
    (select count(*)::int from pg_stat_activity where backend_type = 'client backend')
  from pg_database, pg_roles where datname = current_database() and rolname = current_user`;

/** Looks at a database as far as the app depends on it. Gives the inspections that run. @throws DatabaseRefused, NotDone */
export const tellDatabase = (address: string, far: (words: string) => void, tell: Tell) =>
  lookingInto({ address, mayBegin: true }, async (records, ask) => {
    const set = await refuseUnsafe(ask);
    const [found] = await ask<[version: string, encrypted: boolean, most: number, used: number]>(allowed);
    const [version = '', encrypted = false, most = 0, used = 0] = found ?? [];
    const safe = `fsync is ${set.get('fsync')}, synchronous_commit is ${set.get('synchronous_commit')}`;
    tell('Database', true, `PostgreSQL ${version}, ${records.called}: ${safe}.`);
    if (!encrypted && !isOnThisMachine(address))
      tell(
        'Encryption',
        'look',
        'What goes to the database can be read on its way. Add ?sslmode=verify-full to its address.',
      );
    const enough = Math.floor(most / mostConnections);
    const few =
      enough < replicas
        ? ` Two, and a third while one takes over from another, need ${replicas * mostConnections}.`
        : '';
    tell(
      'Connections',
      few === '' || 'look',
      `${most} are allowed, ${used} in use: enough for ${counted(enough, 'replica')} of ${mostConnections} at most.${few}`,
    );
    if ((await applied(ask)) === null) {
      tell('Tables', 'look', 'There are none yet. The app makes them when it starts.');
      return [];
    }
    tell('Tables', true, 'They are as this version of Fortnight knows them.');
    tell('Owner', true, (await records.isInUse()) ? 'The app runs.' : 'None: the app does not run.');
    return tellKept(records, far, tell);
  });
