import { type Json, type JsonObject, listIn, textIn, truthIn } from '../json.ts';

/** What a person enters: text, an option's value or words, a person's or channel's id or name, several of these, or null to clear. */
export type FieldEntry = string | number | readonly string[] | null;

/** The name under which view.state.values holds what each element has, and the element's own name for its start. */
const kept: Record<string, { as: string; start: string; none: Json }> = {
  plain_text_input: { as: 'value', start: 'initial_value', none: null },
  email_text_input: { as: 'value', start: 'initial_value', none: null },
  url_text_input: { as: 'value', start: 'initial_value', none: null },
  number_input: { as: 'value', start: 'initial_value', none: null },
  rich_text_input: { as: 'rich_text_value', start: 'initial_value', none: null },
  static_select: { as: 'selected_option', start: 'initial_option', none: null },
  external_select: { as: 'selected_option', start: 'initial_option', none: null },
  radio_buttons: { as: 'selected_option', start: 'initial_option', none: null },
  checkboxes: { as: 'selected_options', start: 'initial_options', none: [] },
  multi_static_select: { as: 'selected_options', start: 'initial_options', none: [] },
  multi_external_select: { as: 'selected_options', start: 'initial_options', none: [] },
  users_select: { as: 'selected_user', start: 'initial_user', none: null },
  multi_users_select: { as: 'selected_users', start: 'initial_users', none: [] },
  conversations_select: { as: 'selected_conversation', start: 'initial_conversation', none: null },
  multi_conversations_select: { as: 'selected_conversations', start: 'initial_conversations', none: [] },
  channels_select: { as: 'selected_channel', start: 'initial_channel', none: null },
  multi_channels_select: { as: 'selected_channels', start: 'initial_channels', none: [] },
  datepicker: { as: 'selected_date', start: 'initial_date', none: null },
  timepicker: { as: 'selected_time', start: 'initial_time', none: null },
  datetimepicker: { as: 'selected_date_time', start: 'initial_date_time', none: null },
  file_input: { as: 'files', start: '', none: [] },
};

export const keepsState = (element: JsonObject): boolean => textIn(element.type) in kept;

/** The member of the state that holds what was entered. */
export const entryName = (element: JsonObject): string => kept[textIn(element.type)]?.as ?? 'value';

/** The state of an element holding this entry. */
export const stateWith = (element: JsonObject, entry: Json): JsonObject => ({
  type: textIn(element.type),
  [entryName(element)]: entry,
});

/** The state of an element before anybody touches it. `opened` is the conversation that the form was opened from. */
export const initialState = (element: JsonObject, opened: string | undefined): JsonObject => {
  const { start, none } = kept[textIn(element.type)] ?? { start: '', none: null };
  const here = opened && truthIn(element.default_to_current_conversation) ? opened : undefined;
  const first = element[start] ?? here;
  const several = Array.isArray(none);
  return stateWith(element, several && typeof first === 'string' ? [first] : (first ?? none));
};

/** Nothing is entered. */
export const isEmpty = (element: JsonObject, state: JsonObject): boolean => {
  const entry = state[entryName(element)] ?? null;
  return entry === null || entry === '' || (Array.isArray(entry) && listIn(entry).length === 0);
};
