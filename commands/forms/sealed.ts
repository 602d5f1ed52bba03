import { sealedWords } from '../../src/domain/sealed.ts';
import type { AskOfInspection, Reply } from '../contract.ts';

/** What is said instead of opening a form that could not be saved, with what was typed; null while nothing is sealed. */
export const sealedReply = ({ inspection }: AskOfInspection, typed: string): Reply | null => {
  if (!inspection.sealed) return null;
  return { say: { parts: [{ lines: [[sealedWords(inspection)]] }, ...(typed === '' ? [] : [{ quote: typed }])] } };
};
