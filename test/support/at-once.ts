import type { Steps } from '../../src/domain/steps.ts';
import { markdown } from '../../src/reports/markdown.ts';
import { readingCopy } from '../../src/reports/reading-copy.ts';
import { ordinaryRecord, type RecordEntry } from '../../src/reports/record.ts';

/** What work in steps comes to, done in one go. */
export const atOnce = <Result>(work: Steps<Result>): Result => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};

/** A record as a person reads it, in one text. */
export const copyToRead = (id: string, kept: readonly RecordEntry[]): string =>
  [...markdown(readingCopy(ordinaryRecord(id, kept)))].join('');

/** How many turns others had until something was done, and what it came to. */
export const turnsDuring = async <Result>(act: () => Promise<Result>): Promise<{ turns: number; result: Result }> => {
  let turns = 0;
  let over = false;
  const turn = (): void => {
    if (over) return;
    turns += 1;
    setImmediate(turn);
  };
  setImmediate(turn);
  try {
    const result = await act();
    return { result, turns };
  } finally {
    over = true;
  }
};
