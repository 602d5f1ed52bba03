import {
  type At,
  anyText,
  boolean,
  byType,
  type Check,
  filled,
  isObject,
  lengthOf,
  list,
  mrkdwnText,
  object,
  oneOf,
  plainText,
  type Surface,
  string,
} from './checks.ts';
import { button, elements, image, imageMembers, imageSource } from './elements.ts';
import { accessory, actionsElement, contextAction, contextElement, inputElement } from './placement.ts';
import { limitAt } from './published.ts';
import { richText } from './rich-text.ts';
import { dataTable, dataVisualization, table } from './tables.ts';

const own = { block_id: string('block_id') };

const block = (members: Record<string, Check>, optional: Record<string, Check>, ...further: Check[]): Check =>
  object({ type: filled, ...members }, { ...own, ...optional }, ...further);

const someOf =
  (rule: string, ...names: string[]): Check =>
  (value, at) => {
    if (isObject(value) && names.every((name) => value[name] === undefined))
      at.complain(rule, `needs one of ${names.join(', ')}`);
  };

const field: Check = (value, at) => {
  anyText()(value, at);
  const words = isObject(value) && typeof value.text === 'string' ? lengthOf(value.text) : 0;
  const most = limitAt('section.fields.item_max_length') ?? Number.POSITIVE_INFINITY;
  if (words > most) at.complain('section.fields.item_max_length', `its length is ${words}, and at most ${most}`);
};

const card = block(
  {},
  {
    hero_image: image,
    icon: image,
    slack_icon: object({ type: filled, name: filled }, {}),
    title: mrkdwnText('card.title'),
    subtitle: mrkdwnText('card.subtitle'),
    body: mrkdwnText('card.body'),
    subtext: mrkdwnText('card.subtext'),
    actions: list(button, 'card.actions'),
  },
  someOf('card.content', 'hero_image', 'title', 'actions', 'body'),
);

const status = oneOf('pending', 'in_progress', 'complete', 'error');
const task = { task_id: filled, title: filled, status };
const taskMore = { details: richText, output: richText, sources: list(elements.url ?? filled) };

const common: Record<string, Check> = {
  section: block(
    {},
    { text: anyText('section.text'), fields: list(field, 'section.fields'), accessory, expand: boolean },
    someOf('section.content', 'text', 'fields'),
  ),
  divider: block({}, {}),
  header: block({ text: plainText('header.text') }, { level: oneOf(1, 2, 3, 4) }),
  image: block({ alt_text: string('image.alt_text') }, { ...imageMembers, title: plainText() }, imageSource),
  context: block({ elements: list(contextElement, 'context.elements') }, {}),
  actions: block({ elements: list(actionsElement, 'actions.elements') }, {}),
  input: block(
    { label: plainText('input.label'), element: inputElement },
    { hint: plainText('input.hint'), optional: boolean, dispatch_action: boolean },
  ),
  rich_text: richText,
  table,
  file: block({ external_id: filled, source: filled }, {}),
  video: block(
    { video_url: filled, thumbnail_url: filled, alt_text: string('video.alt_text'), title: plainText('video.title') },
    {
      title_url: filled,
      author_name: string('video.author_name'),
      provider_name: string('video.provider_name'),
      provider_icon_url: filled,
      description: plainText('video.description'),
    },
  ),
};

/** Every block of Block Kit by its type, with Slack's published limits. */
export const blocks: Record<string, Check> = {
  ...common,
  data_table: dataTable,
  data_visualization: dataVisualization,
  markdown: block({ text: string('markdown.text') }, {}),
  alert: block({ text: anyText('alert.text') }, { level: oneOf('default', 'info', 'warning', 'error', 'success') }),
  card,
  carousel: block({ elements: list(card, 'carousel.elements') }, {}),
  container: block(
    { child_blocks: list(byType(common, 'container.child_blocks'), 'container.child_blocks') },
    {
      title: plainText('container.title'),
      rich_text_title: richText,
      subtitle: anyText('container.subtitle'),
      icon: image,
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
  ),
  context_actions: block({ elements: list(contextAction, 'context_actions.elements') }, {}),
  task_card: block(task, taskMore),
  plan: block({ title: filled }, { tasks: list(object(task, { ...own, ...taskMore, type: filled })) }),
};

/** Blocks that Slack shows in some surfaces only. */
const onlyIn: Record<string, Surface[]> = {
  input: ['modal', 'home'],
  alert: ['modal'],
  carousel: ['message', 'home'],
  table: ['message'],
  ...Object.fromEntries(
    ['container', 'context_actions', 'data_table', 'data_visualization', 'file', 'markdown', 'plan', 'task_card'].map(
      (type): [string, Surface[]] => [type, ['message']],
    ),
  ),
};

/** The action_ids within one block; Slack tells elements of a block apart by nothing else. */
const actionIds = (value: Record<string, unknown>): unknown[] =>
  [value.element, value.accessory, value.elements]
    .flat()
    .filter(isObject)
    .map((element) => element.action_id)
    .filter(Boolean);

const repeated = (ids: unknown[]): unknown[] => ids.filter((id, place) => ids.indexOf(id) !== place);

/** One block, in the surface that it stands in. */
export const checkBlock: Check = (value, at) => {
  byType(blocks, 'block.type')(value, at);
  if (!isObject(value)) return;
  const allowed = onlyIn[String(value.type)];
  if (allowed && !allowed.includes(at.surface))
    at.complain('block.surface', `${String(value.type)} does not belong in a ${at.surface}`);
  for (const id of repeated(actionIds(value)))
    at.complain('action_id.unique', `the action_id ${String(id)} stands in this block twice`);
};

/** All blocks of a view or message. */
export const checkBlocks = (value: unknown, at: At): void => {
  list(checkBlock)(value, at);
  const ids = Array.isArray(value)
    ? value
        .filter(isObject)
        .map((each) => each.block_id)
        .filter(Boolean)
    : [];
  for (const id of repeated(ids)) at.complain('block_id.unique', `the block_id ${String(id)} stands here twice`);
};
