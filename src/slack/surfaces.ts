import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Refusal } from '../domain/refusal.ts';
import type { Message } from '../words/message.ts';
import { slackMessage } from './blocks.ts';
import { formView, pageView } from './form.ts';
import type { Surface, Where } from './surface.ts';

type Ephemeral = { response_type: 'ephemeral'; text: string; blocks: KnownBlock[] };

const ephemeral = (message: Message): Ephemeral => ({ response_type: 'ephemeral', ...slackMessage(message) });

const refusalMessage = (refusals: readonly Refusal[]): Message => ({
  parts: [{ lines: refusals.map((refusal) => [refusal.words]) }],
});

/** Where there are no fields, a refusal and a receipt are said as everything else is. */
const answering = (say: Surface['say']): Omit<Surface, 'open'> => ({
  form: false,
  say,
  refuse: (refusals) => say(refusalMessage(refusals)),
  receipt: (message) => say(message),
});

type Given = { client: WebClient; trigger: string; newId: () => string };

/** A slash command: its answer travels in the acknowledgement and cannot fail to arrive. */
export const commandSurface = (ack: (answer?: Ephemeral) => Promise<void>, given: Given): Surface => {
  const say = (message: Message) => ack(ephemeral(message));
  return {
    ...answering(say),
    open: async (form, where) => {
      const view = formView(form, { ...where, request: given.newId() });
      await given.client.views.open({ trigger_id: given.trigger, view });
      await ack();
    },
  };
};

/** A shortcut: whatever it comes to is a page or a form of its own. */
export const shortcutSurface = (given: Given, where: Where): Surface => {
  const show = async (view: ModalView) => {
    await given.client.views.open({ trigger_id: given.trigger, view });
  };
  const say = (message: Message) => show(pageView('Fortnight', message, { ...where, request: given.newId() }));
  return {
    ...answering(say),
    open: (form, at) => show(formView(form, { ...at, request: given.newId() })),
  };
};

/** A button in a message: acknowledged first, answered beside it. */
export const buttonSurface = (
  respond: (answer: Ephemeral & { replace_original: false }) => Promise<unknown>,
  given: Given,
): Surface => {
  const say = async (message: Message) => {
    await respond({ ...ephemeral(message), replace_original: false });
  };
  return {
    ...answering(say),
    open: async (form, where) => {
      const view = formView(form, { ...where, request: given.newId() });
      await given.client.views.open({ trigger_id: given.trigger, view });
    },
  };
};

/** A button on a page in a modal: what comes next takes the page's place. */
export const pageSurface = (view: ViewOutput, given: Given, where: Where): Surface => {
  const show = async (next: ModalView) => {
    await given.client.views.update({ view_id: view.id, view: next });
  };
  const say = (message: Message) => show(pageView('Fortnight', message, { ...where, request: given.newId() }));
  return {
    ...answering(say),
    open: (form, at) => show(formView(form, { ...at, request: given.newId() })),
  };
};

/** Where in a form each refusal is shown: at its field, or at the first field where it has none in this form. */
export const errorsIn = (view: ViewOutput, refusals: readonly Refusal[]): Record<string, string> | null => {
  const inputs = view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id ?? '');
  const [first] = inputs;
  if (first === undefined) return null;
  const errors: Record<string, string> = {};
  for (const { field, words } of refusals) {
    const place = field !== null && inputs.includes(field) ? field : first;
    errors[place] = errors[place] ? `${errors[place]} ${words}` : words;
  }
  return errors;
};

/** A submitted form: refusals find their fields and the typed text stays; a receipt takes the form's place. */
export const submissionSurface = (
  ack: (answer: ViewResponseAction) => Promise<void>,
  view: ViewOutput,
  where: Where,
  newId: () => string,
): Surface => {
  const page = (title: string, message: Message, at: Where) =>
    ack({ response_action: 'update', view: pageView(title, message, { ...at, request: newId() }) });
  return {
    form: true,
    say: (message) => page(view.title.text, message, where),
    open: (form, at) => ack({ response_action: 'update', view: formView(form, { ...at, request: newId() }) }),
    receipt: (message, another, at) => {
      const next = another
        ? [
            {
              buttons: [
                { label: another === 'grade' ? 'Another judgement' : 'Record another', does: another, main: true },
              ],
            },
          ]
        : [];
      return page('Saved', { parts: [...message.parts, ...next] }, at);
    },
    refuse: (refusals) => {
      const errors = errorsIn(view, refusals);
      return errors
        ? ack({ response_action: 'errors', errors })
        : page(view.title.text, refusalMessage(refusals), where);
    },
  };
};
