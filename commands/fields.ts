import type { Line, Part } from '../src/words/message.ts';
import type { Choice, ChoiceGroup, Field, Piece } from './form.ts';

/** The fields and pieces that forms are made of. */

/** Choices out of what has a label of its own. */
export const choicesOf = (all: readonly { id: string; label: string }[]): Choice[] =>
  all.map(({ id, label }) => ({ value: id, label }));

/** Choices out of values whose labels stand beside them. */
export const labelled = <Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): Choice[] => values.map((value) => ({ value, label: labels[value] }));

/** Judgement areas to choose from. */
export const areasToChoose = (areas: readonly { id: string; short: string }[]): Choice[] =>
  areas.map(({ id, short }) => ({ value: id, label: short }));

/** Required and without a hint, unless it says otherwise. */
type Options = { hint?: string | null; required?: boolean; fresh?: string };
const base = (field: string, label: string, { hint, required, fresh }: Options) => ({
  field,
  label,
  hint: hint ?? null,
  required: required ?? true,
  fresh: fresh ?? '',
});

const text =
  (long: boolean) =>
  (field: string, label: string, initial: string | null, options: Options = {}): Field => ({
    ...base(field, label, options),
    is: 'text',
    long,
    initial: initial ?? '',
  });

/** A box for one line. */
export const line = text(false);

/** A box for several lines. */
export const box = text(true);

/** One out of a menu whose choices stand in groups. */
export const groupedMenu = (
  field: string,
  label: string,
  groups: readonly ChoiceGroup[],
  initial: string | null,
  options: Options = {},
): Field => ({ ...base(field, label, options), is: 'choice', shown: 'menu', groups, initial, redraws: false });

const oneOf =
  (shown: 'menu' | 'buttons') =>
  (field: string, label: string, choices: readonly Choice[], initial: string | null, options: Options = {}): Field => ({
    ...base(field, label, options),
    is: 'choice',
    shown,
    groups: [{ label: null, choices }],
    initial,
    redraws: false,
  });

/** One out of a menu. */
export const menu = oneOf('menu');

/** One out of a few, all seen at once. */
export const radio = oneOf('buttons');

/** Several out of a menu. */
export const menuOfMany = (
  field: string,
  label: string,
  choices: readonly Choice[],
  initial: readonly string[],
  options: Options = {},
): Field => ({ ...base(field, label, options), is: 'choices', shown: 'menu', choices, initial, redraws: false });

/** One box to tick. */
export const tick = (
  field: string,
  label: string,
  choice: Choice,
  { ticked, ...options }: Options & { ticked?: boolean },
): Field => ({
  ...base(field, label, options),
  is: 'choices',
  shown: 'ticks',
  choices: [choice],
  initial: ticked ? [choice.value] : [],
  redraws: false,
});

/** A field that draws the form again once something is chosen in it, since other fields depend on it. */
export const redrawing = (field: Field, redraws = true): Field => ('redraws' in field ? { ...field, redraws } : field);

/** Some out of more than a menu holds. */
export const search = (field: string, label: string, initial: readonly Choice[], options: Options = {}): Field => ({
  ...base(field, label, options),
  is: 'search',
  initial,
});

export const person = (field: string, label: string, initial: string | null, options: Options = {}): Field => ({
  ...base(field, label, options),
  is: 'person',
  initial,
});

export const people = (field: string, label: string, initial: readonly string[], options: Options = {}): Field => ({
  ...base(field, label, options),
  is: 'people',
  initial,
});

/** A day of the calendar. */
export const day = (field: string, label: string, initial: string, options: Options = {}): Field => ({
  ...base(field, label, options),
  is: 'day',
  initial,
  redraws: false,
});

/** A time of day. */
export const time = (field: string, label: string, initial: string, options: Options = {}): Field => ({
  ...base(field, label, options),
  is: 'time',
  initial,
});

/** A day and time of it; the moment that is asked at where none is given. */
export const moment = (field: string, label: string, initial: string): Field => ({
  ...base(field, label, {}),
  is: 'moment',
  initial,
});

export const said = (...parts: readonly Part[]): Piece => ({ is: 'said', parts });
export const saidLines = (...lines: readonly Line[]): Piece => ({ is: 'said', parts: [{ lines }] });
