import type { Framework } from '../domain/framework.ts';

/** "2013-11-19 to 2018-08-31", "2026-04-01 on", "planned for 2013-06-01". */
export const inForceWords = ({ planned, inForce: { from, to } }: Framework): string =>
  planned !== undefined ? `planned for ${from}` : `${from} ${to === null ? 'on' : `to ${to}`}`;
