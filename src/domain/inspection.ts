import { areaOf, type Framework } from './framework.ts';
import type { InspectionCommand, InspectionEvent } from './inspection-messages.ts';
import * as daily from './matters/daily-summary.ts';
import * as erasure from './matters/erasure.ts';
import * as evidence from './matters/evidence.ts';
import * as taking from './matters/export.ts';
import * as judgement from './matters/judgement.ts';
import * as overall from './matters/overall.ts';
import * as posting from './matters/posting.ts';
import * as signOff from './matters/sign-off.ts';
import type { InspectionStarted } from './matters/start.ts';
import * as team from './matters/team.ts';
import { isNews } from './news.ts';
import type { By, Member } from './people.ts';
import { type Decision, refuse } from './refusal.ts';
import { may, onlyFor } from './roles.ts';
import { judgementOf, roleOf } from './standing.ts';
import { emptyTally, type Tally } from './tally.ts';

export {
  type InspectionCommand,
  type InspectionEvent,
  inspectionCommand,
  inspectionEvent,
} from './inspection-messages.ts';

// How it stands -----------------------------------------------------------------------------------------------------

export type AreaRecord = { tally: Tally; judgements: judgement.Judgement[]; proposals: judgement.Proposal[] };

/**
 * An inspection as its history leaves it. Folding extends it in place, because an inspection of a hundred thousand
 * entries must cost no more to extend than one of a hundred; nobody but `evolve` writes to it.
 */
export type Inspection = {
  id: string;
  authority: string;
  framework: Framework;
  firstDay: string;
  dailySummaryAt: string;
  timeZone: string;
  channel: { team: string; id: string };
  members: Member[];
  /** Every name ever kept, by user id. */
  names: Map<string, string>;
  evidence: Map<string, evidence.Evidence>;
  areas: Map<string, AreaRecord>;
  /** The overall grades that stand; a change to an area's grade lapses them. */
  overalls: Map<string, overall.OverallJudgement>;
  signatures: { lead: signOff.Signature | null; qualityAssuranceManager: signOff.Signature | null };
  sealed: boolean;
  board: { channel: string; ts: string } | null;
  postings: Map<string, posting.Posting>;
  daily: daily.DailySummaries;
  /** The highest number given so far to each kind of item. */
  highest: { evidence: number; judgement: number; proposal: number };
  /** The version that last changed evidence, grades, team or signatures: what a summary shows. */
  changedAt: number;
  version: number;
  recordedAt: string;
  /** Versions whose words were erased, and the items they held. */
  erased: number[];
  erasedItems: Map<string, erasure.Erased>;
};

// Deciding: may it, and what then happens ------------------------------------------------------------------------------

/** What a command comes to in this inspection: the facts to keep, or why not. Reads nothing but its arguments. */
export const decide = (command: InspectionCommand, inspection: Inspection, by: By): Decision<InspectionEvent> => {
  switch (command.type) {
    case 'SetTeam':
      if (!may(roleOf(inspection, by.person), 'change the team')) return refuse(null, onlyFor('change the team'));
      return team.decideTeam(command, inspection);
    case 'RecordEvidence':
    case 'EditEvidence':
    case 'WithdrawEvidence':
      return sealedOr(inspection, () => evidence.decideEvidence(command, inspection, by));
    case 'EraseItem':
      return erasure.decideErasure(command, inspection);
    case 'GradeArea':
      return sealedOr(inspection, () => judgement.decideJudgement(command, inspection, by));
    case 'SetOverall':
      return sealedOr(inspection, () => overall.decideOverall(command, inspection, by));
    case 'SignOff':
    case 'Reopen':
      return signOff.decideSettling(command, inspection, by);
    case 'ClaimPosting':
    case 'NotePosting':
    case 'PlaceBoard':
      return posting.decidePosting(command, inspection, by);
    case 'ClaimDailySummary':
    case 'NoteDailySummary':
    case 'WantDailySummary':
      return daily.decideDailySummary(command, inspection, by.person);
    case 'RecordExport':
      return taking.decideExport(command, inspection, by.person);
  }
};

export const sealedWords =
  'This inspection is signed off, so evidence and grades are sealed. To change them, use /judge reopen.';

