/** The crash laboratory: `npm run crashlab -- [kill rounds] [seed]`. Ends with 1 where anything acknowledged was lost. */
import { join } from 'node:path';
import { chanceFrom } from './chance.ts';
import { canUnshare, twoContainers } from './containers.ts';
import { killedRounds } from './killed.ts';
import { counterTrials, inTurn, ourTrials } from './laboratory.ts';
import { type Row, table } from './table.ts';
import { isClean, sum } from './tally.ts';

const lanes = 4;
const leastStates = 100_000;
const [asked = '1000', seedAsked = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const rounds = Number(asked);
const seed = Number(seedAsked);
if (!Number.isSafeInteger(rounds) || rounds < 0 || !Number.isSafeInteger(seed)) {
  process.stderr.write('Usage: npm run crashlab -- [kill rounds] [seed], both whole numbers\n');
  process.exit(2);
}

const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};
const began = Date.now();
const tell = ({ what, tally }: Row): void =>
  say(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${tally.states} states: ${what}`);

const program = ['--enable-source-maps', join('dist', 'src', 'main.js')];

/** Each lane has a folder, a local Slack and a history of its own. */
const kills = async (): Promise<Row> => {
  let done = 0;
  const progress = (): void => {
    done += 1;
    if (done % 50 === 0) say(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${done} kills`);
  };
  const share = (lane: number): number => Math.floor((rounds + lane) / lanes);
  const tallies = await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      killedRounds({ program, rounds: share(lane), chance: chanceFrom(seed + lane), progress }),
    ),
  );
  return { what: 'the real app killed (kill -9) while four people record', tally: sum(tallies) };
};

say(`Seed of the kills: ${seed}`);
const modelled = await inTurn(ourTrials({ apart: 1, stepsAfter: 3, switches: 60, turns: 16 }), tell);
const counter = await inTurn(counterTrials, tell);
const killed = await kills();
const containers: Row[] = canUnshare()
  ? [
      {
        what: 'two containers on one folder under load for a minute, one killed',
        tally: await twoContainers(program, 60),
      },
    ]
  : [];
if (containers.length === 0) say('Two containers were not tried: unshare gives no namespaces here.');

const model = { what: 'all states of the model', tally: sum(modelled.map(({ tally }) => tally)) };
say('');
say(table("Fortnight's store", [...modelled, model, killed, ...containers]));
say('');
say(table("lowdb's JSONFile, to show that the model finds loss", counter));

const found = !isClean(sum(counter.map(({ tally }) => tally)));
const enough = model.tally.states >= leastStates;
if (!enough) say(`\nOnly ${model.tally.states} states were tried, fewer than ${leastStates}.`);
if (!found) say("\nThe model found no loss with lowdb's JSONFile: it can't be trusted.");
process.exit(
  isClean(model.tally) && isClean(killed.tally) && containers.every(({ tally }) => isClean(tally)) && enough && found
    ? 0
    : 1,
);
