import { z } from 'zod';
import { alter, changedBy, nothingChanged, type Withdrawn, withdrawnWords } from '../changing.ts';
import { seen } from '../corrections.ts';
import type { Entered, Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import type { By, Person } from '../people.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { typed } from '../text/typed.ts';
import { unknownUrgency, urgenciesOf } from '../urgencies.ts';
import { chosenIds } from './evidence-content.ts';

/*
 * A recommendation says what must be done about a weakness, how soon in the framework's words, and on which evidence. It
 * stands in the summary, so it is signed with it: a change lapses the lead's signature, and signing off seals it.
 */

const fields = {
  text: typed('Say what must be done.'),
  urgency: z.string('Choose how soon.'),
  evidence: chosenIds,
};

export const recommend = z.strictObject({ type: z.literal('Recommend'), ...fields });
export const changeRecommendation = z.strictObject({
  type: z.literal('ChangeRecommendation'),
  item: z.string(),
  seen,
  ...fields,
});
export const withdrawRecommendation = z.strictObject({
  type: z.literal('WithdrawRecommendation'),
  item: z.string(),
  reason: typed('Say why it is withdrawn. It stays in the record, marked.'),
});
const commands = [recommend, changeRecommendation, withdrawRecommendation] as const;

const said = { item: z.string(), text: z.string(), urgency: z.string(), evidence: z.array(z.string()) };
/** `finding`: the one whose remedy it is; null for one made by itself, and in histories from before there were such. */
export const recommended = z.strictObject({
  type: z.literal('Recommended'),
  ...said,
  finding: z.string().nullable().default(null),
});
const recommendationChanged = z.strictObject({ type: z.literal('RecommendationChanged'), ...said });
const recommendationWithdrawn = z.strictObject({
  type: z.literal('RecommendationWithdrawn'),
  item: z.string(),
  reason: z.string(),
});
const events = [recommended, recommendationChanged, recommendationWithdrawn] as const;
export type RecommendationEvent = Of<typeof events>;

export type Recommendation = {
  item: string;
  text: string;
  urgency: string;
  evidence: string[];
  /** The finding whose remedy it is; null for one made by itself. */
  finding: string | null;
  by: Person;
  recordedAt: string;
  withdrawn: Withdrawn | null;
};

/** Those that stand, in the framework's order of urgency, then as they were made. */
export const standingRecommendations = ({ recommendations, framework }: Inspection): Recommendation[] => {
  const order = urgenciesOf(framework).map(({ id }) => id);
  return [...recommendations.values()]
    .filter(({ withdrawn }) => withdrawn === null)
    .sort((one, other) => order.indexOf(one.urgency) - order.indexOf(other.urgency));
};

/** The areas that a recommendation is about: those of its evidence, in the framework's order. */
export const areasOf = ({ framework, evidence }: Inspection, { evidence: items }: Recommendation): string[] => {
  const named = new Set(items.flatMap((item) => evidence.get(item)?.content.areas ?? []));
  return framework.areas.filter(({ id }) => named.has(id)).map(({ short }) => short);
};

/** What it answers and stands no more: items of its evidence, and the finding whose remedy it is. */
export const itemsGoneUnder = (
  { evidence, findings }: Inspection,
  { evidence: items, finding }: Recommendation,
): string[] => [
  ...(finding !== null && findings.get(finding)?.withdrawn !== null ? [finding] : []),
  ...items.filter((item) => evidence.get(item)?.withdrawn !== null),
];

const wrongWith = (
  { urgency, evidence }: Pick<Recommendation, 'urgency' | 'evidence'>,
  /** What it rests on as the remedy of a weakness: that need be no concern by itself. */
  ofWeakness: readonly string[],
  inspection: Inspection,
): Refusal[] => {
  const refusals: Refusal[] = [];
  const unknown = unknownUrgency(inspection.framework, urgency);
  if (unknown !== null) refusals.push({ field: 'urgency', words: unknown });
  const wrong = evidence.flatMap((item): string[] => {
    const found = inspection.evidence.get(item);
    if (!found) return [`There is no ${item} in this inspection.`];
    if (found.withdrawn) return [`${item} was withdrawn.`];
    if (ofWeakness.includes(item)) return [];
    return found.content.sign === 'concern' || found.content.sign === 'priority-concern'
      ? []
      : [`${item} is no concern. A recommendation answers a weakness.`];
  });
  if (evidence.length === 0) wrong.push('A recommendation answers a weakness. Choose the concerns that it answers.');
  if (wrong.length > 0) refusals.push({ field: 'evidence', words: wrong.slice(0, 3).join(' ') });
  return refusals;
};

/** Why this person may not change or withdraw one; null where they may. Anybody who recommends may. */
export const whyNotChangeRecommendation = changedBy<Recommendation>({
  act: 'recommend what must be done',
  others: null,
  sealed: true,
  over: withdrawnWords,
});

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<RecommendationEvent> => {
  if (command.type === 'Recommend') {
    const { type: _, ...content } = command;
    const refusals = wrongWith(content, [], inspection);
    if (refusals.length > 0) return { refusals };
    return { events: [{ type: 'Recommended', item: nextItem(inspection.items, 'A'), ...content, finding: null }] };
  }
  const before = inspection.recommendations.get(command.item);
  if (!before) return refuse(null, `There is no ${command.item} here.`);
  const whyNot = whyNotChangeRecommendation(inspection, before, by.person);
  if (whyNot !== null) return refuse(null, whyNot);
  if (command.type === 'WithdrawRecommendation')
    return { events: [{ type: 'RecommendationWithdrawn', item: command.item, reason: command.reason }] };
  const { type: _, seen: __, ...content } = command;
  const refusals = wrongWith(content, before.finding === null ? [] : before.evidence, inspection);
  if (refusals.length > 0) return { refusals };
  const { item, text, urgency, evidence } = before;
  if (JSON.stringify(content) === JSON.stringify({ item, text, urgency, evidence }))
    return refuse('text', nothingChanged(item));
  return { events: [{ type: 'RecommendationChanged', ...content }] };
};

const keep = (
  { recommendations }: Inspection,
  { type: _, ...content }: Exclude<RecommendationEvent, { type: 'RecommendationWithdrawn' }>,
  { person: by, at }: Entered,
): void => {
  // Where the first wording was erased, it is known from here on.
  const kept = recommendations.get(content.item) ?? { finding: null, by, recordedAt: at, withdrawn: null };
  recommendations.set(content.item, { ...kept, ...content });
};

declare module '../inspection.ts' {
  interface Inspection {
    recommendations: Map<string, Recommendation>;
  }
}

export const recommendationMatter = matter({
  commands,
  events,
  act: 'recommend what must be done',
  sealed: true,
  begins: () => ({ recommendations: new Map() }),
  decide,
  evolve: {
    Recommended: keep,
    RecommendationChanged: keep,
    RecommendationWithdrawn: ({ recommendations }, { item, reason }, { person: by, at }) =>
      alter(recommendations, item, { withdrawn: { reason, by, at } }),
  },
  moves: 'signature',
  corrects: ['RecommendationChanged'],
});
