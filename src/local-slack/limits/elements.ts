import { anyText, anything, byType, type Look, list, number, object, plainText, string, truth } from './looks.ts';
import { most } from './numbers.ts';

const confirm = object(
  {
    title: plainText(most['confirmation.title.max_length']),
    text: anyText(most['confirmation.text.max_length']),
    confirm: plainText(most['confirmation.confirm.max_length']),
    deny: plainText(most['confirmation.deny.max_length']),
  },
  { style: string() },
);

const optionWith = (text: typeof plainText): Look =>
  object(
    { text: text(most['option.text.max_length']), value: string(most['option.value.max_length'], 1) },
    {
      description: text(most['option.description.max_length']),
      url: string(most['option.url.max_length']),
    },
  );
/** In a menu an option is plain text; boxes to tick and to choose from take markup too. */
const menuOption = optionWith(plainText);
const boxOption = optionWith(anyText);

const optionGroup = object(
  {
    label: plainText(most['option_group.label.max_length']),
    options: list(menuOption, most['option_group.options.max_items'], 1),
  },
  {},
);

const common = { action_id: string(most['action_id.max_length']), type: anything, focus_on_load: truth, confirm };
const entry = {
  ...common,
  placeholder: plainText(most['select.placeholder.max_length']),
  dispatch_action_config: anything,
};
const offers = {
  options: list(menuOption, most['select.options.max_items'], 1),
  option_groups: list(optionGroup, most['select.option_groups.max_items'], 1),
};
const boxes = (options: number, start: Record<string, Look>): Look =>
  object({ options: list(boxOption, options, 1) }, { ...common, ...start });

/** A select of one, and of several. */
const selects = (kind: string, more: Record<string, Look>, one: Record<string, Look>, many: Record<string, Look>) => ({
  [`${kind}_select`]: object({}, { ...entry, ...more, ...one, response_url_enabled: truth }),
  [`multi_${kind}_select`]: object({}, { ...entry, ...more, ...many, max_selected_items: number }),
});
const ids = list(string(), Number.POSITIVE_INFINITY, 1);
const options = list(menuOption, most['select.options.max_items'], 1);

const button = object(
  { text: plainText(most['button.text.max_length']) },
  {
    ...common,
    url: string(most['button.url.max_length']),
    value: string(most['button.value.max_length']),
    accessibility_label: string(most['button.accessibility_label.max_length']),
    style: string(),
    workflow: anything,
  },
);

export const image = object(
  { alt_text: string(most['image.alt_text.max_length'], 1) },
  { type: anything, image_url: string(most['image.image_url.max_length']), slack_file: anything },
);

const anywhere: Record<string, Look> = {
  ...selects('static', offers, { initial_option: menuOption }, { initial_options: options }),
  ...selects('external', { min_query_length: number }, { initial_option: menuOption }, { initial_options: options }),
  ...selects('users', {}, { initial_user: string() }, { initial_users: ids }),
  ...selects('channels', {}, { initial_channel: string() }, { initial_channels: ids }),
  ...selects(
    'conversations',
    { default_to_current_conversation: truth, filter: anything },
    { initial_conversation: string() },
    { initial_conversations: ids },
  ),
  checkboxes: boxes(most['checkboxes.options.max_items'], {
    initial_options: list(boxOption, Number.POSITIVE_INFINITY, 1),
  }),
  radio_buttons: boxes(most['radio_buttons.options.max_items'], { initial_option: boxOption }),
  datepicker: object({}, { ...entry, initial_date: string() }),
  timepicker: object({}, { ...entry, initial_time: string(), timezone: string() }),
  datetimepicker: object({}, { ...common, initial_date_time: number }),
};

const longest = most['plain_text_input.max_length.max'];
const typed: Record<string, Look> = {
  plain_text_input: object(
    {},
    { ...entry, initial_value: string(longest), multiline: truth, min_length: number, max_length: number },
  ),
  email_text_input: object({}, { ...entry, initial_value: string() }),
  url_text_input: object({}, { ...entry, initial_value: string() }),
  number_input: object(
    { is_decimal_allowed: truth },
    { ...entry, initial_value: string(), min_value: string(), max_value: string() },
  ),
  rich_text_input: object({}, { ...entry, initial_value: anything, min_lines: number, max_lines: number }),
  file_input: object({}, { ...common, filetypes: anything, max_files: number }),
};

const pressed: Record<string, Look> = {
  button,
  workflow_button: button,
  overflow: object({ options: list(menuOption, most['overflow.options.max_items'], 1) }, common),
};

export const inputElement = byType({ ...anywhere, ...typed });
export const actionsElement = byType({ ...anywhere, ...pressed, rich_text_input: anything });
export const accessory = byType({ ...anywhere, ...pressed, image });
export const contextElement = byType({
  image,
  plain_text: plainText(most['text.max_length']),
  mrkdwn: anyText(most['text.max_length']),
});
/** What an external select is answered with. */
export const suggestions = object(
  {},
  {
    options: list(boxOption, most['select.options.max_items']),
    option_groups: list(optionGroup, most['select.option_groups.max_items']),
  },
);
