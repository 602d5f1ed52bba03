import { createHash } from 'node:crypto';
import { markOf } from '../../src/store/layout.ts';
import type { Entry } from '../../src/store/port.ts';
import { lineAfter } from '../../src/store/writing.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const salt = 'a'.repeat(32);

/** Lines that other versions of the app would have written after an entry, chained to it and to each other. */
export const linesAfter = (last: Entry, ...all: readonly object[]): string => {
  let mark = markOf(last);
  return all
    .map((event, place) => {
      const { inspection, person, recordedAt } = last.header;
      const draft = { request: `newer ${place}`, recordedAt, person, events: [event] };
      const line = lineAfter(inspection, mark, draft, salt);
      mark = line.mark;
      return `${line.text}\n`;
    })
    .join('');
};

/** The line of an entry in a format to come, laid out as today's. */
export const lineInFormat = (format: number, last: Entry, more: object = {}): string => {
  const body = JSON.stringify({ events: [] });
  const { inspection, version, recordedAt, person } = last.header;
  const commitment = sha256(salt + body);
  const header = {
    format,
    inspection,
    version: version + 1,
    request: 'newer',
    recordedAt,
    person,
    ...more,
    commitment,
  };
  const written = JSON.stringify(header);
  return `{"header":${written},"hash":"${sha256(last.hash + written)}","salt":"${salt}","body":${body}}\n`;
};
