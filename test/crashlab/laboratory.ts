import { absent } from './absent.ts';
import { diskFaults, faultAtEachStep } from './faults.ts';
import type { Keeper } from './keeper.ts';
import { lowdbJsonFile, putBack } from './lowdb-json-file.ts';
import { ours, oursNoting } from './ours.ts';
import { type Moment, powerCuts, ways } from './power-cut.ts';
import { flipped, shortened } from './spoilt.ts';
import type { Row } from './table.ts';
import { sum, type Tally } from './tally.ts';
import { asWell } from './trial.ts';
import { twoOwners } from './two-owners.ts';
import { twoProcesses } from './two-processes.ts';

/** How thorough a run is. */
export type Thoroughness = {
  /** How many bytes apart Fortnight's lines are torn. */
  apart: number;
  /** After a fault, in how many of the next steps the power fails. */
  stepsAfter: number;
  /** Before how many of their steps two processes take turns. */
  switches: number;
  /** How many steps two owners that live at once take between their turns. */
  turns: number;
};

type Trial = { what: string; run: () => Promise<Tally> };

const allMoments: Moment[] = [
  'the power fails',
  'killed, restarted, then the power fails',
  'killed, read, then the power fails',
];

/** Every trial in the model, for Fortnight's own store. */
export const ourTrials = ({ apart, stepsAfter, switches, turns }: Thoroughness): Trial[] => {
  const keeper: Keeper = { ...ours, apart };
  return [
    ...allMoments.map((moment) => ({
      what: `${moment}, after each step`,
      run: async () => {
        const tallies: Tally[] = [];
        for (const way of ways) tallies.push(await powerCuts(keeper, way, moment));
        return sum(tallies);
      },
    })),
    ...diskFaults.map((fault) => ({
      what: `${fault.name} at each step, then a kill or a power cut`,
      run: () => faultAtEachStep(keeper, fault, stepsAfter),
    })),
    { what: 'the file shortened at each byte of its last two items', run: () => shortened(keeper) },
    { what: 'the file gone, emptied, cut at each byte or older, its head known', run: () => absent(oursNoting) },
    {
      what: 'a head known after each item, the power failing after each step',
      run: () => powerCuts({ ...oursNoting, apart: 7 * apart }, asWell, 'the power fails'),
    },
    { what: 'each bit of the last two items turned round', run: () => flipped(keeper) },
    { what: 'two processes on one folder, in every order of their turns', run: () => twoProcesses(keeper, switches) },
    { what: 'two owners alive at once, in every order of their turns', run: () => twoOwners(turns) },
  ];
};

const [wellWay] = ways;

/** The same model over lowdb's own file, which shows that it finds loss. */
export const counterTrials: Trial[] = [
  {
    what: 'the power fails, after each step',
    run: async () => (wellWay ? powerCuts(lowdbJsonFile, wellWay, 'the power fails') : sum([])),
  },
  { what: 'the file shortened at each byte of its last two items', run: () => shortened(lowdbJsonFile) },
  { what: 'each bit of the last two items turned round', run: () => flipped(lowdbJsonFile) },
];

/** Runs trials one after the other, telling of each when it is done. */
export const inTurn = async (trials: Trial[], tell: (row: Row) => void): Promise<Row[]> => {
  const rows: Row[] = [];
  try {
    for (const { what, run } of trials) {
      const row = { what, tally: await run() };
      tell(row);
      rows.push(row);
    }
    return rows;
  } finally {
    putBack();
  }
};
