import { z } from 'zod';
import { alter, type Withdrawn } from '../changing.ts';
import type { Inspection } from '../inspection.ts';
import { itemNumber, nextItem, numbered } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import { dayIn } from '../moments.ts';
import type { By, Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { alreadyIn, notFromOutside } from '../taking-in.ts';
import { typed, typedOrNothing } from '../text/typed.ts';
import { standingRecommendations } from './recommendation.ts';

/*
 * The authority's plan as it came: what it says to each recommendation, and whether that answers it. A draft may come before the final
 * one, and either again: the latest counts, and what was judged of the others stays. It comes after sign-off and moves nothing signed.
 */

export const planVerdicts = ['answers', 'partly', 'not'] as const;
export type PlanVerdict = (typeof planVerdicts)[number];
export const planVerdictLabels: Record<PlanVerdict, string> = {
  answers: 'Answers it',
  partly: 'Answers it in part',
  not: 'Does not answer it',
};

/** What the authority writes to a recommendation, in the order of the plan's columns, with their headings. */
export const planColumns = {
  outcome: 'What will be different for {children}',
  owner: 'Owner',
  milestones: 'Milestones',
  byWhen: 'By when',
  known: 'How it will be known',
  progress: 'Progress',
} as const;
export type PlanColumn = keyof typeof planColumns;
export const planWords = Object.keys(planColumns) as PlanColumn[];

const receivePlan = z.strictObject({
  type: z.literal('ReceivePlan'),
  /** By its number, or in its own words. */
  recommendation: typed('Say which recommendation it is about.'),
  draft: z.boolean(),
  receivedOn: z.iso.date('Give the day on which the plan came.'),
  says: z.partialRecord(z.enum(planWords), typedOrNothing),
});
const judgePlan = z.strictObject({
  type: z.literal('JudgePlan'),
  item: z.string(),
  verdict: z.enum(planVerdicts, 'Choose whether it answers the recommendation.'),
  reason: typed('Say why.'),
  judgedOn: z.iso.date('Give the day on which it was judged.'),
});
const commands = [receivePlan, judgePlan] as const;

const planReceived = z.strictObject({
  type: z.literal('PlanReceived'),
  item: z.string(),
  recommendation: z.string(),
  draft: z.boolean(),
  receivedOn: z.iso.date(),
  /** Only what it says something in. */
  says: z.partialRecord(z.enum(planWords), z.string()),
});
const planJudged = z.strictObject({
  type: z.literal('PlanJudged'),
  item: z.string(),
  verdict: z.enum(planVerdicts),
  reason: z.string(),
  judgedOn: z.iso.date(),
});
const events = [planReceived, planJudged] as const;

/** What the plan says to one recommendation. */
export type Planned = Omit<z.infer<typeof planReceived>, 'type'> & {
  by: Person;
  recordedAt: string;
  judged: { verdict: PlanVerdict; reason: string; on: string; by: Person } | null;
  withdrawn: Withdrawn | null;
};

/** What the plan says to a recommendation as it came last; null where it says nothing. */
export const plannedFor = ({ planned }: Inspection, recommendation: string): Planned | null =>
  [...planned.values()].filter((each) => each.recommendation === recommendation && !each.withdrawn).at(-1) ?? null;

/** What of the plan counts and nobody has judged. */
export const unjudged = (inspection: Inspection): Planned[] =>
  standingRecommendations(inspection).flatMap(({ item }) => {
    const planned = plannedFor(inspection, item);
    return planned && !planned.judged ? [planned] : [];
  });

const plainly = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The standing recommendation that is meant by its number or its own words. */
const meant = (inspection: Inspection, said: string): string | undefined => {
  const [, number] = said.match(/^A[\s-]*(\d{1,6})\b/i) ?? [];
  const item = number && numbered('A', itemNumber(number));
  return standingRecommendations(inspection).find((each) =>
    item ? each.item === item : plainly(each.text) === plainly(said),
  )?.item;
};

const receive = (
  { type: _, ...said }: z.infer<typeof receivePlan>,
  inspection: Inspection,
  by: By,
): Decision<Of<typeof events>> => {
  const no = notFromOutside(inspection, by.person);
  if (no) return no;
  if (said.receivedOn > dayIn(inspection, by.at))
    return refuse('receivedOn', 'This day is to come. Give the day on which the plan came.');
  const recommendation = meant(inspection, said.recommendation);
  if (!recommendation)
    return refuse('recommendation', 'It names no recommendation that stands. Write its number, such as A-001.');
  const before = plannedFor(inspection, recommendation);
  const says = Object.fromEntries(planWords.flatMap((word) => (said.says[word] ? [[word, said.says[word]]] : [])));
  if (before?.draft === said.draft && planWords.every((word) => before.says[word] === says[word]))
    return alreadyIn(`${before.item} says this already.`);
  return { events: [{ type: 'PlanReceived', item: nextItem(inspection.items, 'N'), ...said, recommendation, says }] };
};

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<Of<typeof events>> => {
  if (command.type === 'ReceivePlan') return receive(command, inspection, by);
  const { type: _, ...said } = command;
  const planned = inspection.planned.get(said.item);
  if (!planned) return refuse(null, `There is no ${said.item} here.`);
  if (planned.withdrawn) return refuse(null, `${said.item} was withdrawn: ${planned.withdrawn.reason}`);
  if (said.judgedOn > dayIn(inspection, by.at) || said.judgedOn < planned.receivedOn)
    return refuse('judgedOn', 'Give a day from when the plan came until today.');
  return { events: [{ type: 'PlanJudged', ...said }] };
};

declare module '../inspection.ts' {
  interface Inspection {
    /** What the authority's plan says, by its number. */
    planned: Map<string, Planned>;
  }
}

export const planMatter = matter({
  commands,
  events,
  act: { JudgePlan: 'answer comments and judge the {authority}’s plan' },
  sealed: false,
  begins: () => ({ planned: new Map() }),
  decide,
  evolve: {
    PlanReceived: ({ planned }, { type: _, ...said }, { person: by, at }) =>
      void planned.set(said.item, { ...said, by, recordedAt: at, judged: null, withdrawn: null }),
    PlanJudged: ({ planned }, { item, verdict, reason, judgedOn: on }, { person: by }) =>
      alter(planned, item, { judged: { verdict, reason, on, by } }),
  },
  moves: 'nothing',
});
