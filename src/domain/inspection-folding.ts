import { noteCorrection, subjectOf } from './corrections.ts';
import { areaOf } from './framework.ts';
import { areasUnder } from './grading.ts';
import type { InspectionEvent } from './inspection-messages.ts';
import type { Entered, Inspection } from './inspection-state.ts';
import { letterOf, noteNumber, noteWords } from './items.ts';
import * as cases from './matters/case.ts';
import * as challenge from './matters/challenge.ts';
import * as concern from './matters/concern.ts';
import * as confirmation from './matters/confirmation.ts';
import * as context from './matters/context.ts';
import * as correction from './matters/correction.ts';
import * as daily from './matters/daily-summary.ts';
import * as dates from './matters/dates.ts';
import * as erasure from './matters/erasure.ts';
import * as evidence from './matters/evidence.ts';
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
import { judgementOf } from './standing.ts';

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
    const subject = corrects.has(event.type) ? subjectOf(event) : null;
    if (subject !== null) noteCorrection(inspection.corrections, subject, entered);
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

/** What is put right, or given whole, by an event of its own. */
const corrects: ReadonlySet<InspectionEvent['type']> = new Set([
  'EvidenceEdited',
  'FindingEdited',
  'LineChanged',
  'CaseChanged',
  'RecommendationChanged',
  'TeamSet',
  'SettingsChanged',
  'ContextSet',
  'AreaGraded',
  'OverallSet',
]);

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
    case 'ItemCorrected':
    case 'ItemWithdrawn':
      correction.evolveCorrection(inspection, event, entered);
      // The summary says what moved since an earlier inspection, so the lead signs for it.
      return letterOf(event.item) === 'V' ? unsettle(inspection, entered) : undefined;
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
