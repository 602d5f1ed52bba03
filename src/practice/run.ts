import { randomBytes } from 'node:crypto';
import { openInspections } from '../inspections.ts';
import { connect } from '../slack/app.ts';
import type { Copies } from '../store/copy.ts';
import { realFiles } from '../store/files.ts';
import { historiesIn, pathOf } from '../store/folder.ts';
import { jsonLines } from '../store/json-lines.ts';
import type { Store } from '../store/port.ts';
import { movableClock } from './clock.ts';
import { closingWords, openingWords } from './framing.ts';
import { openLocalSlack } from './local-slack/index.ts';
import type { Practice } from './open.ts';
import { passing } from './passing.ts';
import { createProgress, type Out } from './progress.ts';
import { readScenario } from './reading.ts';
import { replay, stepCount } from './replay.ts';
import { createStage } from './stage.ts';
import { createTelling } from './telling.ts';
import { workspaceOf } from './workspace.ts';

/** Longer lines are hard to read, and shorter ones leave no room beside a label. Some terminals say that they have none. */
const widthOf = ({ columns }: Out): number => Math.max(60, Math.min(100, columns || 100));

/** The practice folder, owned by this process, with the records of earlier replays removed. Only records are removed. */
const emptyStore = async (folder: string): Promise<Store & Copies> => {
  const store = await jsonLines({ folder, files: realFiles, random: randomBytes, report: () => undefined });
  for (const history of await historiesIn(realFiles, folder)) await realFiles.remove(pathOf(folder, history));
  return store;
};

/** Everything that practice needs, opened, played and closed again, whatever happens. */
export const runPractice = async ({ frameworks, holidays, log, fault, out, places }: Practice): Promise<void> => {
  const scenario = readScenario(places.scenario);
  const workspace = workspaceOf(scenario, places.manifest);
  const [first] = scenario.days;
  const clock = movableClock(scenario.timeZone, { day: first?.day ?? '', time: '00:00' });
  const width = widthOf(out);
  const progress = createProgress(out, stepCount({ scenario }));
  const faults: unknown[] = [];
  const closing: (() => Promise<void>)[] = [];

  try {
    const store = await emptyStore(places.folder);
    closing.push(() => store.close());
    const slack = await openLocalSlack(workspace, clock.now);
    closing.push(() => slack.close());
    const inspections = await openInspections(store, (_, why) => faults.push(new Error(why)));
    const app = await connect({
      inspections,
      frameworks: frameworks.all,
      holidays,
      botToken: slack.botToken,
      transport: { over: 'sockets', appToken: slack.appToken },
      webApi: slack.webApi,
      timeZone: scenario.timeZone,
      clock: clock.now,
      chance: randomBytes,
      everyMinute: clock.everyMinute,
      boardPause: 0,
      patience: 30_000,
      log: { info: () => undefined, warn: (words) => log.warn(words), error: (words) => log.error(words) },
      count: () => undefined,
      fault: (reference, error) => {
        fault(reference, error);
        faults.push(error);
      },
    });
    closing.push(async () => {
      // Both ends of the connection take leave of each other; cut short, the app's end would wait for half a minute.
      const parted = slack.disconnected();
      await app.stop();
      await parted;
    });
    await slack.connected(1);
    slack.follow(app.idle);

    const stage = createStage(scenario, workspace, slack);
    progress.print(openingWords(scenario, places, width));
    const pass = passing({ inspections, holidays, clock, zone: scenario.timeZone, quiet: slack.quiet });
    await replay({ stage, pass, telling: createTelling(stage, width), progress, faults });
  } finally {
    progress.over();
    for (const close of closing.reverse()) await close();
  }
  progress.print(closingWords(places, width));
};
