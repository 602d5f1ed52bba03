import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/local-slack/json.ts';
import { actionsElement, inputElement } from '../../src/local-slack/limits/elements.ts';
import { most } from '../../src/local-slack/limits/numbers.ts';
import { wrongWithBlocks, wrongWithView } from '../../src/local-slack/limits/surfaces.ts';
import { limitAt, published } from '../conformance/published.ts';
import { describeAgainst, filesFrom } from '../support/oracles.ts';
import { form, textInput, words } from './small-forms.ts';
import { openTeam, startApp } from './tiny-app.ts';

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });
const modal = (...blocks: object[]) => ({ type: 'modal', title: words('Evidence'), submit: words('Save'), blocks });
const x = (length: number): string => 'x'.repeat(length);

const client = (webApi: string, token: string) =>
  new WebClient(token, { slackApiUrl: webApi, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true });

/** What Slack answered a call with that it refused. */
const refusal = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no error',
    (error) => error.data ?? error,
  );

describe('A form that is beyond a limit', () => {
  it('[K48] is refused with the place in it named, and its trigger can still be used', async () => {
    const { slack } = await openTeam();
    let refused: unknown;
    await startApp(
      slack,
      (app) =>
        app.command('/judge', async ({ ack, body, client: own }) => {
          await ack();
          const view = {
            ...form('evidence', [section(x(3001)), textInput('What did you find?', 'text')]),
            title: words(x(25)),
          };
          refused = await refusal(own.views.open({ trigger_id: body.trigger_id, view }));
          await own.views.open({ trigger_id: body.trigger_id, view: form('evidence', []) });
        }),
      1,
    );
    const { view } = await slack.person('U0ANA').command('C0TEAM', '');
    expect(refused).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: [
          '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
          '[ERROR] must be less than 3001 characters [json-pointer:/view/blocks/0/text/text]',
        ],
      },
    });
    expect(view).toBeDefined();
  });

  it.each<[string, unknown, string]>([
    [
      'no submit button',
      { ...modal(textInput('a', 'A')), submit: undefined },
      'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]',
    ],
    [
      'a hundred and one blocks',
      modal(...Array.from({ length: 101 }, () => ({ type: 'divider' }))),
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    ['a block of no kind', modal({ type: 'poem' }), 'unsupported type: poem [json-pointer:/view/blocks/0/type]'],
    [
      'a block_id twice',
      modal({ type: 'divider', block_id: 'a' }, { type: 'divider', block_id: 'a' }),
      '`block_id` "a" already exists [json-pointer:/view/blocks]',
    ],
    ['no title', { ...modal(), title: undefined }, 'missing required field: title [json-pointer:/view]'],
    ['an empty section', modal(section('')), 'must be more than 0 characters [json-pointer:/view/blocks/0/text/text]'],
    [
      'something of its own',
      modal({ ...section('a'), colour: 'red' }),
      'invalid additional property: colour [json-pointer:/view/blocks/0]',
    ],
    [
      'much to carry',
      { ...modal(), private_metadata: x(3001) },
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'a menu that offers nothing',
      modal({ ...textInput('a', 'A'), element: { type: 'static_select', options: [] } }),
      'must provide at least 1 items [json-pointer:/view/blocks/0/element/options]',
    ],
  ])('[K48] is refused with the place named: %s', (_, view, says) => {
    expect(wrongWithView(JSON.parse(JSON.stringify(view)))).toContain(says);
  });
});

describe('A message that is beyond a limit', () => {
  it('[K49] is refused with the block named, wherever it goes', async () => {
    const { slack } = await openTeam();
    const { chat } = client(slack.webApi, slack.botToken);
    const { ts = '' } = await chat.postMessage({ channel: 'C0TEAM', text: 'Board' });
    const blocks = [section('Fine'), section(x(3001))];
    const says = 'must be less than 3001 characters [json-pointer:/blocks/1/text/text]';
    for (const call of [
      chat.postMessage({ channel: 'C0TEAM', text: 'a', blocks }),
      chat.update({ channel: 'C0TEAM', ts, text: 'a', blocks }),
      chat.postEphemeral({ channel: 'C0TEAM', user: 'U0ANA', text: 'a', blocks }),
    ])
      expect(await refusal(call)).toMatchObject({ error: 'invalid_blocks', errors: [says] });
    expect(await refusal(chat.postMessage({ channel: 'C0TEAM', text: '' }))).toMatchObject({ error: 'no_text' });
    expect(slack.channel('C0TEAM').messages()).toHaveLength(1);
  });

  it('[K49] takes fifty blocks and not one more, and no input', () => {
    const fifty = Array.from({ length: 50 }, () => ({ type: 'divider' }));
    expect(wrongWithBlocks(fifty)).toEqual([]);
    expect(wrongWithBlocks([...fifty, { type: 'divider' }])).toEqual([
      'no more than 50 items allowed [json-pointer:/blocks]',
    ]);
    expect(wrongWithBlocks([JSON.parse(JSON.stringify(textInput('a', 'A')))])).toEqual([
      'unsupported type: input [json-pointer:/blocks/0/type]',
    ]);
  });
});

const cell = (text: string) => ({ type: 'raw_text', text });
const table = (rows: object[][], more = {}): Json => JSON.parse(JSON.stringify({ type: 'table', rows, ...more }));
const square = (rows: number, columns: number, text = 'a') =>
  table(Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell(text))));

