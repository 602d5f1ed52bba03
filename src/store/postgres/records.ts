import { isName } from '../folder.ts';
import { said } from '../log-file.ts';
import { noted } from '../operations.ts';
import type { Brought, Lines, Records } from '../records.ts';
import type { Ask, Connections } from './connections.ts';
import { addHeads, headKnown, headsIn, keepHeads } from './heads.ts';
import { piecesFrom } from './lines.ts';
import { listLines, missing } from './listing.ts';
import { dutyLock } from './replica.ts';

/** So many lines are kept by one statement. */
const atOnce = 500;

/** Reads lines one after the other, as if they stood in a file. */
const readerOf = (one: Ask, history: string): Lines['read'] => {
  let [next, held] = [1, Buffer.alloc(0)];
  return async (into, position) => {
    if (position === 0) [next, held] = [1, Buffer.alloc(0)];
    if (held.length === 0) {
      const [lines, count] = await piecesFrom(one, history, next);
      next += count;
      held = Buffer.from(lines === null ? '' : `${lines}\n`);
    }
    const count = held.copy(into);
    held = held.subarray(count);
    return count;
  };
};

const noteIn = async (one: Ask, operations: readonly object[]): Promise<void> => {
  for (const each of operations)
    await one(
      'insert into operations (operation) select $1 where not exists (select from operations where operation = $1)',
      [JSON.stringify(each)],
    );
};

const putIn = async (one: Ask, { histories, heads, operations }: Brought): Promise<void> => {
  for await (const { inspection, bytes } of histories) {
    await one('insert into histories (history) values ($1)', [inspection]);
    const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString().split('\n').slice(0, -1);
    for (let from = 0; from < lines.length; from += atOnce) {
      const some = lines.slice(from, from + atOnce);
      const insert = 'insert into entries (history, version, line) select $1, * from unnest($2::integer[], $3::text[])';
      await one(insert, [inspection, some.map((_, index) => from + index + 1), some]);
    }
  }
  await noteIn(one, operations);
  await addHeads(one, heads);
};

/** The records of a database, which people name so. What is done to them is done whole or not at all, beside every replica. */
export const recordsOver = (
  { ask, together, snapshot }: Connections,
  called: string,
): Records & {
  /** Whether a replica of the app is on duty here. */
  isInUse(): Promise<boolean>;
} => ({
  called,
  place: { database: called },
  log: `the table operations of ${called}`,
  missing,
  lengths: async () => {
    const rows = await ask<[string, number]>(
      'select history, sum(octet_length(line) + 1)::float8 from entries group by history order by history',
    );
    return new Map(rows.filter(([history]) => isName(history)));
  },
  lines: (history) => (act) =>
    snapshot(async (one) => {
      const [[size] = [null]] = await one<[number | null]>(
        'select sum(octet_length(line) + 1)::float8 from entries where history = $1',
        [history],
      );
      return size === null ? null : act({ size, read: readerOf(one, history) });
    }),
  list: (tell) => listLines(ask, new Map(), tell),
  heads: () => headsIn(ask),
  addHeads: (heads) => together((one) => addHeads(one, heads)),
  noteBeside: async ({ inspection, head }) => {
    const known = await headKnown(ask, inspection);
    if (known) await keepHeads(ask, [{ ...known, head }]);
  },
  operations: async () => {
    const rows = await ask<[string]>('select operation from operations order by place');
    return rows.flatMap(([text]) => said(text, noted));
  },
  note: (operations) => together((one) => noteIn(one, operations)),
  put: (brought) => together((one) => putIn(one, brought)),
  remove: (histories) =>
    together(async (one) => {
      await one('delete from histories where history = any($1)', [histories]);
      await addHeads(
        one,
        histories.map((inspection) => ({ inspection, gone: true })),
      );
    }),
  isInUse: async () => {
    const [[free] = [false]] = await ask<[boolean]>(`select pg_try_advisory_xact_lock(${dutyLock})`);
    return !free;
  },
});
