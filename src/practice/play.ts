import type { Moment } from '../domain/moments.ts';
import { type Appearance, NotPossible } from '../local-slack/index.ts';
import { acting, closeForms, type ScenarioActing } from './acting.ts';
import { differences } from './expecting.ts';
import type { Passing } from './passing.ts';
import type { Sent } from './printing/form.ts';
import type { ScenarioAct, ScenarioStep } from './scenario.ts';
import type { Stage } from './stage.ts';
import { PracticeStopped } from './stopped.ts';

/** Whoever looks on while a scenario is played: told of everything, in order. */
export type Onlooker = {
  day(day: string): void;
  story(words: string): void;
  /** A step begins; what follows is of it, until the next one. */
  begins(step: ScenarioStep, day: string): void;
  does(step: ScenarioStep, act: ScenarioAct): void;
  sent(step: ScenarioStep, sent: Sent): void;
  appeared(appearance: Appearance): void;
  /** What the app does of itself at a time. */
  ofItself(at: string, news: readonly Appearance[]): void;
  /** So many steps are done. */
  done(steps: number): void;
  dayOver(): void;
};

/** When to go on: asked before each story and step, and between the acts of a step. */
export type Pace = {
  /** Whether to go on at all: once not, the playing is at its end, and everything done so far stands. */
  next(): Promise<boolean>;
  nextAct(): Promise<void>;
};

type PlaySetup = {
  stage: Stage;
  pass: Passing;
  onlooker: Onlooker;
  pace: Pace;
  /** What went wrong unexpectedly: the first one ends the playing. */
  faults: readonly unknown[];
};

/** How many steps there are in which somebody does something. */
export const stepCount = ({ scenario }: Pick<Stage, 'scenario'>): number =>
  scenario.days.flatMap(({ steps }) => steps).filter((step) => 'does' in step).length;

const stopped = (place: string, step: ScenarioStep, what: readonly string[]): PracticeStopped =>
  new PracticeStopped([`The replay stopped at ${place} (${step.at}, ${step.who}):`, ...what].join('\n  '));

/** One act, done as a person does it; what cannot be done stops the playing by its place. */
const doneBy = async (act: ScenarioActing, place: string, step: ScenarioStep, day: string, each: ScenarioAct) => {
  try {
    return await act(step, day, each);
  } catch (error) {
    if (error instanceof NotPossible) throw stopped(place, step, [error.message]);
    throw error;
  }
};

/**
 * Plays a scenario step by step, each a real act of a person, before an onlooker: in the terminal and before the page alike.
 * Gives whether it came to its end.
 * @throws PracticeStopped at the first step that cannot be done, or comes to something else than it says
 */
export const play = async ({ stage, pass, onlooker, pace, faults }: PlaySetup): Promise<boolean> => {
  const act = acting(stage);
  let done = 0;
  let before: string | null = null;

  /** The clock moves on; what the app does of itself on the way is told. */
  const passTo = (to: Moment): Promise<void> =>
    pass(to, (at) => {
      const news = stage.news();
      if (news.length > 0) onlooker.ofItself(at, news);
    });

  const playStep = async (place: string, step: ScenarioStep, day: string): Promise<void> => {
    if (before !== null && before !== step.who) await closeForms(stage.person(before));
    before = step.who;
    await passTo({ day, time: step.at });
    stage.news();
    onlooker.begins(step, day);
    const came: Parameters<typeof differences>[2] = { sent: undefined, appeared: [] };
    for (const [index, each] of step.does.entries()) {
      if (index > 0) await pace.nextAct();
      onlooker.does(step, each);
      const sent = await doneBy(act, `${place}.does[${index}]`, step, day, each);
      const appeared = stage.news();
      if (sent) onlooker.sent(step, sent);
      for (const appearance of appeared) onlooker.appeared(appearance);
      came.sent = sent ?? came.sent;
      came.appeared = [...came.appeared, ...appeared];
    }
    const [fault] = faults;
    if (fault !== undefined) throw fault;
    const wrong = differences(stage, step, came);
    if (wrong.length > 0) throw stopped(place, step, wrong);
  };

  for (const [number, { day, steps }] of stage.scenario.days.entries()) {
    onlooker.day(day);
    for (const [index, step] of steps.entries()) {
      if (!(await pace.next())) return false;
      if ('story' in step) {
        onlooker.story(step.story);
        continue;
      }
      await playStep(`days[${number}].steps[${index}]`, step, day);
      done += 1;
      onlooker.done(done);
    }
    await passTo({ day, time: '23:59' });
    onlooker.dayOver();
  }
  return true;
};
