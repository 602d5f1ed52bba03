/**
 * The crash laboratory: `npm run crashlab -- [kill rounds] [seed]`, and of PostgreSQL `npm run crashlab -- postgres [runs] [seed]`. Ends with 1
 * where anything acknowledged was lost.
 */
import { join } from 'node:path';
import { answersCut } from './answers-cut.ts';
import { chanceFrom } from './chance.ts';
import { canUnshare, twoContainers } from './containers.ts';
import { killedRounds } from './killed.ts';
import { counterTrials, inTurn, ourTrials } from './laboratory.ts';
import { postgresLaboratory } from './postgres/run.ts';
import { type Row, table } from './table.ts';
import { isClean, sum } from './tally.ts';

const lanes = 4;
const leastStates = 100_000;
const ofPostgres = process.argv[2] === 'postgres';
const [asked = ofPostgres ? '1' : '1000', seedAsked = String(Date.now() % 2 ** 31)] = process.argv.slice(
  ofPostgres ? 3 : 2,
);
const rounds = Number(asked);
const seed = Number(seedAsked);
if (!Number.isSafeInteger(rounds) || rounds < 0 || !Number.isSafeInteger(seed)) {
  process.stderr.write(
    'Usage: npm run crashlab -- [kill rounds] [seed], or postgres [runs] [seed], all whole numbers\n',
  );
  process.exit(2);
}
if (ofPostgres) process.exit((await postgresLaboratory(rounds, seed)) ? 0 : 1);

const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};
const began = Date.now();
const tell = ({ what, tally }: Row): void =>
  say(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${tally.states} states: ${what}`);

const program = [join('src', 'start', 'app.mjs')];

/** How many forms and lines are sent over each kind of connection while it is cut. */
const sends = 1000;

/** What is kept while its answer is cut off, over each kind of connection in lanes of their own. */
const cuts = async (over: 'sockets' | 'http'): Promise<Row & { twice: number }> => {
  const found = await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      answersCut({ program, over, sends: sends / lanes, chance: chanceFrom(seed + lane) }),
    ),
  );
  const tally = sum(found.map((lane) => lane.tally));
  const twice = found.reduce((all, lane) => all + lane.twice, 0);
  return { what: `the connection under forms and lines cut within 20 ms, over ${over}`, tally, twice };
};

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

const cut = [await cuts('sockets'), await cuts('http')];

const model = { what: 'all states of the model', tally: sum(modelled.map(({ tally }) => tally)) };
say('');
say(table("Fortnight's store", [...modelled, model, killed, ...containers, ...cut]));
for (const { what, twice } of cut) say(`Shown and told beside, where ${what}: ${twice}`);
say('');
say(table("lowdb's JSONFile, to show that the model finds loss", counter));

const found = !isClean(sum(counter.map(({ tally }) => tally)));
const enough = model.tally.states >= leastStates;
if (!enough) say(`\nOnly ${model.tally.states} states were tried, fewer than ${leastStates}.`);
if (!found) say("\nThe model found no loss with lowdb's JSONFile: it can't be trusted.");
const well = [model, killed, ...containers, ...cut].every(({ tally }) => isClean(tally));
process.exit(well && enough && found ? 0 : 1);
