import { z } from 'zod';
import { isRead, standingCases } from '../cases.ts';
import { alter } from '../changing.ts';
import { cohortsOf } from '../cohorts.ts';
import { inWordsOf } from '../field.ts';
import { listed } from '../framework/listed.ts';
import type { Entered, Inspection } from '../inspection.ts';
import { noteNumber, noteWordless } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import { onlyFor } from '../only-for.ts';
import { type By, type Person, personSchema } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { may } from '../roles.ts';
import { isReserve, type PlannedCase, type SamplePlan, samplePlan } from '../sample-plan.ts';
import { drawnAs, firstFree, inPlaceOf, reserveFor, standingSamples } from '../samples.ts';
import type { Target } from '../settings.ts';
import { roleOf } from '../standing.ts';
import { identifiersIn } from '../text/identifiers.ts';
import { isUsed, nextReference } from './case.ts';
import { operator } from './team.ts';

/*
 * A sample of cases as it was drawn, taken in with its plan: what was drawn out of how many, by which rules and seed. Whoever has the
 * plan and the lists draws the same again. A case that turns out not to fit is taken off with its reason, and the next reserve of its
 * cohort takes its place.
 */

/** It counts beside the plans before it, or instead of them. */
const takeSample = z.strictObject({ type: z.literal('TakeSample'), plan: samplePlan, instead: z.boolean() });
/** The next reserve takes the place of `item`, which was taken off. */
const useReserve = z.strictObject({ type: z.literal('UseReserve'), item: z.string() });
const commands = [takeSample, useReserve] as const;

/** `readers`: who was meant by each name in the plan. `off`: what is taken off, since this plan counts instead of those before it. */
const sampleTaken = z.strictObject({
  type: z.literal('SampleTaken'),
  plan: samplePlan,
  readers: z.record(z.string(), personSchema),
  off: z.array(z.string()).nullable(),
});
const usedReserve = z.strictObject({ reserve: z.string(), as: z.string(), for: z.string() });
export type UsedReserve = z.infer<typeof usedReserve>;
/** It names no item as its own and holds nobody's words, so that no erasure takes it along. */
const reserveUsed = usedReserve.extend({ type: z.literal('ReserveUsed'), reader: personSchema.nullable() });
const events = [sampleTaken, reserveUsed] as const;
type SampleTaken = z.infer<typeof sampleTaken>;

/** A sample that was taken in. It is `over` once another plan counts instead of it. */
export type Sample = { plan: SamplePlan; used: UsedReserve[]; over: boolean; by: Person; at: string };

const readersIn = (inspection: Inspection, { cases }: Pick<SamplePlan, 'cases'>): [string, Person | undefined][] =>
  [...new Set(cases.flatMap(({ reader }) => reader ?? []))].map((name) => {
    const known = inspection.members.find((member) => member.name.toLowerCase() === name.toLowerCase());
    return [name, known?.person];
  });

/** What stands in the way of a plan; null where nothing does. */
const whyNotTaken = (inspection: Inspection, plan: SamplePlan): string | null => {
  const { framework } = inspection;
  if (plan.framework !== null && plan.framework !== framework.id)
    return `This plan was drawn for ${plan.framework}, and this inspection is under ${framework.id}. Have it drawn for ${framework.id}.`;
  if (standingSamples(inspection).some((each) => JSON.stringify(each.plan) === JSON.stringify(plan)))
    return 'This plan is taken in already.';
  const cohorts = cohortsOf(framework).map(({ id }) => id);
  const unknown = plan.cases.find(({ cohort }) => !cohorts.includes(cohort))?.cohort;
  if (unknown) return `There is no cohort ${unknown} here. Have it drawn from ${listed(cohorts, 'and')}.`;
  const [found] = identifiersIn([plan.seed, ...plan.strata, ...plan.rules.map(({ words }) => words)].join('\n'));
  if (found) return `"${found.text}" in it looks like ${found.kind}. Have it drawn with other words.`;
  const [stranger] = readersIn(inspection, plan).find(([, person]) => !person) ?? [];
  if (stranger) return `${stranger} is not on the team by that name. Add them first, or have the plan drawn without.`;
  const used = plan.cases.find(({ reference }) => isUsed(inspection, reference))?.reference;
  return used
    ? `${used} stands for somebody here already. ${inWordsOf(inspection, `Have the plan drawn again with {cases} from ${firstFree(inspection)} on.`)}`
    : null;
};

