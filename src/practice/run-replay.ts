import { closingWords, openingWords } from './framing.ts';
import type { Practice } from './open.ts';
import { stepCount } from './play.ts';
import { createProgress, type Out } from './progress.ts';
import { readScenario } from './reading.ts';
import { replay } from './replay.ts';
import { openSession } from './session.ts';
import { settingOf } from './setting.ts';
import { createStage } from './stage.ts';
import { createTelling } from './telling.ts';

/** Longer lines are hard to read, and shorter ones leave no room beside a label. Some terminals say that they have none. */
const widthOf = ({ columns }: Out): number => Math.max(60, Math.min(100, columns || 100));

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
    await replay({ stage, pass, telling: createTelling(stage, width), progress, faults });
  } finally {
    progress.over();
    await session.close();
  }
  progress.print(closingWords(places, width));
};
