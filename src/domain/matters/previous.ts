import { z } from 'zod';
import type { Withdrawn } from '../changing.ts';
import { correcting } from '../correcting.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import { dayIn } from '../moments.ts';
import type { By, Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { typed } from '../text/typed.ts';
import { chosenIds } from './evidence-content.ts';
import {
  type Became,
  becameOf,
  type PreviousContent,
  type PreviousSent,
  previousContent,
  previousFields,
  readPrevious,
} from './previous-content.ts';
import { wrongToRestOn } from './resting.ts';

/** Inspections of the same authority that went before, and what became of their recommendations. */

const enterPrevious = z.strictObject({ type: z.literal('EnterPrevious'), ...previousFields });

/** One whose record is in this store: what is public of it, as the app read it there. */
const takePrevious = z.strictObject({
  type: z.literal('TakePrevious'),
  ...previousContent.shape,
  from: z.string(),
});

export const becameLabels: Record<Became, string> = { met: 'Met', partly: 'Partly met', 'not-met': 'Not met' };

/** `number` is the recommendation's place in its inspection, the first being 1. */
const testEarlier = z.strictObject({
  type: z.literal('TestEarlierRecommendation'),
  item: z.string(),
  number: z.int(),
  became: z.enum(becameOf, 'Choose what became of it.'),
  words: typed('Say what you saw of it.'),
  evidence: chosenIds,
});
const commands = [enterPrevious, takePrevious, testEarlier] as const;

const previousEntered = z.strictObject({
  type: z.literal('PreviousEntered'),
  item: z.string(),
  ...previousContent.shape,
});
const earlierTested = z.strictObject({
  type: z.literal('EarlierRecommendationTested'),
  item: z.string(),
  number: z.int(),
  became: z.enum(becameOf),
  words: z.string(),
  evidence: z.array(z.string()),
});
const events = [previousEntered, earlierTested] as const;
type PreviousEvent = Of<typeof events>;

/** What became of an earlier recommendation, by whom and on what evidence. */
export type Tested = { became: Became; words: string; evidence: string[]; by: Person; at: string };
export type Previous = {
  item: string;
  content: PreviousContent;
  /** By the recommendation's number. */
  tested: Map<number, Tested>;
  by: Person;
  at: string;
  withdrawn: Withdrawn | null;
};

const decideTest = (
  { type: _, ...test }: z.infer<typeof testEarlier>,
  inspection: Inspection,
): Decision<PreviousEvent> => {
  const previous = inspection.previous.get(test.item);
  if (previous?.withdrawn) return refuse(null, `${test.item} was withdrawn: ${previous.withdrawn.reason}`);
  if (!previous) return refuse(null, `There is no ${test.item} in this inspection.`);
  if (!previous.content.recommendations[test.number - 1])
    return refuse('number', `${test.item} has no recommendation ${test.number}. Choose one from the list.`);
  if (test.evidence.length === 0)
    return refuse('evidence', 'What became of it rests on evidence. Choose at least one item, or record one first.');
  const wrong = wrongToRestOn(inspection, test.evidence);
  if (wrong !== null) return refuse('evidence', wrong);
  return { events: [{ type: 'EarlierRecommendationTested', ...test }] };
};

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<PreviousEvent> => {
  switch (command.type) {
    case 'EnterPrevious': {
      const content = readPrevious(command, dayIn(inspection, by.at));
      if ('refusals' in content) return content;
      return { events: [{ type: 'PreviousEntered', item: nextItem(inspection.items, 'V'), ...content }] };
    }
    case 'TakePrevious': {
      const { type: _, ...content } = command;
      const before = previousOnes(inspection).find(({ content: { from } }) => from === content.from);
      if (before) return refuse(null, `That one is here already, as ${before.item}.`);
      return { events: [{ type: 'PreviousEntered', item: nextItem(inspection.items, 'V'), ...content }] };
    }
    case 'TestEarlierRecommendation':
      return decideTest(command, inspection);
  }
};

/** Where a recommendation stands in another list of them, the first being 1; null where it is none of these. */
const placeIn = (recommendations: readonly string[], number: number, text: string | undefined): number | null => {
  const same = (text === undefined ? -1 : recommendations.indexOf(text)) + 1;
  if (same > 0) return same;
  return number <= recommendations.length ? number : null;
};

/** One entered by hand as it should have been; what was said of its recommendations goes with their words. */
const readCorrection = (
  { framework, published, made, grades, recommendations }: PreviousSent,
  item: string,
  inspection: Inspection,
  by: By,
): Decision<z.infer<typeof previousEntered>> => {
  const before = inspection.previous.get(item);
  if (before && before.content.from !== null)
    return refuse(
      null,
      `${item} says what was published of ${before.content.from}, as its record has it. If it is wrong, withdraw it and enter it by hand.`,
    );
  const sent = { framework, published, made, grades, recommendations };
  const content = readPrevious(sent, dayIn(inspection, by.at));
  if ('refusals' in content) return content;
  const lost = [...(before?.tested.keys() ?? [])].filter(
    (number) => placeIn(content.recommendations, number, before?.content.recommendations[number - 1]) === null,
  );
  if (lost.length > 0)
    return refuse(
      'recommendations',
      `What became of recommendation ${lost.join(' and ')} was said already. Keep it in the list.`,
    );
  return { events: [{ type: 'PreviousEntered', item, ...content }] };
};

const rewordPrevious = (
  inspection: Inspection,
  { type: _, item, ...content }: z.infer<typeof previousEntered>,
): void => {
  const before = inspection.previous.get(item);
  if (!before) return;
  const tested = [...before.tested].flatMap(([number, test]): [number, Tested][] => {
    const place = placeIn(content.recommendations, number, before.content.recommendations[number - 1]);
    return place === null ? [] : [[place, test]];
  });
  inspection.previous.set(item, { ...before, content, tested: new Map(tested) });
};

/** Those that went before, the latest first. */
export const previousOnes = ({ previous }: Inspection): Previous[] =>
  [...previous.values()]
    .filter(({ withdrawn }) => withdrawn === null)
    .sort((one, other) => other.content.published.localeCompare(one.content.published));

/** What the latest inspection before this one that looked at a recommendation found of it, and which; null where none did. */
export const measuredBefore = (
  inspection: Inspection,
  text: string,
): { became: Became; by: PreviousContent } | null => {
  for (const { content } of previousOnes(inspection)) {
    const measure = content.measured?.find((each) => each.text === text);
    if (measure) return { became: measure.became, by: content };
  }
  return null;
};

export const previousCorrection = correcting({
  of: 'previous',
  fields: previousFields,
  event: previousEntered,
  read: readCorrection,
  reword: rewordPrevious,
});

declare module '../inspection.ts' {
  interface Inspection {
    /** Inspections of the same authority that went before. */
    previous: Map<string, Previous>;
  }
}

export const previousMatter = matter({
  commands,
  events,
  act: 'record earlier inspections and context',
  sealed: true,
  begins: () => ({ previous: new Map() }),
  decide,
  evolve: {
    PreviousEntered: ({ previous }, { type: _, item, ...content }, { person: by, at }) =>
      void previous.set(item, { item, content, tested: new Map(), by, at, withdrawn: null }),
    EarlierRecommendationTested: ({ previous }, { type: _, item, number, ...test }, { person: by, at }) =>
      void previous.get(item)?.tested.set(number, { ...test, by, at }),
  },
  moves: 'signature',
});
