import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { fieldsOf } from '../../local-slack/form/fields.ts';
import type { View } from '../../local-slack/index.ts';
import { type JsonObject, listIn, objectIn, objectsIn, textIn, wordsIn } from '../../local-slack/json.ts';
import { lengthOf, wrapped } from './wrapping.ts';

/** A form as it was when it was sent. */
export type Sent = {
  view: View;
  /** It was sent before, and came back. */
  again: boolean;
  /** The labels of what was filled in since it was opened, or last sent. */
  filled: ReadonlySet<string>;
  /** What then stood under its fields, by block and by label. */
  errors: Record<string, string>;
  byLabel: Record<string, string>;
};

/** How people are called, and in which zone moments are told. */
export type FormTelling = { zone: string; nameOf: (id: string) => string };

/** What a person entered in one field, in the words that stand on the screen; empty where nothing. */
const enteredIn = (state: JsonObject, { zone, nameOf }: FormTelling): string => {
  const several = [...objectsIn(state.selected_options), ...objectsIn([state.selected_option ?? null])];
  const people = [...listIn(state.selected_users), state.selected_user ?? null].filter((id) => typeof id === 'string');
  if (several.length > 0) return several.map((option) => wordsIn(option.text)).join(', ');
  if (people.length > 0) return people.map(nameOf).join(', ');
  if (typeof state.selected_date_time === 'number')
    return format(state.selected_date_time * 1000, 'EEE d MMM, HH:mm', { in: tz(zone) });
  return textIn(state.value) || textIn(state.selected_date) || textIn(state.selected_time);
};

/**
 * A form's fields, a label and an entry each, with what stands under them: those that were filled in or refused; where
 * none was, all that hold something.
 */
export const fieldLines = ({ view, filled, errors }: Sent, telling: FormTelling, width: number): string[] => {
  const rows = fieldsOf(view.blocks)
    .filter(({ input }) => input)
    .map(({ block, action, label }) => ({
      label,
      entered: enteredIn(objectIn(view.state.values[block]?.[action]), telling),
      error: errors[block],
    }))
    .filter(
      ({ label, entered, error }) => error !== undefined || (filled.size > 0 ? filled.has(label) : entered !== ''),
    );
  const column = Math.min(26, Math.max(0, ...rows.map(({ label }) => lengthOf(label)))) + 2;
  const hang = ' '.repeat(column);
  return rows.flatMap(({ label, entered, error }) => {
    const beside = lengthOf(label) + 2 <= column;
    const first = beside ? label.padEnd(column) : hang;
    const lines = wrapped(entered === '' ? '(nothing)' : entered, width - column);
    return [
      ...(beside ? [] : wrapped(label, width)),
      ...lines.map((line, index) => `${index === 0 ? first : hang}${line}`),
      ...(error === undefined ? [] : wrapped(`^ ${error}`, width - column, '  ').map((line) => `${hang}${line}`)),
    ];
  });
};

/** The labels of the fields with a complaint under them. */
export const errorsByLabel = (view: View, errors: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    fieldsOf(view.blocks).flatMap(({ block, label }) => (errors[block] === undefined ? [] : [[label, errors[block]]])),
  );

/** The words of a form's button, empty where it is a page that only says something. */
export const submitWords = (view: View): string => wordsIn(view.submit ?? undefined);

export const titleOf = (view: View): string => wordsIn(view.title ?? undefined);
