/** A table cannot be read as things stand. The message says why and what would be right, and quotes nothing of a workbook. */
export class TableRefused extends Error {
  override name = 'TableRefused';
}
