import { describe, expect, it } from 'vitest';
import { judge } from '../support/acts.ts';
import { openFound, openGraded, postSummary, threadIn } from '../support/at-length.ts';
import { northmoor } from '../support/fortnight.ts';
import { framework } from '../support/frameworks.ts';
import { teamChannel } from '../support/workspace.ts';
import { budgets, type Surface } from './most-words.ts';
import { aboveFields, ownWords } from './own-words.ts';
import { borrowedOf } from './played.ts';

describe('an inspection in which everything is as long as it may be', () => {
  it.each([
    ['slac-2009', openGraded],
    ['sif-2013', openGraded],
    ['ilacs-2023', openGraded],
    ['cp-2012', openGraded],
    ['jtai-2016', openFound],
  ] as const)('[WD1] is read under %s in as few words of the app’s own', async (id, open) => {
    const { fortnight, written } = await open(id);
    const { findings, overalls } = framework(id);
    const most = (surface: Surface): number =>
      budgets[surface] * (findings.length > 0 || overalls.length > 1 ? 1.5 : 1);
    const inspection = await fortnight.inspections().of(northmoor);
    const borrowed = borrowedOf(inspection, written);
    const said = async (words: string) => (await judge(fortnight, 'lead', words)).shown[0]?.blocks ?? [];
    const form = findings.length === 0 ? (await judge(fortnight, 'lead', 'overall')).view : null;
    const all = {
      '/judge': await said(''),
      'daily summary': await said('today'),
      timetable: await said('timetable'),
      board: fortnight.slack.channel(teamChannel).pinned()[0]?.blocks ?? [],
      'overall form': aboveFields(form?.blocks ?? []),
    };
    await postSummary(fortnight);
    const counted = Object.entries({ ...all, headline: threadIn(fortnight).headline.blocks }).map(
      ([surface, blocks]) => ({ surface: surface as Surface, words: ownWords(blocks, borrowed) }),
    );
    const over = counted.filter(({ surface, words }) => words.length > most(surface));
    expect(over.map(({ surface, words }) => `${surface} ${words.length}: ${words.join(' ')}`)).toEqual([]);
  });
});
