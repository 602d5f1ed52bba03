import { areaOf } from './framework.ts';
import { areasUnder } from './grading.ts';
import type { InspectionCommand, InspectionEvent } from './inspection-messages.ts';
import type { Entered, Inspection } from './inspection-state.ts';
import { noteNumber, noteWords } from './items.ts';
import * as cases from './matters/case.ts';
import * as challenge from './matters/challenge.ts';
import * as concern from './matters/concern.ts';
import * as confirmation from './matters/confirmation.ts';
import * as context from './matters/context.ts';
import * as daily from './matters/daily-summary.ts';
import * as dates from './matters/dates.ts';
import * as erasure from './matters/erasure.ts';
import * as evidence from './matters/evidence.ts';
import * as taking from './matters/export.ts';
import * as finding from './matters/finding.ts';
import * as given from './matters/given.ts';
import * as judgement from './matters/judgement.ts';
import * as line from './matters/line.ts';
import * as meeting from './matters/meeting.ts';
import * as notice from './matters/notice.ts';
import * as overall from './matters/overall.ts';
import * as pause from './matters/pause.ts';
import * as personal from './matters/personal.ts';
import * as posting from './matters/posting.ts';
import * as previous from './matters/previous.ts';
import * as profile from './matters/profile.ts';
import * as recommendation from './matters/recommendation.ts';
import * as request from './matters/request.ts';
import * as retention from './matters/retention.ts';
import * as round from './matters/round.ts';
import * as settings from './matters/settings.ts';
import * as sides from './matters/sides.ts';
import * as signOff from './matters/sign-off.ts';
import * as team from './matters/team.ts';
import { isNews } from './news.ts';
import type { By } from './people.ts';
import { type Decision, refuse } from './refusal.ts';
import { may, onlyFor } from './roles.ts';
import { judgementOf, roleOf } from './standing.ts';

export {
  type InspectionCommand,
  type InspectionEvent,
  inspectionCommand,
  inspectionEvent,
} from './inspection-messages.ts';
export { type AreaRecord, begin, type Entered, type Inspection } from './inspection-state.ts';

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
    case 'RegisterCase':
    case 'ChangeCase':
    case 'RemoveCase':
      return sealedOr(inspection, () => cases.decideCase(command, inspection, by));
    case 'ChangeSettings':
      return settings.decideSettings(command, inspection, by);
    case 'SetPersonal':
      return personal.decidePersonal(command, inspection, by);
    case 'ExplainSides':
      return sides.decideSides(command, inspection, by);
    case 'OpenLine':
    case 'ChangeLine':
    case 'SettleLine':
    case 'LinkEvidence':
      return sealedOr(inspection, () => line.decideLine(command, inspection, by));
    case 'EraseItem':
      return erasure.decideErasure(command, inspection);
    case 'GradeArea':
      return sealedOr(inspection, () => judgement.decideJudgement(command, inspection, by));
    case 'RecordProfile':
      return sealedOr(inspection, () => profile.decideProfile(command, inspection, by));
    case 'GiveResult':
      return sealedOr(inspection, () => given.decideGiven(command, inspection, by));
    case 'RecordFinding':
    case 'EditFinding':
    case 'AdoptFinding':
    case 'WithdrawFinding':
      return sealedOr(inspection, () => finding.decideFinding(command, inspection, by));
    case 'SetOverall':
      return sealedOr(inspection, () => overall.decideOverall(command, inspection, by));
    case 'SignOff':
    case 'Reopen':
      return signOff.decideSettling(command, inspection, by);
    case 'PauseInspection':
    case 'ResumeInspection':
    case 'EndIncomplete':
      return sealedOr(inspection, () => pause.decidePause(command, inspection, by));
    case 'EnterPrevious':
    case 'TakePrevious':
    case 'TestEarlierRecommendation':
      return sealedOr(inspection, () => previous.decidePrevious(command, inspection, by));
    case 'SetContext':
      return sealedOr(inspection, () => context.decideContext(command, inspection, by));
    case 'KeepDate':
      return dates.decideDate(command, inspection, by);
    case 'ClaimPosting':
    case 'ClaimDigest':
    case 'NotePosting':
    case 'PlaceBoard':
      return posting.decidePosting(command, inspection, by);
    case 'ClaimDailySummary':
    case 'NoteDailySummary':
    case 'WantDailySummary':
      return daily.decideDailySummary(command, inspection, by.person);
    case 'RecordExport':
      return taking.decideExport(command, inspection, by.person);
    case 'RecordConcern':
    case 'ReferConcern':
    case 'AcknowledgeConcern':
    case 'CloseConcern':
      return concern.decideConcern(command, inspection, by);
    case 'Recommend':
    case 'ChangeRecommendation':
    case 'WithdrawRecommendation':
      return sealedOr(inspection, () => recommendation.decideRecommendation(command, inspection, by));
    case 'MakeRequest':
    case 'ReceiveRequest':
    case 'WithdrawRequest':
      return request.decideRequest(command, inspection, by);
    case 'RaiseChallenge':
    case 'AnswerChallenge':
      return challenge.decideChallenge(command, inspection, by);
    case 'RecordMeeting':
      return meeting.decideMeeting(command, inspection, by);
    case 'ClaimNotice':
    case 'NoteNotice':
      return notice.decideNotice(command, inspection);
    case 'NoteRetention':
      return retention.decideRetention(command, inspection, by.at);
    case 'OpenRound':
    case 'AnswerRound':
    case 'CloseRound':
    case 'ShowRound':
      return sealedOr(inspection, () => round.decideRound(command, inspection, by));
    case 'ConfirmItem':
      return sealedOr(inspection, () => confirmation.decideConfirmation(command, inspection, by));
  }
};

