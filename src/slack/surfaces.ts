import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { InputBlock, KnownBlock } from '@slack/types';
import type { Refusal } from '../domain/refusal.ts';
import { type Button, followedBy, type Message, message } from '../words/message.ts';
import { slackMessage } from './blocks.ts';
import { formView, pageView, sameForm } from './modal.ts';
import { type Drawing, type Opening, opening, pageOf } from './pages.ts';
import type { Surface, Where } from './surface.ts';

type Ephemeral = { response_type: 'ephemeral'; text: string; blocks: KnownBlock[] };

const ephemeral = (message: Message): Ephemeral => ({ response_type: 'ephemeral', ...slackMessage(message) });

const refusalMessage = (refusals: readonly Refusal[], buttons: readonly Button[] = []): Message =>
  message({ lines: refusals.map((refusal) => [refusal.words]) }, { buttons });

/** Where there are no fields, a refusal and a receipt are said as everything else is. */
export const answering = (say: Surface['say']): Omit<Surface, 'open' | 'show'> => ({
  form: false,
  say,
  refuse: (refusals, beside) => say(refusalMessage(refusals, beside)),
  receipt: (message) => say(message),
});

/** A slash command: its answer travels in the acknowledgement. A refusal gives back what was `typed`. */
export const commandSurface = (ack: (answer?: Ephemeral) => Promise<void>, way: Opening, typed: string): Surface => ({
  ...answering((message) => ack(ephemeral(message))),
  refuse: (refusals, beside) =>
    ack(ephemeral(followedBy(refusalMessage(refusals, beside), ...(typed.includes(' ') ? [{ quote: typed }] : [])))),
  show: async (page, where) => {
    await opening(way).show(page, where);
    await ack();
  },
  open: async (form, where) => {
    await opening(way).open(form, where);
    await ack();
  },
});

/** A button in a message: acknowledged first, answered beside it. */
export const buttonSurface = (
  respond: (answer: Ephemeral & { replace_original: false }) => Promise<unknown>,
  way: Opening,
): Surface => ({
  ...answering(async (message) => {
    await respond({ ...ephemeral(message), replace_original: false });
  }),
  ...opening(way),
});

/** Where in a form a refusal is shown: at its field, or the one it is a part of; at the first where the form has neither. */
const placeIn = (view: ViewOutput, { field }: Refusal): InputBlock | undefined => {
  const inputs = (view.blocks as KnownBlock[]).filter((block) => block.type === 'input');
  return inputs.find(({ block_id: input }) => field === input || field?.startsWith(`${input}.`)) ?? inputs[0];
};

/** What the field is called at which a refusal is shown. */
export const labelIn = (view: ViewOutput, refusal: Refusal): string =>
  placeIn(view, refusal)?.label.text ?? view.title.text;

/** Each refusal at its place; null where the form has no field. */
export const errorsIn = (view: ViewOutput, refusals: readonly Refusal[]): Record<string, string> | null => {
  const errors: Record<string, string> = {};
  for (const refusal of refusals) {
    const place = placeIn(view, refusal)?.block_id;
    if (place === undefined) return null;
    errors[place] = errors[place] ? `${errors[place]} ${refusal.words}` : refusal.words;
  }
  return errors;
};

/** A submitted form: refusals find their fields and the typed text stays; a receipt takes the form's place. */
export const submissionSurface = (
  ack: (answer: ViewResponseAction) => Promise<void>,
  view: ViewOutput,
  where: Where,
  { newId, drawn }: Drawing,
): Surface => {
  const page = (title: string, message: Message, at: Where) =>
    ack({ response_action: 'update', view: pageView(title, message, { ...at, request: newId() }) });
  return {
    form: true,
    say: (message) => page(view.title.text, message, where),
    show: (shown, at) => ack({ response_action: 'update', view: pageOf(shown, at, newId()) }),
    open: (form, at) => ack({ response_action: 'update', view: formView(form, { ...at, request: newId() }, drawn()) }),
    receipt: (message, another, at) =>
      page('Saved', followedBy(message, { buttons: another ? [{ ...another, main: true }] : [] }), at),
    refuse: (refusals, beside = []) => {
      const errors = errorsIn(view, refusals);
      if (!errors) return page(view.title.text, refusalMessage(refusals, beside), where);
      return beside.length === 0
        ? ack({ response_action: 'errors', errors })
        : ack({ response_action: 'update', view: sameForm(view, refusalMessage(refusals, beside)) });
    },
  };
};
