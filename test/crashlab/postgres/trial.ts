import { setTimeout as pass } from 'node:timers/promises';
import { boardsIn, type Found, found } from './found.ts';
import { recordAll } from './people.ts';
import type { Scene } from './scenes.ts';
import { type Asked, aWorld, type World } from './world.ts';

type Trial = Asked & {
  scene: Scene;
  seconds: number;
  /** How long somebody thinks between two things, in milliseconds, on average. */
  moment: number;
  /** What is to be so at the end, while the replicas are still there. */
  atTheEnd?: (world: World) => Promise<void>;
};

/** Once all is well again, so many milliseconds at most until there is a board. */
const boardWithin = 60_000;

/** Has people record while something fails, then lets all be well, ends the replicas, and looks. */
export const trial = async ({ scene, seconds, moment, atTheEnd, ...asked }: Trial): Promise<Found> => {
  const world = await aWorld({ ...asked, ...(scene.disk === undefined ? {} : { disk: scene.disk }) });
  const over = new AbortController();
  try {
    const recording = recordAll(world, moment, over.signal);
    const trouble = scene.trouble(world, over.signal);
    await Promise.race([pass(seconds * 1000), trouble]);
    over.abort();
    await trouble;
    const sent = await recording;
    const until = performance.now() + boardWithin;
    while (boardsIn(world.slack).length === 0 && performance.now() < until) await pass(200);
    await atTheEnd?.(world);
    await Promise.all([...world.replicas].map(world.end));
    return await found(world, sent);
  } finally {
    await world.remove();
  }
};