const sealedOr = <Event>(inspection: Inspection, decision: () => Decision<Event>): Decision<Event> =>
  inspection.sealed ? refuse(null, sealedWords) : decision();

// Folding -----------------------------------------------------------------------------------------------------------

/** What an entry says of itself: who, when, and where in the history. */
export type Entered = By & { version: number };

const begun = (id: string, event: InspectionStarted, entered: Entered): Inspection => ({
  id,
  authority: event.authority,
  framework: event.framework,
  firstDay: event.firstDay,
  dailySummaryAt: event.dailySummaryAt,
  timeZone: event.timeZone,
  channel: event.channel,
  members: event.members,
  names: new Map(event.members.map((member) => [member.person.user, member.name])),
  evidence: new Map(),
  areas: new Map(event.framework.areas.map(({ id }) => [id, { tally: emptyTally(), judgements: [], proposals: [] }])),
  overalls: new Map(),
  signatures: { lead: null, qualityAssuranceManager: null },
  sealed: false,
  board: null,
  postings: new Map(),
  daily: daily.noneSent(event.members, entered),
  highest: { evidence: 0, judgement: 0, proposal: 0 },
  changedAt: entered.version,
  version: entered.version,
  recordedAt: entered.at,
  erased: [],
  erasedItems: new Map(),
});

/** The inspection that a first entry begins. */
export const begin = (id: string, event: InspectionStarted, entered: Entered): Inspection => begun(id, event, entered);

/** Extends an inspection, in place, by one entry; `events` is null where its words were erased. */
export const extend = (
  inspection: Inspection,
  events: readonly InspectionEvent[] | null,
  entered: Entered,
): Inspection => {
  inspection.version = entered.version;
  inspection.recordedAt = entered.at;
  if (events === null) inspection.erased.push(entered.version);
  for (const event of events ?? []) evolve(inspection, event, entered);
  if (isNews(events)) inspection.daily.news = entered.version;
  return inspection;
};

const evolve = (inspection: Inspection, event: InspectionEvent, entered: Entered): void => {
  switch (event.type) {
    case 'InspectionStarted':
    case 'Exported':
      return;
    case 'TeamSet':
      inspection.members = event.members;
      for (const member of event.members) inspection.names.set(member.person.user, member.name);
      inspection.daily.since = daily.leading(event.members, inspection.daily.since, entered.at);
      inspection.changedAt = entered.version;
      return;
    case 'EvidenceRecorded':
    case 'EvidenceEdited':
    case 'EvidenceWithdrawn':
      evidence.evolveEvidence(inspection, event, entered);
      return unsettle(inspection, entered);
    case 'ItemErased':
      erasure.evolveErasure(inspection, event, entered);
      // Erasures go on after sign-off, and what was signed stays signed.
      if (!inspection.sealed) unsettle(inspection, entered);
      return;
    case 'GradeProposed':
      return judgement.evolveJudgement(inspection, event, entered);
    case 'AreaGraded': {
      const before = judgementOf(inspection, event.area)?.grade;
      judgement.evolveJudgement(inspection, event, entered);
      // An area graded separately stands beside the overall grade and never moves it; nor does a grade that stays.
      const moves = areaOf(inspection.framework, event.area).kind !== 'separate' && event.grade !== before;
      if (moves) inspection.overalls.clear();
      return unsettle(inspection, entered);
    }
    case 'OverallSet':
      overall.evolveOverall(inspection, event, entered);
      return unsettle(inspection, entered);
    case 'SignedOff':
    case 'Reopened':
      signOff.evolveSettling(inspection, event, entered);
      inspection.changedAt = entered.version;
      return;
    case 'PostingClaimed':
    case 'PostingMade':
    case 'PostingRefused':
    case 'BoardPlaced':
      return posting.evolvePosting(inspection, event, entered);
    case 'DailySummaryClaimed':
    case 'DailySummaryPosted':
    case 'DailySummaryRefused':
    case 'DailySummaryWanted':
      return daily.evolveDailySummary(inspection, event, entered);
  }
};

/** Any change to evidence or grades lapses the lead's signature. */
const unsettle = (inspection: Inspection, entered: Entered): void => {
  inspection.signatures.lead = null;
  inspection.changedAt = entered.version;
};
