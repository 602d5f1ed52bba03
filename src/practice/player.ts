import { createCommentary } from './commentary.ts';
import { type After, createPacing, type Pacing } from './pacing.ts';
import type { Place } from './place.ts';
import { play, stepCount } from './play.ts';
import type { Played, Playing, Sample, Speed } from './playing.ts';
import type { NamedScenario } from './reading.ts';
import type { Scenario } from './scenario.ts';
import { type Setting, settingOf } from './setting.ts';
import { createStage } from './stage.ts';
import { PracticeStopped } from './stopped.ts';

type PlayerSetup = {
  place: Place;
  samples: readonly NamedScenario[];
  /** What the workspace is set up with for free practice. */
  free: Setting;
  after: After;
  /** Writes down what ended a playing and is no scenario's doing. */
  fault: (error: unknown) => void;
};

const wentWrong = 'Something went wrong on our side, so the playing stopped here. Everything done so far stands.';

/** What is on: its pace, and when its last step is done. */
type On = { pacing: Pacing; over: Promise<void> };

/** Plays sample fortnights in the one practice workspace that stands open, before whoever looks on. */
export const createPlayer = ({ place, samples, free, after, fault }: PlayerSetup): Playing => {
  let played: Played | null = null;
  let on: On | null = null;
  const listeners = new Set<() => void>();

  const tell = (change: Partial<Played>): void => {
    if (played) played = { ...played, ...change };
    for (const listener of listeners) listener();
  };

  /** Ends what is on, once the step under way is done. */
  const end = async (): Promise<void> => {
    on?.pacing.end();
    await on?.over;
    on = null;
  };

  const perform = async (scenario: Scenario, pacing: Pacing): Promise<void> => {
    const { workspace, slack, pass, faults } = place.session();
    const stage = createStage(scenario, workspace, slack);
    const say = (words: string): void => tell({ words });
    const onlooker = createCommentary(scenario, say, (done) => tell({ done }));
    try {
      const whole = await play({ stage, pass, onlooker, pace: pacing.pace, faults });
      if (whole) tell({ stands: 'over' });
    } catch (error) {
      const ours = !(error instanceof PracticeStopped);
      if (ours) fault(error);
      tell({ stands: 'stopped', words: ours ? wentWrong : error.message });
    } finally {
      stage.leave();
    }
  };

  const named = (id: string): NamedScenario => {
    const found = samples.find((sample) => sample.id === id);
    if (!found) throw new PracticeStopped(`There is no sample fortnight called ${id}.`);
    return found;
  };

  const sampleOf = ({ id, scenario }: NamedScenario): Sample => ({ id, title: scenario.title, about: scenario.about });
  const goesOn = (): boolean => played?.stands === 'playing' || played?.stands === 'paused';

  return {
    samples: samples.map(sampleOf),
    played: () => played,
    begin: async (id: string, speed: Speed) => {
      const sample = named(id);
      await end();
      await place.anew(settingOf(sample.scenario));
      const pacing = createPacing(speed, after);
      const of = stepCount(sample);
      played = { sample: sampleOf(sample), stands: 'playing', speed, done: 0, of, words: sample.scenario.about };
      tell({});
      on = { pacing, over: perform(sample.scenario, pacing) };
    },
    pause: async () => {
      if (!on || !goesOn()) return;
      await Promise.race([on.pacing.pause(), on.over]);
      if (goesOn()) tell({ stands: 'paused' });
    },
    resume: () => {
      if (!on || !goesOn()) return;
      tell({ stands: 'playing' });
      on.pacing.resume();
    },
    setSpeed: (speed) => {
      on?.pacing.setSpeed(speed);
      tell({ speed });
    },
    takeOver: async () => {
      await end();
      if (goesOn()) tell({ stands: 'taken over' });
    },
    startAgain: async () => {
      await end();
      await place.anew(free);
      played = null;
      tell({});
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: end,
  };
};
