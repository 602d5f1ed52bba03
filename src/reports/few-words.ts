import { inWordsOf } from '../domain/field.ts';
import { areaOf, gradeInWords, nameOf } from '../domain/framework.ts';
import type { Inspection, InspectionEvent } from '../domain/inspection.ts';
import { outcomeLabels } from '../domain/matters/challenge.ts';
import { commentAnswerLabels } from '../domain/matters/comment.ts';
import { standingLabels } from '../domain/matters/line-content.ts';
import { planVerdictLabels } from '../domain/matters/plan.ts';
import { becameLabels } from '../domain/matters/previous.ts';
import { quarterInWords } from '../domain/matters/profile.ts';
import { stageLabels } from '../domain/matters/report.ts';
import type { RestrictedEvent } from '../domain/restricted.ts';
import { roleLabels } from '../domain/roles.ts';
import { isReserve } from '../domain/sample-plan.ts';
import { counted } from '../words/message.ts';
import { whoDid } from './phrases.ts';

type Happened = InspectionEvent | RestrictedEvent;

type Graded = { item: string; area: string; grade: string };
const graded = ({ framework }: Inspection, { item, area, grade }: Graded, how: string): string =>
  `${item}: ${areaOf(framework, area).short} ${how} ${gradeInWords(framework, grade)}`;

const takenOut = ({ files }: { files: string[] }): string => `taken out through Slack: ${files.join(', ')}`;

type Said = {
  [Type in Happened['type']]: string | ((event: Extract<Happened, { type: Type }>, inspection: Inspection) => string);
};
/** An item that is simply recorded: "E-014 recorded". */
type Plain = Extract<Happened, { type: `${string}Recorded`; item: string }>['type'];

