import { isObject, type Json, type JsonObject, objectsIn, parsedJson, textIn } from '../json.ts';
import { blocksOf, type Surface } from './blocks.ts';
import { suggestions } from './elements.ts';
import { anything, type Look, object, plainText, string, truth, wrong } from './looks.ts';
import { longestMessage, most, mostMessageBlocks } from './numbers.ts';

const viewOn = (surface: Surface, needed: Record<string, Look>): Look =>
  object(
    { type: anything, blocks: blocksOf(surface, most['view.blocks.max_items']), ...needed },
    {
      title: plainText(most['view.title.max_length']),
      submit: plainText(most['view.submit.max_length']),
      close: plainText(most['view.close.max_length']),
      private_metadata: string(most['view.private_metadata.max_length']),
      callback_id: string(most['view.callback_id.max_length']),
      external_id: string(most['view.callback_id.max_length']),
      clear_on_close: truth,
      notify_on_close: truth,
      submit_disabled: truth,
    },
  );

const modal = viewOn('modal', { title: plainText(most['view.title.max_length']) });
const home = viewOn('home', {});

const asJson = (given: Json | undefined): Json | undefined => (typeof given === 'string' ? parsedJson(given) : given);

/** Slack's words for everything that it would not take in a form or an App Home, each with its place. */
export const wrongWithView = (given: Json | undefined): string[] => {
  const view = asJson(given);
  if (!isObject(view)) return wrong('must provide an object', '/view');
  if (view.type === 'home') return home(view, '/view');
  const inputs = view.submit === undefined ? objectsIn(view.blocks) : [];
  return [
    ...modal(view, '/view'),
    ...inputs.flatMap(({ type }, place) =>
      type === 'input'
        ? wrong('must define `submit` to use an `input` block in modals', `/view/blocks/${place}/input`)
        : [],
    ),
  ];
};

/** Slack's words for everything that it would not take in the blocks of a message. */
export const wrongWithBlocks = (given: Json | undefined, surface: 'message' | 'answer' = 'message'): string[] =>
  given === undefined ? [] : blocksOf(surface, mostMessageBlocks)(asJson(given), '/blocks');

/** Slack's words for what an external select must not be answered with. */
export const wrongWithSuggestions = (given: JsonObject): string[] => suggestions(given, '');

const answer = (error: string, says: readonly string[]): JsonObject => ({
  ok: false,
  error,
  response_metadata: { messages: says.map((each) => `[ERROR] ${each}`) },
});

/** What Slack answers to a view that it does not take; undefined where it does. */
export const viewRefused = (asked: JsonObject): JsonObject | undefined => {
  const says = wrongWithView(asked.view);
  return says.length > 0 ? answer('invalid_arguments', says) : undefined;
};

/** What Slack answers to a message that it does not take; undefined where it does. */
export const messageRefused = (
  asked: JsonObject,
  surface: 'message' | 'answer' = 'message',
): JsonObject | undefined => {
  const says = wrongWithBlocks(asked.blocks, surface);
  if (says.length > 0) return { ...answer('invalid_blocks', says), errors: says };
  if (textIn(asked.text).length > longestMessage) return { ok: false, error: 'msg_too_long' };
  const empty = textIn(asked.text) === '' && asked.blocks === undefined && asked.attachments === undefined;
  return empty ? { ok: false, error: 'no_text' } : undefined;
};
