import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/local-slack/index.ts';
import { faultFields } from '../../../src/log.ts';
import { fillIn, judge, record, something } from '../../support/acts.ts';
import { northmoor, openFortnight, startNorthmoor } from '../../support/fortnight.ts';
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
    for (const _ of Array(11).keys()) await record(fortnight, 'inspector', `help - Once more: ${marker}`);
    const [found] = (await judge(fortnight, 'inspector', `find ${marker}`)).shown;
    if (!found) throw new Error('Nothing was found');
    slack.fail('response_url', { status: 500 }, 1);
    await fortnight.as('inspector').press(found, 'More');
    expect(faults).toHaveLength(1);
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

  const button = (value: string) => ({
    type: 'block_actions',
    actions: [{ type: 'button', action_id: 'judge:edit', block_id: 'b', value }],
    channel: { id: teamChannel },
    container: { type: 'message', channel_id: teamChannel, message_ts: '1.1' },
    response_url: 'http://127.0.0.1:1/none',
  });
  const redrawing = (value: string) => ({
    type: 'block_actions',
    actions: [{ type: 'button', action_id: 'redraw', block_id: 'b', value }],
    view: {
      id: 'V1',
      type: 'modal',
      callback_id: 'form:evidence',
      private_metadata: value,
      state: { values: {} },
      blocks: [],
    },
  });
  const view = (private_metadata: string, callback_id = 'form:evidence', values: JsonObject = {}) => ({
    type: 'view_submission',
    view: { id: 'V1', hash: 'h', type: 'modal', callback_id, private_metadata, state: { values }, blocks: [] },
  });
  const carrying = (more: object) =>
    JSON.stringify({ channel: teamChannel, inspection: northmoor, request: 'r', about: {}, ...more });

  it.each<[string, JsonObject]>([
    ['a button about an inspection that is none', button(`in ${marker} edit E-001`)],
    ['a button about one whose name would be no file’s', button(`in ${marker}--${marker}-  edit E-001`)],
    ['a button that carries no JSON', redrawing(`${marker} "${marker}"`)],
    ['a form that carries none', view(`${marker} "${marker}"`)],
    ['a form that carries something else', view(JSON.stringify({ about: { [marker]: 5 }, [marker]: 5 }))],
    ['a form about an inspection that is none', view(carrying({ inspection: marker }))],
    [
      'a form about one whose name would be no file’s',
      view(carrying({ inspection: `../${marker}\n    at ${marker}` })),
    ],
    ['a form that is none of ours', view(carrying({}), `form:${marker}`)],
    [
      'a grade of an area that is none',
      view(carrying({ about: { area: marker } }), 'form:grade', {
        area: {
          area: { type: 'static_select', selected_option: { value: marker, text: { type: 'plain_text', text: 'x' } } },
        },
      }),
    ],
  ])('[C5] holds nothing of what somebody forged: %s', async (_, payload) => {
    const fortnight = await openFortnight({ slackWaits: 3000 });
    await startNorthmoor(fortnight);
    const by = { user: { id: people.lead, team_id: 'TFORT' }, team: { id: 'TFORT', domain: 'd' }, trigger_id: 't1' };
    await fortnight.slack.send('interactive', { ...by, ...payload });
    await fortnight.slack.quiet();
    const errors = fortnight.faults.splice(0).map(({ error }) => error);
    expect(errors).not.toEqual([]);
    expect([...fortnight.lines, JSON.stringify(errors.map(faultFields))].join('\n')).not.toContain(marker);
  });

  it('[C5] keeps back what a library quotes of what came', () => {
    const quoting = (text: string): unknown => {
      try {
        return JSON.parse(text);
      } catch (error) {
        return error;
      }
    };
    const faults = [
      quoting(`${marker}`),
      quoting(`{"${marker}": ${marker}}`),
      new RangeError(`There is no area "${marker}" "\n    at ${marker}" here`),
    ];
    expect(JSON.stringify(faults.map(faultFields))).not.toContain(marker);
    expect(faultFields(faults[2])).toMatchObject({
      message: 'There is no area "…" here',
      stack: expect.stringMatching(/\n {4}at .*log\.test/),
    });
  });
});
