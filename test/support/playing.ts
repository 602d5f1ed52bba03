import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '../../src/domain/people.ts';
import { play } from '../../src/practice/play.ts';
import { readScenario } from '../../src/practice/reading.ts';
import type { Scenario } from '../../src/practice/scenario.ts';
import { openSession } from '../../src/practice/session.ts';
import { settingOf } from '../../src/practice/setting.ts';
import { createStage } from '../../src/practice/stage.ts';
import { frameworks } from './frameworks.ts';
import { holidays } from './holidays.ts';

const root = join(import.meta.dirname, '../..');

/** What its steps come to is looked at elsewhere: here it only has to come to its end. */
const unchecked = (scenario: Scenario): Scenario => ({
  ...scenario,
  days: scenario.days.map((day) => ({
    ...day,
    steps: day.steps.map((step) => {
      if (!('outcome' in step)) return step;
      const refuses = typeof step.outcome === 'string' ? undefined : step.outcome.refuses;
      return { ...step, outcome: refuses ? { refuses } : {} };
    }),
  })),
});

const quiet = () => undefined;

const opened = async (sample: string, folder: string) => {
  const scenario = unchecked(readScenario(join(root, 'data/practice', `${sample}.json`)));
  const log = { info: quiet, warn: quiet, error: quiet };
  const places = { manifest: join(root, 'manifest.yml'), folder, emptied: true, stood: null };
  const session = await openSession({ frameworks, holidays, log, fault: quiet }, settingOf(scenario), places);
  const stage = createStage(scenario, session.workspace, session.slack);
  const asker = stage.person(scenario.people[0]?.name ?? '');
  const person: Person = { team: session.workspace.team.id, user: asker.id };
  return { scenario, folder, session, stage, channel: stage.channelId(scenario.channel), asker, person, day: '' };
};

/** A sample fortnight through the real app and a local Slack, as it stands at one moment; whoever asks is the first of its people. */
export type Playing = Awaited<ReturnType<typeof opened>>;

/** Plays a sample to its end, with a look before each of its steps, and says what is found then. Nothing of it is left behind. */
export const played = async <Found>(
  sample: string,
  atTheEnd: (playing: Playing) => Promise<Found>,
  beforeEach: (playing: Playing) => Promise<void> = async () => undefined,
): Promise<Found> => {
  const folder = mkdtempSync(join(tmpdir(), 'played-'));
  const playing = await opened(sample, folder);
  const { stage, session } = playing;
  try {
    await play({
      stage,
      pass: session.pass,
      faults: session.faults,
      onlooker: {
        day: (each) => {
          playing.day = each;
        },
        story: quiet,
        begins: quiet,
        does: quiet,
        sent: quiet,
        appeared: quiet,
        ofItself: quiet,
        done: quiet,
        dayOver: quiet,
      },
      pace: {
        next: async () => {
          await beforeEach(playing);
          return true;
        },
        nextAct: async () => undefined,
      },
    });
    return await atTheEnd(playing);
  } finally {
    stage.leave();
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
