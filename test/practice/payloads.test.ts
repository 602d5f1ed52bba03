import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalSlack, openLocalSlack } from '../../src/local-slack/index.ts';
import { published } from '../conformance/published.ts';
import { describeAgainst } from '../support/oracles.ts';
import { form, textInput, words } from './small-forms.ts';
import { startApp, team } from './tiny-app.ts';

/** The names within a published sample, those of its own objects too: `view.hash`. */
const namesIn = (sample: unknown, path = ''): string[] => {
  if (typeof sample !== 'object' || sample === null || Array.isArray(sample)) return [];
  return Object.entries(sample).flatMap(([name, value]) => [`${path}${name}`, ...namesIn(value, `${path}${name}.`)]);
};

const has = (payload: unknown, path: string): boolean => {
  let here: unknown = payload;
  for (const name of path.split('.')) {
    if (typeof here !== 'object' || here === null || !(name in here)) return false;
    here = new Map<string, unknown>(Object.entries(here)).get(name);
  }
  return true;
};

/** What Slack sends only from an Enterprise Grid, a workflow, a link unfurl, or for other things than those acted upon here. */
const elsewhere = [
  /^enterprise(_id|_name)?($|\.)/,
  /^team\.enterprise/,
  /^(bot_access_token|function_data|interactivity|app_unfurl)($|\.)/,
  /^container\.(attachment_id|text|is_app_unfurl|app_unfurl_url|thread_ts)$/,
];

/** What a message has only where it is of another kind: with files, edited, in a thread, pinned, of a person. */
const ofOtherMessages = (name: string): boolean =>
  name.startsWith('message.') &&
  !['type', 'text', 'user', 'ts', 'team', 'bot_id', 'app_id', 'blocks', 'bot_profile'].includes(
    name.slice('message.'.length),
  );

const button = {
  type: 'actions' as const,
  elements: [{ type: 'button' as const, action_id: 'press', text: words('Press') }],
};
const payloads: Record<string, unknown> = {};
let slack: LocalSlack;

/** Each kind of payload once, as a real app received it. */
const receiveAll = async (): Promise<void> => {
  slack = await openLocalSlack(team, () => new Date());
  await startApp(
    slack,
    (app) => {
      app.use(async ({ body, next }) => {
        const kind = 'type' in body ? String(body.type) : 'command';
        payloads[`${kind} ${'container' in body && body.view ? 'in a view' : ''}`.trim()] = body;
        await next();
      });
      app.command('/judge', async ({ ack, client, body }) => {
        await ack();
        const view = {
          ...form('all', [textInput('Text', 'text'), button]),
          close: words('Cancel'),
          notify_on_close: true,
        };
        await client.views.open({ trigger_id: body.trigger_id, view });
        await client.chat.postMessage({ channel: 'C0TEAM', text: 'Board', blocks: [button] });
      });
      app.action('press', ({ ack }) => ack());
      app.shortcut('record', ({ ack }) => ack());
      app.view('all', ({ ack }) => ack({ response_action: 'errors', errors: { text: 'Say more' } }));
      app.view({ type: 'view_closed', callback_id: 'all' }, ({ ack }) => ack());
    },
    1,
  );
  const ana = slack.person('U0ANA');
  await ana.command('C0TEAM', '');
  const [board] = slack.channel('C0TEAM').messages();
  if (!board) throw new Error('nothing was posted');
  await ana.press('view', 'press');
  await ana.press(board, 'press');
  await ana.submit({ text: 'Plans' });
  await ana.closeView();
  await ana.messageShortcut('record', board.channel, board.ts);
};

describeAgainst('slack', 'what Slack sends the app', () => {
  beforeAll(receiveAll);
  afterAll(() => slack.close());

  it.each([
    ['command', 'slash-commands/SlashCommandPayload', /$^/],
    ['view_submission', 'views/ViewSubmissionPayload', /^is_cleared$/],
    ['view_closed', 'views/ViewClosedPayload', /^trigger_id$/],
    ['block_actions', 'interactive-components/BlockActionPayload', /^view($|\.)|^container\.view_id$/],
    [
      'block_actions in a view',
      'interactive-components/BlockActionPayload',
      /^(channel|message|response_url|state)($|\.)|^container\.(message_ts|channel_id|is_ephemeral)$/,
    ],
    ['message_action', 'interactive-components/MessageShortcutPayload', /$^/],
  ])('[K47] has every field of the published %s', (kind, file, other) => {
    const wanted = namesIn(published(`payloads/${file}.json`))
      .filter((name) => !elsewhere.some((pattern) => pattern.test(name)))
      .filter((name) => !other.test(name) && !ofOtherMessages(name));
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.filter((name) => !has(payloads[kind], name))).toEqual([]);
  });
});
