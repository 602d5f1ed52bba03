import pg, { type DatabaseError } from 'pg';

/** No connection was to be had, so nothing was sent. */
export class NotConnected extends Error {
  override name = 'NotConnected';
}

/** A connection ended before the answer: nobody knows what became of what was sent over it. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost';
}

/** Whether the server itself refused a statement, so that nothing of it remains. */
export const refusedByServer = (error: unknown): error is DatabaseError =>
  error instanceof pg.DatabaseError && error.severity === 'ERROR' && !error.code?.startsWith('08');

export const isOfDatabase = (error: unknown): boolean =>
  refusedByServer(error) || error instanceof NotConnected || error instanceof ConnectionLost;

/** Whether a row of that key was there before. https://www.postgresql.org/docs/current/errcodes-appendix.html */
export const isTaken = (error: unknown): boolean => refusedByServer(error) && error.code === '23505';

/** Whether what an entry was to be of was gone: it would have been of nothing. */
export const isOrphan = (error: unknown): boolean => refusedByServer(error) && error.code === '23502';

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** By which name a fault goes in the log: what a statement holds is in its message. */
export const faultName = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : null;
  return codeOf(error) ?? codeOf(cause) ?? (error instanceof Error ? error.name : 'unknown');
};

/** What people can do something about, by PostgreSQL's name for it, or its beginning. */
const meanings: readonly (readonly [code: RegExp, is: string])[] = [
  [/^28/, 'does not let Fortnight in: look at the name and the password'],
  [/^3D/, 'is not there'],
  [/^53300/, 'has no connection free'],
  [/^53100/, 'has no room left'],
  [/^42501/, 'does not allow that to the account that is named in its address'],
  [/^25006/, 'can only be read: it may be a standby'],
  [/^55P03/, 'was in use by others for too long: do it again'],
  [/^23505/, 'was given something of that name by others meanwhile'],
];

/** What a fault means, of a database that people call so: neither what was sent nor who may go in is in it. */
export const faultInWords = (error: unknown, called: string): string => {
  const name = faultName(error);
  const [, is] = meanings.find(([code]) => code.test(name)) ?? [];
  const other = refusedByServer(error)
    ? 'refused it'
    : error instanceof NotConnected
      ? 'was not reached: see that it runs, and that its address is right'
      : 'did not answer';
  return `${called.replace(/^t/, 'T')} ${is ?? other} (${name}).`;
};
