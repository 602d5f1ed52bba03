import { expect, it } from 'vitest';
import { checkFramework } from '../../src/frameworks/read.ts';
import { framework, frameworks } from '../support/frameworks.ts';

const sif = framework('sif-2013');

/** What is said of the framework with its first paper otherwise. */
const saidOf = (but: Partial<(typeof sif.papers)[number]>): string[] =>
  checkFramework({
    ...sif,
    papers: sif.papers.map((paper, place) => (place === 0 ? { ...paper, ...but } : paper)),
  }).map(({ path, wrong }) => `${path} ${wrong}`);

it('[RT1] a paper names only areas, urgencies and headings that its framework has, and each section once', () => {
  const [first] = sif.papers[0]?.sections ?? [];
  if (!first) throw new Error('There is no section');
  expect(saidOf({ sections: [{ ...first, areas: ['schools'] }] })).toEqual([
    'papers[0].sections[0].areas[0] is "schools", which is none of them',
  ]);
  expect(saidOf({ sections: [{ ...first, urgencies: ['soon'], findings: ['weak'] }] })).toHaveLength(2);
  expect(saidOf({ sections: [first, first] })[0]).toContain('papers[0].sections[1].id is "cover"');
});

it('[RT1] editions of a paper follow one another by their first day', () => {
  expect(saidOf({ from: '2015-01-01' })).toEqual(['papers[1].from is no day after that of the edition before it']);
});

it('[RT1] every framework of children’s services that was in force names its paper', () => {
  const without = frameworks.all.filter(({ papers, planned }) => papers.length === 0 && planned === undefined);
  expect(without.map(({ id }) => id).filter((id) => !id.startsWith('cpa-'))).toEqual([]);
});
