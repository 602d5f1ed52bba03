import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Draft, Entry, Head } from './port.ts';

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
const piecesOf = (line: string): Written | null => {
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

const headerSchema = z.object({
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

const newerHeader = z.object({ format: z.int().min(format + 1) });
const bodySchema = z.object({ events: z.array(z.unknown()), sent: z.string().optional() });

/** Where a history stands: what the next entry is built upon. */
export type Mark = Head & { recordedAt: string };

export const beginning: Mark = { version: 0, hash: '0'.repeat(64), recordedAt: '' };

export const markOf = (entry: Entry): Mark => ({
  version: entry.header.version,
  hash: entry.hash,
  recordedAt: entry.header.recordedAt,
});

/** An entry as text in bytes, with the line's end, where the history stands after it, and the entry that reading it gives. */
export type EntryLine = { mark: Mark; bytes: Buffer; entry: () => Entry };

/** Says in plain words which entry is the first that does not hold, and why. */
export class Unsound extends Error {
  override name = 'Unsound';
  constructor(
    /** Null for the last entry, where those before it were not read. */
    readonly version: number | null,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** In bytes. Nothing that people do comes near it: a longer line is none of ours, and is not read into memory. */
export const longestLine = 1 << 24;

export const sha256 = (text: string): string => hash('sha256', text);

/**
 * Writes the entry that follows `after`. `salt` is 32 hexadecimal digits, new for each entry.
 * @throws RangeError when it is dated before the entry it follows; ZodError when a part of its header could not be read back
 */
export const lineAfter = (inspection: string, after: Mark, draft: Draft, salt: string): EntryLine => {
  if (draft.recordedAt < after.recordedAt) {
    throw new RangeError(`Recorded at ${draft.recordedAt}, before the entry it follows (${after.recordedAt})`);
  }
  const body = JSON.stringify({ events: draft.events, sent: draft.sent });
  if (body.length > longestLine / 4)
    throw new RangeError('An entry of more than 4,000,000 signs could not be read back');
  const header = headerSchema.parse({
    format,
    inspection,
    version: after.version + 1,
    request: draft.request,
    recordedAt: draft.recordedAt,
    person: { team: draft.person.team, user: draft.person.user },
    commitment: sha256(salt + body),
    ...(draft.of !== undefined && { of: draft.of }),
  });
  const written = JSON.stringify(header);
  const own = sha256(after.hash + written);
  return {
    mark: { version: header.version, hash: own, recordedAt: header.recordedAt },
    bytes: Buffer.from(`{"header":${written},"hash":"${own}","salt":"${salt}","body":${body}}\n`),
    // Read back from the text, so that whatever becomes of the draft, what the caller gets is what is kept.
    entry: () => ({ header, hash: own, ...bodySchema.parse(JSON.parse(body)) }),
  };
};

const parsed = <Value>(schema: z.ZodType<Value>, text: string): Value | null => {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
};

const called = (version: number | null): string => (version === null ? 'the last entry' : `entry ${version}`);

export const tooLong = (version: number | null): Unsound =>
  new Unsound(version, `${called(version)} is longer than 16 MB, and this app writes none so long`);

const unreadable = (version: number | null): Unsound =>
  new Unsound(version, `${called(version)} is not as this app writes an entry`);

/** Why a record that a newer version went on with is closed, and what to do. */
export const newer = (version: number | null): string =>
  `${called(version)} was written by a newer version of Fortnight. Start that version again, or restore a backup of the record from before it`;

/**
 * Reads a line (without its end) by itself: all but its link to the entry before.
 * @throws Unsound
 */
const readAlone = (inspection: string, version: number | null, line: string): Entry & { headerText: string } => {
  const pieces = piecesOf(line);
  if (pieces === null) throw unreadable(version);
  const { headerText, hash: written, said } = pieces;
  const header = parsed(headerSchema, headerText);
  if (header === null)
    throw parsed(newerHeader, headerText) ? new Unsound(version, newer(version)) : unreadable(version);
  if (header.inspection !== inspection)
    throw new Unsound(version, `${called(version)} belongs to another record, ${header.inspection}`);
  if (said === null) return { header, hash: written, events: null, headerText };
  if (sha256(said.salt + said.body) !== header.commitment)
    throw new Unsound(version, `the text of ${called(version)} is not what was recorded`);
  const body = parsed(bodySchema, said.body);
  if (body === null) throw unreadable(version);
  return { header, hash: written, ...body, headerText };
};

/** Reads a line (without its end) as the entry that follows `after`. @throws Unsound */
export const entryAfter = (inspection: string, after: Mark, line: string): Entry => {
  const version = after.version + 1;
  const { header, headerText, hash: written, ...body } = readAlone(inspection, version, line);
  if (header.version !== version) {
    throw new Unsound(version, `entry ${version} is not there: entry ${header.version} stands in its place`);
  }
  const own = sha256(after.hash + headerText);
  if (own !== written) {
    throw new Unsound(version, `entry ${version} was changed, or what it follows was: its hash does not fit`);
  }
  if (header.recordedAt < after.recordedAt) {
    throw new Unsound(version, `entry ${version} is dated before entry ${after.version}`);
  }
  // The computed hash, not the one cut from the line: a piece cut from a string keeps the whole string in memory.
  return { ...body, header, hash: own };
};

/** Reads a history's last line without those before it, so without its link to them. @throws Unsound */
export const lastEntry = (inspection: string, line: string): Entry => {
  const { headerText: _, ...entry } = readAlone(inspection, null, line);
  return entry;
};

/** The same line without what it says: its header and hash stay to the letter. */
export const erasedText = (line: string): string => {
  const pieces = piecesOf(line);
  if (pieces === null) throw new Unsound(null, 'the entry to erase is not as this app writes an entry');
  return `{"header":${pieces.headerText},"hash":"${pieces.hash}","salt":null,"body":null}`;
};
