import type { FieldEntry, JsonObject } from '../../../practice/page-server/wire.ts';

/** What every input of a form is given. */
export type InputProps = {
  element: JsonObject;
  id: string;
  label: string;
  /** The ids of what describes it. */
  described: string;
  invalid: boolean;
  entry: FieldEntry;
  enter: (entry: FieldEntry) => void;
  /** Asks the app what fits what was typed. */
  suggest: (typed: string) => Promise<{ text: string; value: string }[]>;
  /** The words of what was chosen before, by value. */
  names: ReadonlyMap<string, string>;
};