const decideTaking = (plan: SamplePlan, instead: boolean, inspection: Inspection): Decision<SampleTaken> => {
  const whyNot = whyNotTaken(inspection, plan);
  if (whyNot !== null) return refuse('plan', whyNot);
  const unread = standingCases(inspection).filter(({ item }) => !isRead(inspection, item) && drawnAs(inspection, item));
  const off = instead ? unread.map(({ item }) => item) : null;
  const readers = Object.fromEntries(
    readersIn(inspection, plan).flatMap(([name, person]) => (person ? [[name, person]] : [])),
  );
  return { events: [{ type: 'SampleTaken', plan, readers, off }] };
};

const decideReserve = (item: string, inspection: Inspection): Decision<z.infer<typeof reserveUsed>> => {
  const standing = inspection.cases.registered.get(item);
  const drawn = drawnAs(inspection, item);
  if (!drawn) return refuse(null, `${item} was not drawn, so no reserve takes its place.`);
  if (standing?.removed === null) return refuse(null, `${item} still counts. Take it off first, and say why.`);
  const before = inPlaceOf(inspection, item);
  if (before) return refuse(null, `${before.as} took the place of ${item} already.`);
  const reserve = reserveFor(inspection, item);
  if (!reserve) return refuse(null, `No reserve is left for ${item}.`);
  const reader = readersIn(inspection, { cases: [reserve] })[0]?.[1] ?? standing?.reader ?? null;
  const as = nextReference(inspection);
  return { events: [{ type: 'ReserveUsed', reserve: reserve.reference, as, for: item, reader }] };
};

const decide = (command: Of<typeof commands>, inspection: Inspection, { person }: By): Decision<Of<typeof events>> => {
  if (command.type === 'UseReserve') return decideReserve(command.item, inspection);
  const act = 'take in a plan of {cases}';
  return person.user === operator || may(roleOf(inspection, person), act)
    ? decideTaking(command.plan, command.instead, inspection)
    : refuse(null, onlyFor(inspection, act));
};

type As = { item: string; reader: Person | null };

const register = (inspection: Inspection, { kind, cohort }: PlannedCase, as: As, entered: Entered): void => {
  const { person: by, at } = entered;
  inspection.cases.registered.set(as.item, { ...as, kind, cohort, site: null, by, registeredAt: at, removed: null });
  noteNumber(inspection.items, as.item);
  noteWordless(inspection.items, as.item);
};

/** What is planned and how large each cohort is, by the plans that count; what the leads set afterwards holds from then on. */
const noteTargets = (inspection: Inspection, gone: readonly Sample[]): void => {
  const targets = new Map<string, Target>(inspection.settings.cohortTargets);
  for (const { plan } of gone) for (const { cohort } of plan.sizes) targets.delete(cohort);
  const plans = standingSamples(inspection).map(({ plan }) => plan);
  for (const { cohort, size } of plans.flatMap(({ sizes }) => sizes)) {
    const planned = plans.flatMap(({ cases }) => cases).filter((each) => each.cohort === cohort && !isReserve(each));
    targets.set(cohort, { planned: planned.length, size });
  }
  inspection.settings = { ...inspection.settings, cohortTargets: targets };
};

const take = (inspection: Inspection, { plan, readers, off }: SampleTaken, entered: Entered): void => {
  const { person: by, at } = entered;
  const gone = off === null ? [] : standingSamples(inspection);
  for (const sample of gone) sample.over = true;
  for (const item of off ?? [])
    alter(inspection.cases.registered, item, { removed: { reason: 'Another plan was taken in', by, at } });
  inspection.samples.push({ plan, used: [], over: false, by, at });
  for (const each of plan.cases)
    if (!isReserve(each))
      register(inspection, each, { item: each.reference, reader: readers[each.reader ?? ''] ?? null }, entered);
  noteTargets(inspection, gone);
};

declare module '../inspection.ts' {
  interface Inspection {
    samples: Sample[];
  }
}

export const sampleMatter = matter({
  commands,
  events,
  act: { UseReserve: 'register {cases}' },
  sealed: true,
  begins: () => ({ samples: [] }),
  decide,
  evolve: {
    SampleTaken: take,
    ReserveUsed: (inspection, { type: _, reader, ...used }, entered) => {
      const drawn = drawnAs(inspection, used.for);
      const reserve = drawn?.sample.plan.cases.find(({ reference }) => reference === used.reserve);
      if (!drawn || !reserve) return;
      drawn.sample.used.push(used);
      register(inspection, reserve, { item: used.as, reader }, entered);
    },
  },
  moves: 'signature',
  corrects: ['SampleTaken'],
  about: () => 'settings',
});
