import { afterEach, describe, expect, it } from 'vitest';
import type { After } from '../../src/practice/pacing.ts';
import { createPlace } from '../../src/practice/place.ts';
import { createPlayer, type Playing } from '../../src/practice/player.ts';
import { scenarioIn } from '../../src/practice/reading.ts';
import { openSession } from '../../src/practice/session.ts';
import { type Setting, settingOf } from '../../src/practice/setting.ts';
import { frameworks } from '../support/frameworks.ts';
import { holidays } from '../support/holidays.ts';
import { manifest, small, temporaryFolder } from './replaying.ts';

/** Time that passes when the test lets it. */
const handCranked = () => {
  const waiting = new Set<{ milliseconds: number; then: () => void }>();
  const after: After = (milliseconds, then) => {
    const one = { milliseconds, then };
    waiting.add(one);
    for (const tell of arrivals.splice(0)) tell();
    return () => void waiting.delete(one);
  };
  const arrivals: (() => void)[] = [];
  const somethingWaits = async (): Promise<void> => {
    if (waiting.size === 0) await new Promise<void>((resolve) => arrivals.push(resolve));
  };
  return {
    after,
    somethingWaits,
    /** Lets the one wait under way pass, and gives how long it was to be. */
    pass: async (): Promise<number> => {
      await somethingWaits();
      const [one] = waiting;
      if (!one) throw new Error('nothing waits');
      waiting.delete(one);
      one.then();
      return one.milliseconds;
    },
  };
};

const line = (at: string, words: string, outcome: unknown = 'saved') => ({
  at,
  who: 'Ana Reyes',
  does: [{ types: `/judge evidence help + ${words}` }],
  outcome,
});

const sampleWith = (steps: object[]) => {
  const scenario = small();
  scenario.days[0]?.steps.push(...steps);
  return { id: 'morning', scenario: scenarioIn('morning.json', JSON.stringify(scenario)) };
};

const three = [line('09:20', 'One call was answered.'), line('09:30', 'Two were.'), line('09:40', 'Three were.')];

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
});

const opened = async (steps: object[] = three) => {
  const folder = temporaryFolder();
  const faults: unknown[] = [];
  const standing = {
    frameworks,
    holidays,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    fault: (_: string, error: unknown) => void faults.push(error),
  };
  const sample = sampleWith(steps);
  const free: Setting = { ...settingOf(sample.scenario), begins: { day: '2013-11-19', time: '08:00' } };
  const open = (setting: Setting) => openSession(standing, setting, { manifest, folder, emptied: true, stood: null });
  const place = createPlace(await open(free), open);
  const time = handCranked();
  const player = createPlayer({
    place,
    samples: [sample],
    free,
    after: time.after,
    fault: (error) => void faults.push(error),
  });
  closing.push(async () => {
    await player.close();
    await place.close();
  });
  const evidence = async () => {
    const [inspection] = await place.session().inspections.running();
    return inspection?.evidence.size ?? 0;
  };
  return { place, player, time, faults, evidence };
};

/** Resolves once what is played stands so. */
const untilItStands = (player: Playing, stands: string): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (player.played()?.stands !== stands) return;
      stop();
      resolve();
    };
    const stop = player.onChange(look);
    look();
  });

describe('A sample fortnight played', () => {
  it('[SC5] at once comes to its end, and says how far it is', async () => {
    const { player, evidence, faults } = await opened();
    expect(player.played()).toBeNull();
    const seen: string[] = [];
    player.onChange(() => seen.push(player.played()?.words ?? ''));
    await player.begin('morning', 'at once', false);
    await untilItStands(player, 'over');
    expect(player.played()).toMatchObject({ done: 4, of: 4, stands: 'over' });
    expect(await evidence()).toBe(3);
    expect(seen).toContain('The team arrives.');
    expect(seen).toContain('Ana Reyes presses [Start] in the form “Start an inspection”');
    expect(seen).toContain('Ana Reyes types: /judge evidence help + Two were.');
    expect(faults).toEqual([]);
  });

  it('[SC5] at a chosen speed waits between two steps, pauses, and goes on at another', async () => {
    const { player, time, evidence } = await opened();
    await player.begin('morning', 'slowly', false);
    expect(await time.pass()).toBe(4000); // the story
    expect(await time.pass()).toBe(4000); // the start: typed
    expect(await time.pass()).toBe(1000); // filled in
    expect(await time.pass()).toBe(1000); // sent
    await time.somethingWaits();
    expect(player.played()).toMatchObject({ done: 1, stands: 'playing', speed: 'slowly' });

    await player.pause();
    expect(player.played()).toMatchObject({ done: 1, stands: 'paused' });
    expect(await evidence()).toBe(0);

    player.resume();
    await time.pass();
    await time.somethingWaits();
    expect(await evidence()).toBe(1);
    player.setSpeed('at once');
    await untilItStands(player, 'over');
    expect(player.played()).toMatchObject({ done: 4, speed: 'at once' });
  });

  it('[SC6] taken over ends where it is, everything done so far stands, and people go on', async () => {
    const { place, player, time, evidence } = await opened();
    await player.begin('morning', 'briskly', false);
    for (let passed = 0; passed < 5; passed += 1) await time.pass();
    await time.somethingWaits();
    await player.takeOver();
    expect(player.played()).toMatchObject({ stands: 'taken over', done: 2 });
    expect(await evidence()).toBe(1);
    const { slack } = place.session();
    const { said } = await slack.person('U0001PRACTICE').command('C0001PRACTICE', 'evidence help - Four were not.');
    expect(said?.text).toContain('Saved E-002');
    expect(await evidence()).toBe(2);
    expect(player.played()).toMatchObject({ stands: 'taken over', done: 2 });
  });

  it('[SC7] begun or started again clears the workspace and its record', async () => {
    const { place, player } = await opened();
    await player.begin('morning', 'at once', false);
    await untilItStands(player, 'over');
    await player.begin('morning', 'at once', false);
    await untilItStands(player, 'over');
    expect(await place.session().inspections.running()).toHaveLength(1);
    await player.startAgain();
    expect(player.played()).toBeNull();
    expect(await place.session().inspections.running()).toEqual([]);
    expect(place.session().slack.channel('C0001PRACTICE').messages()).toEqual([]);
  });

  it('[SC8] stops at a step that comes to something else, and says which', async () => {
    const { player, faults } = await opened([line('09:20', 'One call was answered.', { saves: 'E-007' })]);
    await player.begin('morning', 'at once', false);
    await untilItStands(player, 'stopped');
    expect(player.played()?.words).toContain('days[0].steps[2] (09:20, Ana Reyes)');
    expect(player.played()?.words).toContain('"Saved E-007 " should be in the receipt');
    expect(faults).toEqual([]);
  });

  it('[SC8] refuses a sample that there is none of, and leaves everything as it is', async () => {
    const { player } = await opened();
    await expect(player.begin('evening', 'at once', false)).rejects.toMatchObject({ name: 'PracticeStopped' });
    expect(player.played()).toBeNull();
  });
});
