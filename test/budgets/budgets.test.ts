import { beforeAll, describe, expect, it } from 'vitest';
import { played } from '../support/playing.ts';
import { expectWhole, type LastSummary, lastSummary } from './last-summary.ts';
import { budgets, type Surface } from './most-words.ts';
import { type Reading, reading } from './played.ts';

describe.each(['northmoor-2013', 'aldermere-2023', 'tidebourne-2026'])(
  'What is read in the fortnight of %s',
  (sample) => {
    let all: Reading[] = [];
    let summary: LastSummary;
    beforeAll(async () => {
      const { before, atTheEnd } = reading();
      [summary, all] = await played(
        sample,
        async (playing) => [await lastSummary(playing), await atTheEnd(playing)] as const,
        before,
      );
    });

    it('[M5] [M7] [M31] [M32] ends in a summary that carries all that the record holds, whole, in order, once', () =>
      expectWhole(summary));

    it.each(Object.entries(budgets))('[WD1] has in a %s at most %i words of the app’s own', (surface, most) => {
      const read = all.filter((each) => each.surface === surface);
      expect(read.filter(({ words }) => words > most).map(({ words, said }) => `${words}: ${said}`)).toEqual([]);
    });

    it('[WD1] shows each of them, so that each is counted', () => {
      const seen = new Set(all.map(({ surface }) => surface));
      const overall = sample === 'tidebourne-2026' ? ['overall form'] : [];
      expect(Object.keys(budgets).filter((each) => !seen.has(each as Surface) && each !== 'refusal')).toEqual(overall);
    });
  },
);
