import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownMovements } from '../../src/domain/matters/round-answers.ts';
import { person, under } from '../support/given.ts';
import { raters, teamMembers, type Who } from '../support/people.ts';
import { asUnder } from './as-under.ts';
import { type Answer, all, allRestricted, aPair, confided, kinds, rounds } from './pairs.ts';
import { restrictedSamples } from './restricted-samples.ts';
import { samples } from './samples.ts';
import { everythingSeen } from './seen.ts';
import { begun, same, take, type World } from './worlds.ts';

const start = under('sif-2013').settled().entries();

/** Where two texts first part, with what stands around it; nothing where they are the same. */
const difference = (name: string, one: string, other: string): string[] => {
  if (one === other) return [];
  const place = [...one].findIndex((letter, index) => letter !== other[index]);
  const around = (text: string): string => text.slice(Math.max(0, place - 120), place + 120);
  return [`${name}: "${around(one)}" beside "${around(other)}"`];
};

describe('two histories that differ only in what somebody may not read', () => {
  it.each(kinds)(
    '[LW1] [LW5] [LW6] [R3] [MO2] [MO4] [MO9] show that person the same of an inspection $name',
    (kind) => {
      fc.assert(
        fc.property(aPair(kind), ({ viewer, worlds: [one, other] }) => {
          const [seen, seenThere] = [everythingSeen(one, viewer), everythingSeen(other, viewer)];
          expect(Object.keys(seenThere)).toEqual(Object.keys(seen));
          const told = Object.entries(seen).flatMap(([name, shown]) => difference(name, shown, seenThere[name] ?? ''));
          expect(told).toEqual([]);
          expect(other.restrictedEntries.length).toBeGreaterThan(0);
        }),
        { numRuns: kind.runs, endOnFailure: true },
      );
    },
    90_000,
  );

  it('[LW2] are told apart by those who may read it: what is compared is really there', () => {
    const [kind] = kinds;
    if (!kind) throw new Error('There is no kind of history');
    fc.assert(
      fc.property(aPair(kind), ({ worlds: [one, other] }) => {
        const differing = teamMembers.filter(
          (who) => JSON.stringify(everythingSeen(one, who)) !== JSON.stringify(everythingSeen(other, who)),
        );
        const alike = JSON.stringify(one.entries) === JSON.stringify(other.entries);
        if (!alike || one.restrictedEntries.length !== other.restrictedEntries.length)
          expect(differing.length).toBeGreaterThan(0);
      }),
      { numRuns: 1 },
    );
  }, 90_000);

  it('[MO9] differ in how far somebody moved for that person alone', () => {
    const worlds: [World, World] = [begun(start), begun(start)];
    const given: Answer[] = raters.map((_, place) => [place === 0 ? 'good' : 'inadequate', `secret ${place}`]);
    const steps = rounds('inspector', false, given, given);
    for (const [place, step] of steps.entries()) take(worlds, step, place);
    const movement = (who: Who) =>
      worlds.map(({ inspection }) => ownMovements(inspection, person(who)).map(({ first }) => first));
    expect(movement('inspector')[0]).toEqual(movement('inspector')[1]);
    expect(movement('lead')[0]).not.toEqual(movement('lead')[1]);
  });
});

describe('what a person’s own acts come to', () => {
  it('[LW5] is among what is compared: items with their numbers, receipts, and refusals under their fields', () => {
    const worlds: [World, World] = [begun(start), begun(start)];
    for (const [place, [who, command]] of samples.OpenLine.entries()) take(worlds, same(who, command), place);
    const seen = everythingSeen(worlds[0], 'inspector');
    const of = (beginning: string) =>
      Object.entries(seen).flatMap(([name, shown]) => (name.startsWith(beginning) ? [shown] : []));
    const decided = of('decided: ').join('\n');
    for (const item of ['E-007', 'L-003', 'C-001', 'K-001', 'Q-001', 'W-CCCC']) expect(decided).toContain(item);
    expect(decided).toMatch(/"refusals":\[\{"field":"\w/);
    const submitted = of('submitted: ').join('\n');
    for (const item of ['E-007', 'K-001', 'Q-001', 'P-001'])
      expect(submitted).toMatch(new RegExp(`Saved [^A-Z]*${item}`));
    expect(submitted).toMatch(/"refusals":\[\{"field":"\w/);
  });
});

describe('the histories that the law is held against', () => {
  it('[LW3] have every kind of act there is in them', () => {
    const given: Answer[] = raters.map((_, place) => ['good', `secret ${place}`]);
    const done = new Set<string>();
    for (const { start: from, framework, first } of kinds) {
      const worlds: [World, World] = [begun(from), begun(from)];
      const steps = [
        ...first('observer', true, given, given),
        // Twice, since some are possible only once another is done.
        ...[...all, ...all].map(([who, command]) => same(who, asUnder(framework, command))),
        ...confided('lead', framework, [...allRestricted, ...allRestricted]),
      ];
      for (const [place, step] of steps.entries())
        if (take(worlds, step, place) && step.sent[0]) done.add(step.sent[0].type);
      // Years later, when a record has been kept for as long as was decided.
      for (const [who, command] of samples.NoteRetention)
        if (take(worlds, same(who, command), 600_000)) done.add(command.type);
    }
    const missing = [...Object.keys(samples), ...Object.keys(restrictedSamples)].filter((type) => !done.has(type));
    expect(missing).toEqual([]);
  });
});
