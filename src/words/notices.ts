import type { Inspection } from '../domain/inspection.ts';
import type { DueNotice } from '../domain/notices.ts';
import { concernNotice } from './concerns.ts';
import type { Message } from './message.ts';

/** What a notice says now; null where what it tells of is gone meanwhile. */
export const noticeMessage = (inspection: Inspection, { item }: DueNotice, at: string): Message | null => {
  const concern = inspection.concerns.get(item);
  return concern ? concernNotice(inspection, concern, at) : null;
};
