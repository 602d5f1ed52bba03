import { areaOf, gradeInWords, nameOf } from '../domain/framework.ts';
import type { Inspection, InspectionEvent } from '../domain/inspection.ts';
import { standingLabels } from '../domain/matters/line-content.ts';
import { quarterInWords } from '../domain/matters/profile.ts';
import type { RestrictedEvent } from '../domain/restricted.ts';
import { counted } from '../words/message.ts';
import { becameLabels } from '../words/previous.ts';
import { momentOf } from '../words/times.ts';
import { challengeInFewWords } from './challenge.ts';
import { concernInFewWords } from './concern.ts';
import { blocks, inline, list } from './markdown.ts';
import { recommendationInFewWords } from './recommendation.ts';
import type { OrdinaryRecord, RestrictedReport, Told } from './record.ts';
import { requestInFewWords } from './request.ts';
import { whoDid } from './who.ts';

/** What happened in a few words: an index to the record, where the hashes are. */
const inFewWords = (inspection: Inspection, event: InspectionEvent | RestrictedEvent): string => {
  const { framework } = inspection;
  switch (event.type) {
    case 'InspectionStarted':
      return `inspection of ${inline(event.authority)} started under ${event.framework.id}`;
    case 'TeamSet':
      return `team set, ${counted(event.members.length, 'member')}`;
    case 'EvidenceRecorded':
    case 'RestrictedEvidenceRecorded':
      return `${event.item} recorded`;
    case 'EvidenceEdited':
    case 'RestrictedEvidenceEdited':
      return `${event.item} corrected`;
    case 'EvidenceWithdrawn':
    case 'RestrictedEvidenceWithdrawn':
      return `${event.item} withdrawn`;
    case 'CaseRegistered':
      return `${event.item} registered`;
    case 'CaseChanged':
      return `${event.item} changed`;
    case 'CaseRemoved':
      return `${event.item} taken off`;
    case 'SettingsChanged':
      return `settings changed: daily summary at ${event.dailySummaryAt}, channel digest ${event.channelDigest ? 'on' : 'off'}`;
    case 'LineOpened':
      return `${event.item} opened`;
    case 'LineChanged':
      return `${event.item} changed`;
    case 'LineSettled':
      return `${event.item} ${standingLabels[event.standing].toLowerCase()}`;
    case 'EvidenceLinked':
      return `${event.evidence.join(', ')}: ${event.bears === 'neither' ? 'no longer bears on' : `speaks ${event.bears}`} ${event.item}`;
    case 'RestrictedItemLinked':
      return `${event.item} led to ${event.line}`;
    case 'RestrictedItemClosed':
      return `${event.item} closed`;
    case 'ItemErased':
    case 'RestrictedItemErased':
      return `${event.item} erased`;
    case 'GradeProposed':
      return `${event.item}: ${areaOf(framework, event.area).short} proposed as ${gradeInWords(framework, event.grade)}`;
    case 'AreaGraded':
      return `${event.item}: ${areaOf(framework, event.area).short} graded ${gradeInWords(framework, event.grade)}`;
    case 'ProfileRecorded':
      return `${event.item} is the performance profile of ${quarterInWords(event.quarter)}`;
    case 'ResultGiven':
      return `${event.item}: ${areaOf(framework, event.area).short} given as ${gradeInWords(framework, event.grade)}`;
    case 'FindingRecorded':
      return `${event.item} ${event.adopted ? 'found' : 'proposed as a finding'}`;
    case 'FindingEdited':
      return `${event.item} put better`;
    case 'FindingAdopted':
      return `${event.item} adopted`;
    case 'FindingWithdrawn':
      return `${event.item} withdrawn`;
    case 'OverallSet':
      return `${nameOf(framework, event.overall)} set to ${gradeInWords(framework, event.grade)}`;
    case 'SignedOff':
      return event.as === 'lead' ? 'signed as lead inspector' : 'signed as quality assurance manager';
    case 'Reopened':
      return 'reopened';
    case 'Paused':
      return `paused from ${event.from}`;
    case 'Resumed':
      return `goes on from ${event.on}`;
    case 'EndedIncomplete':
      return 'ended incomplete';
    case 'PreviousEntered':
      return `${event.item}: ${inline(event.framework.short)}, published ${event.published}, entered`;
    case 'EarlierRecommendationTested':
      return `${event.item}, recommendation ${event.number}: ${becameLabels[event.became].toLowerCase()}`;
    case 'ContextSet':
      return 'context of the area set';
    case 'DateKept':
      return event.day === null ? `${event.step}: no day kept any more` : `${event.step}: ${event.day} kept`;
    case 'PostingClaimed':
      return `${inline(event.posting)}: posting begun`;
    case 'PostingMade':
      return `${inline(event.posting)}: posted`;
    case 'PostingRefused':
      return `${inline(event.posting)}: refused by Slack`;
    case 'BoardPlaced':
      return 'board placed in the team channel';
    case 'Exported':
    case 'RestrictedExported':
      return `taken out through Slack: ${event.files.map(inline).join(', ')}`;
    case 'ConcernRecorded':
    case 'ConcernReferred':
    case 'ConcernAcknowledged':
    case 'ConcernClosed':
    case 'NoticeClaimed':
    case 'NoticePosted':
    case 'NoticeRefused':
      return concernInFewWords(inspection, event);
    case 'Recommended':
    case 'RecommendationChanged':
    case 'RecommendationWithdrawn':
      return recommendationInFewWords(event);
    case 'RetentionReached':
      return `kept for ${event.years} years since its last entry`;
    case 'RequestMade':
    case 'RequestReceived':
    case 'RequestWithdrawn':
      return requestInFewWords(event);
    case 'ChallengeRaised':
    case 'ChallengeAnswered':
      return challengeInFewWords(event);
    case 'MeetingRecorded':
      return `${event.item}: a meeting recorded`;
    case 'ItemCorrected':
      return `${event.item} corrected`;
    case 'ItemWithdrawn':
      return `${event.item} withdrawn`;
    case 'RoundOpened':
      return `${event.item} opened on ${areaOf(framework, event.area).short}`;
    case 'RoundAnswered':
      return `${event.item} answered`;
    case 'RoundClosed':
      return `${event.item} closed and shown`;
    case 'ItemConfirmed':
      return `${event.item} ${event.sees === 'the-same' ? 'confirmed' : 'seen differently'} by a second inspector`;
    case 'DailySummaryClaimed':
      return `daily summary of ${event.day} begun for ${whoDid(inspection, event.recipient)}`;
    case 'DailySummaryPosted':
      return `daily summary of ${event.day} sent to ${whoDid(inspection, event.recipient)}`;
    case 'DailySummaryRefused':
      return `daily summary of ${event.day} for ${whoDid(inspection, event.recipient)} refused by Slack`;
    case 'SidesExplained':
      return 'said why one side of the summary is empty';
    case 'RemindersWanted':
      return event.wanted ? 'wants reminders again' : 'wants no reminders';
    case 'DailySummaryWanted':
      return event.wanted ? 'wants the daily summary again' : 'wants no daily summary';
  }
};

