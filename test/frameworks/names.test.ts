import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/domain/framework.ts';
import { at, ownFolder, rule, spoiltIn } from './spoilt.ts';

const folder = ownFolder();
const spoilt = (spoil: (framework: Framework) => unknown): string => spoiltIn(folder(), spoil);

describe('names in a framework', () => {
  const cases: [string, (framework: Framework) => unknown, string][] = [
    [
      'two grades of one id',
      ({ scale }) => Object.assign(at(scale, 1), { id: 'outstanding' }),
      'scale[1].id: is "outstanding", which scale[0].id is already',
    ],
    [
      'two grades of one mark',
      ({ scale }) => Object.assign(at(scale, 1), { mark: '🟦' }),
      'scale[1].mark: is "🟦", which scale[0].mark is already',
    ],
    ['a scale of one grade', ({ scale }) => scale.splice(1), 'scale: has fewer than two grades'],
    [
      'the reserved grade',
      ({ scale }) => Object.assign(at(scale, 3), { id: 'not-judged' }),
      'scale[3].id: is "not-judged", which is kept for optional areas',
    ],
    [
      'two areas of one id',
      ({ areas }) => Object.assign(at(areas, 3), { id: 'adoption' }),
      'areas[3].id: is "adoption", which areas[2].id is already',
    ],
    [
      'an area named as an overall',
      ({ overalls }) => Object.assign(at(overalls, 0), { id: 'lscb' }),
      'areas[5].id: is "lscb", which overalls[0].id is already',
    ],
    [
      'an area named as a kind',
      ({ areas }) => Object.assign(at(areas, 5), { id: 'separate', words: ['separate'] }),
      'areas[5].id: is "separate", which rules use for a kind of area',
    ],
    [
      'a sub-judgement of nothing',
      ({ areas }) => Object.assign(at(areas, 2), { of: 'housing' }),
      'areas[2].of: is "housing", which is no area that can have sub-judgements',
    ],
    [
      'a sub-judgement of a sub-judgement',
      ({ areas }) => Object.assign(at(areas, 2), { of: 'care-leavers' }),
      'areas[2].of: is "care-leavers", which is no area that can have',
    ],
    [
      'a key judgement of another',
      ({ areas }) => Object.assign(at(areas, 4), { of: 'lscb' }),
      'areas[4].of: stands at an area of kind "key"',
    ],
    [
      'a word of two areas',
      ({ areas }) => at(areas, 5).words.push('help'),
      'areas[5].words[1]: is "help", which areas[0].words[0] is already',
    ],
    [
      'an area without its id as a word',
      ({ areas }) => Object.assign(at(areas, 5), { words: ['board'] }),
      'areas[5].words: does not have "lscb"',
    ],
    [
      'a criterion twice',
      ({ areas }) => Object.assign(at(at(areas, 1).criteria, 0), { id: 'HP1' }),
      'areas[1].criteria[0].id: is "HP1", which areas[0].criteria[0].id is already',
    ],
    [
      'a label too long for a select',
      ({ areas }) => Object.assign(at(at(areas, 0).criteria, 0), { label: 'x'.repeat(71) }),
      'areas[0].criteria[0].label: is "xxxx',
    ],
    [
      'a rule twice',
      (framework) => rule(framework, 1, { id: 'SIF-1' }),
      'rules[1].id: is "SIF-1", which rules[0].id is already',
    ],
    [
      'no overall and no reason',
      (framework) => Object.assign(framework, { overalls: [], rules: [], examples: [] }),
      'noOverall: is missing, while overalls is empty',
    ],
    [
      'an overall and a reason for none',
      (framework) => Object.assign(framework, { noOverall: 'Because.' }),
      'noOverall: is there, while an overall grade is given',
    ],
    [
      'an end before the beginning',
      ({ inForce }) => Object.assign(inForce, { to: '2013-11-18' }),
      'inForce.to: is "2013-11-18", before it begins',
    ],
    [
      'findings with grades',
      (framework) => Object.assign(framework, { output: 'findings' }),
      'scale: has grades, while the output is findings',
    ],
  ];
  it.each(cases)('[F16] are refused for %s', (_, spoil, wanted) => {
    expect(spoilt(spoil)).toContain(wanted);
  });
});
