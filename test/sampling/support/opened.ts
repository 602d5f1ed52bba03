import { readLists } from '../../../src/sampling/reading.ts';
import { readWorkbook } from '../../../src/tables/workbook.ts';
import { type Sheet, workbookFile } from './workbook-file.ts';

/** The lists in these files, each of them its name and bytes. */
export const listsIn = async (...files: readonly [name: string, bytes: Buffer][]) => {
  const read = await Promise.all(files.map(([name, bytes], index) => readWorkbook(bytes, name, index + 1)));
  return readLists(read.flatMap(({ sheets }) => sheets));
};

export const listsOn = (sheets: readonly Sheet[]) => listsIn(['lists.xlsx', workbookFile(sheets)]);
