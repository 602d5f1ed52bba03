import { describe, expect, it } from 'vitest';
import { answersCut } from './crashlab/answers-cut.ts';
import { chanceFrom } from './crashlab/chance.ts';
import { canUnshare, twoContainers } from './crashlab/containers.ts';
import { diskFaults, faultAtEachStep } from './crashlab/faults.ts';
import { killedRounds } from './crashlab/killed.ts';
import { lowdbJsonFile, putBack } from './crashlab/lowdb-json-file.ts';
import { ours } from './crashlab/ours.ts';
import { powerCuts, ways } from './crashlab/power-cut.ts';
import { flipped, shortened } from './crashlab/spoilt.ts';
import { twoOwners } from './crashlab/two-owners.ts';
import { twoProcesses } from './crashlab/two-processes.ts';
import { program } from './main/programs.ts';

const clean = { lost: 0, unreadable: 0, silent: 0, untold: 0, first: null };
// `npm run crashlab` tears each line at each of its bytes.
const tornHereAndThere = { ...ours, apart: 60 };

describe('the crash laboratory', () => {
  it.each(diskFaults)(
    '[B1] finds nothing lost after $name at any step, killed or without power then',
    async (fault) => {
      const tally = await faultAtEachStep(tornHereAndThere, fault, 3);
      expect(tally).toMatchObject(clean);
      expect(tally.states).toBeGreaterThan(500);
    },
  );

  it('[B1] finds nothing lost or kept twice whenever two processes take turns on one folder', async () => {
    expect(await twoProcesses(ours, 12)).toMatchObject({ ...clean, states: 132 });
  });

  it('[B1] finds nothing lost where two owners live at once, and neither stuck', async () => {
    expect(await twoOwners(5)).toMatchObject({ ...clean, states: 375 });
  });

  it('[B2] finds no shortened record taken for whole, by the short hash of the last receipt', async () => {
    expect(await shortened(ours)).toMatchObject(clean);
  });

  it('[B3] finds loss and silent damage where there is some: with lowdb’s own file', async () => {
    try {
      const [way] = ways;
      if (way === undefined) throw new Error('There is no way to try');
      const cut = await powerCuts({ ...lowdbJsonFile, apart: 400 }, way, 'the power fails');
      expect(cut.lost).toBeGreaterThan(0);
      expect(cut.unreadable).toBeGreaterThan(0);
      expect((await flipped(lowdbJsonFile)).silent).toBeGreaterThan(0);
    } finally {
      putBack();
    }
  });

  it('[B4] kills the real app while people record, and finds everything they were told is saved', async () => {
    const tally = await killedRounds({ program: [program('main')], rounds: 2, chance: () => 0.5, progress: () => {} });
    expect(tally).toMatchObject({ ...clean, states: 2 });
  });

  it.skipIf(!canUnshare())(
    '[B4] refuses a second container under load, and has one under another name serve once the first is killed (unshare)',
    async () => {
      expect(await twoContainers([program('main')], 3)).toMatchObject({ ...clean, states: 1 });
    },
  );

  it.each(['sockets', 'http'] as const)(
    '[B5] cuts the connection under forms and lines, over %s, and finds each that was kept shown or told',
    async (over) => {
      const { tally } = await answersCut({ program: [program('main')], over, sends: 24, chance: chanceFrom(11) });
      expect(tally).toMatchObject({ ...clean, states: 24 });
    },
  );
});
