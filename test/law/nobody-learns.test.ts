import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movementOf } from '../../src/domain/matters/round-answers.ts';
import { person, under } from '../support/given.ts';
import type { Sent, Who } from '../support/sent.ts';
import { answerRound, closeRound, openRound, showRound } from '../support/sent-rounds.ts';
import { type Act, elsewhere, restrictedSamples, samples } from './samples.ts';
import { everythingSeen } from './seen.ts';
import { begun, type Step, same, take, type World } from './worlds.ts';

const sif = under('sif-2013');
const start = sif.settled().entries();

const raters: Who[] = ['lead', 'deputy', 'inspector', 'secondInspector', 'partner'];
const viewers: Who[] = [...raters, 'analyst', 'qualityAssurance', 'observer'];
const readers: Who[] = ['lead', 'deputy', 'qualityAssurance'];

const all: readonly Act[] = Object.values(samples).flat();
const allRestricted: readonly Act[] = Object.values(restrictedSamples).flat();

type Answer = readonly [string | null, string];
const anAnswer = fc.tuple(
  fc.constantFrom('outstanding', 'good', 'requires-improvement', 'inadequate', null),
  fc.constantFrom('secret one', 'secret two', 'secret three', 'secret four'),
);
const answers = fc.array(anAnswer, { minLength: 5, maxLength: 5 });

const sent = (item: string, [grade, reason]: Answer): Sent => answerRound(item, grade, reason);
const at = (given: readonly Answer[], place: number): Answer => given[place] ?? [null, 'secret'];

/** An answer in two worlds: the viewer's own is the same in both. */
const inBoth = (item: string, viewer: Who, who: Who, one: Answer, other: Answer): Step => ({
  who,
  into: 'ordinary',
  sent: [sent(item, one), sent(item, who === viewer ? one : other)],
});

/** What everybody but the viewer said to a round, given to somebody else of them in the second world. */
const turned = (viewer: Who, given: readonly Answer[]): Answer[] => {
  const others = raters.flatMap((who, place) => (who === viewer ? [] : [place]));
  return raters.map((_, place) => {
    const among = others.indexOf(place);
    return at(given, among < 0 ? place : (others[(among + 1) % others.length] ?? place));
  });
};

/**
 * Four rounds. stay open: what others answered differs wholly, and how many did does not. R-002 has no names
 * and is shown: the same was said by other people. R-003 is shown by person, so it is the same.
 */
const rounds = (viewer: Who, open: boolean, given: readonly Answer[], others: readonly Answer[]): Step[] => [
  ...(open
    ? [
        same('lead', openRound('leadership', 'by-person')),
        ...raters.slice(2).map((who, place) => inBoth('R-001', viewer, who, at(given, place), at(others, place))),
      ]
    : [same('lead', openRound('leadership', 'by-person')), same('lead', closeRound('R-001'))]),
  same('lead', openRound('help-and-protection', 'without-names')),
  ...raters.map((who, place) => inBoth('R-002', viewer, who, at(given, place), at(turned(viewer, given), place))),
  same('observer', showRound('R-002')),
  same('lead', openRound('adoption', 'by-person')),
  ...raters.map((who, place) => same(who, sent('R-003', at(given, place)))),
  same('observer', showRound('R-003')),
  ...(open
    ? [
        same('deputy', openRound('looked-after-and-permanence', 'without-names')),
        ...raters.slice(1).map((who, place) => inBoth('R-004', viewer, who, at(others, place), at(given, place))),
      ]
    : []),
];

/** What two of the leads set for themselves: something else in each world, and one entry in both. */
const settings = (viewer: Who): Step[] =>
  (['lead', 'deputy'] as const).map((who) => {
    const choice = (dailySummary: boolean): Sent => ({ type: 'SetPersonal', dailySummary, reminders: !dailySummary });
    return { who, into: 'ordinary', sent: [choice(true), choice(who === viewer)] };
  });

