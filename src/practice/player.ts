import { closeForms } from './acting.ts';
import { createCommentary } from './commentary.ts';
import { type After, createPacing, type Pacing } from './pacing.ts';
import type { Place } from './place.ts';
import { play, stepCount } from './play.ts';
import type { Played, Sample, Speed } from './playing.ts';
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

/** When somebody steps in. */
const morning = '09:00';
const wentWrong = 'Something went wrong on our side, so the playing stopped here. Everything done so far stands.';

/** What is on: its pace, and when its last step is done. */
type On = { pacing: Pacing; over: Promise<void> };

/** Plays sample fortnights in the one practice workspace that stands open, before whoever looks on. */
export const createPlayer = ({ place, samples, free, after, fault }: PlayerSetup) => {
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

  const perform = async (scenario: Scenario, pacing: Pacing, until: string | undefined): Promise<void> => {
    const { workspace, slack, pass, faults } = place.session();
    const stage = createStage(scenario, workspace, slack);
    const say = (words: string): void => tell({ words });
    const onlooker = createCommentary(
      scenario,
      say,
      (done) => tell({ done }),
      (step) => tell({ who: stage.person(step.who).id, at: stage.channelId(step.in ?? scenario.channel) }),
    );
    const closeAll = async (): Promise<void> => {
      for (const { id } of workspace.people) await closeForms(slack.person(id));
    };
    try {
      const whole = await play({ stage, pass, onlooker, pace: pacing.pace, faults });
      await closeAll();
      if (whole && until) await pass({ day: until, time: morning }, () => undefined);
      if (whole) tell({ stands: 'over', words: '' });
    } catch (error) {
      const ours = !(error instanceof PracticeStopped);
      if (ours) fault(error);
      await closeAll();
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

  const sampleOf = ({ id, scenario: { title, about, stepInto } }: NamedScenario): Sample => ({
    id,
    title,
    about,
    stepInto: stepInto !== undefined,
  });
  const goesOn = (): boolean => played?.stands === 'playing' || played?.stands === 'paused';

  return {
    samples: samples.map(sampleOf),
    /** Null where nothing was played since the workspace was opened or started again. */
    played: (): Played | null => played,
    /**
     * Clears the workspace, sets it up for this sample and plays on, to its end or to where one steps into it; resolves when
     * the first step is about to be played.
     */
    begin: async (id: string, speed: Speed, into: boolean): Promise<void> => {
      const sample = named(id);
      const until = into ? sample.scenario.stepInto : undefined;
      const days = sample.scenario.days.filter(({ day }) => !until || day < until);
      const scenario = { ...sample.scenario, days };
      await end();
      await place.anew(settingOf(scenario));
      const pacing = createPacing(speed, after);
      const of = stepCount({ scenario });
      played = {
        ...{ sample: sampleOf(sample), stands: 'playing', speed, done: 0, of },
        ...{ who: '', at: '', words: scenario.about },
      };
      tell({});
      on = { pacing, over: perform(scenario, pacing, until) };
    },
    /** Resolves when the step under way is done. */
    pause: async (): Promise<void> => {
      if (!on || !goesOn()) return;
      await Promise.race([on.pacing.pause(), on.over]);
      if (goesOn()) tell({ stands: 'paused' });
    },
    resume: (): void => {
      if (!on || !goesOn()) return;
      tell({ stands: 'playing' });
      on.pacing.resume();
    },
    setSpeed: (speed: Speed): void => {
      on?.pacing.setSpeed(speed);
      tell({ speed });
    },
    /** Ends the playing where it is; the workspace stays as it is, for people to act in. */
    takeOver: async (): Promise<void> => {
      await end();
      if (goesOn()) tell({ stands: 'taken over' });
    },
    /** Ends the playing and clears the workspace for free practice. */
    startAgain: async (): Promise<void> => {
      await end();
      await place.anew(free);
      played = null;
      tell({});
    },
    /** Tells of every change of `played`. Gives what ends it. */
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Ends the playing, before the session closes. */
    close: end,
  };
};

export type Playing = ReturnType<typeof createPlayer>;
