import fc from 'fast-check';
import type { Framework } from '../../src/domain/framework.ts';
import { may } from '../../src/domain/roles.ts';
import { roleOf } from '../../src/domain/standing.ts';
import { type Entry, person, under } from '../support/given.ts';
import { leadsAndManager, raters, teamMembers, type Who } from '../support/people.ts';
import { reopen, type Sent, signOff } from '../support/sent.ts';
import { answerRound, closeRound, openRound, showRound } from '../support/sent-round.ts';
import { asUnder } from './as-under.ts';
import { restrictedSamples } from './restricted-samples.ts';
import { type Act, samples } from './samples.ts';
import { begun, type Step, same, take, type World } from './worlds.ts';

/** Pairs of histories that differ only in what one person may not read. */

/** One kind of history that the law is held against. */
export type Kind = {
  name: string;
  start: readonly Entry[];
  framework: Framework;
  /** What stands in every history of this kind before anything else is done. */
  first: (viewer: Who, open: boolean, given: readonly Answer[], others: readonly Answer[]) => Step[];
  runs: number;
};

export const all: readonly Act[] = Object.values(samples).flat();
export const allRestricted: readonly Act[] = Object.values(restrictedSamples).flat();

export type Answer = readonly [string | null, string];
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
export const rounds = (viewer: Who, open: boolean, given: readonly Answer[], others: readonly Answer[]): Step[] => [
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
export const confided = (viewer: Who, framework: Framework, acts: readonly Act[]): Step[] =>
  acts.map(([who, command]) => ({
    who,
    into: 'restricted',
    sent: [leadsAndManager.includes(viewer) ? asUnder(framework, command) : null, asUnder(framework, command)],
  }));

const woven = (steps: readonly Step[], others: readonly Step[], places: readonly number[]): Step[] =>
  others.reduce((so, step, index) => so.toSpliced((places[index] ?? 0) % (so.length + 1), 0, step), [...steps]);

const [sif, inWords, rating] = [under('sif-2013'), under('jtai-2016'), under('annual-rating-2009')];

/** Signed off by both; in half of them reopened at once, so that the rest is done in the one or the other. */
const signed = (reopened: boolean): Step[] => [
  same('lead', signOff),
  same('qualityAssurance', signOff),
  ...(reopened ? [same('lead', reopen('A late complaint'))] : []),
];

export const kinds: readonly Kind[] = [
  { name: 'that gives grades', start: sif.settled().entries(), framework: sif.framework, first: rounds, runs: 7 },
  {
    name: 'that is signed off, or was and is reopened',
    start: sif.settled().entries(),
    framework: sif.framework,
    first: (viewer, reopened, given, others) => [...rounds(viewer, false, given, others), ...signed(reopened)],
    runs: 3,
  },
  {
    name: 'that speaks in findings',
    start: inWords.withEvidence().entries(),
    framework: inWords.framework,
    first: () => samples.RecordFinding.map(([who, command]) => same(who, asUnder(inWords.framework, command))),
    runs: 2,
  },
  {
    name: 'that takes results from elsewhere',
    start: rating.started().entries(),
    framework: rating.framework,
    first: () => samples.GiveResult.map(([who, command]) => same(who, asUnder(rating.framework, command))),
    runs: 2,
  },
];

const mayReadAll = ({ inspection }: World, who: Who): boolean =>
  may(roleOf(inspection, person(who)), 'read restricted evidence');

export const aPair = ({ start, framework, first }: Kind) =>
  fc
    .record({
      viewer: fc.constantFrom(...teamMembers),
      open: fc.boolean(),
      given: answers,
      others: answers,
      acts: fc.array(fc.constantFrom(...all), { minLength: 20, maxLength: 60 }),
      hidden: fc.array(fc.constantFrom(...allRestricted), { minLength: 1, maxLength: 8 }),
      places: fc.array(fc.nat(200), { minLength: 12, maxLength: 12 }),
    })
    .map(({ viewer, open, given, others, acts, hidden, places }) => {
      const worlds: [World, World] = [begun(start), begun(start)];
      const secret = [...confided(viewer, framework, [...allRestricted.slice(0, 1), ...hidden]), ...settings(viewer)];
      const steps = [
        ...first(viewer, open, given, others),
        ...woven(
          acts.map(([who, command]) => same(who, asUnder(framework, command))),
          secret,
          places,
        ),
      ];
      const kept = steps.filter((step, place) => take(worlds, step, place));
      return { viewer, worlds, kept };
    })
    // Whoever comes to lead may read what they could not: then the two differ rightly.
    .filter(({ viewer, worlds: [now] }) => mayReadAll(now, viewer) === mayReadAll(begun(start), viewer));
