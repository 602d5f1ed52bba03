import { z } from 'zod';
import { alter, changedBy, type Withdrawn, withdrawnWords } from '../changing.ts';
import { correcting } from '../correcting.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter } from '../matter.ts';
import { type By, type Person, personSchema } from '../people.ts';
import type { Decision, Refusal } from '../refusal.ts';
import { moment, named, typed, typedOrNothing } from '../text/typed.ts';
import { chosenIds } from './evidence-content.ts';

/*
 * A visit to one of the authority's sites: when, who of the team went, whom they met, what was looked at. It is no evidence by
 * itself, and shows which sites nobody has been to.
 */

const visitFields = {
  site: named('the site', 'Name the site, such as East office.'),
  visitedAt: moment('Give the day and time of the visit.'),
  /** By user id, as a form gives them. */
  who: chosenIds,
  met: typedOrNothing,
  lookedAt: typed('Say what was looked at.'),
};
const recordVisit = z.strictObject({ type: z.literal('RecordVisit'), ...visitFields });
type RecordVisit = z.infer<typeof recordVisit>;

const visitRecorded = z.strictObject({
  type: z.literal('VisitRecorded'),
  item: z.string(),
  site: z.string(),
  visitedAt: z.string(),
  who: z.array(personSchema).min(1),
  met: z.string().nullable(),
  lookedAt: z.string(),
});
type VisitRecorded = z.infer<typeof visitRecorded>;

export type Visit = Omit<VisitRecorded, 'type'> & { by: Person; recordedAt: string; withdrawn: Withdrawn | null };

/** Those that count, in the order in which they were recorded. */
export const standingVisits = ({ visits }: Inspection): Visit[] =>
  [...visits.values()].filter(({ withdrawn }) => withdrawn === null);

const act = 'record evidence';

export const whyNotChangeVisit = changedBy<Visit>({
  act,
  others: 'correct what others recorded',
  sealed: false,
  over: withdrawnWords,
});

/** What is said of a visit as an item of this number, or what is wrong with it. */
const readVisit = (
  { site, visitedAt, who, met, lookedAt }: Omit<RecordVisit, 'type'>,
  item: string,
  { members, visits }: Inspection,
  by: By,
): Decision<VisitRecorded> => {
  // Who has left the team since still went.
  const known = [...members.map(({ person }) => person), ...(visits.get(item)?.who ?? [])];
  const went = who.flatMap((user) => known.find((person) => person.user === user) ?? []);
  const refusals: Refusal[] = [];
  if (visitedAt > by.at)
    refusals.push({ field: 'visitedAt', words: 'This is in the future. Record a visit once it was made.' });
  if (went.length === 0) refusals.push({ field: 'who', words: 'Say who of the team went.' });
  else if (went.length < who.length)
    refusals.push({
      field: 'who',
      words: 'Somebody chosen is not on the team. Choose those who are, or add them first.',
    });
  if (refusals.length > 0) return { refusals };
  return { events: [{ type: 'VisitRecorded', item, site, visitedAt, who: went, met, lookedAt }] };
};

export const visitCorrection = correcting({
  of: 'visit',
  fields: visitFields,
  event: visitRecorded,
  read: readVisit,
  reword: ({ visits }, { type: _, ...said }) => alter(visits, said.item, said),
});

declare module '../inspection.ts' {
  interface Inspection {
    visits: Map<string, Visit>;
  }
}

export const visitMatter = matter({
  commands: [recordVisit],
  events: [visitRecorded],
  act,
  sealed: false,
  begins: () => ({ visits: new Map() }),
  decide: ({ type: _, ...said }: RecordVisit, inspection, by) =>
    readVisit(said, nextItem(inspection.items, 'S'), inspection, by),
  evolve: {
    VisitRecorded: ({ visits }, { type: _, ...said }, { person: by, at }) =>
      void visits.set(said.item, { ...said, by, recordedAt: at, withdrawn: null }),
  },
  moves: 'nothing',
});