/** Why evidence, grades and findings can be changed no more. */
export const sealedWords = ({ incomplete, framework: { output } }: Inspection): string =>
  incomplete
    ? `This inspection ended incomplete, so evidence and ${output} are sealed. To go on, use /judge reopen.`
    : `This inspection is signed off, so evidence and ${output} are sealed. To change them, use /judge reopen.`;

const sealedOr = <Event>(inspection: Inspection, decision: () => Decision<Event>): Decision<Event> =>
  inspection.sealed ? refuse(null, sealedWords(inspection)) : decision();

// Folding -----------------------------------------------------------------------------------------------------------

/** Extends an inspection, in place, by one entry; `events` is null where its words were erased. */
export const extend = (
  inspection: Inspection,
  events: readonly InspectionEvent[] | null,
  entered: Entered,
): Inspection => {
  inspection.version = entered.version;
  inspection.recordedAt = entered.at;
  if (events === null) inspection.erased.push(entered.version);
  for (const event of events ?? []) {
    note(inspection, event, entered);
    evolve(inspection, event, entered);
  }
  if (isNews(events)) inspection.daily.news = entered.version;
  return inspection;
};

/** An erasure names its item without holding a word of it. */
const note = ({ items }: Inspection, event: InspectionEvent, { version }: Entered): void => {
  if (!('item' in event)) return;
  noteNumber(items, event.item);
  if (event.type !== 'ItemErased') noteWords(items, event.item, version);
};

