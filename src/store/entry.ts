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
const closingBrace = 0x7d;
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

/**
 * A line up to its body, where this version wrote it and no sign in its header is escaped or beyond ASCII: so are all that the app
 * itself writes. A line that does not begin so, or does not hold, is read the long way, which says what is wrong with it.
 */
const text = String.raw`"[ !#-[\]-~]+"`;
const digits = '[0-9a-f]{64}';
const moment = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
const headerForm = String.raw`\{"format":1,"inspection":(${text}),"version":([1-9]\d{0,14}),"request":${text},"recordedAt":"(${moment})","person":\{"team":${text},"user":${text}\},"commitment":"(${digits})"(?:,"of":"${digits}")?\}`;
const asWritten = new RegExp(
  String.raw`^\{"header":(${headerForm}),"hash":"(${digits})","salt":"([0-9a-f]{32})","body":(?=\{)`,
);
const longestBeginning = 640;

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

type Header = Entry['header'];
/** What an entry says; `events` is null where that was erased. */
type Said = Pick<Entry, 'events' | 'sent'>;
/**
 * An entry that holds. What it says is parsed where it is asked for, which is at once: its bytes are soon those of another. Nor is its
 * header before that, since most are asked for their mark alone.
 */
export type Checked = { mark: Mark; isErased: boolean; header: () => Header; said: () => Said };

export const entryOf = ({ mark, header, said }: Checked): Entry => ({ header: header(), hash: mark.hash, ...said() });

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

/** What that gives; null where what it reads does not hold. */
export const unlessUnsound = <Value>(read: () => Value): Value | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unsound) return null;
    throw error;
  }
};

/** In bytes. Nothing that people do comes near it: a longer line is none of ours, and is not read into memory. */
export const longestLine = 1 << 24;

export const sha256 = (text: string | Uint8Array): string => hash('sha256', text);

/** SHA-256 of salt and body, which stand apart: the salt is put right before the body for as long as that takes. */
const commitmentOf = (line: Buffer, salt: string, bodyAt: number): string => {
  const from = bodyAt - salt.length;
  const there = line.toString('latin1', from, bodyAt);
  line.write(salt, from, 'latin1');
  const commitment = sha256(line.subarray(from, -1));
  line.write(there, from, 'latin1');
  return commitment;
};

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

const saidIn =
  (version: number | null, body: () => string): (() => Said) =>
  () => {
    const said = parsed(bodySchema, body());
    if (said === null) throw unreadable(version);
    return said;
  };

/** A piece that was cut from a string keeps the whole string in memory; this is one of its own. */
const ofItsOwn = (piece: string): string => Buffer.from(piece, 'latin1').toString('latin1');

/** Reads a line as most are, as the entry that follows `after` where that is known; null where it is another, or does not hold. */
const readAsWritten = (inspection: string, after: Mark | null, line: Buffer): Checked | null => {
  const pieces = asWritten.exec(line.toString('latin1', 0, longestBeginning));
  if (pieces === null || line.at(-1) !== closingBrace || line.at(-2) !== closingBrace) return null;
  const [begins, headerText = '', of, digitsOfVersion, recordedAt = '', commitment, written = '', salt = ''] = pieces;
  const version = Number(digitsOfVersion);
  if (of !== JSON.stringify(inspection)) return null;
  if (after !== null && (version !== after.version + 1 || recordedAt < after.recordedAt)) return null;
  const own = after === null ? ofItsOwn(written) : sha256(after.hash + headerText);
  if (own !== written) return null;
  if (commitmentOf(line, salt, begins.length) !== commitment) return null;
  return {
    mark: { version, hash: own, recordedAt },
    isErased: false,
    header: () => JSON.parse(headerText),
    said: saidIn(after && version, () => line.toString('utf8', begins.length, line.length - 1)),
  };
};

/**
 * Reads a line (without its end) by itself: all but its link to the entry before.
 * @throws Unsound
 */
const readAlone = (inspection: string, version: number | null, line: string): Checked & { headerText: string } => {
  const pieces = piecesOf(line);
  if (pieces === null) throw unreadable(version);
  const { headerText, hash: written, said } = pieces;
  const header = parsed(headerSchema, headerText);
  if (header === null)
    throw parsed(newerHeader, headerText) ? new Unsound(version, newer(version)) : unreadable(version);
  if (header.inspection !== inspection)
    throw new Unsound(version, `${called(version)} belongs to another record, ${header.inspection}`);
  const mark = { version: header.version, hash: ofItsOwn(written), recordedAt: header.recordedAt };
  const read = { mark, header: () => header, headerText };
  if (said === null) return { ...read, isErased: true, said: () => ({ events: null }) };
  if (sha256(said.salt + said.body) !== header.commitment)
    throw new Unsound(version, `the text of ${called(version)} is not what was recorded`);
  return { ...read, isErased: false, said: saidIn(version, () => said.body) };
};

/** Reads a line (without its end) as the entry that follows `after`. @throws Unsound */
export const entryAfter = (inspection: string, after: Mark, line: Buffer): Checked => {
  const asMostAre = readAsWritten(inspection, after, line);
  if (asMostAre !== null) return asMostAre;
  const version = after.version + 1;
  const read = readAlone(inspection, version, line.toString());
  const { mark, headerText } = read;
  if (mark.version !== version) {
    throw new Unsound(version, `entry ${version} is not there: entry ${mark.version} stands in its place`);
  }
  if (sha256(after.hash + headerText) !== mark.hash) {
    throw new Unsound(version, `entry ${version} was changed, or what it follows was: its hash does not fit`);
  }
  if (mark.recordedAt < after.recordedAt) {
    throw new Unsound(version, `entry ${version} is dated before entry ${after.version}`);
  }
  return read;
};

/** Reads a history's last line without those before it, so without its link to them. @throws Unsound */
export const lastEntry = (inspection: string, line: Buffer): Checked =>
  readAsWritten(inspection, null, line) ?? readAlone(inspection, null, line.toString());

/** The same line without what it says: its header and hash stay to the letter. */
export const erasedText = (line: string): string => {
  const pieces = piecesOf(line);
  if (pieces === null) throw new Unsound(null, 'the entry to erase is not as this app writes an entry');
  return `{"header":${pieces.headerText},"hash":"${pieces.hash}","salt":null,"body":null}`;
};
