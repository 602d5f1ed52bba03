import { parse } from 'date-fns';
import type { Cell } from '../tables/workbook.ts';
import type { Column } from './lists.ts';

/** What a cell says: a date as 2026-11-16. Null is a cell with something in it that cannot be read, undefined an empty one. */
export type Value = string | number | boolean | null | undefined;

const nothing = /^(|-|n\/?a|not (yet )?(known|recorded|stated|obtained)|unknown|null|none)$/i;

/** Each day once: many children share one, and writing or reading it takes its time. */
const days = new Map<number | string, string | null>();
const onceFor = (what: number | string, read: () => string | null): string | null => {
  const before = days.get(what);
  const day = before === undefined ? read() : before;
  days.set(what, day);
  return day;
};

const isoOf = (date: Date): string | null =>
  onceFor(date.getTime(), () => {
    const day = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
    return day > '1900' && day < '2100' ? day : null;
  });

/** Days since 30 December 1899, as Excel keeps them. */
const ofSerial = (serial: number): string | null => isoOf(new Date((Math.floor(serial) - 25_569) * 86_400_000));

/** As people in England write a day; of two digits a year is one from 1950 to 2049. */
const year2000 = new Date(946_684_800_000);
const isoForm = 'yyyy-MM-dd';
const written = [
  'd/M/yyyy',
  'd/M/yy',
  'd.M.yyyy',
  'd-M-yyyy',
  'd MMM yyyy',
  'd-MMM-yyyy',
  'd-MMM-yy',
  'do MMM yyyy',
  'd MMMM yyyy',
  'do MMMM yyyy',
];

const dateIn = (text: string): string | null =>
  onceFor(text, () => {
    const day = text.replace(/[T ]\d{1,2}:\d{2}.*$/i, '');
    const forms = /\D\d$|^\d{4}/.test(day) ? [isoForm] : written;
    return forms.map((form) => isoOf(parse(`${day} Z`, `${form} X`, year2000))).find((date) => date !== null) ?? null;
  });

/** Spaces and signs of other scripts as they read; most cells are plain. */
const textOf = (cell: string | number | boolean): string => {
  const text = String(cell);
  return /^[!-~]+(?: [!-~]+)*$/.test(text) ? text : text.normalize('NFKC').replace(/\s+/g, ' ').trim();
};

const read: Record<Column['kind'], (cell: string | number | boolean, text: string) => Value> = {
  // A number that long has lost digits on its way through Excel.
  id: (cell, text) => ((typeof cell === 'number' && !Number.isSafeInteger(cell)) || text.startsWith('#') ? null : text),
  text: (_, text) => (text.startsWith('#') ? null : text),
  date: (cell, text) =>
    typeof cell === 'number' ? ofSerial(cell) : /^\d{5}(\.\d+)?$/.test(text) ? ofSerial(Number(text)) : dateIn(text),
  number: (_, text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null),
  'yes-no': (_, text) => {
    if (/^(y|yes|true|1)$/i.test(text)) return true;
    if (/^(n|no|false|0)$/i.test(text)) return false;
    // Care leavers who died, refused, need no contact or went home: neither.
    return /^(died|refu(sed)?|nreq|rhom)$/i.test(text) ? undefined : null;
  },
};

/** What was to be read, as a refusal says it. */
export const kindWords: Record<Column['kind'], string> = {
  id: 'no id of a child, so the row is left out',
  text: 'not readable',
  date: 'not a date',
  number: 'not a number',
  'yes-no': 'neither yes nor no',
};

export const valueIn = (kind: Column['kind'], cell: Cell | undefined): Value => {
  if (cell === null || cell === undefined) return undefined;
  if (cell instanceof Date) return kind === 'date' ? isoOf(cell) : null;
  const text = textOf(cell);
  const code = kind === 'yes-no' || kind === 'number' ? text.replace(/^[a-z]\) ?/i, '') : text;
  return nothing.test(code) ? undefined : read[kind](cell, code);
};