const evolve = (inspection: Inspection, event: InspectionEvent, entered: Entered): void => {
  switch (event.type) {
    case 'InspectionStarted':
    case 'Exported':
      return;
    case 'TeamSet':
      team.evolveTeam(inspection, event, entered);
      inspection.daily.since = daily.leading(event.members, inspection.daily.since, entered.at);
      inspection.changedAt = entered.version;
      return;
    case 'EvidenceRecorded':
    case 'EvidenceEdited':
    case 'EvidenceWithdrawn':
      evidence.evolveEvidence(inspection, event, entered);
      return unsettle(inspection, entered);
    case 'CaseRegistered':
    case 'CaseChanged':
    case 'CaseRemoved':
      cases.evolveCase(inspection, event, entered);
      // What a judgement is said to rest on names its cases as they are registered.
      return unsettle(inspection, entered);
    case 'SettingsChanged':
      settings.evolveSettings(inspection, event, entered);
      inspection.changedAt = entered.version;
      return;
    case 'RemindersWanted':
      return personal.evolvePersonal(inspection, event, entered);
    case 'SidesExplained':
      sides.evolveSides(inspection, event, entered);
      inspection.changedAt = entered.version;
      return;
    case 'LineOpened':
    case 'LineChanged':
    case 'LineSettled':
    case 'EvidenceLinked':
      line.evolveLine(inspection, event, entered);
      inspection.changedAt = entered.version;
      return;
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
      if (moves) lapseOveralls(inspection, event.area);
      return unsettle(inspection, entered);
    }
    case 'ProfileRecorded':
      return profile.evolveProfile(inspection, event);
    case 'ResultGiven': {
      const before = given.givenFor(inspection, event.area)?.grade;
      given.evolveGiven(inspection, event, entered);
      if (event.grade !== before) lapseOveralls(inspection, event.area);
      return unsettle(inspection, entered);
    }
    case 'FindingRecorded':
    case 'FindingEdited':
    case 'FindingAdopted':
    case 'FindingWithdrawn':
      if (finding.movesFindings(inspection, event)) unsettle(inspection, entered);
      return finding.evolveFinding(inspection, event, entered);
    case 'OverallSet':
      overall.evolveOverall(inspection, event, entered);
      return unsettle(inspection, entered);
    case 'SignedOff':
    case 'Reopened':
      signOff.evolveSettling(inspection, event, entered);
      inspection.changedAt = entered.version;
      return;
    case 'Paused':
    case 'Resumed':
    case 'EndedIncomplete':
      pause.evolvePause(inspection, event, entered);
      inspection.changedAt = entered.version;
      return;
    case 'PreviousEntered':
    case 'EarlierRecommendationTested':
      previous.evolvePrevious(inspection, event, entered);
      // The summary says what moved and what became of each recommendation, so the lead signs for it.
      return unsettle(inspection, entered);
    case 'ContextSet':
      context.evolveContext(inspection, event, entered);
      inspection.changedAt = entered.version;
      return;
    case 'DateKept':
      return dates.evolveDate(inspection, event, entered);
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
    case 'ConcernRecorded':
    case 'ConcernReferred':
    case 'ConcernAcknowledged':
    case 'ConcernClosed':
      return concern.evolveConcern(inspection, event, entered);
    case 'Recommended':
    case 'RecommendationChanged':
    case 'RecommendationWithdrawn':
      recommendation.evolveRecommendation(inspection, event, entered);
      return unsettle(inspection, entered);
    case 'RequestMade':
    case 'RequestReceived':
    case 'RequestWithdrawn':
      return request.evolveRequest(inspection, event, entered);
    case 'ChallengeRaised':
    case 'ChallengeAnswered':
      return challenge.evolveChallenge(inspection, event, entered);
    case 'MeetingRecorded':
      return meeting.evolveMeeting(inspection, event, entered);
    case 'NoticeClaimed':
    case 'NoticePosted':
    case 'NoticeRefused':
      return notice.evolveNotice(inspection, event);
    case 'RetentionReached':
      return retention.evolveRetention(inspection, event, entered);
    case 'RoundOpened':
    case 'RoundAnswered':
    case 'RoundClosed':
      return round.evolveRound(inspection, event, entered);
    case 'ItemConfirmed':
      return confirmation.evolveConfirmation(inspection, event, entered);
  }
};

/** A changed grade lapses the overall grade; of several, those that the area is under. */
const lapseOveralls = ({ framework, overalls }: Inspection, area: string): void => {
  const alone = framework.overalls.length < 2;
  for (const { id } of framework.overalls) if (alone || areasUnder(framework, id).includes(area)) overalls.delete(id);
};

/** Any change to evidence or grades lapses the lead's signature. */
const unsettle = (inspection: Inspection, entered: Entered): void => {
  inspection.signatures.lead = null;
  inspection.changedAt = entered.version;
};
