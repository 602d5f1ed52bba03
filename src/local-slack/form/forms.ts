import type { JsonObject } from '../json.ts';
import type { Block, View } from '../shown.ts';
import { type Field, fieldsOf, optionsOf } from './fields.ts';
import { entryName, initialState } from './initial.ts';

export type Values = View['state']['values'];

/** A choice that is not offered any more is not kept. */
const stillOffered = (field: Field, state: JsonObject): boolean => {
  const offered = optionsOf(field.element);
  const chosen = state.selected_option;
  if (offered.length === 0 || chosen === null || typeof chosen !== 'object' || Array.isArray(chosen)) return true;
  return offered.some(({ value }) => value === chosen?.value);
};

/** What people have entered in the forms that stand open, in App Homes and in messages. */
export const createForms = () => {
  const entered = new Map<string, Map<string, JsonObject>>();
  const openedFrom = new Map<string, string | undefined>();
  const keyOf = (field: Field): string => JSON.stringify([field.block, field.action]);

  return {
    /** A form opened from a conversation: everything as it starts. */
    begin: (view: View, channel: string | undefined): void => {
      openedFrom.set(view.id, channel);
      entered.set(
        view.id,
        new Map(fieldsOf(view.blocks).map((field) => [keyOf(field), initialState(field.element, channel)])),
      );
    },
    /**
     * The form was replaced: what was entered stays where block_id and action_id stay, all else starts anew. An untouched
     * field keeps its old start too: Slack looks at initial values only where a block_id or action_id is new.
     */
    renew: (view: View): void => {
      const standing = entered.get(view.id);
      const kept = fieldsOf(view.blocks).map((field): [string, JsonObject] => {
        const state = standing?.get(keyOf(field));
        return state && state.type === field.element.type && stillOffered(field, state)
          ? [keyOf(field), state]
          : [keyOf(field), initialState(field.element, openedFrom.get(view.id))];
      });
      entered.set(view.id, new Map(kept));
    },
    /** What is entered under a form's id, or a message's ts. */
    values: (id: string, blocks: Block[]): Values => {
      const values: Values = {};
      for (const field of fieldsOf(blocks)) {
        const state = entered.get(id)?.get(keyOf(field)) ?? initialState(field.element, openedFrom.get(id));
        values[field.block] = { ...values[field.block], [field.action]: state };
      }
      return values;
    },
    enter: (id: string, field: Field, state: JsonObject): void => {
      const standing = entered.get(id) ?? new Map<string, JsonObject>();
      standing.set(keyOf(field), state);
      entered.set(id, standing);
    },
  };
};

export type Forms = ReturnType<typeof createForms>;

/** What is entered in a field, as its bare value: text, an option's value, an id, or a list of these. */
export const bareEntry = (field: Field, state: JsonObject): JsonObject[string] => {
  const bare = (entry: JsonObject[string]): JsonObject[string] =>
    entry !== null && typeof entry === 'object' && !Array.isArray(entry) && 'value' in entry ? entry.value : entry;
  const entry = state[entryName(field.element)];
  return Array.isArray(entry) ? entry.map((item) => bare(item) ?? null) : bare(entry);
};
