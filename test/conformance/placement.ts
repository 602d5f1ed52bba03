import { anyText, anything, byType, type Check, isObject, plainText } from './checks.ts';
import { elements, image } from './elements.ts';

const selects = ['static', 'external', 'users', 'conversations', 'channels'].flatMap((kind) => [
  `${kind}_select`,
  `multi_${kind}_select`,
]);
const anywhere = [...selects, 'checkboxes', 'radio_buttons', 'datepicker', 'timepicker'];

/** Elements that Slack shows in some surfaces only. */
const onlyIn: Record<string, string[]> = {
  datetimepicker: ['modal', 'message'],
  email_text_input: ['modal'],
  url_text_input: ['modal'],
  number_input: ['modal'],
  file_input: ['modal'],
  rich_text_input: ['modal', 'home'],
};

const among = (types: string[], rule: string): Check => {
  const allowed = byType(Object.fromEntries(types.map((type) => [type, elements[type] ?? anything])), rule);
  return (value, at) => {
    allowed(value, at);
    const type = isObject(value) ? String(value.type) : '';
    if (onlyIn[type] && !onlyIn[type].includes(at.surface))
      at.complain('element.surface', `${type} does not belong in a ${at.surface}`);
  };
};

export const inputElement = among(
  [
    ...anywhere,
    'datetimepicker',
    'plain_text_input',
    'email_text_input',
    'url_text_input',
    'number_input',
    'rich_text_input',
    'file_input',
  ],
  'input.element',
);
export const actionsElement = among(
  [...anywhere, 'datetimepicker', 'button', 'overflow', 'workflow_button', 'rich_text_input'],
  'actions.elements',
);
export const accessory = among([...anywhere, 'button', 'overflow', 'workflow_button', 'image'], 'section.accessory');
export const contextElement = byType({ image, plain_text: plainText(), mrkdwn: anyText() }, 'context.elements');
export const contextAction = among(['feedback_buttons', 'icon_button'], 'context_actions.elements');
