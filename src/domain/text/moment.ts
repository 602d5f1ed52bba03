import { z } from 'zod';

/** A moment that a person gives, written in one way only (ISO 8601 in UTC), because moments are compared as text. */
export const moment = (missing: string) => z.iso.datetime(missing).transform((given) => new Date(given).toISOString());
