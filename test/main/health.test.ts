import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teamChannel } from '../support/workspace.ts';
import { folder, fortnight, observedAnew, port, settings, slack, start } from './observed.ts';
import { startNorthmoor } from './outside.ts';
import { startProcess } from './programs.ts';

observedAnew();

const asked = async (path: string): Promise<{ status: number; words: string }> => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: answer.status, words: await answer.text() };
};

describe('how the process is', () => {
  it('[H10] is ready while Slack reaches it and the folder takes what is sent, and says why it is not', async () => {
    expect(await asked('/healthz')).toEqual({ status: 200, words: 'ok\n' });
    expect(await asked('/readyz')).toEqual({
      status: 200,
      words: 'ready\nconnections to Slack: 2\nrecords: in the data folder\n',
    });
    renameSync(join(folder, 'data'), join(folder, 'away'));
    expect(await asked('/readyz')).toEqual({ status: 503, words: 'the data folder takes nothing (ENOENT)\n' });
    renameSync(join(folder, 'away'), join(folder, 'data'));
    slack.fail('apps.connections.open', { error: 'internal_error' }, 1000);
    slack.cutSockets();
    await expect.poll(() => asked('/readyz')).toEqual({ status: 503, words: 'not connected to Slack\n' });
    expect((await asked('/healthz')).status).toBe(200);
    expect((await asked('/else')).status).toBe(404);
  });

  it('[NM10] is ready with a record that is closed, and says and counts how many are; a restricted one is none of them', async () => {
    await startNorthmoor(slack, {});
    fortnight.signal('SIGKILL');
    await fortnight.ended;
    rmSync(join(folder, 'data', 'northmoor-2013-11-19.jsonl'));
    mkdirSync(join(folder, 'data', 'southmoor-2013-11-19.restricted.jsonl'));
    start();
    await fortnight.says('Fortnight is connected to Slack');
    const why = /"inspection":"northmoor-2013-11-19","why":"its file is missing"/;
    expect(fortnight.output()).toMatch(why);
    expect(await asked('/readyz')).toEqual({
      status: 200,
      words:
        'ready\nconnections to Slack: 2\nrecords: in the data folder\nrecords that are closed: 2; fortnight verify says which and why\n',
    });
    expect((await asked('/metrics')).words).toContain('fortnight_closed_records 2');
  });

  it('[H12] is not ready in a folder that took the place of its own, by a link or otherwise, and is again in its own', async () => {
    const [data, away, other] = ['data', 'away', 'other'].map((name) => join(folder, name)) as [string, string, string];
    const replaced = { status: 503, words: 'the data folder is another than at the start\n' };
    mkdirSync(other);
    renameSync(data, away);
    for (const place of [
      () => symlinkSync(other, data),
      () => symlinkSync(away, data),
      () => mkdirSync(data),
      () => cpSync(away, data, { recursive: true, filter: (name) => !name.endsWith('.sock') }),
    ]) {
      place();
      expect(await asked('/readyz')).toEqual(replaced);
      expect(readdirSync(data).filter((name) => name.endsWith('.probe'))).toEqual([]);
      rmSync(data, { recursive: true });
    }
    renameSync(away, data);
    expect(await asked('/readyz')).toEqual({
      status: 200,
      words: 'ready\nconnections to Slack: 2\nrecords: in the data folder\n',
    });
  });

  it('[H13] tells nothing to a page whose name leads here', async () => {
    const by = (host: string, path: string) =>
      new Promise<number>((resolve, reject) => {
        const sent = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        });
        sent.on('error', reject);
        sent.end();
      });
    for (const path of ['/healthz', '/readyz', '/metrics']) {
      expect(await by(`evil.example:${port}`, path)).toBe(403);
      expect(await by('127.0.0.1.evil.example', path)).toBe(403);
      expect(await by(`localhost:${port}`, path)).toBe(200);
      expect(await by('127.0.0.1:8080', path)).toBe(200);
    }
  });

  it('[D11] tells nobody that something is saved while its data folder is away, and its log says why', async () => {
    const lead = await startNorthmoor(slack, {});
    renameSync(join(folder, 'data'), join(folder, 'away'));
    const refused = await lead.command(teamChannel, 'evidence help - Late in four of nine cases');
    expect(refused.said?.text).toContain('This could not be stored, so nothing was saved.');
    await fortnight.says('"because":"REPLACED"');
    expect(fortnight.output()).not.toContain('Late in four');
    renameSync(join(folder, 'away'), join(folder, 'data'));
    const saved = await lead.command(teamChannel, 'evidence help - Late in four of nine cases');
    expect(saved.said?.text).toContain('Saved E-001');
  });

  it('[H11] counts what people sent by its word and what came of it, and nothing that anybody typed', async () => {
    const lead = await startNorthmoor(slack, {});
    await lead.command(teamChannel, 'evidence help - Late in four of nine cases');
    await lead.command(teamChannel, 'secretword');
    const { status, words } = await asked('/metrics');
    expect(status).toBe(200);
    for (const line of [
      'fortnight_asked_total{by="command",word="start",outcome="form"} 1',
      'fortnight_asked_total{by="submission",word="start",outcome="saved"} 1',
      'fortnight_asked_total{by="command",word="evidence",outcome="saved"} 1',
      'fortnight_asked_total{by="command",word="unknown",outcome="answered"} 1',
      'fortnight_faults_total 0',
      'fortnight_connections 2',
    ])
      expect(words).toContain(line);
    expect(words).toMatch(/fortnight_append_seconds_count [1-9]/);
    expect(words).not.toMatch(/northmoor|reyes|UANA|CTEAM|secretword|nine cases/i);
  });

  it('[LW7] counts nothing of what somebody confides, nor that anybody did', async () => {
    const lead = await startNorthmoor(slack, {});
    // The start; who reads the channel, which the lead is told; the place of the board and its pin.
    const kept = async () => (await asked('/metrics')).words.match(/fortnight_append_seconds_count \d+/)?.[0];
    await expect.poll(kept).toBe('fortnight_append_seconds_count 6');
    // What room is left changes with whatever else this machine does.
    const counts = async () => (await asked('/metrics')).words.match(/^fortnight_(?!data_free).*$/gm);
    const before = await counts();
    await lead.command(teamChannel, 'whistleblow new');
    await lead.submit({ 'Judgement area': ['leadership'], 'What were you told?': 'Visits are written up unmade.' });
    await lead.closeView();
    await lead.command(teamChannel, 'whistleblow');
    expect(await counts()).toEqual(before);
    expect((await asked('/metrics')).words).not.toContain('whistleblow');
  });

  it('[H3] says in one line that its port is taken', async () => {
    const second = startProcess({ ...settings(), DATA_DIR: join(folder, 'other') });
    expect(await second.ended).toBe(1);
    expect(second.errors().trim()).toBe(
      `HEALTH_PORT is ${port} at 127.0.0.1, but something else listens there already.`,
    );
  });
});
