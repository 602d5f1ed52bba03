import type { App } from '@slack/bolt';
import type { InputBlock, KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types';

/** The least that a form, an input and an option need, for forms in tests. */
export const words = (text: string): PlainTextElement => ({ type: 'plain_text', text });

export const option = (text: string, value: string): PlainTextOption => ({ text: words(text), value });

export const input = (label: string, block: string, element: Omit<InputBlock, 'type'>['element']): InputBlock => ({
  type: 'input',
  block_id: block,
  label: words(label),
  element,
});

export const textInput = (label: string, block: string): InputBlock =>
  input(label, block, { type: 'plain_text_input', action_id: block });

export const form = (callbackId: string, blocks: KnownBlock[]): ModalView => ({
  type: 'modal',
  callback_id: callbackId,
  title: words('Evidence'),
  submit: words('Save'),
  blocks,
});

/** Has `/judge` open a form. */
export const opens = (app: App, view: ModalView): void => {
  app.command('/judge', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view });
  });
};
