import type { App } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { form, input, option, textInput, words } from '../../practice/small-forms.ts';

const grades = [option('Good', 'good'), option('Requires improvement', 'requires-improvement')];
const a = { action_id: 'a' } as const;

/** Every kind of input that the page takes. */
export const everyKind: ModalView = form('kinds', [
  input('Text', 'text', { ...a, type: 'plain_text_input', multiline: true, min_length: 3, initial_value: 'As it was' }),
  input('Grade', 'grade', { ...a, type: 'static_select', options: grades, initial_option: option('Good', 'good') }),
  input('Areas', 'areas', {
    ...a,
    type: 'multi_static_select',
    option_groups: [{ label: words('Key'), options: grades }],
  }),
  input('Sign', 'sign', { ...a, type: 'radio_buttons', options: grades }),
  input('About', 'about', { ...a, type: 'checkboxes', options: grades }),
  input('Lead', 'lead', { ...a, type: 'users_select' }),
  input('People', 'people', { ...a, type: 'multi_users_select' }),
  input('Channel', 'channel', { ...a, type: 'conversations_select', default_to_current_conversation: true }),
  input('Channels', 'channels', { ...a, type: 'multi_conversations_select' }),
  { ...input('First day', 'day', { ...a, type: 'datepicker', initial_date: '2025-11-10' }), optional: true },
  input('Meet at', 'time', { ...a, type: 'timepicker' }),
  input('Seen at', 'moment', { ...a, type: 'datetimepicker' }),
  input('Number', 'number', { ...a, type: 'number_input', is_decimal_allowed: false, max_value: '9' }),
  input('E-mail', 'email', { ...a, type: 'email_text_input' }),
  input('Link', 'address', { ...a, type: 'url_text_input' }),
  input('Relied on', 'relied', { ...a, type: 'external_select', min_query_length: 2 }),
  { ...input('Papers', 'papers', { ...a, type: 'file_input' }), optional: true },
]);

/** A first choice that the app is told of at once, something to press, and a text. */
const choosing = (more: KnownBlock[]): ModalView =>
  form('choosing', [
    {
      ...input('Judgement area', 'area', { type: 'static_select', action_id: 'area', options: grades }),
      dispatch_action: true,
    },
    textInput('Text', 'text'),
    { type: 'actions', elements: [{ type: 'button', action_id: 'more', text: words('More') }] },
    ...more,
  ]);

const stacked = (name: string): ModalView => ({
  ...form(`stack-${name}`, [textInput('Text', 'text')]),
  title: words(name),
});

const page = (said: string): ModalView => ({
  type: 'modal',
  callback_id: 'page',
  title: words('Saved'),
  close: words('Done'),
  blocks: [
    { type: 'section', text: words(said) },
    { type: 'actions', elements: [{ type: 'button', action_id: 'another', text: words('Record another') }] },
  ],
});

const asked = {
  title: words('Post it?'),
  text: words('Everybody reads it.'),
  confirm: words('Post'),
  deny: words('Not yet'),
};

type Heard = { what: string; values: unknown };

/** An app that does what Fortnight does not, and remembers what reached it. What is held up is answered once it is let go. */
export const smallApp = () => {
  const heard: Heard[] = [];
  let held: Promise<void> = Promise.resolve();

  const listen = (app: App): void => {
    const views: Record<string, ModalView> = {
      kinds: everyKind,
      choosing: choosing([]),
      stack: stacked('First'),
    };
    app.command('/judge', async ({ ack, client, body, respond }) => {
      await held;
      const view = views[body.text];
      if (view) {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view });
        return;
      }
      if (body.text === 'thread') {
        await ack();
        const { ts } = await client.chat.postMessage({ channel: body.channel_id, text: 'The headline' });
        const under = { channel: body.channel_id, thread_ts: ts ?? '' };
        await client.chat.postMessage({ ...under, text: 'The first reply' });
        await client.chat.postMessage({
          ...under,
          text: 'The second reply',
          blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'in-thread', text: words('Count') }] }],
        });
        return;
      }
      if (body.text !== 'ask') return void (await ack(`You said: ${body.text}`));
      await ack();
      await respond({
        text: 'Post it?',
        blocks: [
          {
            type: 'actions',
            elements: [
              { type: 'button', action_id: 'post', text: words('Post it'), confirm: asked },
              { type: 'button', action_id: 'count', text: words('Count') },
              {
                type: 'static_select',
                action_id: 'pick',
                placeholder: words('Grade'),
                options: grades,
                confirm: asked,
              },
              { type: 'overflow', action_id: 'rest', options: grades },
            ],
          },
        ],
      });
    });
    app.action(/.*/, async ({ ack, action, body, client }) => {
      await held;
      await ack();
      heard.push({ what: 'action_id' in action ? action.action_id : '', values: action });
      if (body.type !== 'block_actions' || !body.view) return;
      const kept = { view_id: body.view.id, hash: body.view.hash };
      if ('action_id' in action && action.action_id === 'area')
        await client.views.update({ ...kept, view: choosing([textInput('Why?', 'why')]) });
    });
    app.options(/.*/, async ({ ack, options }) => {
      if (options.value === 'slow') await held;
      await ack({ options: [option(`What fits ${options.value}`, `found-${options.value}`)] });
    });
    app.view(/.*/, async ({ ack, view }) => {
      await held;
      heard.push({ what: view.callback_id, values: view.state.values });
      const text = view.state.values.text?.text?.value;
      if (text === 'wrong') return ack({ response_action: 'errors', errors: { text: 'Not this.' } });
      if (text === 'clear') return ack({ response_action: 'clear' });
      if (view.callback_id === 'stack-First') return ack({ response_action: 'push', view: stacked('Second') });
      if (view.callback_id === 'stack-Second') return ack({ response_action: 'push', view: stacked('Third') });
      if (view.callback_id === 'choosing') return ack({ response_action: 'update', view: page(`Saved: ${text}`) });
      return ack();
    });
  };

  return {
    listen,
    /** What reached it since it was last forgotten: the form or the action, and what was entered. */
    heard: (): readonly Heard[] => [...heard],
    /** The names of these. */
    what: (): string[] => heard.map(({ what }) => what),
    forget: (): void => void heard.splice(0),
    /** Holds every answer up until it is let go. */
    hold: (): (() => void) => {
      let letGo = (): void => undefined;
      held = new Promise((resolve) => {
        letGo = resolve;
      });
      return letGo;
    },
  };
};