/** The words of each kind of event: what is said of its item, where it has one, or a function of it. */
const words: Omit<Said, Plain> & Partial<Pick<Said, Plain>> = {
  InspectionStarted: ({ authority, framework }) => `inspection of ${authority} started under ${framework.id}`,
  TeamSet: ({ members, reason }) =>
    `team set, ${counted(members.length, 'member')}${reason === undefined ? '' : `: ${reason}`}`,
  ChannelFound: ({ troubles }) => `team channel found ${troubles.length > 0 ? troubles.join(', ') : 'private again'}`,
  ReadersFound: ({ came, left }) =>
    `in the channel and not on the team: ${came.map(({ name }) => name).join(', ') || 'nobody more'}${left.length > 0 ? `; ${left.length} left it` : ''}`,
  AccountFound: ({ user, ended }, inspection) =>
    `Slack account of ${inspection.names.get(user) ?? user} ${ended ? 'ended' : 'is there again'}`,
  PinFound: ({ refused }) => (refused === null ? 'board pinned' : `board not pinned (${refused})`),
  SettingsChanged: ({ dailySummaryAt, channelDigest }) =>
    `settings changed: daily summary at ${dailySummaryAt}, channel digest ${channelDigest ? 'on' : 'off'}`,

  EvidenceEdited: 'corrected',
  EvidenceCompleted: 'completed',
  EvidenceWithdrawn: 'withdrawn',
  EvidenceLinked: ({ item, evidence, bears }) =>
    `${evidence.join(', ')}: ${bears === 'neither' ? 'no longer bears on' : `speaks ${bears}`} ${item}`,
  ProfileRecorded: ({ item, quarter }) => `${item} is the performance profile of ${quarterInWords(quarter)}`,
  ItemConfirmed: ({ item, sees }) =>
    `${item} ${sees === 'the-same' ? 'confirmed' : 'seen differently'} by a second inspector`,
  ItemCorrected: 'corrected',
  ItemWithdrawn: 'withdrawn',
  ItemErased: 'erased',

  RestrictedEvidenceEdited: 'corrected',
  RestrictedEvidenceWithdrawn: 'withdrawn',
  RestrictedItemLinked: ({ item, line }) => `${item} led to ${line}`,
  RestrictedItemClosed: 'closed',
  RestrictedItemErased: 'erased',
  RestrictedExported: takenOut,

  CaseRegistered: 'registered',
  CaseChanged: 'changed',
  CaseRemoved: 'taken off',
  SampleTaken: ({ plan: { cases } }) =>
    `plan taken in: ${cases
      .filter((each) => !isReserve(each))
      .map(({ reference }) => reference)
      .join(', ')}`,
  ReserveUsed: ({ reserve, as, for: gone }) => `${as} takes the place of ${gone} (${reserve} in the key)`,
  LineOpened: 'opened',
  LineChanged: 'changed',
  LineSettled: ({ item, standing }) => `${item} ${standingLabels[standing].toLowerCase()}`,

  GradeProposed: (event, inspection) => graded(inspection, event, 'proposed as'),
  AreaGraded: (event, inspection) => graded(inspection, event, 'graded'),
  ResultGiven: (event, inspection) => graded(inspection, event, 'given as'),
  OverallSet: ({ overall, grade }, { framework }) =>
    `${nameOf(framework, overall)} set to ${gradeInWords(framework, grade)}`,
  FindingRecorded: ({ item, adopted }) => `${item} ${adopted ? 'found' : 'proposed as a finding'}`,
  FindingEdited: 'put better',
  FindingAdopted: 'adopted',
  FindingWithdrawn: 'withdrawn',
  RoundOpened: ({ item, area }, { framework }) => `${item} opened on ${areaOf(framework, area).short}`,
  RoundAnswered: 'answered',
  RoundClosed: 'closed and shown',
  Recommended: 'recommended',
  RecommendationChanged: 'changed',
  RecommendationWithdrawn: 'withdrawn',

  SectionWritten: 'written for the report',
  SectionReturned: 'returned by quality assurance',
  ReportVersionKept: ({ stage }, inspection) =>
    `version of the report kept: ${inWordsOf(inspection, stageLabels[stage]).toLowerCase()}`,

  RequestMade: 'asked of the {authority}',
  RequestReceived: 'received',
  RequestWithdrawn: 'taken back',
  ChallengeRaised: ({ item }) => `${item}: a challenge raised`,
  ChallengeAnswered: ({ item, outcome }) => `${item} answered: ${outcomeLabels[outcome].toLowerCase()}`,
  CommentReceived: ({ item, paragraph }) => `${item}: a comment on paragraph ${paragraph} received`,
  CommentAnswered: ({ item, answer }) => `${item} answered: ${commentAnswerLabels[answer].toLowerCase()}`,
  PlanReceived: ({ item, recommendation, draft }) =>
    `${item}: what the ${draft ? 'draft' : 'plan'} says to ${recommendation} received`,
  PlanJudged: ({ item, verdict }) => `${item} judged: ${planVerdictLabels[verdict].toLowerCase()}`,
  MeetingRecorded: ({ item }) => `${item}: a meeting recorded`,
  ConcernRecorded: ({ item }, inspection) => `${item}: ${inWordsOf(inspection, '{a child} at risk recorded')}`,
  ConcernReferred: 'referred back to the {authority}',
  ConcernAcknowledged: 'acknowledged by the {authority}',
  ConcernClosed: 'closed',

  SignedOff: ({ as }) => `signed as ${roleLabels[as]}`,
  Reopened: 'reopened',
  Paused: ({ from }) => `paused from ${from}`,
  Resumed: ({ on }) => `goes on from ${on}`,
  EndedIncomplete: 'ended incomplete',
  DateKept: ({ step, day }) => (day === null ? `${step}: no day kept any more` : `${step}: ${day} kept`),
  RetentionReached: ({ years }) => `kept for ${years} years since its last entry`,
  PreviousEntered: ({ item, framework, published }) => `${item}: ${framework.short}, published ${published}, entered`,
  EarlierRecommendationTested: ({ item, number, became }) =>
    `${item}, recommendation ${number}: ${becameLabels[became].toLowerCase()}`,
  ContextSet: 'context set',
  QuestionnaireSent: ({ asked }) => `questionnaire sent to ${asked}`,
  PracticeShared: ({ item, shares }) => `${item}: good practice of ${shares} marked`,

  BoardPlaced: 'board placed in the team channel',
  PostingClaimed: ({ posting }) => `${posting}: posting begun`,
  PostingMade: ({ posting }) => `${posting}: posted`,
  PostingRefused: ({ posting }) => `${posting}: refused by Slack`,
  PostingDoubted: ({ posting }) => `${posting}: nobody knows whether it arrived`,
  PostingSettled: ({ posting, stands }) => `${posting}: ${stands ? 'found to stand' : 'not found'}`,
  Exported: takenOut,
  NoticeClaimed: ({ notice, recipient }, inspection) => `${notice}: message to ${whoDid(inspection, recipient)} begun`,
  NoticePosted: ({ notice, recipient }, inspection) => `${notice}: message sent to ${whoDid(inspection, recipient)}`,
  NoticeRefused: ({ notice, recipient }, inspection) =>
    `${notice}: message to ${whoDid(inspection, recipient)} refused by Slack`,
  DailySummaryClaimed: ({ day, recipient }, inspection) =>
    `daily summary of ${day} begun for ${whoDid(inspection, recipient)}`,
  DailySummaryPosted: ({ day, recipient }, inspection) =>
    `daily summary of ${day} sent to ${whoDid(inspection, recipient)}`,
  DailySummaryRefused: ({ day, recipient }, inspection) =>
    `daily summary of ${day} for ${whoDid(inspection, recipient)} refused by Slack`,

  SidesExplained: 'said why one side of the summary is empty',
  RemindersWanted: ({ wanted }) => (wanted ? 'wants reminders again' : 'wants no reminders'),
  DailySummaryWanted: ({ wanted }) => (wanted ? 'wants the daily summary again' : 'wants no daily summary'),
};

/** What happened in a few words: an index to the record, where the hashes are. */
export const inFewWords = (inspection: Inspection, event: Happened): string => {
  const said = words[event.type] ?? 'recorded';
  if (typeof said === 'function') return said(event as never, inspection);
  const put = inWordsOf(inspection, said);
  return 'item' in event ? `${event.item} ${put}` : put;
};
