import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/index.ts';
import { people } from '../support/people.ts';
import { team, teamChannel } from '../support/workspace.ts';
import { openSlack, startNorthmoor } from './outside.ts';
import { startProcess } from './programs.ts';

let folder: string;
let slack: LocalSlack;
let fortnight: ReturnType<typeof startProcess>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fortnight-'));
  slack = await openSlack();
  fortnight = startProcess({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.webApi,
    DATA_DIR: folder,
  });
  await Promise.race([slack.connected(2), fortnight.ended]);
  await startNorthmoor(slack, {});
});
afterEach(async () => {
  fortnight.signal('SIGKILL');
  await fortnight.ended;
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

type Sent = { finding: string; answer: string | null };

/** People record one item after the other, several at once, until told to stop. Gives what each was answered. */
const recordingUntilTold = () => {
  const sent: Sent[] = [];
  let over = false;
  const one = async (person: number): Promise<void> => {
    for (let item = 0; !over; item += 1) {
      const finding = `Finding ${person} of ${item} here`;
      const acknowledged = await slack.send('slash_commands', {
        command: '/judge',
        text: `evidence help - ${finding}`,
        team_id: team.id,
        user_id: people.lead,
        channel_id: teamChannel,
        trigger_id: `${person}.${item}`,
      });
      await new Promise(setImmediate);
      sent.push({ finding, answer: acknowledged.answered ? String(acknowledged.payload.text) : null });
    }
  };
  const all = Promise.all([1, 2, 3, 4].map(one));
  return {
    sent,
    stop: async (): Promise<Sent[]> => {
      over = true;
      await all;
      return sent;
    },
  };
};

const kept = (): string[] =>
  readFileSync(join(folder, 'northmoor-2013-11-19.jsonl'), 'utf8').match(/Finding \d+ of \d+ here/g) ?? [];
const saved = (sent: readonly Sent[]): string[] =>
  sent.filter(({ answer }) => answer?.startsWith('Saved')).map(({ finding }) => finding);

describe('connections to Slack', () => {
  it('[H1] leave no command unanswered through fifty refreshes under load', async () => {
    const recording = recordingUntilTold();
    for (let refresh = 0; refresh < 50; refresh += 1) {
      const closed = slack.disconnected();
      slack.refreshSockets(refresh % 2 ? 'warning' : 'refresh_requested', refresh % 3 ? 'oldest' : 'all');
      await closed;
      await slack.connected(2);
    }
    const sent = await recording.stop();
    expect(sent.length).toBeGreaterThan(50);
    expect(sent.filter(({ answer }) => !answer?.startsWith('Saved'))).toEqual([]);
    expect(kept().sort()).toEqual(saved(sent).sort());
  });

  it('[H1] are opened anew when the network cut them', async () => {
    for (let cut = 0; cut < 3; cut += 1) {
      slack.cutSockets();
      await slack.disconnected();
      await slack.connected(2);
      const told = await slack.person(people.lead).command(teamChannel, `evidence help - Seen after cut ${cut}`);
      expect(told.said?.text).toContain('Saved');
    }
  });

  it('[H2] are closed last: whatever was taken before SIGTERM is kept and answered', async () => {
    const recording = recordingUntilTold();
    await expect.poll(() => recording.sent.length).toBeGreaterThan(20);
    fortnight.signal('SIGTERM');
    expect(await fortnight.ended).toBe(0);
    const sent = await recording.stop();
    expect(kept().sort()).toEqual(saved(sent).sort());
    const others = new Set(sent.map(({ answer }) => answer).filter((answer) => !answer?.startsWith('Saved')));
    for (const answer of others)
      if (answer !== null) expect(answer).toContain('being restarted, and nothing was saved');
  });
});
