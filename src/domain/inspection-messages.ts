import { z } from 'zod';
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
import * as remedy from './matters/remedy.ts';
import * as request from './matters/request.ts';
import * as retention from './matters/retention.ts';
import * as round from './matters/round.ts';
import * as settings from './matters/settings.ts';
import * as sides from './matters/sides.ts';
import * as signOff from './matters/sign-off.ts';
import { inspectionStarted } from './matters/start.ts';
import * as team from './matters/team.ts';

// What is asked of an inspection ------------------------------------------------------------------------------------

export const inspectionCommand = z.discriminatedUnion('type', [
  team.setTeam,
  evidence.recordEvidence,
  evidence.editEvidence,
  evidence.withdrawEvidence,
  cases.registerCase,
  cases.changeCase,
  cases.removeCase,
  settings.changeSettings,
  personal.setPersonal,
  sides.explainSides,
  line.openLine,
  line.changeLine,
  line.settleLine,
  line.linkEvidence,
  erasure.eraseItem,
  judgement.gradeArea,
  given.giveResult,
  profile.recordProfile,
  finding.recordFinding,
  finding.editFinding,
  finding.adoptFinding,
  finding.withdrawFinding,
  overall.setOverall,
  signOff.signOff,
  signOff.reopen,
  pause.pauseInspection,
  pause.resumeInspection,
  pause.endIncomplete,
  dates.keepDate,
  previous.enterPrevious,
  previous.takePrevious,
  previous.testEarlier,
  context.setContext,
  posting.claimPosting,
  posting.claimDigest,
  posting.notePosting,
  posting.placeBoard,
  daily.claimDailySummary,
  daily.noteDailySummary,
  daily.wantDailySummary,
  taking.recordExport,
  recommendation.recommend,
  recommendation.changeRecommendation,
  recommendation.withdrawRecommendation,
  remedy.recommendRemedy,
  request.makeRequest,
  request.receiveRequest,
  request.withdrawRequest,
  challenge.raiseChallenge,
  challenge.answerChallenge,
  concern.recordConcern,
  concern.referConcern,
  concern.acknowledgeConcern,
  concern.closeConcern,
  meeting.recordMeeting,
  correction.correctItem,
  correction.withdrawItem,
  notice.claimNotice,
  notice.noteNotice,
  retention.noteRetention,
  round.openRound,
  round.answerRound,
  round.closeRound,
  round.showRound,
  confirmation.confirmItem,
]);
export type InspectionCommand = z.infer<typeof inspectionCommand>;

// What happened: the only state ---------------------------------------------------------------------------------------

export const inspectionEvent = z.discriminatedUnion('type', [
  inspectionStarted,
  team.teamSet,
  evidence.evidenceRecorded,
  evidence.evidenceEdited,
  evidence.evidenceWithdrawn,
  cases.caseRegistered,
  cases.caseChanged,
  cases.caseRemoved,
  settings.settingsChanged,
  personal.remindersWanted,
  sides.sidesExplained,
  line.lineOpened,
  line.lineChanged,
  line.lineSettled,
  line.evidenceLinked,
  erasure.itemErased,
  judgement.gradeProposed,
  judgement.areaGraded,
  given.resultGiven,
  profile.profileRecorded,
  finding.findingRecorded,
  finding.findingEdited,
  finding.findingAdopted,
  finding.findingWithdrawn,
  overall.overallSet,
  signOff.signedOff,
  signOff.reopened,
  pause.paused,
  pause.resumed,
  pause.endedIncomplete,
  dates.dateKept,
  previous.previousEntered,
  previous.earlierTested,
  context.contextSet,
  posting.postingClaimed,
  posting.postingMade,
  posting.postingRefused,
  posting.boardPlaced,
  daily.dailySummaryClaimed,
  daily.dailySummaryPosted,
  daily.dailySummaryRefused,
  daily.dailySummaryWanted,
  taking.exported,
  recommendation.recommended,
  recommendation.recommendationChanged,
  recommendation.recommendationWithdrawn,
  request.requestMade,
  request.requestReceived,
  request.requestWithdrawn,
  challenge.challengeRaised,
  challenge.challengeAnswered,
  concern.concernRecorded,
  concern.concernReferred,
  concern.concernAcknowledged,
  concern.concernClosed,
  meeting.meetingRecorded,
  correction.itemCorrected,
  correction.itemWithdrawn,
  notice.noticeClaimed,
  retention.retentionReached,
  notice.noticePosted,
  notice.noticeRefused,
  round.roundOpened,
  round.roundAnswered,
  round.roundClosed,
  confirmation.itemConfirmed,
]);
export type InspectionEvent = z.infer<typeof inspectionEvent>;
