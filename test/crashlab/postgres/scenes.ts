import { setTimeout as pass } from 'node:timers/promises';
import pg from 'pg';
import type { Fate } from '../../support/wire.ts';
import type { Replica, World } from './world.ts';

/** A trouble that goes on while people record. It has ended, and all is well again, when it resolves. */
export type Scene = {
  what: string;
  /** Of so many megabytes, where the server is to have a small disk. */
  disk?: number;
  trouble: (world: World, over: AbortSignal) => Promise<void>;
};

/** Does it again and again until it is over, so many milliseconds apart at most. */
const againAndAgain = async (
  { chance }: World,
  over: AbortSignal,
  apart: number,
  act: () => Promise<void>,
): Promise<void> => {
  while (!over.aborted) {
    await pass(chance() * apart, undefined, { signal: over }).catch(() => undefined);
    if (!over.aborted) await act();
  }
};

const anyOf = <Value>(values: Iterable<Value>, chance: () => number): Value | undefined => {
  const all = [...values];
  return all[Math.floor(chance() * all.length)];
};

/** Whichever is on duty, by what it said last; any where none said so. */
const onDuty = ({ replicas, chance }: World): Replica | undefined =>
  [...replicas].find(({ app }) => app.output().lastIndexOf('"on-duty"') > app.output().lastIndexOf('"off-duty"')) ??
  anyOf(replicas, chance);

const cuts: Fate[] = ['cut before it arrives', 'cut within it', 'cut before its answer', 'arrives late'];

export const backendsKilled: Scene = {
  what: 'sessions of the server ended',
  trouble: (world, over) =>
    againAndAgain(world, over, 400, async () => {
      await world.server.administer(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'fortnight' order by random() limit 3`,
      );
    }),
};

export const serverKilled: Scene = {
  what: 'the server stopped as without power, and started again',
  trouble: (world, over) =>
    againAndAgain(world, over, 8000, async () => {
      await world.server.kill();
      await world.server.start();
    }),
};

export const diskFull: Scene = {
  what: 'the disk of the server full for a while',
  disk: 200,
  trouble: async (world, over) => {
    const { disk, server, chance } = world;
    if (!disk) throw new Error('Its disk is not small');
    await againAndAgain(world, over, 8000, async () => {
      disk.fill();
      // Its log of changes has room left for some seconds; with none, the server ends.
      if (chance() < 0.5) await server.administer('select pg_switch_wal()').catch(() => undefined);
      await pass(2000);
      disk.makeRoom();
      await server.startWhereOver();
    });
  },
};

export const connectionsCut: Scene = {
  what: 'connections cut before and after COMMIT',
  trouble: async (world, over) => {
    const { replicas, chance } = world;
    for (const { wire } of replicas)
      wire.judgedBy((sent) =>
        /fortnight (keep|begin)/.test(sent) && chance() < 0.2 ? (anyOf(cuts, chance) ?? null) : null,
      );
    await againAndAgain(world, over, 500, async () => {
      for (const { wire } of replicas) wire.letGoOn();
    });
    for (const { wire } of replicas) {
      wire.judgedBy(() => null);
      wire.letGoOn();
    }
  },
};

export const slowQueries: Scene = {
  what: 'the table held by another for up to 18 s',
  trouble: (world, over) =>
    againAndAgain(world, over, 6000, async () => {
      const other = new pg.Client(world.server.address());
      await other.connect();
      await other.query('begin');
      await other.query('lock table entries in access exclusive mode');
      await pass(world.chance() * 18_000);
      await other.query('rollback');
      await other.end();
    }),
};

const replaced = async (world: World, replica: Replica | undefined): Promise<void> => {
  if (!replica) return;
  await world.kill(replica);
  // One that starts while the database is away ends, and is started again, as whatever runs it would.
  while (!(await world.start().catch(() => null)));
};

export const replicasKilled: Scene = {
  what: 'replicas killed (kill -9), others started',
  trouble: (world, over) =>
    againAndAgain(world, over, 6000, () => replaced(world, anyOf(world.replicas, world.chance))),
};

export const replicasPaused: Scene = {
  what: 'the replica on duty paused (SIGSTOP) for 4 or 12 s',
  trouble: (world, over) =>
    againAndAgain(world, over, 3000, async () => {
      const paused = onDuty(world);
      paused?.app.signal('SIGSTOP');
      // Past Slack's patience; past that of the server with a session from which nothing comes.
      await pass(world.chance() < 0.5 ? 4000 : 12_000);
      paused?.app.signal('SIGCONT');
    }),
};

export const bothAlone: Scene = {
  what: 'the replica on duty cut off from the server, so that two believe to be',
  trouble: (world, over) =>
    againAndAgain(world, over, 3000, async () => {
      const cutOff = onDuty(world);
      await cutOff?.wire.stop();
      await pass(world.chance() * 12_000);
      await cutOff?.wire.start();
    }),
};

export const scenes: Scene[] = [
  backendsKilled,
  serverKilled,
  diskFull,
  connectionsCut,
  slowQueries,
  replicasKilled,
  replicasPaused,
  bothAlone,
];

/** A replica killed and another started each so many seconds, the database restarted twice: what an inspectorate is to outlive. */
export const fortnight = (seconds: number, each: number): Scene => ({
  what: `${seconds} s: a replica killed and another started each ${each} s, the database restarted twice`,
  trouble: async (world, over) => {
    const restarts = [seconds / 3, (2 * seconds) / 3].map(async (after) => {
      await pass(after * 1000, undefined, { signal: over });
      await world.server.stop();
      await world.server.start();
    });
    const kills = async (): Promise<void> => {
      for (;;) {
        await pass(each * 1000, undefined, { signal: over });
        // Whoever is on duty goes each second time.
        await replaced(world, world.chance() < 0.5 ? onDuty(world) : anyOf(world.replicas, world.chance));
      }
    };
    await Promise.allSettled([...restarts, kills()]);
  },
});
