import type { Inspection } from '../domain/inspection.ts';
import { leavers } from '../domain/left-behind.ts';
import { concernNoticeOf } from '../domain/matters/concern.ts';
import { happenings } from '../domain/matters/happening.ts';
import type { DueNotice } from '../domain/matters/notice.ts';
import { retentionNotice } from '../domain/matters/retention.ts';
import { concernNotice } from './concern.ts';
import { happeningMessage } from './happenings.ts';
import { leaverNotice } from './leavers.ts';
import { counted, type Message, message, paragraph, says } from './message.ts';
import { doubtInWords } from './posting.ts';
import { roundNotice } from './round.ts';
import { signatureMessage } from './signature.ts';
import { dayOf } from './times.ts';

/** Said once to those who answer for a record, when it has been kept for as long as was decided; null where it has not. */
const retentionMessage = ({ id, authority, retention, timeZone }: Inspection): Message | null =>
  retention &&
  says(
    `${authority}: this record has been kept for ${counted(retention.years, 'year')} since its last entry, on ${dayOf({ timeZone }, retention.since)}. So long it is to be kept.`,
    `Fortnight deletes nothing by itself. Decide whether it goes: then ask whoever runs Fortnight to export and delete ${id} on the command line. You are told this once.`,
  );

/** Asks whoever leads what nobody else can know of a posting; null where it was answered meanwhile. */
const doubtNotice = (inspection: Inspection): Message | null => {
  const doubt = doubtInWords(inspection);
  return doubt && message(paragraph(`${inspection.authority}: ${doubt.words}.`), { buttons: doubt.acts });
};

/** What a notice says now; null where what it tells of is gone meanwhile. */
export const noticeMessage = (inspection: Inspection, due: DueNotice, at: string): Message | null => {
  const { notice, item } = due;
  const happening = happenings(inspection).find((each) => each.notice === notice);
  if (happening) return happeningMessage(inspection, happening);
  if (notice === retentionNotice) return retentionMessage(inspection);
  const signing = signatureMessage(inspection, due, at);
  if (signing) return signing;
  if (inspection.postings.has(item)) return doubtNotice(inspection);
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
