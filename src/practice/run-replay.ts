import { closingWords, openingWords } from './framing.ts';
import type { Practice } from './open.ts';
import { type Onlooker, type Pace, play, stepCount } from './play.ts';
import { createProgress, type Out, type Progress } from './progress.ts';
import { readScenario } from './reading.ts';
import { openSession } from './session.ts';
import { settingOf } from './setting.ts';
import { createStage } from './stage.ts';
import { createTelling, type Telling } from './telling.ts';

/** Longer lines are hard to read, and shorter ones leave no room beside a label. Some terminals say that they have none. */
const widthOf = ({ columns }: Out): number => Math.max(60, Math.min(100, columns || 100));

const withoutPause: Pace = { next: async () => true, nextAct: async () => undefined };

/** Prints what appears as it is played. */
const printing = (telling: Telling, { print, done }: Progress): Onlooker => ({
  day: (day) => print(telling.day(day)),
  story: (words) => print(telling.story(words)),
  begins: telling.begins,
  does: (step, act) => print(telling.does(step, act)),
  sent: (step, sent) => print(telling.sent(step, sent)),
  appeared: (appearance) => print(telling.appeared(appearance)),
  ofItself: (at, news) => print(telling.ofItself(at, news)),
  done,
  dayOver: () => print(telling.board('At the end of the day the board says:')),
});

/** Everything that a replay needs, opened, played and closed again, whatever happens. */
export const runReplay = async (practice: Practice): Promise<void> => {
  const { out, places } = practice;
  const scenario = readScenario(places.scenario);
  const width = widthOf(out);
  const progress = createProgress(out, stepCount({ scenario }));
  const { manifest, folder } = places;
  const session = await openSession(practice, settingOf(scenario), {
    manifest,
    folder,
    emptied: true,
    stood: null,
  });
  try {
    const stage = createStage(scenario, session.workspace, session.slack);
    progress.print(openingWords(scenario, places, width));
    const { pass, faults } = session;
    const onlooker = printing(createTelling(stage, width), progress);
    await play({ stage, pass, onlooker, pace: withoutPause, faults });
  } finally {
    progress.over();
    await session.close();
  }
  progress.print(closingWords(places, width));
};
