/** How people name a database: without who may go in. */
export const calledDatabase = (address: string): string => {
  const { hostname, port, pathname } = new URL(address);
  return `the database ${decodeURIComponent(pathname.slice(1)) || 'postgres'} at ${hostname || 'this machine'}${port ? `:${port}` : ''}`;
};

/** The database cannot keep records as they must be. The message says why, and what to do. */
export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused';
}
