import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../src/domain/summary.ts';
import { areaTitle } from '../../src/words/areas.ts';
import { under } from '../support/given.ts';

const titlesUnder = (id: string): string[] => {
  const inspection = under(id).started().state();
  return summaryOf(inspection)
    .areas.filter(({ area }) => area.kind === 'separate')
    .map((area) => areaTitle(inspection, area));
};

describe('an area that no overall grade counts', () => {
  it('[O1] says what it stands apart from where each half has an overall grade of its own', () => {
    expect(titlesUnder('slac-2009')).toEqual([
      'Safeguarding: capacity for improvement (apart from the overall grade)',
      'Looked after: capacity for improvement (apart from the overall grade)',
    ]);
    expect(titlesUnder('sif-2013')).toEqual(['LSCB (graded separately)']);
  });
});
