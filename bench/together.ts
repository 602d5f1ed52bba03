import { rmSync } from 'node:fs';
import { bare, type Contestant, ours, sqlite } from './contestants.ts';
import { aFolder } from './items.ts';
import { interleaved, median, medianOf, ratioOf, timed, worstOf } from './measuring.ts';
import { type Figure, held, inDigits, milliseconds, shown } from './report.ts';

const each = 20;
const rounds = 7;

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
  const all = [await ours(folder, 0), await bare(folder, 0), await sqlite(folder, 0)] as const;
  const [own, floor, sql] = all;
  const taken = await interleaved(
    { ours: people(own, count), bare: people(floor, count), sqlite: people(sql, count) },
    rounds,
  );
  for (const one of all) await one.close();
  rmSync(folder, { recursive: true });
  const what = `${count} inspectors at once`;
  return [
    shown(`${what}: over a bare O_DSYNC append each`, `${inDigits(ratioOf(taken.ours, taken.bare, median))} times`),
    held(`${what}: over SQLite, a transaction each`, ratioOf(taken.ours, taken.sqlite, median), 0.6, 'times'),
    shown(`${what}: Fortnight`, `${milliseconds(medianOf(taken.ours))} (p99 ${milliseconds(worstOf(taken.ours))})`),
    shown(`${what}: bare`, `${milliseconds(medianOf(taken.bare))} (p99 ${milliseconds(worstOf(taken.bare))})`),
    shown(`${what}: SQLite`, `${milliseconds(medianOf(taken.sqlite))} (p99 ${milliseconds(worstOf(taken.sqlite))})`),
  ];
};

export const measureTogether = async (): Promise<Figure[]> => [...(await atOnce(10)), ...(await atOnce(50))];
