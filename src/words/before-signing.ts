import type { Inspection } from '../domain/inspection.ts';
import { untrailedLines } from './meetings.ts';
import type { Line, Part } from './message.ts';

/** What somebody should know before signing, though it stops nothing. Each matter names its own. */
const matters: readonly ((inspection: Inspection, at: string) => Line[])[] = [untrailedLines];

export const beforeSigning = (inspection: Inspection, at: string): Part[] => {
  const lines = matters.flatMap((matter) => matter(inspection, at));
  if (lines.length === 0) return [];
  return [{ lines: [[{ strong: 'Before you sign' }, ' (none of this stops you):']] }, { list: lines }];
};
