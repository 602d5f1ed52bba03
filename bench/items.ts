import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Copies } from '../src/store/copy.ts';
import { realFiles } from '../src/store/files.ts';
import { jsonLines } from '../src/store/json-lines.ts';
import type { Draft, Store } from '../src/store/port.ts';
import { postgres } from '../src/store/postgres.ts';
import type { Server } from '../test/support/postgres.ts';

export const inspection = 'northmoor-2013-11-19';

/** A folder on the disk that is measured: `BENCH_DIR` names another place than the system's. */
export const aFolder = (): string => mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'fortnight-bench-'));

let databases = 0;
/** The address of a database of its own in that server. */
export const aDatabaseIn = async ({ administer, address }: Server): Promise<string> => {
  databases += 1;
  const name = `bench_${databases}`;
  await administer(`create database ${name}`);
  return address(name);
};

const began = Date.parse('2013-11-19T09:00:00.000Z');
/** Some 700 letters, as an inspector writes on a busy day. */
export const words =
  'The plan says who does what, and by when it is to be done, but not what is to change for the child. '
    .repeat(7)
    .trim();

/** Item `n`: about 1 KB of JSON, as a form gives it. */
export const draftOf = (n: number): Draft => ({
  request: `request-${n}`,
  recordedAt: new Date(began + n * 1000).toISOString(),
  person: { team: 'TFORT', user: 'UCHI' },
  events: [
    {
      type: 'EvidenceRecorded',
      item: `E-${String(n).padStart(3, '0')}`,
      content: {
        areas: ['help-and-protection'],
        text: words,
        sign: n % 2 === 0 ? 'strength' : 'concern',
        source: 'case-tracked',
        observedAt: '2013-11-19T08:30:00.000Z',
        case: 'C-017',
        about: 'practice',
        site: null,
        agency: null,
        criteria: [],
      },
    },
  ],
});

const parts = { random: randomBytes, report: () => {} };
/** Fortnight's store in a folder, or in the PostgreSQL at an address. */
export const openStore = (place: string): Promise<Store & Copies> =>
  place.startsWith('postgresql:')
    ? postgres({ address: place, ...parts })
    : jsonLines({ folder: place, files: realFiles, ...parts });

/** Records items from `from` up to, not including, `to`, many at once. */
export const fill = async (store: Store, from: number, to: number): Promise<void> => {
  for (let n = from; n < to; ) {
    const some = Math.min(1000, to - n);
    await Promise.all(Array.from({ length: some }, (_, more) => store.append(inspection, n + more, draftOf(n + more))));
    n += some;
  }
};
