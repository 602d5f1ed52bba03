import { isObject, type Json, listIn, objectsIn, textIn } from '../json.ts';
import { anything, byType, type Look, list, number, object, string, truth, wrong } from './looks.ts';
import { mostInTable } from './numbers.ts';

/** A table as a message has it (Slack, "Table block"): so large, of equal rows, and without an empty cell. */

/** The words in a cell, of whichever kind. */
const wordsIn = (value: Json | undefined): string =>
  isObject(value) ? `${textIn(value.text)}${objectsIn(value.elements).map(wordsIn).join('')}` : '';

const rowsOf = (value: Json | undefined): Json[][] =>
  isObject(value) ? listIn(value.rows).map((row) => listIn(row)) : [];

const shape: Look = (value, at) => {
  const rows = rowsOf(value);
  const widths = new Set(rows.map((row) => row.length));
  const length = [...rows.flat().map(wordsIn).join('')].length;
  const settings = isObject(value) ? value.column_settings : undefined;
  const isOther = settings !== undefined && !widths.has(listIn(settings).length);
  return [
    ...(widths.size > 1 ? wrong('all rows must have the same number of cells', `${at}/rows`) : []),
    ...(isOther ? wrong('must have one setting for each column', `${at}/column_settings`) : []),
    ...(length > mostInTable.characters
      ? wrong(`must be less than ${mostInTable.characters + 1} characters in all cells`, `${at}/rows`)
      : []),
  ];
};

const setting = object({}, { align: string(), is_wrapped: truth });

export const tableOf = (rich: Look): Look => {
  const richCell: Look = (value, at) => [
    ...rich(value, at),
    ...(wordsIn(value) === '' ? wrong('must be more than 0 characters', at) : []),
  ];
  const cell = byType({
    raw_text: object({ type: anything, text: string(Number.POSITIVE_INFINITY, 1) }, {}),
    raw_number: object({ type: anything, value: number }, { text: string() }),
    rich_text: richCell,
  });
  const whole = object(
    { rows: list(list(cell, mostInTable.columns, 1), mostInTable.rows, 1) },
    { type: anything, block_id: string(), column_settings: list(setting, mostInTable.columns) },
  );
  return (value, at) => [...whole(value, at), ...shape(value, at)];
};

/** One table is all that a message has, of either kind. */
export const oneTable: Look = (blocks, at) =>
  objectsIn(blocks).filter(({ type }) => type === 'table' || type === 'data_table').length > 1
    ? wrong('no more than 1 table allowed in a message', at)
    : [];
