import { z } from 'zod';
import { bodySchema, headerForm, headerSchema, type Mark, newerHeader, piecesOf, sha256 } from './layout.ts';
import type { Entry } from './port.ts';
import { called, newer, Unsound, unreadable } from './unsound.ts';

/* Reading a line as the entry that it is. */

/** A line up to its body, where it stands as most do. One that does not begin so, or does not hold, is read the long way, which says why. */
const asWritten = new RegExp(
  String.raw`^\{"header":(${headerForm}),"hash":"([0-9a-f]{64})","salt":"([0-9a-f]{32})","body":(?=\{)`,
);
const longestBeginning = 640;
const closingBrace = 0x7d;

type Header = Entry['header'];
/** What an entry says; `events` is null where that was erased. */
type Said = Pick<Entry, 'events' | 'sent'>;
/**
 * An entry that holds. What it says is parsed where it is asked for, which is at once: its bytes are soon those of another. Nor is its
 * header before that, since most are asked for their mark alone.
 */
export type Checked = { mark: Mark; isErased: boolean; header: () => Header; said: () => Said };

export const entryOf = ({ mark, header, said }: Checked): Entry => ({ header: header(), hash: mark.hash, ...said() });

/** SHA-256 of salt and body, which stand apart: the salt is put right before the body for as long as that takes. */
const commitmentOf = (line: Buffer, salt: string, bodyAt: number): string => {
  const from = bodyAt - salt.length;
  const there = line.toString('latin1', from, bodyAt);
  line.write(salt, from, 'latin1');
  const commitment = sha256(line.subarray(from, -1));
  line.write(there, from, 'latin1');
  return commitment;
};

const parsed = <Value>(schema: z.ZodType<Value>, text: string): Value | null => {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
};

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
