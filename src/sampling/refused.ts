import { TableRefused } from '../tables/refused.ts';

/** Nothing can be drawn as things stand. The message says why and what would be right, and quotes nothing of a workbook. */
export class SampleRefused extends TableRefused {
  override name = 'SampleRefused';
}
