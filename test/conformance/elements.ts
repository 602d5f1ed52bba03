import { isDeepStrictEqual } from 'node:util';
import {
  anything,
  boolean,
  type Check,
  filled,
  isObject,
  list,
  matching,
  number,
  object,
  oneOf,
  plainText,
  string,
} from './checks.ts';
import {
  boxOption,
  confirmation,
  conversationFilter,
  dispatchConfig,
  menuOption,
  optionGroup,
  workflow,
} from './objects.ts';

const acted = { action_id: string('action_id') };
const focus = { focus_on_load: boolean };
const confirm = { confirm: confirmation };
const placeholder = { placeholder: plainText('select.placeholder') };
const dispatch = { dispatch_action_config: dispatchConfig };
const several = { max_selected_items: number('none') };

const element = (members: Record<string, Check>, optional: Record<string, Check>, ...further: Check[]): Check =>
  object({ type: filled, ...members }, { ...acted, ...optional }, ...further);

/** What is chosen at the start must be on offer, to the letter; an empty start is left out. */
const startOffered: Check = (value, at) => {
  if (!isObject(value)) return;
  const groups = Array.isArray(value.option_groups) ? value.option_groups.filter(isObject) : [];
  const offered = [value.options, ...groups.map((group) => group.options)].flat().filter(isObject);
  const start = [value.initial_option, value.initial_options].flat().filter((item) => item !== undefined);
  for (const option of start)
    if (!offered.some((each) => isDeepStrictEqual(each, option)))
      at.complain('initial_option.offered', 'what is chosen at the start is not among the options');
};

const startFilled: Check = (value, at) => {
  if (!isObject(value)) return;
  for (const [name, start] of Object.entries(value))
    if (name.startsWith('initial_') && Array.isArray(start) && start.length === 0)
      at.complain('initial.empty', `${name} must be left out where it is empty`);
};

const oneSource =
  (rule: string, names: [string, string]): Check =>
  (value, at) => {
    if (!isObject(value)) return;
    const given = names.filter((name) => value[name] !== undefined);
    if (given.length !== 1) at.complain(rule, `takes exactly one of ${names.join(' and ')}, and has ${given.length}`);
  };

const offers = {
  options: list(menuOption, 'select.options'),
  option_groups: list(optionGroup, 'select.option_groups'),
};

const someChoice: Check = (value, at) => {
  if (isObject(value) && Array.isArray(value.options) && value.options.length === 0)
    at.complain('select.options.min_items', 'offers nothing');
};

const select = (
  name: string,
  start: Record<string, Check>,
  more: Record<string, Check>,
  ...further: Check[]
): Record<string, Check> => ({
  [name]: element({}, { ...placeholder, ...confirm, ...focus, ...start, ...more }, startFilled, ...further),
});

const choiceSource = oneSource('static_select.choice_source', ['options', 'option_groups']);
const ids = list(filled);

const textInput = (more: Record<string, Check>, ...further: Check[]): Check =>
  element({}, { ...placeholder, ...focus, ...dispatch, initial_value: string(), ...more }, ...further);

/** The start of a text is within its own limits: Slack would not open the form. */
const startWithin: Check = (value, at) => {
  if (!isObject(value) || typeof value.initial_value !== 'string') return;
  const most = typeof value.max_length === 'number' ? value.max_length : 3000;
  if ([...value.initial_value].length > most)
    at.complain('initial_value.max_length', `starts with more than ${most} characters`);
};

const range: Check = (value, at) => {
  if (
    isObject(value) &&
    value.min_value !== undefined &&
    value.max_value !== undefined &&
    Number(value.min_value) > Number(value.max_value)
  )
    at.complain('number_input.range', 'min_value is above max_value');
};

const slackFile: Check = (value, at) => {
  object({}, { id: filled, url: filled })(value, at);
  oneSource('slack_file.source', ['id', 'url'])(value, at);
};

export const imageSource = oneSource('image.source', ['image_url', 'slack_file']);
export const imageMembers = { image_url: string('image.image_url'), slack_file: slackFile };

const moment: Check = (value, at) => {
  if (typeof value !== 'number' || String(value).length !== 10) at.complain('type', 'must be whole seconds since 1970');
};

