/*
 * What Slack takes at most (Slack's Block Kit reference, August 2026). The tests hold each against the published limits, by
 * its path there.
 */
export const most = {
  'text.max_length': 3000,
  'action_id.max_length': 255,
  'block_id.max_length': 255,
  'button.text.max_length': 75,
  'button.url.max_length': 3000,
  'button.value.max_length': 2000,
  'button.accessibility_label.max_length': 75,
  'confirmation.title.max_length': 100,
  'confirmation.text.max_length': 300,
  'confirmation.confirm.max_length': 30,
  'confirmation.deny.max_length': 30,
  'option.text.max_length': 75,
  'option.value.max_length': 150,
  'option.description.max_length': 75,
  'option.url.max_length': 3000,
  'option_group.label.max_length': 75,
  'option_group.options.max_items': 100,
  'select.placeholder.max_length': 150,
  'select.options.max_items': 100,
  'select.option_groups.max_items': 100,
  'overflow.options.max_items': 5,
  'checkboxes.options.max_items': 10,
  'radio_buttons.options.max_items': 10,
  'plain_text_input.max_length.max': 3000,
  'actions.elements.max_items': 25,
  'context.elements.max_items': 10,
  'header.text.max_length': 150,
  'image.image_url.max_length': 3000,
  'image.alt_text.max_length': 2000,
  'alert.text.max_length': 200,
  'input.label.max_length': 2000,
  'input.hint.max_length': 2000,
  'markdown.text.max_length': 12_000,
  'section.text.max_length': 3000,
  'section.fields.max_items': 10,
  'section.fields.item_max_length': 2000,
  'view.blocks.max_items': 100,
  'view.private_metadata.max_length': 3000,
  'view.callback_id.max_length': 255,
  'view.title.max_length': 24,
  'view.close.max_length': 24,
  'view.submit.max_length': 24,
} as const;

/** Said in Slack's reference of messages; the published limits leave it out. */
export const mostMessageBlocks = 50;
/** Said in Slack's reference of the table block; the published limits leave it out. */
export const mostInTable = { rows: 100, columns: 20, characters: 10_000 } as const;
/** A longer text is cut by Slack, or refused: `msg_too_long`. */
export const longestMessage = 40_000;
