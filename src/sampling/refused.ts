/** Nothing can be drawn as things stand. The message says why and what would be right, and quotes nothing of a workbook. */
export class SampleRefused extends Error {
  override name = 'SampleRefused';
}
