import { join } from 'node:path';
import { people } from '../../support/people.ts';
import { canMount } from '../../support/small-disk.ts';
import { chanceFrom } from '../chance.ts';
import { type Found, isWell, summariesFor, together } from './found.ts';
import { fortnight, type Scene, scenes } from './scenes.ts';
import { trial } from './trial.ts';
import type { World } from './world.ts';

const program = [join('src', 'start', 'app.mjs')];
/** As long as Slack waits. */
const patience = 3000;
const seconds = 25;

const columns = [
  'sent',
  'acknowledged',
  'said not kept',
  'said not known',
  'failed by Slack',
  'acknowledged lost',
  'kept twice',
  'told wrongly',
];
const cellsOf = (each: Found): number[] => [
  each.sent,
  each.acknowledged,
  each.refused,
  each.unknown,
  each.unanswered,
  each.lost,
  each.twice,
  each.toldWrongly,
];

const table = (rows: readonly { what: string; found: Found }[]): string => {
  const first = Math.max(...rows.map(({ what }) => what.length));
  const line = (what: string, cells: readonly string[]): string =>
    [what.padEnd(first), ...cells.map((cell, place) => cell.padStart(columns[place]?.length ?? 0))].join('  ');
  return [
    line('Fifty people, two replicas, PostgreSQL', columns),
    ...rows.map(({ what, found }) =>
      line(
        what,
        cellsOf(found).map((number) => number.toLocaleString('en-GB')),
      ),
    ),
    ...rows.flatMap(({ what, found: { why } }) => (why === null ? [] : [`first in "${what}": ${why}`])),
  ].join('\n');
};

/** The laboratory of PostgreSQL: each scene so many times, then the five minutes. Gives whether all was well. */
export const postgresLaboratory = async (runs: number, seed: number): Promise<boolean> => {
  const say = (words: string): void => void process.stdout.write(`${words}\n`);
  say(`Seed: ${seed}`);
  const began = Date.now();
  const tried = async (
    scene: Scene,
    place: number,
    of: number,
    times: number,
    atTheEnd?: (world: World) => Promise<void>,
  ) => {
    const all: Found[] = [];
    for (let run = 0; run < times; run += 1) {
      const chance = chanceFrom(seed + 100 * run + place);
      const asked = { program, chance, patience, people: 50, scene, seconds: of, moment: 2000 };
      all.push(await trial({ ...asked, ...(atTheEnd ? { atTheEnd } : {}) }));
      say(
        `${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${isWell(together(all)) ? 'well' : 'NOT WELL'}: ${scene.what}`,
      );
    }
    return { what: scene.what, found: together(all) };
  };
  const rows: { what: string; found: Found }[] = [];
  for (const [place, scene] of scenes.entries()) {
    if (scene.disk !== undefined && !canMount()) say(`Not tried, since no disk can be mounted here: ${scene.what}`);
    else rows.push(await tried(scene, place, seconds, runs));
  }
  const summaries: number[] = [];
  const five = await tried(fortnight(300, 20), scenes.length, 300, 1, async ({ slack }) => {
    summaries.push(summariesFor(slack, people.lead), summariesFor(slack, people.deputy));
  });
  const found = together(rows.map((row) => row.found));
  say(`\n${table([...rows, { what: 'all of these', found }, five])}`);
  say(`\nOne board in each. Daily summaries in the last, to lead and deputy: ${summaries.join(' and ')}.`);
  return isWell(found) && isWell(five.found);
};
