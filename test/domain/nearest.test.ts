import { describe, expect, it } from 'vitest';
import { subcommands } from '../../commands/index.ts';
import { nearest } from '../../src/domain/text/nearest.ts';

const words = subcommands.map(({ word }) => word);

describe('a word that was spelt wrongly', () => {
  it.each([
    ['evidance', 'evidence'],
    ['Evidence.', 'evidence'],
    ['/evidence', 'evidence'],
    ['sumary', 'summary'],
    ['signoff', 'sign-off'],
    ['chalenge', 'challenge'],
    ['whistle', 'whistleblow'],
    ['garde', 'grade'],
  ])('[L15] %s is taken for %s', (typed, meant) => {
    expect(nearest(typed, words)).toBe(meant);
  });

  it.each(['in', 'northmoor', 'e', '', '__proto__', 'x'.repeat(40_000)])('[L15] %s is taken for nothing', (typed) => {
    expect(nearest(typed, words)).toBeNull();
  });
});