describe('A table', () => {
  it('[K58] stands in a message that is posted or changed, as large as Slack draws it', () => {
    expect(wrongWithBlocks([square(100, 20)])).toEqual([]);
    expect(wrongWithBlocks([square(1, 1, x(10_000))])).toEqual([]);
    expect(wrongWithBlocks([square(2, 2)], 'answer')).toEqual([
      'unsupported type: table [json-pointer:/blocks/0/type]',
    ]);
    for (const view of [
      { ...modal(), blocks: [square(2, 2)] },
      { type: 'home', blocks: [square(2, 2)] },
    ])
      expect(wrongWithView(JSON.parse(JSON.stringify(view)))).toEqual([
        'unsupported type: table [json-pointer:/view/blocks/0/type]',
      ]);
  });

  it.each<[string, Json[], string]>([
    ['a second one', [square(1, 1), square(1, 1)], 'no more than 1 table allowed in a message [json-pointer:/blocks]'],
    [
      'a second one of data',
      [square(1, 1), { type: 'data_table' }],
      'no more than 1 table allowed in a message [json-pointer:/blocks]',
    ],
    ['a row too many', [square(101, 1)], 'no more than 100 items allowed [json-pointer:/blocks/0/rows]'],
    ['a column too many', [square(1, 21)], 'no more than 20 items allowed [json-pointer:/blocks/0/rows/0]'],
    [
      'unequal rows',
      [table([[cell('a'), cell('b')], [cell('c')]])],
      'all rows must have the same number of cells [json-pointer:/blocks/0/rows]',
    ],
    [
      'settings for other columns',
      [table([[cell('a')]], { column_settings: [{}, {}] })],
      'must have one setting for each column [json-pointer:/blocks/0/column_settings]',
    ],
    ['an empty cell', [square(1, 1, '')], 'must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]'],
    [
      'an empty rich cell',
      [table([[{ type: 'rich_text', elements: [] }]])],
      'must be more than 0 characters [json-pointer:/blocks/0/rows/0/0]',
    ],
    [
      'too much in all cells',
      [square(1, 2, x(5001))],
      'must be less than 10001 characters in all cells [json-pointer:/blocks/0/rows]',
    ],
  ])('[K58] is refused for %s', (_, blocks, says) => {
    expect(wrongWithBlocks(blocks)).toEqual([says]);
  });
});

describe('An alert', () => {
  const alert = (text: string) => ({ type: 'alert', level: 'warning', text: { type: 'plain_text', text } });
  it('[K59] stands in forms alone, with two hundred characters at most', () => {
    const inForm = (text: string) => wrongWithView(JSON.parse(JSON.stringify(modal(alert(text)))));
    expect(inForm(x(200))).toEqual([]);
    expect(inForm(x(201))).toEqual(['must be less than 201 characters [json-pointer:/view/blocks/0/text/text]']);
    expect(wrongWithBlocks([JSON.parse(JSON.stringify(alert('a')))])).toEqual([
      'unsupported type: alert [json-pointer:/blocks/0/type]',
    ]);
    expect(wrongWithView(JSON.parse(JSON.stringify({ type: 'home', blocks: [alert('a')] })))).toEqual([
      'unsupported type: alert [json-pointer:/view/blocks/0/type]',
    ]);
  });
});

describeAgainst('slack', 'The limits that the local Slack holds to', () => {
  it.each(Object.entries(most))('[K50] is as published: %s', (path, limit) => {
    expect(limit).toBe(limitAt(path));
  });

  const validIn = (kind: string): string[] => filesFrom('slack', 'block-kit/fixtures/valid', kind);
  const valid = (kind: string, file: string): Json =>
    JSON.parse(JSON.stringify(published(`block-kit/fixtures/valid/${kind}/${file}`)));

  it.each(validIn('blocks'))('[K51] takes the published valid block %s', (file) => {
    const block = valid('blocks', file);
    const inForm = ['alert_block.json', 'input_block_only.json'].includes(file);
    expect(
      inForm ? wrongWithView({ ...JSON.parse(JSON.stringify(modal())), blocks: [block] }) : wrongWithBlocks([block]),
    ).toEqual([]);
  });

  it.each(validIn('views'))('[K51] takes the published valid view %s', (file) => {
    expect(wrongWithView(valid('views', file))).toEqual([]);
  });

  it.each(validIn('elements').filter((file) => !/^(image|url_source)/.test(file)))(
    '[K51] takes the published valid element %s',
    (file) => {
      const element = valid('elements', file);
      const somewhere = [inputElement(element, ''), actionsElement(element, '')];
      expect(somewhere).toContainEqual([]);
    },
  );
});

describe('Messages that follow each other fast', () => {
  it('[K52] are a second apart in a conversation, where that is asked for', async () => {
    const { slack } = await openTeam();
    const { chat } = client(slack.webApi, slack.botToken);
    const post = (channel: string) => chat.postMessage({ channel, text: 'Posted' });
    await post('C0TEAM');
    await post('C0TEAM');

    let milliseconds = 0;
    slack.limitRates(() => milliseconds);
    await post('C0TEAM');
    milliseconds = 400;
    expect(await refusal(post('C0TEAM'))).toMatchObject({ retryAfter: 1 });
    await post('U0ANA');
    milliseconds = 1000;
    await post('C0TEAM');
    expect(slack.channel('C0TEAM').messages()).toHaveLength(4);
  });
});

describe('Methods that are asked often', () => {
  it('[K56] keep their tier where that is asked for, in minutes of any length', async () => {
    const { slack } = await openTeam();
    const { conversations } = client(slack.webApi, slack.botToken);
    const open = () => conversations.open({ users: 'U0ANA' });
    for (let asked = 0; asked < 60; asked += 1) await open();
    slack.keepTiers(600_000);
    for (let asked = 0; asked < 50; asked += 1) await open();
    expect(await refusal(open())).toMatchObject({ retryAfter: expect.any(Number) });
    slack.keepTiers(1);
    await open();
  });
});