/** What is restricted: in the second world alone for those who may not read it, in both for those who may. */
const confided = (viewer: Who, acts: readonly Act[]): Step[] =>
  acts.map(([who, command]) => ({
    who,
    into: 'restricted',
    sent: [readers.includes(viewer) ? command : null, command],
  }));

const woven = (steps: readonly Step[], others: readonly Step[], places: readonly number[]): Step[] =>
  others.reduce((so, step, index) => so.toSpliced((places[index] ?? 0) % (so.length + 1), 0, step), [...steps]);

const aPair = fc
  .record({
    viewer: fc.constantFrom(...viewers),
    open: fc.boolean(),
    given: answers,
    others: answers,
    acts: fc.array(fc.constantFrom(...all), { minLength: 20, maxLength: 60 }),
    hidden: fc.array(fc.constantFrom(...allRestricted), { minLength: 1, maxLength: 8 }),
    places: fc.array(fc.nat(200), { minLength: 12, maxLength: 12 }),
  })
  .map(({ viewer, open, given, others, acts, hidden, places }) => {
    const worlds: [World, World] = [begun(start), begun(start)];
    const first = allRestricted.slice(0, 1);
    const secret = [...confided(viewer, [...first, ...hidden]), ...settings(viewer)];
    const steps = [
      ...rounds(viewer, open, given, others),
      ...woven(
        acts.map(([who, command]) => same(who, command)),
        secret,
        places,
      ),
    ];
    const kept = steps.filter((step, place) => take(worlds, step, place));
    return { viewer, worlds, kept };
  });

/** Where two texts first part, with what stands around it; nothing where they are the same. */
const difference = (name: string, one: string, other: string): string[] => {
  if (one === other) return [];
  const place = [...one].findIndex((letter, index) => letter !== other[index]);
  const around = (text: string): string => text.slice(Math.max(0, place - 120), place + 120);
  return [`${name}: "${around(one)}" beside "${around(other)}"`];
};

describe('two histories that differ only in what somebody may not read', () => {
  it('[LW1] [LW5] [LW6] [R3] [MO2] [MO4] [MO9] show that person the same in every view, message, search, count, export and summary', () => {
    fc.assert(
      fc.property(aPair, ({ viewer, worlds: [one, other] }) => {
        const [seen, seenThere] = [everythingSeen(one, viewer), everythingSeen(other, viewer)];
        expect(Object.keys(seenThere)).toEqual(Object.keys(seen));
        const told = Object.entries(seen).flatMap(([name, shown]) => difference(name, shown, seenThere[name] ?? ''));
        expect(told).toEqual([]);
        expect(other.restrictedEntries.length).toBeGreaterThan(0);
      }),
      { numRuns: 12 },
    );
  }, 90_000);

  it('[LW2] are told apart by those who may read it: what is compared is really there', () => {
    fc.assert(
      fc.property(aPair, ({ worlds: [one, other] }) => {
        const differing = viewers.filter(
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
      worlds.map(({ inspection }) => movementOf(inspection, person(who)).map(({ first }) => first));
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
    for (const receipt of ['Saved E-007', 'Saved K-001', 'Saved Q-001', 'Saved P-001'])
      expect(submitted).toContain(receipt);
    expect(submitted).toMatch(/"refusals":\[\{"field":"\w/);
  });
});

describe('the histories that the law is held against', () => {
  it('[LW3] have every kind of act there is in them', () => {
    const worlds: [World, World] = [begun(start), begun(start)];
    const given: Answer[] = raters.map((_, place) => ['good', `secret ${place}`]);
    const steps = [
      ...rounds('observer', true, given, given),
      // Twice, since some are possible only once another is done.
      ...[...all, ...all].map(([who, command]) => same(who, command)),
      ...confided('lead', [...allRestricted, ...allRestricted]),
    ];
    const done = new Set(
      steps.flatMap((step, place) => (take(worlds, step, place) && step.sent[0] ? [step.sent[0].type] : [])),
    );
    const missing = [...Object.keys(samples), ...Object.keys(restrictedSamples)].filter((type) => !done.has(type));
    expect(missing.filter((type) => !elsewhere.has(type))).toEqual([]);
  });
});
