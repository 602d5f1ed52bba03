import { randomBytes } from 'node:crypto';
import { isObject, type Json, type JsonObject, objectsIn, parsedJson, textIn } from './json.ts';
import type { Block } from './shown.ts';

const newBlockId = (): string => randomBytes(4).toString('base64url').slice(0, 5);

const withActionId = (element: JsonObject): JsonObject =>
  'action_id' in element || !interactive.has(textIn(element.type))
    ? element
    : { ...element, action_id: randomBytes(4).toString('base64url').slice(0, 5) };

const interactive = new Set([
  'button',
  'checkboxes',
  'radio_buttons',
  'overflow',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'file_input',
  ...['static', 'external', 'users', 'conversations', 'channels'].flatMap((kind) => [
    `${kind}_select`,
    `multi_${kind}_select`,
  ]),
]);

/** Text objects as Slack gives them back: with what they leave out said. */
export const keptText = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(keptText);
  if (!isObject(value)) return value;
  const members = Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, item === undefined ? undefined : keptText(item)]),
  );
  if (value.type === 'plain_text') return { emoji: true, ...members };
  return value.type === 'mrkdwn' ? { verbatim: false, ...members } : members;
};

/** Blocks as Slack keeps them: each with a block_id, each element that people act on with an action_id. */
export const keptBlocks = (given: Json | undefined): Block[] => {
  const parsed = typeof given === 'string' ? parsedJson(given) : given;
  return objectsIn(keptText(parsed ?? [])).map((block) => ({
    ...block,
    type: textIn(block.type),
    block_id: textIn(block.block_id) || newBlockId(),
    ...(isObject(block.element) && { element: withActionId(block.element) }),
    ...(isObject(block.accessory) && { accessory: withActionId(block.accessory) }),
    ...(block.type === 'actions' && { elements: objectsIn(block.elements).map(withActionId) }),
  }));
};
