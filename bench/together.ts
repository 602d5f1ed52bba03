import { rmSync } from 'node:fs';
import { aServer } from '../test/support/postgres.ts';
import { bare, type Contestant, ours, prepared, sqlite } from './contestants.ts';
import { aDatabaseIn, aFolder } from './items.ts';
import { interleaved, median, medianOf, type Rounds, ratioOf, timed, worstOf } from './measuring.ts';
import { type Figure, held, inDigits, milliseconds, shown } from './report.ts';

const each = 20;
const rounds = 7;
/** As many as a replica has at most. */
const connections = 8;

/** So many people record at once, each as soon as the item before is kept. Gives what each item took. */
const people = (contestant: Contestant, count: number): (() => Promise<number[]>) => {
  let n = 0;
  return async () => {
    const taken: number[] = [];
    const person = async (): Promise<void> => {
      for (let done = 0; done < each; done += 1) {
        const own = n;
        n += 1;
        taken.push(await timed(() => contestant.record(own)));
      }
    };
    await Promise.all(Array.from({ length: count }, person));
    return taken;
  };
};

const atOnce = async (count: number): Promise<Figure[]> => {
  const folder = aFolder();
  const server = await aServer();
  const all = [
    await ours(folder, 0),
    await bare(folder, 0),
    await sqlite(folder, 0),
    await ours(await aDatabaseIn(server), 0),
    await prepared(await aDatabaseIn(server), 0, connections),
  ] as const;
  const [own, floor, sql, shared, insert] = all;
  const taken = await interleaved(
    {
      ours: people(own, count),
      bare: people(floor, count),
      sqlite: people(sql, count),
      postgres: people(shared, count),
      prepared: people(insert, count),
    },
    rounds,
  );
  for (const one of all) await one.close();
  await server.remove();
  rmSync(folder, { recursive: true });
  const what = `${count} inspectors at once`;
  const value = (all: Rounds): string => `${milliseconds(medianOf(all))} (p99 ${milliseconds(worstOf(all))})`;
  return [
    shown(`${what}: over a bare O_DSYNC append each`, `${inDigits(ratioOf(taken.ours, taken.bare, median))} times`),
    held(`${what}: over SQLite, a transaction each`, ratioOf(taken.ours, taken.sqlite, median), 0.6, 'times'),
    held(
      `${what}: in PostgreSQL over a bare prepared insert each`,
      ratioOf(taken.postgres, taken.prepared, median),
      1.2,
      'times',
    ),
    shown(`${what}: Fortnight`, value(taken.ours)),
    shown(`${what}: bare`, value(taken.bare)),
    shown(`${what}: SQLite`, value(taken.sqlite)),
    shown(`${what}: Fortnight in PostgreSQL`, value(taken.postgres)),
    shown(`${what}: bare prepared insert`, value(taken.prepared)),
  ];
};

export const measureTogether = async (): Promise<Figure[]> => [...(await atOnce(10)), ...(await atOnce(50))];
