import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openInspections } from '../../src/inspections.ts';
import type { LocalSlack } from '../../src/local-slack/index.ts';
import { realFiles } from '../../src/store/files.ts';
import { jsonLines } from '../../src/store/json-lines.ts';
import { leadsOf, startMany, summariesTo } from '../support/hundred.ts';
import { workspace } from '../support/workspace.ts';
import { openSlack } from './outside.ts';
import { startProcess } from './programs.ts';

const count = 40;
const leads = leadsOf(count);

/** The app's minute in these tests, so that what the clock sets off is not waited for. */
const often =
  'const late = setInterval; globalThis.setInterval = (act, time) => late(act, time === 60_000 ? 200 : time)';

let folder: string;
let slack: LocalSlack;
let running: ReturnType<typeof startProcess>[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fortnight-'));
  running = [];
  slack = await openSlack(workspace(count));
  slack.answersAfter(100);
  const store = await jsonLines({ folder, files: realFiles, random: randomBytes, report: () => undefined });
  const inspections = await openInspections(store, () => undefined);
  // So long ago that the latest working day before today is due, whatever day it is.
  await startMany(inspections, count, '2013-11-19T09:00:00.000Z');
  await inspections.close();
});
afterEach(async () => {
  for (const each of running) each.signal('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = () => {
  const fortnight = startProcess({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.webApi,
    DATA_DIR: folder,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(often)}`,
  });
  running.push(fortnight);
  return fortnight;
};

const sent = () => summariesTo(slack, leads);
const total = () => sent().reduce((all, each) => all + each, 0);

/** By itself it gives up after three seconds, and that with 1. */
const stopped = async (fortnight: ReturnType<typeof startProcess>, signal: NodeJS.Signals): Promise<void> => {
  fortnight.signal(signal);
  expect(await fortnight.ended).toBe(0);
  expect(fortnight.output()).not.toContain('Unexpected fault');
  expect(existsSync(join(folder, 'owner.json'))).toBe(false);
};

describe('stopping while many messages are due', () => {
  it('[Y17] ends between two of them, and goes on after the restart', async () => {
    const first = start();
    await expect.poll(total, { interval: 5 }).toBeGreaterThan(3);
    await stopped(first, 'SIGTERM');
    const before = total();
    expect(before).toBeLessThan(count);
    const second = start();
    await expect.poll(total).toBeGreaterThanOrEqual(count);
    await stopped(second, 'SIGINT');
    expect(sent()).toEqual(leads.map(() => 1));
  });

  it('[M10] waits no longer than it may for what Slack does not answer, and finds it after the restart', async () => {
    slack.fail('chat.postMessage', 'timeout', 3);
    const first = start();
    const asked = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
    await expect.poll(asked, { interval: 5 }).toBeGreaterThan(3);
    await stopped(first, 'SIGTERM');
    expect(first.output()).toContain('Slack did not answer in time');
    const second = start();
    await expect.poll(total).toBeGreaterThanOrEqual(count);
    await stopped(second, 'SIGTERM');
    expect(sent()).toEqual(leads.map(() => 1));
  });

  it('[M10] ends orderly at any moment after the start', async () => {
    for (const kept of ['Fortnight is connected', 'Fortnight is connected', 'a moment later']) {
      const fortnight = start();
      await fortnight.says('Fortnight is connected');
      if (kept === 'a moment later') await expect.poll(total, { interval: 5 }).toBeGreaterThan(0);
      await stopped(fortnight, 'SIGTERM');
    }
  });
});
