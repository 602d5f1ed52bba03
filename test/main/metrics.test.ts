import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teamChannel } from '../support/workspace.ts';
import { folder, observedAnew, port, slack } from './observed.ts';
import { startNorthmoor } from './outside.ts';

observedAnew();

const metrics = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
const figure = async (name: string): Promise<number> => {
  const line = (await metrics()).split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length));
};
const errors = (method: string, code: string) =>
  figure(`fortnight_slack_errors_total{method="${method}",code="${code}"}`);

describe('what the process counts', () => {
  it('[OP2] says which version runs, what the process takes, and how much room its records have', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(await figure(`fortnight_build_info{version="${version}"}`)).toBe(1);
    expect(await figure('process_resident_memory_bytes')).toBeGreaterThan(0);
    expect(await metrics()).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(await figure('fortnight_data_free_bytes')).toBeGreaterThan(0);
    expect((await figure('fortnight_data_free_bytes')) % 2 ** 20).toBe(0);
    renameSync(join(folder, 'data'), join(folder, 'away'));
    expect(await metrics()).toMatch(/^fortnight_data_free_bytes nan$/im);
    renameSync(join(folder, 'away'), join(folder, 'data'));
    expect(await figure('fortnight_data_free_bytes')).toBeGreaterThan(0);
  });

  it('[OP3] counts what Slack refused and did not answer by method and code, each 429 as ratelimited', async () => {
    const lead = await startNorthmoor(slack, {});
    await expect.poll(() => figure('fortnight_boards_waiting')).toBe(0);
    slack.fail('chat.update', { status: 429, retryAfter: 1 }, 1);
    slack.fail('chat.update', { status: 503 }, 1);
    slack.fail('chat.update', 'drop', 1);
    slack.fail('views.open', { error: 'internal_error' }, 1);
    slack.fail('views.open', { error: 'Northmoor said "no"' }, 1);
    await lead.command(teamChannel, 'evidence help - Late in four of nine cases');
    for (const code of ['internal_error', 'other']) {
      await lead.command(teamChannel, 'evidence');
      await expect.poll(() => errors('views.open', code)).toBe(1);
    }
    for (const code of ['ratelimited', 'http_503', 'no_answer'])
      await expect.poll(() => errors('chat.update', code)).toBe(1);
    expect(await metrics()).not.toContain('Northmoor');
  });

  it('[OP4] says how many boards wait to be shown, until they are', async () => {
    const lead = await startNorthmoor(slack, {});
    await expect.poll(() => figure('fortnight_boards_waiting')).toBe(0);
    let letGo = (): void => {};
    slack.delay('chat.update', new Promise<void>((resolve) => (letGo = resolve)));
    slack.fail('chat.update', { status: 503 }, 1);
    await lead.command(teamChannel, 'evidence help - Late in four of nine cases');
    expect(await figure('fortnight_boards_waiting')).toBe(1);
    letGo();
    await expect.poll(() => errors('chat.update', 'http_503')).toBe(1);
    await expect.poll(() => figure('fortnight_boards_waiting')).toBe(0);
  });
});