const buttonStyle = { style: oneOf('primary', 'danger') };

export const image = object({ type: filled, alt_text: string('image.alt_text') }, imageMembers, imageSource);

export const button = element(
  { text: plainText('button.text') },
  {
    url: string('button.url'),
    value: string('button.value'),
    accessibility_label: string('button.accessibility_label'),
    ...buttonStyle,
    ...confirm,
  },
);

const boxes = (name: 'checkboxes' | 'radio_buttons', start: Record<string, Check>): Check =>
  element(
    { options: list(boxOption, `${name}.options`) },
    { ...confirm, ...focus, ...start },
    startFilled,
    startOffered,
  );

const feedback = object(
  { text: plainText('feedback_button.text'), value: string('feedback_button.value') },
  { accessibility_label: string('feedback_button.accessibility_label') },
);

/** Every element of Block Kit by its type, with Slack's published limits. */
export const elements: Record<string, Check> = {
  button,
  image,
  workflow_button: element(
    { text: plainText('button.text'), workflow },
    { accessibility_label: string('button.accessibility_label'), ...buttonStyle },
  ),
  overflow: element({ options: list(menuOption, 'overflow.options') }, confirm),
  checkboxes: boxes('checkboxes', { initial_options: list(boxOption) }),
  radio_buttons: boxes('radio_buttons', { initial_option: boxOption }),
  ...select('static_select', { initial_option: menuOption }, offers, choiceSource, someChoice, startOffered),
  ...select(
    'multi_static_select',
    { initial_options: list(menuOption) },
    { ...offers, ...several },
    choiceSource,
    someChoice,
    startOffered,
  ),
  ...select('external_select', { initial_option: menuOption }, { min_query_length: number('none') }),
  ...select(
    'multi_external_select',
    { initial_options: list(menuOption, 'select.options') },
    { min_query_length: number('none'), ...several },
  ),
  ...select('users_select', { initial_user: filled }, {}),
  ...select('multi_users_select', { initial_users: ids }, several),
  ...select('channels_select', { initial_channel: filled }, { response_url_enabled: boolean }),
  ...select('multi_channels_select', { initial_channels: ids }, several),
  ...select(
    'conversations_select',
    { initial_conversation: filled, default_to_current_conversation: boolean },
    { filter: conversationFilter, response_url_enabled: boolean },
  ),
  ...select(
    'multi_conversations_select',
    { initial_conversations: ids, default_to_current_conversation: boolean },
    { filter: conversationFilter, ...several },
  ),
  datepicker: element(
    {},
    { ...placeholder, ...confirm, ...focus, initial_date: matching(/^\d{4}-\d{2}-\d{2}$/, '2013-11-19') },
  ),
  timepicker: element(
    {},
    {
      ...placeholder,
      ...confirm,
      ...focus,
      timezone: filled,
      initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, '17:30'),
    },
  ),
  datetimepicker: element({}, { ...confirm, ...focus, initial_date_time: moment }),
  plain_text_input: textInput(
    {
      multiline: boolean,
      min_length: number('plain_text_input.max_length'),
      max_length: number('plain_text_input.max_length'),
    },
    startWithin,
  ),
  email_text_input: textInput({}),
  url_text_input: textInput({}),
  number_input: element(
    { is_decimal_allowed: boolean },
    { ...placeholder, ...focus, ...dispatch, initial_value: filled, min_value: filled, max_value: filled },
    range,
  ),
  rich_text_input: element(
    {},
    {
      ...placeholder,
      ...focus,
      ...dispatch,
      initial_value: anything,
      min_lines: number('none'),
      max_lines: number('none'),
    },
  ),
  file_input: element({}, { filetypes: list(filled), max_files: number('file_input.max_files') }),
  feedback_buttons: element({ positive_button: feedback, negative_button: feedback }, {}),
  icon_button: element(
    { icon: filled, text: plainText('button.text') },
    {
      accessibility_label: string('button.accessibility_label'),
      value: string('button.value'),
      visible_to_user_ids: list(filled, 'icon_button.visible_to_user_ids'),
      ...confirm,
    },
  ),
  url: object({ type: filled, url: string('url_source.url'), text: filled }, {}),
};
