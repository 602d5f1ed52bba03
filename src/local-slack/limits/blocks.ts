import { isObject, type Json, listIn, objectsIn } from '../json.ts';
import { accessory, actionsElement, contextElement, image, inputElement } from './elements.ts';
import {
  anyText,
  anything,
  byType,
  type Look,
  list,
  number,
  object,
  plainText,
  string,
  truth,
  wrong,
} from './looks.ts';
import { most } from './numbers.ts';
import { oneTable, tableOf } from './tables.ts';

/** An answer goes by a response address, an acknowledgement or to one person alone, and takes no table. */
export type Surface = 'message' | 'answer' | 'modal' | 'home';

const block = (needed: Record<string, Look>, allowed: Record<string, Look>): Look =>
  object(needed, { type: anything, block_id: string(most['block_id.max_length']), ...allowed });

/** Rich text nests; its length counts as a whole message's does. */
const richPart: Look = (value, at) => {
  if (!isObject(value)) return wrong('must provide an object', at);
  if (value.type === 'text')
    return object({ text: string(Number.POSITIVE_INFINITY, 1) }, { type: anything, style: anything })(value, at);
  return value.elements === undefined ? [] : list(richPart)(value.elements, `${at}/elements`);
};

const sectionWords: Look = (value, at) =>
  isObject(value) && value.text === undefined && value.fields === undefined
    ? wrong('must define either `text` or `fields`', at)
    : [];

const section: Look = (value, at) => [
  ...block(
    {},
    {
      text: anyText(most['section.text.max_length']),
      fields: list(anyText(most['section.fields.item_max_length'], 0), most['section.fields.max_items'], 1),
      accessory,
      expand: truth,
    },
  )(value, at),
  ...sectionWords(value, at),
];

const richText = block({ elements: list(richPart) }, {});

const everywhere: Record<string, Look> = {
  section,
  divider: block({}, {}),
  header: block({ text: plainText(most['header.text.max_length']) }, { level: number }),
  image: (value, at) => image(withoutFrame(value), at),
  context: block({ elements: list(contextElement, most['context.elements.max_items'], 1) }, {}),
  actions: block({ elements: list(actionsElement, most['actions.elements.max_items'], 1) }, {}),
  rich_text: richText,
  video: anything,
  card: anything,
};

/** What only a block has beside an image's own. */
const withoutFrame = (value: Json | undefined): Json | undefined => {
  if (!isObject(value)) return value;
  const { block_id: _block, title: _title, ...rest } = value;
  return rest;
};

const input = block(
  { label: plainText(most['input.label.max_length']), element: inputElement },
  { hint: plainText(most['input.hint.max_length']), optional: truth, dispatch_action: truth },
);

const answer: Record<string, Look> = {
  markdown: block({ text: string(most['markdown.text.max_length'], 1) }, {}),
  ...Object.fromEntries(
    ['carousel', 'container', 'context_actions', 'data_visualization', 'file', 'plan', 'task_card'].map((type) => [
      type,
      anything,
    ]),
  ),
};
const alert = block({ text: anyText(most['alert.text.max_length']) }, { level: string() });

const ofSurface: Record<Surface, Record<string, Look>> = {
  message: { ...answer, table: tableOf(richText), data_table: anything },
  answer,
  modal: { input, alert },
  home: { input, carousel: anything },
};

const repeated = (ids: readonly (Json | undefined)[]) => ids.filter((id, place) => ids.indexOf(id) !== place);

/** Within a block Slack tells elements apart by their action_id, and in a view or message blocks by their block_id. */
const sameIds = (blocks: Json, at: string): string[] => [
  ...repeated(
    objectsIn(blocks)
      .map((each) => each.block_id)
      .filter((id) => id !== undefined),
  ).flatMap((id) => wrong(`\`block_id\` "${String(id)}" already exists`, at)),
  ...objectsIn(blocks).flatMap((each, place) =>
    repeated(
      objectsIn(listIn(each.elements))
        .map((element) => element.action_id)
        .filter((id) => id !== undefined),
    ).flatMap((id) => wrong(`\`action_id\` "${String(id)}" already exists`, `${at}/${place}/elements`)),
  ),
];

/** Everything that Slack would not take in the blocks of a message, a form or an App Home. */
export const blocksOf =
  (surface: Surface, largest: number): Look =>
  (value, at) => [
    ...list(byType({ ...everywhere, ...ofSurface[surface] }), largest)(value, at),
    ...sameIds(value ?? [], at),
    ...oneTable(value, at),
  ];
