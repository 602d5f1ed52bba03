import { unmade } from '../../src/reports/files.ts';
import { markdown } from '../../src/reports/markdown.ts';
import type { RecordEntry } from '../../src/reports/record.ts';
import type { Paper } from '../../src/reports/tree.ts';
import type { Entry } from './given.ts';
import { holidays } from './holidays.ts';

/** The entries of a story as a record has them; those of these versions have no words left. */
export const recordOf = (entries: readonly Entry[], wordless: readonly number[] = []): RecordEntry[] =>
  entries.map(({ events, entered: { version, at, person } }) => ({
    header: { version, recordedAt: at, person },
    hash: version.toString(16).padStart(64, '0'),
    events: wordless.includes(version) ? null : events,
  }));

/** The paper of a record, of a version or as it stands. */
export const paperMade = (ordinary: readonly RecordEntry[], version: number | null): Paper => {
  const only = { name: 'northmoor.report', version };
  const bytes = new Uint8Array();
  const whole = {
    to: 'a folder',
    id: 'northmoor-2013-11-19',
    ordinary: bytes,
    restricted: null,
    holidays,
    only,
  } as const;
  const [file] = unmade(whole, { ordinary, restricted: null });
  if (!file || !('word' in file)) throw new Error('The paper is not made as Word');
  return file.word;
};

/** The same as it reads. */
export const paperRead = (ordinary: readonly RecordEntry[], version: number | null): string =>
  [...markdown(paperMade(ordinary, version))].join('');
