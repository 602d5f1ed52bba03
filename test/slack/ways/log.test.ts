import { describe, expect, it } from 'vitest';
import { fillIn, judge, record, something } from '../../support/acts.ts';
import { openFortnight, startNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const marker = 'zebrafinch';

describe('the log', () => {
  it('[C5] holds nothing that anybody typed and no token, whatever goes wrong', async () => {
    const fortnight = await openFortnight({ slackWaits: 3000 });
    await startNorthmoor(fortnight);
    const { slack, faults, lines } = fortnight;
    const errors: unknown[] = [];
    const noted = () => errors.push(...faults.splice(0).map(({ error }) => error));

    await record(fortnight, 'inspector', `help - Seen: ${marker}`);
    await judge(fortnight, 'inspector', `${marker} ${marker}`);
    await fillIn(fortnight, 'inspector', 'evidence', { ...something, 'What did you find?': `${marker} M1 1AE` });
    for (const fault of [
      { error: 'internal_error' },
      { status: 500 },
      'drop',
      { status: 429, retryAfter: 1 },
    ] as const) {
      slack.fail('views.open', fault, 1);
      await judge(fortnight, 'inspector', `evidence nowhere - ${marker}`);
      slack.fail('chat.update', fault, 1);
      await record(fortnight, 'inspector', `help - Again: ${marker}`);
      noted();
    }
    slack.fail('response_url', { status: 500 }, 1);
    const [board] = slack.channel(teamChannel).messages();
    if (board) await fortnight.as('inspector').press(board, 'Progress');
    await Promise.all([
      slack.send('slash_commands', { command: '/judge', text: marker, team_id: 'TFORT', user_id: people.lead }),
      slack.send('interactive', { type: 'view_submission', user: { id: people.lead }, view: { callback_id: marker } }),
      slack.send('events_api', { type: 'event_callback', event: { type: 'message', text: marker } }),
    ]);
    await slack.quiet();
    noted();

    const written = [
      ...lines,
      ...errors.map((error) => (error instanceof Error ? `${error.message} ${error.stack}` : String(error))),
    ].join('\n');
    expect(errors.length).toBeGreaterThan(3);
    expect(written).not.toContain(marker);
    expect(written).not.toContain(slack.botToken);
    expect(written).not.toContain(slack.appToken);
  });
});
