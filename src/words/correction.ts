import type { Inspection } from '../domain/inspection.ts';
import { nameOfPerson } from '../domain/standing.ts';
import type { Line } from './message.ts';
import { shortMomentOf } from './times.ts';

/** " · corrected 20 November, 10:20, by Chi Lam"; nothing where it reads as it was recorded. */
export const correctedMark = (inspection: Inspection, item: string): string => {
  const last = inspection.corrections.get(item);
  return last ? ` · corrected ${shortMomentOf(inspection, last.at)}, by ${nameOfPerson(inspection, last.by)}` : '';
};

/** That it was withdrawn, and why; nothing where it stands. */
export const withdrawnLine = (withdrawn: { reason: string } | null): Line[] =>
  withdrawn ? [[`Withdrawn: ${withdrawn.reason}`]] : [];
