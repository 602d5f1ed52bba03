import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openTeam } from './tiny-app.ts';

/** A connection that hears events, and acknowledges them or hangs up. */
const listening = async (slack: Awaited<ReturnType<typeof openTeam>>['slack'], acknowledges: boolean) => {
  const { url } = await new WebClient(slack.appToken, { slackApiUrl: slack.webApi }).apps.connections.open({});
  const heard: { attempt: number; reason: string; id: string }[] = [];
  const socket = new WebSocket(String(url));
  socket.on('message', (data) => {
    const envelope = JSON.parse(String(data));
    if (envelope.type !== 'events_api') return;
    heard.push({ attempt: envelope.retry_attempt, reason: envelope.retry_reason, id: envelope.payload.event_id });
    if (acknowledges) socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }));
    else socket.terminate();
  });
  await slack.connected(1);
  return heard;
};

describe('An event that is not acknowledged', () => {
  it('[K53] is sent again at once, a minute later and five after that, and then no more', async () => {
    const { slack, clock } = await openTeam();
    const lost = await listening(slack, false);
    await slack.invite('U0GUEST', 'C0TEAM');
    expect(lost).toMatchObject([{ attempt: 0, reason: '' }]);

    clock.forward(59_000);
    const heard = await listening(slack, false);
    await slack.retryEvents();
    expect(heard).toEqual([]);
    clock.forward(1_000);
    await slack.retryEvents();
    expect(heard).toEqual([{ attempt: 2, reason: 'timeout', id: lost[0]?.id }]);

    clock.forward(300_000);
    const last = await listening(slack, true);
    await slack.retryEvents();
    expect(last).toEqual([{ attempt: 3, reason: 'timeout', id: lost[0]?.id }]);
    clock.forward(3_600_000);
    await slack.retryEvents();
    expect(last).toHaveLength(1);
  });

  it('[K53] reaches another connection at once', async () => {
    const { slack } = await openTeam();
    const lost = await listening(slack, false);
    const heard = await listening(slack, true);
    await slack.connected(2);
    await slack.invite('U0GUEST', 'C0TEAM');
    expect([...lost, ...heard]).toMatchObject(
      lost.length > 0 ? [{ attempt: 0 }, { attempt: 1, reason: 'timeout' }] : [{ attempt: 0 }],
    );
  });

  it('[K53] is not sent again once it was', async () => {
    const { slack, clock } = await openTeam();
    const heard = await listening(slack, true);
    await slack.invite('U0GUEST', 'C0TEAM');
    clock.forward(3_600_000);
    await slack.retryEvents();
    expect(heard).toMatchObject([{ attempt: 0 }]);
  });
});
