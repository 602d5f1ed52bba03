import { isObject, type JsonObject, objectsIn, textIn, truthIn, wordsIn } from '../json.ts';
import type { Block } from '../shown.ts';
import { keepsState } from './initial.ts';

/** One place in a form or message where a person enters something. */
export interface Field {
  block: string;
  action: string;
  /** What stands beside it: an input's label, or the words of the block it belongs to. */
  label: string;
  element: JsonObject;
  /** Within an input block: sent when the form is. Otherwise each change is sent at once. */
  input: boolean;
  optional: boolean;
  /** An input block that also sends each change at once. */
  dispatches: boolean;
}

/** Everything in these blocks that a person can enter or press, in reading order. */
export const elementsOf = (blocks: Block[]): Field[] =>
  blocks.flatMap((block) => {
    const input = block.type === 'input';
    const label = wordsIn(input ? block.label : block.text);
    const elements = input
      ? [block.element ?? null]
      : [block.accessory ?? null, ...(block.type === 'actions' ? objectsIn(block.elements) : [])];
    return elements.filter(isObject).map((element) => ({
      block: block.block_id,
      action: textIn(element.action_id),
      label,
      element,
      input,
      optional: truthIn(block.optional),
      dispatches: input && truthIn(block.dispatch_action),
    }));
  });

/** Those in which something entered is kept: not buttons. */
export const fieldsOf = (blocks: Block[]): Field[] => elementsOf(blocks).filter(({ element }) => keepsState(element));

/** The options that an element offers, its groups opened. */
export const optionsOf = (element: JsonObject): JsonObject[] => [
  ...objectsIn(element.options),
  ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options)),
];
