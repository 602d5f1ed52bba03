import { unheardInWords } from '../voices.ts';
import { type DailyPart, labelled } from './part.ts';

/** Whose voice is missing beside children's: parents, carers, front-line staff, the principal social worker. */
export const unheardPart: DailyPart = ({ summary: { inspection } }) => {
  const words = unheardInWords(inspection);
  return words ? [labelled('Not heard yet', words)] : [];
};
