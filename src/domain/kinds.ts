import {
  alter,
  changedBy,
  noSuchItem,
  type Recorded,
  type WhyNotChanged,
  type Withdrawn,
  withdrawnWords,
} from './changing.ts';
import type { Inspection } from './inspection.ts';
import { whyNotChangeCase } from './matters/case.ts';
import { type Challenge, challengeCorrection } from './matters/challenge.ts';
import type { Comment } from './matters/comment.ts';
import { type Concern, concernCorrection } from './matters/concern.ts';
import { type Evidence, forgetEvidence, whyNotChangeEvidence } from './matters/evidence.ts';
import { whyNotChangeFinding } from './matters/finding.ts';
import { allGiven, forgetGiven } from './matters/given.ts';
import { allJudgements, allProposals, forgetJudgement } from './matters/judgement.ts';
import { whyNotChangeLine } from './matters/line.ts';
import { type Meeting, meetingCorrection } from './matters/meeting.ts';
import type { Planned } from './matters/plan.ts';
import { type Practice, practiceCorrection, whyNotChangePractice } from './matters/practice.ts';
import { type Previous, previousCorrection } from './matters/previous.ts';
import { type Answers, answersCorrection, whyNotChangeAnswers } from './matters/questionnaire.ts';
import { whyNotChangeRecommendation } from './matters/recommendation.ts';
import { type ReportSection, sectionCorrection, whyNotWriteSection } from './matters/report.ts';
import { type Request, requestCorrection } from './matters/request.ts';
import { type Visit, visitCorrection, whyNotChangeVisit } from './matters/visit.ts';
import { type Person, samePerson } from './people.ts';
import { taking } from './taking-in.ts';

/** One kind of item, as far as an inspection is asked about it. How it is put stands in `words/kinds.ts`. */
type Kind<Item extends Recorded> = {
  /** What one is called in the middle of a sentence. */
  noun: string;
  /** Every one that the record holds, by number, as they were recorded. */
  all: (inspection: Inspection) => ReadonlyMap<string, Item>;
  /** Why this person may not put one right; null where they may. Asked at opening and again at submission. */
  whyNotChanged: WhyNotChanged<Item>;
  /** Leaves nothing of one but what its erasure says. */
  forget: (inspection: Inspection, item: string) => void;
};

/** What some kinds have beside: how one is withdrawn by nothing but a reason. */
type Withdrawable = { withdraw?: (inspection: Inspection, item: string, withdrawn: Withdrawn) => void };

const kind = <Item extends Recorded, More extends object>(row: Kind<Item> & Withdrawable & More): Kind<Item> & More =>
  row;

const byItem = <Item extends Recorded>(items: Iterable<Item>): ReadonlyMap<string, Item> =>
  new Map([...items].map((each) => [each.item, each]));

/** What is given once and never changed: another one takes its place. */
const staysAsGiven = ({ item }: Recorded): string =>
  `${item} stays as it was given. Give it again, and that one counts.`;

const others = 'correct what others recorded';

