import type { Inspection } from '../domain/inspection.ts';
import { leavers } from '../domain/left-behind.ts';
import { concernNoticeOf } from '../domain/matters/concern.ts';
import { retentionNotice } from '../domain/matters/retention.ts';
import type { DueNotice } from '../domain/notices.ts';
import { concernNotice } from './concern.ts';
import { leaverNotice } from './leavers.ts';
import type { Message } from './message.ts';
import { retentionMessage } from './retention.ts';
import { roundNotice } from './round.ts';

/** What a notice says now; null where what it tells of is gone meanwhile. */
export const noticeMessage = (inspection: Inspection, { notice, item }: DueNotice, at: string): Message | null => {
  if (notice === retentionNotice) return retentionMessage(inspection);
  const round = inspection.rounds.get(item);
  if (round) return round.closed ? null : roundNotice(inspection, round);
  const concern = inspection.concerns.get(item);
  if (concern)
    return concernNotice(
      inspection,
      concern,
      at,
      notice === concernNoticeOf(concern.item) ? 'of it' : 'of its correction',
    );
  const leaver = leavers(inspection).find(({ person }) => person.user === item);
  return leaver ? leaverNotice(inspection, leaver) : null;
};
