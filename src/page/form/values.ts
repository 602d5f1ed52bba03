import type { Block, Entries, FieldEntry, JsonObject, View } from '../../practice/page-server/wire.ts';
import { objectIn, optionsIn, textIn, truthIn, wordsIn } from '../blocks/json.ts';

/** A place in a form where something is entered. */
export type FormField = {
  block: string;
  action: string;
  label: string;
  hint: string;
  element: JsonObject;
  optional: boolean;
  /** The app is told of each change. */
  dispatches: boolean;
  /** What stands in it, as the server knows. */
  stands: FieldEntry;
  state: JsonObject;
};

/** What a field's state holds, as it is entered: a text, an option's value, an id, a moment, or several of these. */
const entryOf = (state: JsonObject): FieldEntry => {
  if (Array.isArray(state.selected_options)) return optionsIn(state.selected_options).map(({ value }) => value);
  const ids = [state.selected_users, state.selected_conversations, state.selected_channels].find(Array.isArray);
  if (ids) return ids.map(textIn);
  const option = objectIn(state.selected_option).value;
  if (typeof option === 'string') return option;
  if (typeof state.selected_date_time === 'number') return state.selected_date_time;
  const { value, selected_user, selected_conversation, selected_channel, selected_date, selected_time } = state;
  const text = [value, selected_user, selected_conversation, selected_channel, selected_date, selected_time].find(
    (each) => typeof each === 'string',
  );
  return typeof text === 'string' ? text : null;
};

export const fieldOf = (view: View, block: Block): FormField => {
  const element = objectIn(block.element);
  const action = textIn(element.action_id);
  const state = objectIn(view.state.values[block.block_id]?.[action]);
  return {
    block: block.block_id,
    action,
    label: wordsIn(block.label),
    hint: wordsIn(block.hint),
    element,
    optional: truthIn(block.optional),
    dispatches: truthIn(block.dispatch_action),
    stands: entryOf(state),
    state,
  };
};

export const fieldsIn = (view: View): FormField[] =>
  view.blocks.filter(({ type }) => type === 'input').map((block) => fieldOf(view, block));

export const isEmpty = (entry: FieldEntry): boolean =>
  entry === null || entry === '' || (Array.isArray(entry) && entry.length === 0);

/** The same field drawn again keeps what was typed; with another action it is another field. */
export const keyOf = ({ block, action }: Pick<FormField, 'block' | 'action'>): string => `${block} ${action}`;

const isSame = (one: FieldEntry, other: FieldEntry): boolean =>
  (isEmpty(one) && isEmpty(other)) || JSON.stringify(one) === JSON.stringify(other);

/** What stands in a field: what was typed, also nothing at all, before what the server knows. */
export const standsIn = (field: FormField, typed: Readonly<Record<string, FieldEntry>>): FieldEntry => {
  const entry = typed[keyOf(field)];
  return entry === undefined ? field.stands : entry;
};

/** What was entered and the server does not know yet, by block. */
export const news = (view: View, typed: Readonly<Record<string, FieldEntry>>): Entries =>
  Object.fromEntries(
    fieldsIn(view).flatMap((field) => {
      const entry = typed[keyOf(field)];
      return entry === undefined || isSame(entry, field.stands) ? [] : [[field.block, entry === '' ? null : entry]];
    }),
  );

/** What was entered otherwise, or only, after that was sent. */
export const enteredSince = (
  sent: Readonly<Record<string, FieldEntry>>,
  now: Readonly<Record<string, FieldEntry>>,
): Record<string, FieldEntry> =>
  Object.fromEntries(
    Object.entries(now).filter(([key, entry]) => sent[key] === undefined || !isSame(sent[key], entry)),
  );
