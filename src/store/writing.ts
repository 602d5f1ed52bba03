import { bodySchema, format, headerForm, headerSchema, longestLine, type Mark, piecesOf, sha256 } from './layout.ts';
import type { Draft, Entry } from './port.ts';
import { Unsound } from './unsound.ts';

/** An entry as one line without its end, where the history stands after it, and the entry that reading it gives. */
export type EntryLine = { mark: Mark; text: string; entry: () => Entry };

const asMostAre = new RegExp(`^${headerForm}$`);

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
  const header = {
    format,
    inspection,
    version: after.version + 1,
    request: draft.request,
    recordedAt: draft.recordedAt,
    person: { team: draft.person.team, user: draft.person.user },
    commitment: sha256(salt + body),
    ...(draft.of !== undefined && { of: draft.of }),
  };
  const written = JSON.stringify(header);
  if (!asMostAre.test(written)) headerSchema.parse(header);
  const own = sha256(after.hash + written);
  return {
    mark: { version: header.version, hash: own, recordedAt: header.recordedAt },
    text: `{"header":${written},"hash":"${own}","salt":"${salt}","body":${body}}`,
    // Read back from the text, so that whatever becomes of the draft, what the caller gets is what is kept.
    entry: () => ({ header, hash: own, ...bodySchema.parse(JSON.parse(body)) }),
  };
};

/** The same line without what it says: its header and hash stay to the letter. */
export const erasedText = (line: string): string => {
  const pieces = piecesOf(line);
  if (pieces === null) throw new Unsound(null, 'the entry to erase is not as this app writes an entry');
  return `{"header":${pieces.headerText},"hash":"${pieces.hash}","salt":null,"body":null}`;
};
