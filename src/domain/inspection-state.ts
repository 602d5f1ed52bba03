import type { Balances } from './balance.ts';
import type { Corrections } from './corrections.ts';
import { asCarriedOut, type ChosenAtStart, type Framework, usualVariant } from './framework.ts';
import { type Items, noItems } from './items.ts';
import * as cases from './matters/case.ts';
import type * as challenge from './matters/challenge.ts';
import type * as concern from './matters/concern.ts';
import type * as confirmation from './matters/confirmation.ts';
import type * as context from './matters/context.ts';
import * as daily from './matters/daily-summary.ts';
import type * as dates from './matters/dates.ts';
import type * as erasure from './matters/erasure.ts';
import type * as evidence from './matters/evidence.ts';
import type * as finding from './matters/finding.ts';
import type * as given from './matters/given.ts';
import type * as judgement from './matters/judgement.ts';
import type * as line from './matters/line.ts';
import type * as meeting from './matters/meeting.ts';
import type * as notice from './matters/notice.ts';
import type * as overall from './matters/overall.ts';
import type * as pause from './matters/pause.ts';
import type * as posting from './matters/posting.ts';
import type * as previous from './matters/previous.ts';
import type * as profile from './matters/profile.ts';
import type * as recommendation from './matters/recommendation.ts';
import type * as request from './matters/request.ts';
import type * as retention from './matters/retention.ts';
import type * as round from './matters/round.ts';
import type * as sides from './matters/sides.ts';
import type * as signOff from './matters/sign-off.ts';
import type { InspectionStarted } from './matters/start.ts';
import type * as team from './matters/team.ts';
import type { By, Member } from './people.ts';
import { type Settings, type SummaryTime, settingsAtFirst } from './settings.ts';
import { emptyTally, type Tally } from './tally.ts';

export type AreaRecord = { tally: Tally; judgements: judgement.Judgement[]; proposals: judgement.Proposal[] };

/**
 * An inspection as its history leaves it. Folding extends it in place, because an inspection of a hundred thousand
 * entries must cost no more to extend than one of a hundred; nobody but `evolve` writes to it.
 */
export type Inspection = {
  id: string;
  authority: string;
  /** As it is carried out: the edition with the variant and theme chosen, without grades where narrative was. */
  framework: Framework;
  /** `usual` where the variant is the edition's usual one. */
  chosen: ChosenAtStart & { usual: boolean };
  firstDay: string;
  dailySummaryAt: string;
  /** Every time of day that the daily summary was set to, the first one from the start. */
  summaryTimes: SummaryTime[];
  settings: Settings;
  /** Since when a digest goes to the team channel, and the version up to which the last one told. */
  digest: { since: string; told: number } | null;
  timeZone: string;
  channel: { team: string; id: string };
  members: Member[];
  departures: team.Departures;
  /** Every name ever kept, by user id. */
  names: Map<string, string>;
  evidence: Map<string, evidence.Evidence>;
  cases: cases.Cases;
  lines: Map<string, line.EnquiryLine>;
  areas: Map<string, AreaRecord>;
  findings: Map<string, finding.Finding>;
  /** Results from elsewhere, by input, the last one standing. */
  given: Map<string, given.Given[]>;
  /** Quarters of the performance profile, by the item of evidence that each is. */
  profiles: Map<string, profile.Profile>;
  /** The overall grades that stand; a change to an area's grade lapses them. */
  /** The same of all areas together: an item that bears on two of them is one. */
  whole: Tally;
  balances: Balances;
  overalls: Map<string, overall.OverallJudgement>;
  signatures: { lead: signOff.Signature | null; qualityAssuranceManager: signOff.Signature | null };
  /** True once both signatures stand, or it ended incomplete. */
  sealed: boolean;
  pauses: pause.Pause[];
  incomplete: pause.Incomplete | null;
  /** Days that became known, by the step of the timetable. */
  dates: Map<string, dates.KnownDate>;
  /** Inspections of the same authority that went before. */
  previous: Map<string, previous.Previous>;
  context: context.Context | null;
  board: { channel: string; ts: string } | null;
  postings: Map<string, posting.Posting>;
  daily: daily.DailySummaries;
  /** Who wants no reminders, by user id. */
  unreminded: Set<string>;
  /** Why one side of the summary is empty, as it was last said. */
  explained: sides.Explained | null;
  concerns: Map<string, concern.Concern>;
  notices: notice.Notices;
  /** That it has been kept for as long as was decided. */
  retention: retention.Retention;
  meetings: Map<string, meeting.Meeting>;
  rounds: Map<string, round.Round>;
  /** What second inspectors said, by the case or item that it is about. */
  confirmations: Map<string, readonly confirmation.Confirmation[]>;
  challenges: Map<string, challenge.Challenge>;
  requests: Map<string, request.Request>;
  recommendations: Map<string, recommendation.Recommendation>;
  items: Items;
  /** What was put right, by item. */
  corrections: Corrections;
  /** The version that last changed evidence, grades, team or signatures: what a summary shows. */
  changedAt: number;
  version: number;
  recordedAt: string;
  /** Versions whose words were erased, and the items they held. */
  erased: number[];
  erasedItems: Map<string, erasure.Erased>;
};

/** What an entry says of itself: who, when, and where in the history. */
export type Entered = By & { version: number };

/** The inspection that a first entry begins. */
export const begin = (id: string, event: InspectionStarted, entered: Entered): Inspection => {
  const chosen = { variant: event.variant, theme: event.theme, narrative: event.narrative };
  const framework = asCarriedOut(event.framework, chosen);
  return {
    id,
    authority: event.authority,
    framework,
    chosen: { ...chosen, usual: event.variant === usualVariant(event.framework) },
    firstDay: event.firstDay,
    dailySummaryAt: event.dailySummaryAt,
    summaryTimes: [{ time: event.dailySummaryAt, at: entered.at }],
    settings: settingsAtFirst(),
    digest: null,
    timeZone: event.timeZone,
    channel: event.channel,
    members: event.members,
    departures: new Map(),
    names: new Map(event.members.map((member) => [member.person.user, member.name])),
    evidence: new Map(),
    cases: cases.noCases(),
    lines: new Map(),
    areas: new Map(framework.areas.map(({ id }) => [id, { tally: emptyTally(), judgements: [], proposals: [] }])),
    findings: new Map(),
    given: new Map(),
    profiles: new Map(),
    whole: emptyTally(),
    balances: new Map(),
    overalls: new Map(),
    signatures: { lead: null, qualityAssuranceManager: null },
    sealed: false,
    pauses: [],
    incomplete: null,
    dates: new Map(),
    previous: new Map(),
    context: null,
    board: null,
    postings: new Map(),
    unreminded: new Set(),
    explained: null,
    daily: daily.noneSent(event.members, entered),
    concerns: new Map(),
    notices: new Map(),
    retention: null,
    meetings: new Map(),
    rounds: new Map(),
    confirmations: new Map(),
    challenges: new Map(),
    requests: new Map(),
    recommendations: new Map(),
    items: noItems(),
    corrections: new Map(),
    changedAt: entered.version,
    version: entered.version,
    recordedAt: entered.at,
    erased: [],
    erasedItems: new Map(),
  };
};
