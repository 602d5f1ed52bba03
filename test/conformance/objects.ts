import { anyText, boolean, type Check, filled, list, object, oneOf, plainText, string } from './checks.ts';

export const confirmation = object(
  {
    title: plainText('confirmation.title'),
    text: anyText('confirmation.text'),
    confirm: plainText('confirmation.confirm'),
    deny: plainText('confirmation.deny'),
  },
  { style: oneOf('primary', 'danger') },
);

const optionWith = (text: typeof plainText): Check =>
  object(
    { text: text('option.text'), value: string('option.value') },
    { description: text('option.description'), url: string('option.url') },
  );

/** In a menu an option is plain text; radio buttons and checkboxes take mrkdwn too. */
export const menuOption = optionWith(plainText);
export const boxOption = optionWith(anyText);

export const optionGroup = object(
  { label: plainText('option_group.label'), options: list(menuOption, 'option_group.options') },
  {},
);

export const dispatchConfig = object(
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered')) },
  {},
);
export const conversationFilter = object(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);
export const parameter = object({ name: filled, value: string() }, {});
export const trigger = object({ url: filled }, { customizable_input_parameters: list(parameter) });
export const workflow = object({ trigger }, {});
