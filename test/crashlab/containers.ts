import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { openSlack, startNorthmoor } from '../main/outside.ts';
import { startNode } from '../main/process.ts';
import { namespaces } from '../store/child.ts';
import { looked, team } from './killed.ts';
import { recording, type Told } from './recording.ts';
import { count, emptyTally, type Tally } from './tally.ts';

/** Whether processes may be given namespaces of their own here. */
export const canUnshare = (): boolean => {
  const [command = '', ...words] = [...namespaces('c1'), 'true'];
  return spawnSync(command, words).status === 0;
};

/** Within this, whoever starts once the first was killed must serve. */
const patience = 60_000;

/**
 * Two of the real app in process namespaces and under host names of their own, as containers, on one folder: while four people
 * record as fast as they can for so many seconds, the second is refused as often as it is started. Then the first is killed, and the second, under
 * another name again, must serve without a hand being laid on the folder.
 */
export const twoContainers = async (program: readonly string[], seconds: number): Promise<Tally> => {
  const tally = emptyTally();
  const folder = mkdtempSync(join(tmpdir(), 'fortnight-'));
  const slack = await openSlack();
  const start = (host: string) =>
    startNode(
      program,
      {
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.webApi,
        DATA_DIR: folder,
      },
      namespaces(host),
    );
  const told: Told[] = [];
  const sent = new Set<string>();
  let wrong: string | null = null;

  /** Resolves once that app serves, or has ended. */
  const serves = async (app: ReturnType<typeof start>): Promise<void> => {
    const up = await Promise.race([slack.connected(1).then(() => true), app.ended, after(patience, false)]);
    if (up !== true) throw new Error(`The app did not serve within a minute: ${app.output()}`);
  };

  try {
    const first = start('c1');
    await serves(first);
    await startNorthmoor(slack, team);
    const loaded = recording({ slack, round: 1, told, sent, enough: Number.POSITIVE_INFINITY });
    const ends = performance.now() + seconds * 1000;
    do {
      const second = start('c2');
      const code = await second.ended;
      if (code !== 1 || !second.output().includes('in use by process 1 on c1'))
        wrong ??= `a second process was not refused: ${second.output()}`;
    } while (performance.now() < ends);
    first.signal('SIGKILL');
    await first.ended;
    while (slack.connections() > 0) await slack.disconnected();
    await loaded.over;

    const next = start('c3');
    await serves(next);
    const { over, reached } = recording({ slack, round: 2, told, sent, enough: told.length + 8 });
    await Promise.race([reached, next.ended]);
    next.signal('SIGKILL');
    await next.ended;
    while (slack.connections() > 0) await slack.disconnected();
    await over;
    const finding = await looked(folder, told, sent);
    count(tally, { ...finding, silent: finding.silent || wrong !== null, why: finding.why ?? wrong });
    return tally;
  } finally {
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
