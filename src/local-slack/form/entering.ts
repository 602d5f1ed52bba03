import type { Directory } from '../directory.ts';
import { type Json, type JsonObject, textIn, truthIn, wordsIn } from '../json.ts';
import { type Field, optionsOf } from './fields.ts';
import { type FieldEntry, stateWith } from './initial.ts';

/** What a person tries that Slack's own screen would not let them do. */
export class NotPossible extends Error {
  override name = 'NotPossible';
}

/** Asks the app for the options of an external select. */
export type Suggest = (field: Field, typed: string) => Promise<JsonObject[]>;

const list = (entry: FieldEntry): string[] =>
  Array.isArray(entry) ? [...entry] : entry === null ? [] : [String(entry)];

const text = (field: Field, entry: FieldEntry): Json => {
  const { element, label } = field;
  if (entry === null || entry === '') return null;
  const typed = String(entry);
  const length = [...typed].length;
  const most = Number(element.max_length ?? 3000);
  if (length > most) throw new NotPossible(`"${label}" takes at most ${most} characters, and this has ${length}`);
  if (element.type === 'plain_text_input' && !truthIn(element.multiline) && /[\r\n]/.test(typed))
    throw new NotPossible(`"${label}" is one line, and this has several`);
  return typed;
};

const number = (field: Field, entry: FieldEntry): Json => {
  if (entry === null || entry === '') return null;
  if (!Number.isFinite(Number(entry))) throw new NotPossible(`"${field.label}" takes a number, not ${String(entry)}`);
  return String(entry);
};

const matching =
  (pattern: RegExp, example: string) =>
  (field: Field, entry: FieldEntry): Json => {
    if (entry === null || entry === '') return null;
    if (!pattern.test(String(entry))) throw new NotPossible(`"${field.label}" takes ${example}, not ${String(entry)}`);
    return String(entry);
  };

const moment = (field: Field, entry: FieldEntry): Json => {
  if (entry === null) return null;
  if (typeof entry !== 'number' || !Number.isInteger(entry) || String(entry).length !== 10)
    throw new NotPossible(`"${field.label}" takes a moment in whole seconds since 1970, not ${String(entry)}`);
  return entry;
};

const offered = (field: Field, options: JsonObject[], wanted: string): JsonObject => {
  const found =
    options.find(({ value }) => value === wanted) ?? options.find((option) => wordsIn(option.text) === wanted);
  if (found) return found;
  const names = options.map((option) => `${wordsIn(option.text)} (${textIn(option.value)})`).join(', ');
  throw new NotPossible(`"${field.label}" does not offer ${wanted}. It offers: ${names || 'nothing'}`);
};

const suggested = async (
  field: Field,
  known: readonly JsonObject[],
  suggest: Suggest,
  wanted: string,
): Promise<JsonObject> => {
  const already = known.find(({ value }) => value === wanted);
  if (already) return already;
  const least = Number(field.element.min_query_length ?? 3);
  if ([...wanted].length < least)
    throw new NotPossible(`"${field.label}" looks for options from ${least} characters on, and ${wanted} has fewer`);
  const options = await suggest(field, wanted);
  const alone = options.length === 1 ? options[0] : undefined;
  return alone && wordsIn(alone.text).includes(wanted) ? alone : offered(field, options, wanted);
};

const people = (field: Field, directory: Directory, wanted: string): string => {
  const found =
    directory.person(wanted) ?? directory.people().find(({ name, realName }) => name === wanted || realName === wanted);
  if (!found) throw new NotPossible(`"${field.label}": nobody in the workspace is ${wanted}`);
  return found.id;
};

const channels = (field: Field, directory: Directory, wanted: string): string => {
  const found = directory.conversations().find(({ id, name }) => id === wanted || name === wanted);
  if (!found) throw new NotPossible(`"${field.label}": no conversation is ${wanted}`);
  return found.id;
};

const within = (field: Field, chosen: Json[]): Json[] => {
  const most = Number(field.element.max_selected_items ?? Number.POSITIVE_INFINITY);
  if (chosen.length > most) throw new NotPossible(`"${field.label}" takes at most ${most} choices`);
  return chosen;
};

const entryFor = async (
  field: Field,
  entry: FieldEntry,
  known: readonly JsonObject[],
  directory: Directory,
  suggest: Suggest,
): Promise<Json> => {
  const wanted = list(entry);
  const [one] = wanted;
  const option = (each: string) => offered(field, optionsOf(field.element), each);
  const person = (each: string) => people(field, directory, each);
  const channel = (each: string) => channels(field, directory, each);
  switch (textIn(field.element.type)) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
      return text(field, entry);
    case 'number_input':
      return number(field, entry);
    case 'datepicker':
      return matching(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2013-11-19')(field, entry);
    case 'timepicker':
      return matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 17:30')(field, entry);
    case 'datetimepicker':
      return moment(field, entry);
    case 'static_select':
    case 'radio_buttons':
      return one === undefined ? null : option(one);
    case 'checkboxes':
    case 'multi_static_select':
      return within(field, wanted.map(option));
    case 'external_select':
      return one === undefined ? null : suggested(field, known, suggest, one);
    case 'multi_external_select': {
      const chosen: Json[] = [];
      for (const each of wanted) chosen.push(await suggested(field, known, suggest, each));
      return within(field, chosen);
    }
    case 'users_select':
      return one === undefined ? null : person(one);
    case 'multi_users_select':
      return within(field, wanted.map(person));
    case 'conversations_select':
    case 'channels_select':
      return one === undefined ? null : channel(one);
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return within(field, wanted.map(channel));
    default:
      throw new NotPossible(
        `"${field.label}" is of a kind that nothing can be entered in here: ${textIn(field.element.type)}`,
      );
  }
};

/**
 * The state of a field after a person entered something. `known` are the options of an external select that are chosen there
 * or were offered to this person. Throws NotPossible where Slack's screen would not take it.
 */
export const enteredState = async (
  field: Field,
  entry: FieldEntry,
  known: readonly JsonObject[],
  directory: Directory,
  suggest: Suggest,
): Promise<JsonObject> => stateWith(field.element, await entryFor(field, entry, known, directory, suggest));
