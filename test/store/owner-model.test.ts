import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FolderTaken } from '../../src/store/claim.ts';
import { ownFolder } from '../../src/store/owner.ts';
import { type DiskState, emptyDisk } from './disk-state.ts';
import { modelledDisk, wellDisk } from './modelled-disk.ts';

type Kind = { boot: string; sockets: boolean };

/** Lets a process of the model claim the folder, waiting for its turn before each step. `die` ends what it does of itself. */
const claim = (state: DiskState, pid: number, { boot, sockets }: Kind, turn: () => Promise<void>) => {
  const { files, die } = modelledDisk(state, {
    self: { pid, host: 'northmoor-app', boot },
    waitForDisk: 0,
    fate: wellDisk,
  });
  const inTurn =
    <Asked extends unknown[], Given>(act: (...asked: Asked) => Promise<Given>) =>
    async (...asked: Asked): Promise<Given> => {
      await turn();
      return act(...asked);
    };
  const digits = String(pid).padStart(8, '0');
  const owned = ownFolder({
    folder: state.folder,
    files: {
      ...files,
      open: inTurn(files.open),
      write: inTurn(files.write),
      link: inTurn(files.link),
      rename: inTurn(files.rename),
      remove: inTurn(files.remove),
      listen: sockets ? inTurn(files.listen) : async () => null,
      reach: inTurn(files.reach),
    },
    random: () => Buffer.from(digits),
    report: () => {},
    answer: async () => '',
  });
  return { owned, die };
};

const atOnce = async (): Promise<void> => {};

describe('a data folder', () => {
  const kinds = [
    { where: 'on one kernel', boots: ['one'], sockets: true },
    { where: 'on several kernels', boots: ['one', 'another'], sockets: true },
    { where: 'where it takes no socket', boots: ['one', 'another'], sockets: false },
  ];
  it.each(kinds)(
    '[S15] never has two owners, and never stays without one, however several processes take turns and die $where',
    async ({ boots, sockets }) => {
      const claimants = fc.array(
        fc.record({
          diesAt: fc.option(fc.integer({ min: 1, max: 40 }), { nil: Number.POSITIVE_INFINITY }),
          letsGo: fc.boolean(),
          boot: fc.constantFrom(...boots),
        }),
        { minLength: 2, maxLength: 4 },
      );
      await fc.assert(
        fc.asyncProperty(claimants, fc.boolean(), fc.scheduler(), async (people, deadBefore, turns) => {
          const state = emptyDisk();
          if (deadBefore) {
            const dead = claim(state, 1, { boot: 'one', sockets }, atOnce);
            await dead.owned;
            dead.die();
          }
          const owners = new Set<number>();
          const dying: (() => void)[] = [];
          let most = 0;
          const one = async ({ diesAt, letsGo, boot }: (typeof people)[number], index: number): Promise<void> => {
            const pid = index + 2;
            let steps = 0;
            const turn = async (): Promise<void> => {
              await turns.schedule(Promise.resolve(), `process ${pid}`);
              steps += 1;
              if (steps > 3000) throw new Error('It comes to no end');
              if (steps < diesAt) return;
              die();
              owners.delete(pid);
              await new Promise(() => {});
            };
            const { owned, die } = claim(state, pid, { boot, sockets }, turn);
            dying.push(die);
            const own = await owned.catch((error: unknown) => {
              if (error instanceof FolderTaken) return null;
              throw error;
            });
            if (own === null) return;
            owners.add(pid);
            most = Math.max(most, owners.size);
            await turn();
            if (!letsGo) return;
            owners.delete(pid);
            await own.letGo();
          };
          const failed: unknown[] = [];
          for (const [index, person] of people.entries()) one(person, index).catch((error) => failed.push(error));
          await turns.waitIdle();
          expect(failed).toEqual([]);
          expect(most).toBeLessThanOrEqual(1);
          for (const die of dying) die();
          await expect(claim(state, 99, { boot: 'one', sockets }, atOnce).owned).resolves.toBeDefined();
        }),
        { numRuns: 300 },
      );
    },
  );
});
