import { expect, it } from 'vitest';
import { describeAgainst } from '../support/oracles.ts';
import type { Complaint } from './checks.ts';
import { checkAnswer, checkCall, checkManifest, checkMessage, checkView, conforming } from './of.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const form = { type: 'modal', title: plain('Form'), submit: plain('Save') };
const textInput = (block: string, more: object = {}) => ({
  type: 'input',
  block_id: block,
  label: plain(block),
  element: { type: 'plain_text_input', action_id: block, ...more },
});
const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] };
const option = (value: string) => ({ text: plain(value), value });
const rulesOf = (complaints: Complaint[]): string[] => complaints.map(({ rule }) => rule);

describeAgainst('slack', 'the check of what the app sends', () => {
  it.each([
    ['an input in a message', () => checkMessage({ text: 'x', blocks: [textInput('a')] }), 'block.surface'],
    ['a message without a text', () => checkMessage({ blocks: [{ type: 'divider' }] }), 'message.text'],
    [
      'a message of 51 blocks',
      () => checkMessage({ text: 'x', blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) }),
      'message.blocks.max_items',
    ],
    ['a text beyond 4,000 characters', () => checkMessage({ text: 'x'.repeat(4001) }), 'message.text.long'],
    ['two tables in a message', () => checkMessage({ text: 'x', blocks: [table, table] }), 'message.tables'],
    [
      'a table in an answer',
      () => checkAnswer({ to: 'slash_commands', payload: { text: 'x', blocks: [table] } }, 'answer'),
      'answer.table',
    ],
    ['a table in a form', () => checkView({ ...form, blocks: [table] }), 'block.surface'],
    ['a block_id twice', () => checkView({ ...form, blocks: [textInput('a'), textInput('a')] }), 'block_id.unique'],
    [
      'an action_id twice in one block',
      () =>
        checkMessage({
          text: 'x',
          blocks: [
            { type: 'actions', elements: [1, 2].map(() => ({ type: 'button', text: plain('x'), action_id: 'a' })) },
          ],
        }),
      'action_id.unique',
    ],
    [
      'an empty list of initial options',
      () =>
        checkView({
          ...form,
          blocks: [
            {
              ...textInput('a'),
              element: { type: 'multi_static_select', action_id: 'a', options: [option('x')], initial_options: [] },
            },
          ],
        }),
      'initial.empty',
    ],
    [
      'an initial option that is not offered',
      () =>
        checkView({
          ...form,
          blocks: [
            {
              ...textInput('a'),
              element: { type: 'static_select', action_id: 'a', options: [option('x')], initial_option: option('y') },
            },
          ],
        }),
      'initial_option.offered',
    ],
    [
      'a start longer than the input takes',
      () => checkView({ ...form, blocks: [textInput('a', { max_length: 2, initial_value: 'xyz' })] }),
      'initial_value.max_length',
    ],
    [
      'a form with inputs and nothing to send it with',
      () => checkView({ type: 'modal', title: plain('Form'), blocks: [textInput('a')] }),
      'view.submit.missing',
    ],
    [
      'a view above 250 KB',
      () =>
        checkView({
          ...form,
          blocks: Array.from({ length: 90 }, () => ({ type: 'section', text: plain('x'.repeat(2990)) })),
        }),
      'view_too_large',
    ],
    [
      'a member that Slack does not know',
      () => checkView({ ...form, blocks: [{ type: 'divider', colour: 'red' }] }),
      'unknown',
    ],
    [
      'an empty line of rich text',
      () =>
        checkMessage({
          text: 'x',
          blocks: [
            { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }] },
          ],
        }),
      'empty',
    ],
  ])('[K42] refuses %s', (_what, complaints, rule) => {
    expect(rulesOf(complaints())).toEqual([rule]);
  });

  const call = (method: string, asked: object) => ({
    order: 0,
    method,
    arguments: { ...asked },
    token: 'bot' as const,
    response: undefined,
  });

  it.each([
    ['no method of Slack', call('chat.shout', {}), ['chat:write'], ['method.unknown']],
    ['a missing argument', call('chat.postMessage', { text: 'x' }), ['chat:write'], ['argument.missing']],
    [
      'an argument that the method does not have',
      call('chat.postMessage', { channel: 'C1', text: 'x', colour: 'red' }),
      ['chat:write'],
      ['argument.unknown'],
    ],
    [
      'an argument of another type',
      call('conversations.history', { channel: 'C1', limit: 'many' }),
      ['groups:history'],
      ['argument.type'],
    ],
    [
      'a scope that the manifest does not have',
      call('pins.add', { channel: 'C1', timestamp: '1.2' }),
      ['chat:write'],
      ['scope'],
    ],
    [
      'a form without its trigger',
      call('views.open', { view: { ...form, blocks: [{ type: 'divider' }] } }),
      [],
      ['argument.missing'],
    ],
    ['an answer with no words', call('response_url', { blocks: [{ type: 'divider' }] }), [], ['message.text']],
  ])('[K43] refuses %s', (_what, made, scopes, rules) => {
    expect(rulesOf(checkCall(made, scopes))).toEqual(rules);
  });

  it('[K43] takes what Slack takes', () => {
    const blocks = [{ type: 'section', text: plain('x') }];
    expect(
      checkCall(
        call('chat.postMessage', {
          channel: 'C1',
          text: 'x',
          blocks,
          unfurl_links: 'false',
          metadata: { event_type: 'a', event_payload: {} },
        }),
        ['chat:write'],
      ),
    ).toEqual([]);
    expect(
      checkCall(call('conversations.info', { channel: 'C1', include_num_members: 'true' }), ['groups:read']),
    ).toEqual([]);
    expect(checkCall(call('views.update', { view_id: 'V1', hash: '1.2', view: { ...form, blocks } }), [])).toEqual([]);
    expect(checkCall(call('response_url', { delete_original: true }), [])).toEqual([]);
  });

  it.each([
    ['view_submission', { response_action: 'errors', errors: {} }, 'errors.empty'],
    ['view_submission', { response_action: 'close' }, 'type'],
    ['view_submission', { text: 'Thanks' }, 'unknown'],
    ['block_suggestion', { options: Array.from({ length: 101 }, () => option('x')) }, 'select.options.max_items'],
    ['slash_commands', { blocks: [{ type: 'divider' }] }, 'message.text'],
    ['slash_commands', { text: 'x', response_type: 'public' }, 'type'],
  ])('[K44] refuses an answer to a %s such as %j', (to, payload, rule) => {
    expect(rulesOf(checkAnswer({ to, payload }, 'answer'))).toEqual([rule]);
  });

  it('[K45] throws with every complaint in plain lines, and only if there is one', () => {
    conforming({ calls: [call('auth.test', {})], answers: [{ to: 'slash_commands', payload: {} }] }, []);
    expect(() => conforming({ calls: [call('chat.postMessage', { channel: 'C1' })], answers: [] }, [])).toThrow(
      'call 0 chat.postMessage: needs one of the scopes chat:write [scope]\ncall 0 chat.postMessage: a message has a text',
    );
  });

  it('[K46] finds what a manifest may not hold', () => {
    expect(checkManifest('display_information: { name: Fortnight }')).toEqual([]);
    expect(checkManifest('display_information: { name: Fortnight, colour: red }')).toEqual([
      expect.stringContaining('additional properties'),
    ]);
    expect(checkManifest(`display_information: { name: ${'x'.repeat(36)} }`)).toEqual([
      expect.stringContaining('/display_information/name'),
    ]);
  });
});