/** The only list of the kinds of item, each by the letter of its numbers. */
export const kinds = {
  A: kind({
    noun: 'recommendation',
    all: ({ recommendations }) => recommendations,
    whyNotChanged: whyNotChangeRecommendation,
    forget: ({ recommendations }, item) => void recommendations.delete(item),
  }),
  B: kind({
    noun: 'good practice',
    all: ({ practice }): ReadonlyMap<string, Practice> => practice,
    whyNotChanged: whyNotChangePractice,
    forget: ({ practice }, item) => void practice.delete(item),
    correction: practiceCorrection,
    withdraw: ({ practice }, item, withdrawn) => alter(practice, item, { withdrawn }),
  }),
  C: kind({
    noun: '{case}',
    all: ({ cases }) => cases.registered,
    whyNotChanged: whyNotChangeCase,
    forget: ({ cases }, item) => void cases.registered.delete(item),
  }),
  D: kind({
    noun: 'comment',
    all: ({ comments }): ReadonlyMap<string, Comment> => comments,
    whyNotChanged: changedBy<Comment>({ act: taking, others: null, sealed: false, over: withdrawnWords }),
    forget: ({ comments }, item) => void comments.delete(item),
    withdraw: ({ comments }, item, withdrawn) => alter(comments, item, { withdrawn }),
  }),
  E: kind({
    noun: 'item of evidence',
    all: ({ evidence }): ReadonlyMap<string, Evidence> => evidence,
    whyNotChanged: whyNotChangeEvidence,
    forget: (inspection, item) => {
      forgetEvidence(inspection, item);
      inspection.profiles.delete(item);
    },
  }),
  F: kind({
    noun: 'finding',
    all: ({ findings }) => findings,
    whyNotChanged: whyNotChangeFinding,
    forget: ({ findings }, item) => void findings.delete(item),
  }),
  G: kind({
    noun: 'result from elsewhere',
    all: (inspection) => byItem(allGiven(inspection)),
    whyNotChanged: (_, item) => staysAsGiven(item),
    forget: forgetGiven,
  }),
  H: kind({
    noun: 'challenge',
    all: ({ challenges }): ReadonlyMap<string, Challenge> => challenges,
    whyNotChanged: changedBy({ act: 'challenge a judgement', others, sealed: false, over: () => null }),
    forget: ({ challenges }, item) => void challenges.delete(item),
    correction: challengeCorrection,
  }),
  J: kind({
    noun: 'judgement',
    all: (inspection) => byItem(allJudgements(inspection)),
    whyNotChanged: (_, item) => staysAsGiven(item),
    forget: forgetJudgement,
  }),
  K: kind({
    noun: '{child} at risk',
    all: ({ concerns }): ReadonlyMap<string, Concern> => concerns,
    whyNotChanged: changedBy({ act: 'record {a child} at risk', others, sealed: false, over: () => null }),
    forget: ({ concerns }, item) => void concerns.delete(item),
    correction: concernCorrection,
  }),
  L: kind({
    noun: 'line of enquiry',
    all: ({ lines }) => lines,
    whyNotChanged: whyNotChangeLine,
    forget: ({ lines }, item) => void lines.delete(item),
  }),
  M: kind({
    noun: 'meeting',
    all: ({ meetings }): ReadonlyMap<string, Meeting> => meetings,
    whyNotChanged: changedBy<Meeting>({ act: 'record a meeting', others, sealed: false, over: withdrawnWords }),
    forget: ({ meetings }, item) => void meetings.delete(item),
    correction: meetingCorrection,
    withdraw: ({ meetings }, item, withdrawn) => alter(meetings, item, { withdrawn }),
  }),
  N: kind({
    noun: 'planned action',
    all: ({ planned }): ReadonlyMap<string, Planned> => planned,
    whyNotChanged: changedBy<Planned>({ act: taking, others: null, sealed: false, over: withdrawnWords }),
    forget: ({ planned }, item) => void planned.delete(item),
    withdraw: ({ planned }, item, withdrawn) => alter(planned, item, { withdrawn }),
  }),
  P: kind({
    noun: 'proposal',
    all: (inspection) => byItem(allProposals(inspection)),
    whyNotChanged: (_, item) => staysAsGiven(item),
    forget: forgetJudgement,
  }),
  Q: kind({
    noun: 'request',
    all: ({ requests }): ReadonlyMap<string, Request> => requests,
    whyNotChanged: changedBy<Request>({
      act: 'ask the {authority} for something',
      others,
      sealed: false,
      over: ({ item, withdrawn }) => withdrawn && `${item} was taken back: ${withdrawn.reason}`,
    }),
    forget: ({ requests }, item) => void requests.delete(item),
    correction: requestCorrection,
  }),
  R: kind({
    noun: 'blind round',
    all: ({ rounds }) => rounds,
    whyNotChanged: (_, { item }) => `${item} is a blind round. Each changes their own answer until it closes.`,
    forget: ({ rounds }, item) => void rounds.delete(item),
  }),
  S: kind({
    noun: 'visit',
    all: ({ visits }): ReadonlyMap<string, Visit> => visits,
    whyNotChanged: whyNotChangeVisit,
    forget: ({ visits }, item) => void visits.delete(item),
    correction: visitCorrection,
    withdraw: ({ visits }, item, withdrawn) => alter(visits, item, { withdrawn }),
  }),
  U: kind({
    noun: 'answered questionnaire',
    all: ({ answers }): ReadonlyMap<string, Answers> => answers,
    whyNotChanged: whyNotChangeAnswers,
    forget: ({ answers }, item) => void answers.delete(item),
    correction: answersCorrection,
    withdraw: ({ answers }, item, withdrawn) => alter(answers, item, { withdrawn }),
  }),
  T: kind({
    noun: 'section of the report',
    all: ({ reportSections }): ReadonlyMap<string, ReportSection> => reportSections,
    whyNotChanged: whyNotWriteSection,
    forget: ({ reportSections }, item) => void reportSections.delete(item),
    correction: sectionCorrection,
  }),
  V: kind({
    noun: 'earlier inspection',
    all: ({ previous }): ReadonlyMap<string, Previous> => previous,
    whyNotChanged: changedBy<Previous>({
      act: 'record earlier inspections and context',
      others,
      sealed: true,
      over: withdrawnWords,
    }),
    forget: ({ previous }, item) => void previous.delete(item),
    correction: previousCorrection,
    withdraw: ({ previous }, item, withdrawn) => alter(previous, item, { withdrawn }),
  }),
};

