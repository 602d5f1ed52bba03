import { checkBlocks } from './blocks.ts';
import {
  anything,
  boolean,
  type Check,
  type Complaint,
  filled,
  isObject,
  list,
  object,
  oneOf,
  plainText,
  startAt,
  string,
} from './checks.ts';
import { boxOption, optionGroup } from './objects.ts';

const largestView = 250_000;
/** Slack advises this for a message's text. Beyond it a message may be cut into several. */
const longestText = 4000;
const mostMessageBlocks = 50;

const modalMembers = {
  title: plainText('view.title'),
};
const blocksOfView: Check = (value, at) => {
  list(anything, 'view.blocks')(value, at);
  checkBlocks(value, at);
};
const shared = {
  private_metadata: string('view.private_metadata'),
  callback_id: string('view.callback_id'),
  external_id: string('view.callback_id'),
};

const modal = object(
  { type: oneOf('modal'), ...modalMembers, blocks: blocksOfView },
  {
    ...shared,
    submit: plainText('view.submit'),
    close: plainText('view.close'),
    clear_on_close: boolean,
    notify_on_close: boolean,
    submit_disabled: boolean,
  },
  (value, at) => {
    const inputs =
      isObject(value) &&
      Array.isArray(value.blocks) &&
      value.blocks.some((block) => isObject(block) && block.type === 'input');
    if (inputs && isObject(value) && value.submit === undefined)
      at.complain('view.submit.missing', 'a form with inputs needs a submit button');
  },
);
const home = object({ type: oneOf('home'), blocks: blocksOfView }, shared);

/** What Slack, or this house, would not take in a view. */
export const checkView = (view: unknown, where = 'view'): Complaint[] => {
  const complaints: Complaint[] = [];
  const isHome = isObject(view) && view.type === 'home';
  const at = startAt(where, isHome ? 'home' : 'modal', complaints);
  (isHome ? home : modal)(view, at);
  const size = Buffer.byteLength(JSON.stringify(view) ?? '');
  if (size > largestView) at.complain('view_too_large', `it is ${size} bytes, and at most ${largestView}`);
  return complaints;
};

/** How many tables stand among blocks, of either kind. */
const tablesIn = (blocks: unknown): number =>
  (Array.isArray(blocks) ? blocks : []).filter(
    (block) => isObject(block) && (block.type === 'table' || block.type === 'data_table'),
  ).length;

/** A table in an answer would go unseen: nothing comes back where Slack does not take it there. */
export const checkNoTable = (message: unknown, where: string): Complaint[] => {
  const complaints: Complaint[] = [];
  if (isObject(message) && tablesIn(message.blocks) > 0)
    startAt(where, 'message', complaints).complain(
      'answer.table',
      'a table is posted or updated, and goes in no answer',
    );
  return complaints;
};

/** What Slack, or this house, would not take in a message: always a text, blocks within limits, text-only where it is long. */
export const checkMessage = (message: unknown, where = 'message'): Complaint[] => {
  const complaints: Complaint[] = [];
  const at = startAt(where, 'message', complaints);
  if (!isObject(message)) {
    at.complain('type', 'must be an object');
    return complaints;
  }
  const { text, blocks, attachments } = message;
  if (typeof text !== 'string' || text.trim() === '')
    at.complain('message.text', 'a message has a text, for notifications and screen readers');
  else if ([...text].length > longestText)
    at.complain('message.text.long', `its text is ${[...text].length} long, and at most ${longestText}`);
  if (blocks !== undefined) {
    if (Array.isArray(blocks) && blocks.length > mostMessageBlocks)
      at.complain('message.blocks.max_items', `it has ${blocks.length} blocks, and at most ${mostMessageBlocks}`);
    checkBlocks(blocks, at.down('blocks'));
    const tables = tablesIn(blocks);
    if (tables > 1) at.complain('message.tables', `it has ${tables} tables, and at most one`);
  }
  const attached = Array.isArray(attachments) ? attachments : [];
  for (const [place, attachment] of attached.entries())
    if (isObject(attachment) && attachment.blocks !== undefined)
      checkBlocks(attachment.blocks, at.down('attachments').down(place).down('blocks'));
  const metadata = message.metadata;
  if (metadata !== undefined && isObject(metadata) && 'event_type' in metadata)
    object({ event_type: filled, event_payload: anything }, {})(metadata, at.down('metadata'));
  return complaints;
};

/** What Slack would not take as the options of an external select. */
export const checkOptions = (given: unknown, where = 'options'): Complaint[] => {
  const complaints: Complaint[] = [];
  const at = startAt(where, 'modal', complaints);
  object({}, { options: list(boxOption, 'select.options'), option_groups: list(optionGroup, 'select.option_groups') })(
    given,
    at,
  );
  return complaints;
};
