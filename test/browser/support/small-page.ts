import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { afterAll } from 'vitest';
import { openInspections } from '../../../src/inspections.ts';
import { openLocalSlack } from '../../../src/local-slack/index.ts';
import { movableClock } from '../../../src/practice/clock.ts';
import { freePractice } from '../../../src/practice/free.ts';
import { builtPage } from '../../../src/practice/page-server/built.ts';
import { createChanges } from '../../../src/practice/page-server/changes.ts';
import { createDesk } from '../../../src/practice/page-server/desk.ts';
import { filesOf } from '../../../src/practice/page-server/files.ts';
import { servePage } from '../../../src/practice/page-server/server.ts';
import { passing } from '../../../src/practice/passing.ts';
import { createPlace } from '../../../src/practice/place.ts';
import { createPlayer } from '../../../src/practice/player.ts';
import { workspaceOf } from '../../../src/practice/workspace.ts';
import { realFiles } from '../../../src/store/files.ts';
import { jsonLines } from '../../../src/store/json-lines.ts';
import { practiceFolder } from '../../practice/opened-page.ts';
import { connectApp } from '../../practice/tiny-app.ts';
import { holidays } from '../../support/holidays.ts';

const root = join(import.meta.dirname, '../../..');

/**
 * The practice page before a small Bolt app instead of Fortnight, for what Fortnight itself does not ask of it; and a server
 * that can be stopped and started under the open page.
 */
export const openSmallPage = async (listen: (app: App) => void) => {
  const closing: (() => Promise<void>)[] = [];
  const faults: unknown[] = [];
  const setting = freePractice;
  const workspace = workspaceOf(setting, join(root, 'manifest.yml'));
  const clock = movableClock(setting, setting.begins);
  const store = await jsonLines({
    folder: practiceFolder(),
    files: realFiles,
    random: randomBytes,
    report: () => undefined,
  });
  const inspections = await openInspections(store, () => undefined);
  const slack = await openLocalSlack(workspace, clock.now);
  const app = await connectApp(slack, listen, 1);
  for (const { id } of workspace.people) await slack.person(id).directChannel();
  const pass = passing({ inspections, holidays, clock, zoned: setting, quiet: slack.quiet });
  const session = { setting, workspace, slack, inspections, clock, pass, faults, close: async () => undefined };
  const place = createPlace(session, async () => session);
  const fault = (error: unknown): string => {
    faults.push(error);
    return 'a test';
  };
  const files = filesOf(await builtPage(join(root, 'data/practice/page')));
  const playing = createPlayer({ place, samples: [], free: setting, after: () => () => undefined, fault });
  const setup = {
    command: { name: workspace.command.name, about: '', hint: '' },
    words: [{ title: 'All', words: [{ word: 'help', brief: 'what there is', begins: 'help' }] }],
    shortcuts: workspace.shortcuts.map(({ name, callbackId, on }) => ({ id: callbackId, name, on })),
    samples: [],
    speeds: [],
  };

  const serve = async (port: number) => {
    const desk = createDesk({ place, playing });
    const changes = createChanges({ place, playing, seen: desk.seen, fault });
    return servePage({ port, files, setup, desk, changes, fault });
  };
  let server = await serve(0);
  const { url } = server;
  closing.push(
    () => store.close(),
    () => slack.close(),
    app.close,
    () => server.close(),
  );
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  return {
    url,
    slack,
    /** What went wrong in practice itself. */
    complaints: faults,
    stop: () => server.close(),
    startAgain: async () => {
      server = await serve(Number(new URL(url).port));
    },
  };
};
