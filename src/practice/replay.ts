import { acting } from './acting.ts';
import type { Moment } from './clock.ts';
import { differences } from './expecting.ts';
import { NotPossible } from './local-slack/index.ts';
import type { Passing } from './passing.ts';
import type { Progress } from './progress.ts';
import type { Act, Step } from './scenario.ts';
import type { Stage } from './stage.ts';
import { PracticeStopped } from './stopped.ts';
import type { Telling } from './telling.ts';

type Given = { stage: Stage; pass: Passing; telling: Telling; progress: Progress; faults: readonly unknown[] };

/** How many steps there are in which somebody does something. */
export const stepCount = ({ scenario }: Pick<Stage, 'scenario'>): number =>
  scenario.days.flatMap(({ steps }) => steps).filter((step) => 'does' in step).length;

/**
 * Plays every step and prints what appears.
 * @throws PracticeStopped at the first step that cannot be done, or comes to something else than it says
 */
export const replay = async ({ stage, pass, telling, progress, faults }: Given): Promise<void> => {
  const act = acting(stage);
  let done = 0;

  const stopped = (place: string, step: Step, what: readonly string[]): PracticeStopped =>
    new PracticeStopped([`The replay stopped at ${place} (${step.at}, ${step.who}):`, ...what].join('\n  '));

  const doOne = async (place: string, step: Step, day: string, each: Act) => {
    try {
      return await act(step, day, each);
    } catch (error) {
      if (error instanceof NotPossible) throw stopped(place, step, [error.message]);
      throw error;
    }
  };

  /** The clock moves on; what the app does of itself on the way is told. */
  const passTo = (to: Moment): Promise<void> =>
    pass(to, (at) => {
      const news = stage.news();
      if (news.length > 0) progress.print(telling.ofItself(at, news));
    });

  const play = async (place: string, step: Step, day: string): Promise<void> => {
    await passTo({ day, time: step.at });
    stage.news();
    telling.begins(step, day);
    const came: Parameters<typeof differences>[2] = { sent: undefined, appeared: [] };
    for (const [index, each] of step.does.entries()) {
      progress.print(telling.does(step, each));
      const sent = await doOne(`${place}.does[${index}]`, step, day, each);
      const appeared = stage.news();
      if (sent) progress.print(telling.sent(step, sent));
      for (const appearance of appeared) progress.print(telling.appeared(appearance));
      came.sent = sent ?? came.sent;
      came.appeared = [...came.appeared, ...appeared];
    }
    const [fault] = faults;
    if (fault !== undefined) throw fault;
    const wrong = differences(stage, step, came);
    if (wrong.length > 0) throw stopped(place, step, wrong);
  };

  for (const [number, { day, steps }] of stage.scenario.days.entries()) {
    progress.print(telling.day(day));
    for (const [index, step] of steps.entries()) {
      if ('story' in step) {
        progress.print(telling.story(step.story));
        continue;
      }
      await play(`days[${number}].steps[${index}]`, step, day);
      done += 1;
      progress.done(done);
    }
    await passTo({ day, time: '23:59' });
    progress.print(telling.board('At the end of the day the board says:'));
  }
  progress.over();
};
