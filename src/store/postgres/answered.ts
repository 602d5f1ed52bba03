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
/** Whether the row that another refers to was gone. */
export const isOrphan = (error: unknown): boolean => refusedByServer(error) && error.code === '23503';

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** By which name a fault goes in the log: what a statement holds is in its message. */
export const faultName = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : null;
  return codeOf(error) ?? codeOf(cause) ?? (error instanceof Error ? error.name : 'unknown');
};
