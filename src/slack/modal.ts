import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Subcommand } from '../../commands/contract.ts';
import type { About, Choice, Field, Form, Piece } from '../../commands/form.ts';
import { askedInPlace, subcommandOf } from '../../commands/index.ts';
import { mostCharacters } from '../domain/text/typed.ts';
import type { Message } from '../words/message.ts';
import { blocksOf, type Drawn } from './blocks.ts';
import { type Carried, carried } from './metadata.ts';
import { truncated } from './text.ts';

/*
 * Forms as modals. A field's name is its block's id; what Slack keeps of a field when a form is drawn again goes by
 * block and action id together, so a field that must not keep what stood in it gets another action id.
 */

const plain = (text: string, most: number) => ({
  type: 'plain_text' as const,
  text: truncated(text, most),
  emoji: false,
});

const option = ({ value, label }: Choice): PlainTextOption => ({ text: plain(label, 75), value });

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);

type Element = InputBlock['element'];

const elementOf = (field: Field, action_id: string): Element => {
  switch (field.is) {
    case 'text':
      return {
        type: 'plain_text_input',
        action_id,
        multiline: field.long,
        max_length: mostCharacters,
        ...(field.initial ? { initial_value: field.initial.slice(0, mostCharacters) } : {}),
      };
    case 'choice': {
      const all = field.groups.flatMap((group) => group.choices);
      const chosen = all.find((choice) => choice.value === field.initial);
      const initial = chosen ? { initial_option: option(chosen) } : {};
      if (field.shown === 'buttons') return { type: 'radio_buttons', action_id, options: all.map(option), ...initial };
      const [first] = field.groups;
      const choices =
        field.groups.length === 1 && first?.label === null
          ? { options: first.choices.map(option) }
          : {
              option_groups: field.groups.map((group) => ({
                label: plain(group.label ?? 'Choices', 75),
                options: group.choices.map(option),
              })),
            };
      return { type: 'static_select', action_id, ...choices, ...initial };
    }
    case 'choices': {
      const chosen = field.choices.filter((choice) => field.initial.includes(choice.value)).map(option);
      const initial = chosen.length > 0 ? { initial_options: chosen } : {};
      const options = field.choices.map(option);
      return field.shown === 'ticks'
        ? { type: 'checkboxes', action_id, options, ...initial }
        : { type: 'multi_static_select', action_id, options, ...initial };
    }
    case 'search': {
      const initial = field.initial.length > 0 ? { initial_options: field.initial.slice(0, 100).map(option) } : {};
      return { type: 'multi_external_select', action_id, min_query_length: 0, ...initial };
    }
    case 'person':
      return { type: 'users_select', action_id, ...(field.initial ? { initial_user: field.initial } : {}) };
    case 'people':
      return {
        type: 'multi_users_select',
        action_id,
        ...(field.initial.length > 0 ? { initial_users: [...field.initial] } : {}),
      };
    case 'day':
      return { type: 'datepicker', action_id, ...(field.initial ? { initial_date: field.initial } : {}) };
    case 'time':
      return { type: 'timepicker', action_id, ...(field.initial ? { initial_time: field.initial } : {}) };
    case 'moment':
      return { type: 'datetimepicker', action_id, initial_date_time: seconds(field.initial) };
  }
};

const inputOf = (field: Field): InputBlock => ({
  type: 'input',
  block_id: field.field,
  label: plain(field.label, 2000),
  optional: !field.required,
  element: elementOf(field, field.fresh ? `${field.field}:${field.fresh}` : field.field),
  ...(field.hint ? { hint: plain(field.hint, 2000) } : {}),
  ...((field.is === 'choice' || field.is === 'choices' || field.is === 'day') && field.redraws
    ? { dispatch_action: true }
    : {}),
});

const pieceBlocks = (piece: Piece, drawn: Drawn): KnownBlock[] => {
  if (piece.is === 'said') return piece.parts.flatMap((part) => blocksOf(part, drawn));
  if (piece.is === 'redraw') {
    const button = {
      type: 'button' as const,
      action_id: 'redraw',
      text: plain(piece.label, 75),
      value: JSON.stringify(piece.about),
    };
    return [{ type: 'actions', elements: [button] }];
  }
  return [inputOf(piece)];
};

/** The command whose form a modal is. */
export const subcommandOfForm = (callback: string): Subcommand | null => {
  const [, word] = callback.match(/^form:(.*)$/) ?? [];
  return word === undefined ? null : subcommandOf(word);
};

export const isForm = ({ callback_id }: ViewOutput): boolean => callback_id.startsWith('form:');

/** What a form says that is shown once more: another takes its place. */
const saidAbove = 'said-above';

/** A form just as it stands, with something said above it: what is typed stays, since its fields do. */
export const sameForm = (view: ViewOutput, message: Message): ModalView => {
  const above = message.parts
    .flatMap((part) => blocksOf(part))
    .map((block, n) => ({ ...block, block_id: `${saidAbove}-${n}` }));
  const fields = (view.blocks as KnownBlock[]).filter(({ block_id }) => !block_id?.startsWith(saidAbove));
  return {
    type: 'modal',
    callback_id: view.callback_id,
    title: plain(view.title.text, 24),
    submit: plain(view.submit?.text ?? 'Save', 24),
    close: plain('Cancel', 24),
    private_metadata: view.private_metadata,
    blocks: [...above, ...fields].slice(0, 100),
  };
};

/** A form as a modal. `where` says what it is about; its request id is new at each drawing. */
export const formView = (form: Form, where: Omit<Carried, 'about'>, drawn: Drawn = {}): ModalView => ({
  type: 'modal',
  callback_id: `form:${form.of}`,
  title: plain(form.title, 24),
  submit: plain(form.submit, 24),
  close: plain('Cancel', 24),
  private_metadata: carried({ ...where, about: form.about }),
  blocks: askedInPlace(form)
    .flatMap((piece) => pieceBlocks(piece, drawn))
    .slice(0, 100),
});

/** A page that says something in a modal's place: a receipt, with what may come next; or what somebody reads. */
export const pageView = (
  title: string,
  message: Message,
  { about = {}, ...where }: Omit<Carried, 'about'> & { about?: About },
): ModalView => ({
  type: 'modal',
  callback_id: 'page',
  title: plain(title, 24),
  close: plain('Done', 24),
  private_metadata: carried({ ...where, about }),
  blocks: message.parts.flatMap((part) => blocksOf(part)).slice(0, 100),
});
