import { rmSync } from 'node:fs';
import { aServer } from '../test/support/postgres.ts';
import { bare, type Contestant, lowdb, ours, prepared, sqlite } from './contestants.ts';
import { aDatabaseIn, aFolder } from './items.ts';
import { interleaved, median, medianOf, type Rounds, ratioOf, timed, worstInHundred, worstOf } from './measuring.ts';
import { type Figure, held, inDigits, milliseconds, shown } from './report.ts';

const sizes = [100, 100_000] as const;
const appends = 200;
const rounds = 9;
/** lowdb writes everything anew for each item, so it gets few at the larger sizes. */
const lowdbAppends = new Map([
  [100, 40],
  [100_000, 2],
]);

const many =
  (contestant: Contestant, from: number, count: number): (() => Promise<number[]>) =>
  async () => {
    const taken: number[] = [];
    for (let done = 0; done < count; done += 1) {
      const n = from;
      from += 1;
      taken.push(await timed(() => contestant.record(n)));
    }
    return taken;
  };

const round = (taken: Rounds): string => `${milliseconds(medianOf(taken))} (p99 ${milliseconds(worstOf(taken))})`;

const atSize = async (size: number): Promise<Figure[]> => {
  const folder = aFolder();
  const server = await aServer();
  const all = [
    await ours(folder, size),
    await bare(folder, size),
    await sqlite(folder, size),
    await ours(await aDatabaseIn(server), size),
    await prepared(await aDatabaseIn(server), size),
  ] as const;
  const [own, floor, sql, shared, insert] = all;
  for (const each of all) await many(each, size, 50)();
  const taken = await interleaved(
    {
      ours: many(own, size + 50, appends),
      bare: many(floor, size + 50, appends),
      sqlite: many(sql, size + 50, appends),
      postgres: many(shared, size + 50, appends),
      prepared: many(insert, size + 50, appends),
    },
    rounds,
  );
  for (const each of all) await each.close();
  await server.remove();
  const stock = await lowdb(folder, size);
  const lowdbTaken = [await many(stock, size, lowdbAppends.get(size) ?? 1)()];
  await stock.close();
  rmSync(folder, { recursive: true });
  const there = `one item durably, ${size.toLocaleString('en-GB')} there`;
  return [
    held(`${there}: over a bare O_DSYNC append`, ratioOf(taken.ours, taken.bare, median), 1.2, 'times'),
    held(
      `${there}: in PostgreSQL over a bare prepared insert`,
      ratioOf(taken.postgres, taken.prepared, median),
      1.2,
      'times',
    ),
    shown(`${there}: over SQLite (WAL, full sync)`, `${inDigits(ratioOf(taken.ours, taken.sqlite, median))} times`),
    shown(`${there}: p99 over the floor's p99`, `${inDigits(ratioOf(taken.ours, taken.bare, worstInHundred))} times`),
    shown(`${there}: Fortnight`, round(taken.ours)),
    shown(`${there}: bare O_DSYNC append`, round(taken.bare)),
    shown(`${there}: SQLite`, round(taken.sqlite)),
    shown(`${there}: Fortnight in PostgreSQL`, round(taken.postgres)),
    shown(`${there}: bare prepared insert`, round(taken.prepared)),
    shown(`${there}: lowdb's JSONFile, NOT DURABLE`, milliseconds(medianOf(lowdbTaken))),
  ];
};

/**
 * Whether an append costs the same however many items are there: two histories of different lengths, measured side by side, since
 * a disk is not the same from one minute to the next.
 */
const flatness = async (): Promise<Figure> => {
  const folders = [aFolder(), aFolder()] as const;
  const few = await ours(folders[0], 100);
  const lots = await ours(folders[1], 100_000);
  const taken = await interleaved({ few: many(few, 100, appends), lots: many(lots, 100_000, appends) }, rounds * 2);
  await few.close();
  await lots.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
  return held(
    'one item durably: with 100,000 there over with 100',
    ratioOf(taken.lots, taken.few, median),
    1.1,
    'times',
  );
};

export const measureAppend = async (): Promise<Figure[]> => {
  const figures: Figure[] = [];
  // The first two thousand appends of a process measure how V8 learns its code.
  await atSize(sizes[0]);
  for (const size of sizes) figures.push(...(await atSize(size)));
  return [...figures, await flatness()];
};
