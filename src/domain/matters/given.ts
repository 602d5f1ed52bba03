import { z } from 'zod';
import { shortDay } from '../day-words.ts';
import { gradeLabel, gradesFor } from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter } from '../matter.ts';
import { dayIn } from '../moments.ts';
import type { By, Person } from '../people.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { typed } from '../text/typed.ts';
import { lapseOveralls } from './overall.ts';

/*
 * What an inspection takes from elsewhere: another inspection's result, a block of indicators. It limits what the rules leave as a
 * judgement does, and the team never judges it: it is given, with where it comes from and its date.
 */

/** The record it was taken from, and where that stood. */
const from = z.strictObject({ inspection: z.string(), head: z.string() });

export const giveResult = z.strictObject({
  type: z.literal('GiveResult'),
  area: z.string('Choose what the result is of.'),
  grade: z.string('Choose the result.'),
  source: typed('Say where the result comes from: which report, letter or data.'),
  on: z.iso.date('Give the day the result is of.'),
  /** Left out where somebody typed it. */
  from: from.optional(),
});
export type GiveResult = z.infer<typeof giveResult>;

const words = { area: z.string(), grade: z.string(), source: z.string(), on: z.string(), from: from.optional() };
const resultGiven = z.strictObject({ type: z.literal('ResultGiven'), item: z.string(), ...words });
export type ResultGiven = z.infer<typeof resultGiven>;

/** A result as given. It is never changed: a later one is a new one. */
export type Given = Omit<ResultGiven, 'type'> & { by: Person; at: string };

/** The result that stands for an input; null where none was given. */
export const givenFor = ({ given }: Inspection, area: string): Given | null => given.get(area)?.at(-1) ?? null;

const decide = (command: GiveResult, inspection: Inspection, by: By): Decision<ResultGiven> => {
  const { framework, timeZone } = inspection;
  const { type: _, ...said } = command;
  const area = framework.areas.find(({ id }) => id === said.area);
  if (area?.kind !== 'input')
    return refuse('area', area ? `${area.short} is judged by the team.` : 'Choose one from the list.');
  const refusals: Refusal[] = [];
  if (!gradesFor(framework, area).includes(said.grade)) {
    const legal = gradesFor(framework, area).map((grade) => gradeLabel(framework, grade));
    refusals.push({ field: 'grade', words: `${area.short} is one of ${legal.join(', ')}. Choose one of these.` });
  }
  if (said.on > dayIn({ timeZone }, by.at))
    refusals.push({ field: 'on', words: `${shortDay(said.on)} has not come yet. Give the day the result is of.` });
  if (refusals.length > 0) return { refusals };
  return { events: [{ type: 'ResultGiven', item: nextItem(inspection.items, 'G'), ...said }] };
};

/** Every result that was given, by input and then as they were given. */
export const allGiven = ({ given }: Inspection): Given[] => [...given.values()].flat();

/** Leaves nothing of a given result: the one before it stands again. */
export const forgetGiven = ({ given }: Inspection, item: string): void => {
  for (const [area, all] of given)
    given.set(
      area,
      all.filter((each) => each.item !== item),
    );
};

declare module '../inspection.ts' {
  interface Inspection {
    /** Results from elsewhere, by input, the last one standing. */
    given: Map<string, Given[]>;
  }
}

export const givenMatter = matter({
  commands: [giveResult],
  events: [resultGiven],
  act: 'give a result from elsewhere',
  sealed: true,
  begins: () => ({ given: new Map() }),
  decide,
  evolve: {
    ResultGiven: (inspection, { type: _, ...said }, { person: by, at }) => {
      const before = inspection.given.get(said.area) ?? [];
      inspection.given.set(said.area, [...before, { ...said, by, at }]);
      if (said.grade !== before.at(-1)?.grade) lapseOveralls(inspection, said.area);
    },
  },
  moves: 'signature',
});
