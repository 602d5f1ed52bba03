import { refuseUnseen } from './corrections.ts';
import type { InspectionCommand, InspectionEvent } from './inspection-messages.ts';
import type { Inspection } from './inspection-state.ts';
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
import * as team from './matters/team.ts';
import type { By } from './people.ts';
import { type Decision, refuse } from './refusal.ts';
import { may, onlyFor } from './roles.ts';
import { sealedWords } from './sealed.ts';
import { roleOf } from './standing.ts';

/** What a command comes to in this inspection: the facts to keep, or why not. Reads nothing but its arguments. */
export const decide = (command: InspectionCommand, inspection: Inspection, by: By): Decision<InspectionEvent> => {
  const unseen = 'seen' in command ? refuseUnseen(inspection.corrections, inspection.names, command) : null;
  if (unseen) return unseen;
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
    case 'RecommendRemedy':
      return sealedOr(inspection, () => remedy.decideRemedy(command, inspection, by));
    case 'MakeRequest':
    case 'ReceiveRequest':
    case 'WithdrawRequest':
      return request.decideRequest(command, inspection, by);
    case 'RaiseChallenge':
    case 'AnswerChallenge':
      return challenge.decideChallenge(command, inspection, by);
    case 'RecordMeeting':
      return meeting.decideMeeting(command, inspection, by);
    case 'CorrectItem':
    case 'WithdrawItem':
      return correction.decideCorrection(command, inspection, by);
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

const sealedOr = <Event>(inspection: Inspection, decision: () => Decision<Event>): Decision<Event> =>
  inspection.sealed ? refuse(null, sealedWords(inspection)) : decision();
