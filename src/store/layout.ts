import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Entry, Head } from './port.ts';

/**
 * How one entry is written: `{"header":H,"hash":"..","salt":"..","body":B}`, on one line.
 * H and B are made once and never serialised again: what is checked is the text as written. Keys stand in this order always,
 * and a quote inside a string is written `\"`, so H ends at the first `"},"hash":"` whatever a string in it says.
 */
const beforeHeader = '{"header":';
const afterHeader = ',"hash":"';
const betweenHeaderAndBody =
  /,"hash":"([0-9a-f]{64})","salt":(?:null,"body":(?=null\}$)|"([0-9a-f]{32})","body":(?=\{))/y;

type Written = { headerText: string; hash: string; said: { salt: string; body: string } | null };

/** The pieces of a line, `said` null once they were erased; or null where it isn't laid out so. */
export const piecesOf = (line: string): Written | null => {
  if (!line.startsWith(`${beforeHeader}{`)) return null;
  const headerEnd = line.indexOf(`"}${afterHeader}`) + 2;
  betweenHeaderAndBody.lastIndex = headerEnd;
  const [between, hash, salt] = betweenHeaderAndBody.exec(line) ?? [];
  if (between === undefined || hash === undefined) return null;
  const headerText = line.slice(beforeHeader.length, headerEnd);
  if (salt === undefined) return { headerText, hash, said: null };
  if (!line.endsWith('}}')) return null;
  return { headerText, hash, said: { salt, body: line.slice(headerEnd + between.length, -1) } };
};

/** How this version writes. A later format that is laid out alike holds by its chain, and what it says is not known here. */
export const format = 1;

export const headerSchema = z.object({
  format: z.int().min(format),
  inspection: z.string().min(1),
  version: z.int().positive(),
  request: z.string().min(1),
  recordedAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  person: z.object({ team: z.string().min(1), user: z.string().min(1) }),
  commitment: z.string().regex(/^[0-9a-f]{64}$/),
  of: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

const text = String.raw`"[ !#-[\]-~]+"`;
const digits = '[0-9a-f]{64}';
const moment = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
/**
 * How a header stands in a line where no sign in it is escaped or beyond ASCII: so do all that the app itself writes. In groups are the
 * inspection as it is written, the version, when it was recorded, and the commitment.
 */
export const headerForm = String.raw`\{"format":1,"inspection":(${text}),"version":([1-9]\d{0,14}),"request":${text},"recordedAt":"(${moment})","person":\{"team":${text},"user":${text}\},"commitment":"(${digits})"(?:,"of":"${digits}")?\}`;

export const newerHeader = z.object({ format: z.int().min(format + 1) });
export const bodySchema = z.object({ events: z.array(z.unknown()), sent: z.string().optional() });

/** Where a history stands: what the next entry is built upon. */
export type Mark = Head & { recordedAt: string };

export const beginning: Mark = { version: 0, hash: '0'.repeat(64), recordedAt: '' };

export const markOf = (entry: Entry): Mark => ({
  version: entry.header.version,
  hash: entry.hash,
  recordedAt: entry.header.recordedAt,
});

/** In bytes. Nothing that people do comes near it: a longer line is none of ours, and is not read into memory. */
export const longestLine = 1 << 24;

export const sha256 = (text: string | Uint8Array): string => hash('sha256', text);
