import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../src/domain/sorted-evidence.ts';
import { weightiest } from '../../src/domain/weight.ts';
import { given, minute, type Story, under } from '../support/given.ts';
import { evidence, withdraw } from '../support/sent.ts';

const sif = under('sif-2013');
const help = 'help-and-protection';

const recording = (...contents: Record<string, unknown>[]): Story =>
  contents.reduce<Story>((so, content) => so.and(evidence(content), 'inspector'), given(sif.framework));

const heaviest = (story: Story, which: 'strengths' | 'concerns', most: number): string[] =>
  weightiest(itemsOf(story.state(), help), which, most).map(({ item }) => item);

describe('the evidence for and against a grade', () => {
  it('[J6] is told apart: strengths, and concerns with priority concerns; context is neither', () => {
    const story = recording(
      { sign: 'strength' },
      { sign: 'concern' },
      { sign: 'priority-concern' },
      { sign: 'context' },
    );
    expect(heaviest(story, 'strengths', 5)).toEqual(['E-001']);
    expect(heaviest(story, 'concerns', 5)).toEqual(['E-003', 'E-002']);
  });

  it('[J6] stands with priority first, then experience, practice, process, and what is about none of them last', () => {
    const story = recording(
      { about: null },
      { about: 'process' },
      { about: 'practice' },
      { about: 'experience' },
      { sign: 'priority-concern', about: null },
      { sign: 'priority-concern', about: 'process' },
    );
    expect(heaviest(story, 'concerns', 6)).toEqual(['E-006', 'E-005', 'E-004', 'E-003', 'E-002', 'E-001']);
  });

  it('[J6] stands newest first by when it was observed, then by number', () => {
    const story = recording({ observedAt: minute(-9) }, { observedAt: minute(-5) }, { observedAt: minute(-9) });
    expect(heaviest(story, 'concerns', 5)).toEqual(['E-002', 'E-003', 'E-001']);
  });

  it('[J6] is five of each at most, of this area, and none that was withdrawn', () => {
    const story = recording(...Array.from({ length: 7 }, () => ({})), { areas: ['leadership'] }).and(
      withdraw('E-007'),
      'lead',
    );
    expect(heaviest(story, 'concerns', 5)).toEqual(['E-006', 'E-005', 'E-004', 'E-003', 'E-002']);
    expect(heaviest(sif.started(), 'strengths', 5)).toEqual([]);
  });

  it('[J6] stands in one order, however it was recorded', () => {
    const aContent = fc.record({
      sign: fc.constantFrom('concern', 'priority-concern'),
      about: fc.constantFrom(null, 'experience', 'practice', 'process'),
      observedAt: fc.constantFrom(minute(-9), minute(-5)),
    });
    fc.assert(
      fc.property(fc.array(aContent, { maxLength: 8 }), fc.nat(8), (contents, most) => {
        const story = recording(...contents);
        const all = heaviest(story, 'concerns', contents.length);
        expect([...all].sort()).toEqual(itemsOf(story.state(), help).map(({ item }) => item));
        expect(heaviest(story, 'concerns', most)).toEqual(all.slice(0, most));
        expect(weightiest([...itemsOf(story.state(), help)].reverse(), 'concerns', 9).map(({ item }) => item)).toEqual(
          all,
        );
      }),
      { numRuns: 40 },
    );
  });
});