/** The letter that the numbers of a kind begin with. */
export type Letter = keyof typeof kinds;
export const letters = Object.keys(kinds) as readonly Letter[];

/** The letter of an item's number; null where no kind of the ordinary record has such numbers. */
export const letterOf = (item: string): Letter | null =>
  Object.hasOwn(kinds, item.slice(0, 1)) && item[1] === '-' ? (item.slice(0, 1) as Letter) : null;

/** An item of the kind that a letter stands for. */
export type ItemOf<Of extends Letter> = (typeof kinds)[Of] extends Kind<infer Item> ? Item : never;

type AnyKind = Omit<Kind<never>, 'all'> &
  Withdrawable & { all: (inspection: Inspection) => ReadonlyMap<string, Recorded> };

/** The kind that an item is of by its number; null where no kind has such numbers. */
export const kindOf = (item: string): AnyKind | null => {
  const letter = letterOf(item);
  return letter && kinds[letter];
};

/** An item of whatever kind, as it stands; null where the record holds none of that number. */
export const itemIn = (inspection: Inspection, item: string): Recorded | null =>
  kindOf(item)?.all(inspection).get(item) ?? null;

/** That the record holds none of that number, or that it was erased; and where numbers are found. */
export const notHere = (inspection: Inspection, item: string): string => noSuchItem(inspection, item);

/** Why this person may not put an item right, whatever its kind; null where they may. */
export const whyNotChanged = (inspection: Inspection, item: string, person: Person): string | null => {
  const found = itemIn(inspection, item);
  const of = kindOf(item);
  return of && found ? of.whyNotChanged(inspection, found as never, person) : noSuchItem(inspection, item);
};

/** The last that somebody recorded, whatever its kind, newest first; what is restricted stays out, whoever recorded it. */
export const ownItems = (inspection: Inspection, person: Person, most = Number.POSITIVE_INFINITY): string[] => {
  const begun = inspection.items.begun.get(person.user) ?? [];
  const own: string[] = [];
  for (let place = begun.length - 1; place >= 0 && own.length < most; place -= 1) {
    const item = begun[place] ?? '';
    const by = itemIn(inspection, item)?.by;
    if (by && samePerson(by, person)) own.push(item);
  }
  return own;
};
