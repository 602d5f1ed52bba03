import { describe, expect, it } from 'vitest';
import {
  areaByWord,
  areaOf,
  bandInWords,
  Framework,
  gradeInWords,
  gradeLabel,
  gradesFor,
  gradesInWords,
  listed,
  nameOf,
  withoutExamples,
} from '../../src/domain/framework.ts';
import { framework } from '../support/frameworks.ts';

const sif = framework('sif-2013');
const ilacs = framework('ilacs-2018');

describe('the edition an inspection opened under', () => {
  it('[F1] is carried without its examples and reads back the same', () => {
    const carried = withoutExamples(sif);
    expect(carried).not.toHaveProperty('examples');
    expect(Framework.parse(JSON.parse(JSON.stringify(carried)))).toEqual(carried);
    expect(carried.rules).toEqual(sif.rules);
  });

  it('[F2] is refused where it has a field that no framework has', () => {
    const parsed = Framework.safeParse({ ...withoutExamples(sif), weighting: 3 });
    expect(parsed.success).toBe(false);
  });
});

describe('finding an area by the word of a one-line recording', () => {
  it('[F3] takes the words the framework lists, in any capitals', () => {
    expect(areaByWord(sif, 'help')?.id).toBe('help-and-protection');
    expect(areaByWord(sif, 'Care-Leavers')?.id).toBe('care-leavers');
    expect(areaByWord(ilacs, 'care-leavers')?.id).toBe('in-care-and-care-leavers');
    expect(areaByWord(sif, 'LSCB')?.id).toBe('lscb');
  });

  it('[F3] finds nothing for any other word', () => {
    expect(areaByWord(sif, 'helpful')).toBeUndefined();
    expect(areaByWord(sif, '')).toBeUndefined();
  });
});

describe('the names of grades and areas', () => {
  it('[F4] are those the framework printed', () => {
    expect(gradeLabel(sif, 'requires-improvement')).toBe('Requires improvement');
    expect(gradeLabel(ilacs, 'requires-improvement')).toBe('Requires improvement to be good');
    expect(areaOf(sif, 'leadership').title).toBe('Leadership, management and governance');
    expect(nameOf(sif, 'overall')).toBe('Overall effectiveness');
    expect(nameOf(sif, 'leadership')).toBe('Leadership');
  });

  it('[F4] read well inside a sentence', () => {
    expect(gradeInWords(sif, 'not-judged')).toBe('not judged');
    expect(gradesInWords(sif, ['good', 'requires-improvement'])).toBe('good or requires improvement');
    expect(gradesInWords(sif, ['outstanding', 'good', 'requires-improvement', 'inadequate'])).toBe('any grade');
    expect(bandInWords(sif, ['requires-improvement', 'inadequate'])).toBe('requires improvement or worse');
    expect(bandInWords(sif, ['outstanding', 'good'])).toBe('good or better');
    expect(bandInWords(sif, ['good', 'requires-improvement'])).toBe('good or requires improvement');
    expect(listed(['Adoption', 'Help and protection', 'Leadership'], 'and')).toBe(
      'Adoption, Help and protection, and Leadership',
    );
  });

  it('[F4] are asked of what the framework has, and of nothing else', () => {
    expect(() => areaOf(sif, 'housing')).toThrow('sif-2013 has no judgement area "housing"');
    expect(() => gradeLabel(sif, 'adequate')).toThrow('sif-2013 has no grade "adequate"');
  });
});

describe('not judged', () => {
  it('[F5] is a grade of optional areas only', () => {
    expect(gradesFor(sif, areaOf(sif, 'adoption')).at(-1)).toBe('not-judged');
    expect(gradesFor(sif, areaOf(sif, 'leadership'))).not.toContain('not-judged');
    for (const area of ilacs.areas) expect(gradesFor(ilacs, area)).not.toContain('not-judged');
  });
});
