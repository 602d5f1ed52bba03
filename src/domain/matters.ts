import { boardMatter } from './matters/board.ts';
import { caseMatter } from './matters/case.ts';
import { challengeMatter } from './matters/challenge.ts';
import { commentMatter } from './matters/comment.ts';
import { concernMatter } from './matters/concern.ts';
import { confirmationMatter } from './matters/confirmation.ts';
import { contextMatter } from './matters/context.ts';
import { correctionMatter } from './matters/correction.ts';
import { dailySummaryMatter } from './matters/daily-summary.ts';
import { datesMatter } from './matters/dates.ts';
import { erasureMatter } from './matters/erasure.ts';
import { evidenceMatter } from './matters/evidence.ts';
import { exportMatter } from './matters/export.ts';
import { findingMatter } from './matters/finding.ts';
import { givenMatter } from './matters/given.ts';
import { happeningMatter } from './matters/happening.ts';
import { judgementMatter } from './matters/judgement.ts';
import { lineMatter } from './matters/line.ts';
import { meetingMatter } from './matters/meeting.ts';
import { noticeMatter } from './matters/notice.ts';
import { overallMatter } from './matters/overall.ts';
import { pauseMatter } from './matters/pause.ts';
import { personalMatter } from './matters/personal.ts';
import { planMatter } from './matters/plan.ts';
import { postingMatter } from './matters/posting.ts';
import { practiceMatter } from './matters/practice.ts';
import { previousMatter } from './matters/previous.ts';
import { profileMatter } from './matters/profile.ts';
import { questionnaireMatter } from './matters/questionnaire.ts';
import { recommendationMatter } from './matters/recommendation.ts';
import { remedyMatter } from './matters/remedy.ts';
import { reportMatter } from './matters/report.ts';
import { requestMatter } from './matters/request.ts';
import { retentionMatter } from './matters/retention.ts';
import { roundMatter } from './matters/round.ts';
import { sampleMatter } from './matters/sample.ts';
import { settingsMatter } from './matters/settings.ts';
import { sidesMatter } from './matters/sides.ts';
import { signOffMatter } from './matters/sign-off.ts';
import { startMatter } from './matters/start.ts';
import { teamMatter } from './matters/team.ts';
import { visitMatter } from './matters/visit.ts';

/**
 * What an inspection is made of: the only list of its matters. What can be asked of it, what can happen in it, and the
 * state that this leaves all come from here (`inspection.ts`).
 */
export const matters = [
  startMatter,
  teamMatter,
  evidenceMatter,
  caseMatter,
  settingsMatter,
  sampleMatter,
  personalMatter,
  sidesMatter,
  lineMatter,
  erasureMatter,
  judgementMatter,
  givenMatter,
  profileMatter,
  findingMatter,
  overallMatter,
  signOffMatter,
  pauseMatter,
  datesMatter,
  previousMatter,
  contextMatter,
  postingMatter,
  boardMatter,
  dailySummaryMatter,
  exportMatter,
  recommendationMatter,
  remedyMatter,
  reportMatter,
  requestMatter,
  challengeMatter,
  commentMatter,
  planMatter,
  concernMatter,
  meetingMatter,
  correctionMatter,
  happeningMatter,
  noticeMatter,
  retentionMatter,
  roundMatter,
  confirmationMatter,
  visitMatter,
  questionnaireMatter,
  practiceMatter,
] as const;
