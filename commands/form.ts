import type { Part } from '../src/words/message.ts';

/*
 * A form as values. Its fields' names are its command's fields, and so the places of refusals; its labels are relied on
 * by people. How it looks is the Slack room's matter.
 */

export type Choice = { value: string; label: string };
/** What is looked through for a search field, in the order in which it is shown: null where one does not fit. */
export type Candidates = Iterable<Choice | null>;
export type ChoiceGroup = { label: string | null; choices: readonly Choice[] };

/**
 * A field; what is typed or chosen comes back under `field`. Change `fresh` when a redrawn form must not keep what stood
 * in the field before.
 */
export type Field = { field: string; label: string; hint: string | null; required: boolean; fresh: string } & (
  | { is: 'text'; long: boolean; initial: string }
  | {
      is: 'choice';
      shown: 'menu' | 'buttons';
      groups: readonly ChoiceGroup[];
      initial: string | null;
      redraws: boolean;
    }
  | { is: 'choices'; shown: 'menu' | 'ticks'; choices: readonly Choice[]; initial: readonly string[]; redraws: boolean }
  /** Chosen out of more than a menu holds, by typing. */
  | { is: 'search'; initial: readonly Choice[] }
  | { is: 'person'; initial: string | null }
  | { is: 'people'; initial: readonly string[] }
  | { is: 'day'; initial: string; redraws: boolean }
  | { is: 'time'; initial: string }
  /** ISO 8601 in UTC. */
  | { is: 'moment'; initial: string }
);

export type Piece =
  | Field
  | { is: 'said'; parts: readonly Part[] }
  /** A button that draws the form again with `about` added, what was typed kept. */
  | { is: 'redraw'; label: string; about: About };

/** What a form carries along unseen: which item it edits, whether more is shown. */
export type About = Readonly<Record<string, string>>;

/** The same without its warnings, which alone grow long. The form has shown them, so the next drawing can do without. */
export const withoutWarnings = ({ told: _, ...about }: About): About => withoutAsked(about);

/** The same without what is asked above one of its fields. */
export const withoutAsked = ({ above: _, at: __, keep: ___, ...about }: About): About => about;

export type Form = {
  /** The command's word. */
  of: string;
  title: string;
  submit: string;
  pieces: readonly Piece[];
  about: About;
};

/** What stands in a form, by field: one text, several, or nothing. */
export type Values = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** One value: what was typed or chosen, null where nothing was. */
export const one = (values: Values, field: string): string | null => {
  const value = values[field];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** One value each, under the fields' own names: what a form's fields are called, the fields of its command are called. */
export const fieldsIn = (values: Values, ...fields: readonly string[]): Readonly<Record<string, string | null>> =>
  Object.fromEntries(fields.map((field) => [field, one(values, field)]));
/** The inspection chosen in a form that asks itself which it is about; null where it does not ask, or nothing is chosen yet. */
export const inspectionChosen = (values: Values): string | null => one(values, 'inspection');

/** Several values; none where nothing was chosen. */
export const several = (values: Values, field: string): readonly string[] => {
  const value = values[field];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return value ?? [];
};
