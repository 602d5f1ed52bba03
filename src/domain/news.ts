import type { InspectionEvent } from './inspection.ts';

/** Which events are worth telling the leads of. What the app noted of its own messages is not. */
const worthTelling: Record<InspectionEvent['type'], boolean> = {
  InspectionStarted: true,
  TeamSet: true,
  EvidenceRecorded: true,
  EvidenceEdited: true,
  EvidenceWithdrawn: true,
  LineOpened: true,
  LineChanged: true,
  LineSettled: true,
  EvidenceLinked: true,
  ItemErased: true,
  GradeProposed: true,
  AreaGraded: true,
  OverallSet: true,
  SignedOff: true,
  Reopened: true,
  ConcernRecorded: true,
  ConcernReferred: true,
  ConcernAcknowledged: true,
  ConcernClosed: true,
  MeetingRecorded: true,
  NoticeClaimed: false,
  NoticePosted: false,
  NoticeRefused: false,
  Paused: true,
  Resumed: true,
  EndedIncomplete: true,
  DateKept: true,
  Exported: false,
  PostingClaimed: false,
  PostingMade: false,
  PostingRefused: false,
  BoardPlaced: false,
  DailySummaryClaimed: false,
  DailySummaryPosted: false,
  DailySummaryRefused: false,
  DailySummaryWanted: false,
  RoundOpened: true,
  RoundAnswered: false,
  RoundClosed: true,
  ItemConfirmed: true,
};

/** Whether an entry is: one whose words were erased was, when they stood. */
export const isNews = (events: readonly InspectionEvent[] | null): boolean =>
  events === null || events.some(({ type }) => worthTelling[type]);