type Erasures = Inspection['erasedItems'];

/** Why an entry has no words: they were destroyed, or are kept out of every copy. */
const whyWordless = (erasures: Erasures, version: number): string =>
  [...erasures.values()].some(({ versions }) => versions.includes(version)) ? 'erased' : 'not for other eyes';

const line = (inspection: Inspection, erasures: Erasures, entry: Told<InspectionEvent | RestrictedEvent>): string => {
  const { version, hash, at, person, events } = entry;
  const what = events?.map((event) => inFewWords(inspection, event)).join('; ') ?? whyWordless(erasures, version);
  const when = momentOf(at, inspection.timeZone);
  return `${version} (${hash.slice(0, 6)}) ${when}, ${whoDid(inspection, person)}: ${what}`;
};

/** The record, entry by entry. */
export const entriesInFull = (inspection: Inspection, report: OrdinaryRecord | RestrictedReport): string[] => {
  const { erasedItems } = 'record' in report ? report.record : inspection;
  const entries: readonly Told<InspectionEvent | RestrictedEvent>[] = report.entries;
  return blocks(
    ['## The record, entry by entry'],
    ['Each line is one entry of the record: its number, the beginning of its hash, when, who and what.'],
    list(entries.map((entry) => line(inspection, erasedItems, entry))),
  );
};
