import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/index.ts';
import { freePort } from './free-port.ts';
import { openSlack } from './outside.ts';
import { startProcess } from './programs.ts';

/** The app, connected to a local Slack, with its records in `data` in a folder and a port that says how it is. */
export let folder: string;
export let slack: LocalSlack;
export let port: number;
export let fortnight: ReturnType<typeof startProcess>;

export const settings = () => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.webApi,
  DATA_DIR: join(folder, 'data'),
  HEALTH_PORT: String(port),
});

/** Starts it, or starts it again once it has ended. */
export const start = (): void => {
  fortnight = startProcess(settings());
};

/** Has all that anew for each test of a file. */
export const observedAnew = (): void => {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fortnight-'));
    port = await freePort();
    slack = await openSlack();
    start();
    await Promise.race([fortnight.says('Fortnight is connected to Slack'), fortnight.ended]);
  });
  afterEach(async () => {
    fortnight.signal('SIGKILL');
    await fortnight.ended;
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  });
};
