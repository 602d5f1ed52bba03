import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { budgets, type Surface } from './most-words.ts';
import { type Reading, readingsOf } from './played.ts';

describe.each(['northmoor-2013', 'aldermere-2023', 'tidebourne-2026'])(
  'What is read in the fortnight of %s',
  (sample) => {
    let all: Reading[] = [];
    beforeAll(async () => {
      const folder = mkdtempSync(join(tmpdir(), 'budgets-'));
      all = await readingsOf(sample, folder);
      rmSync(folder, { recursive: true, force: true });
    });

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
