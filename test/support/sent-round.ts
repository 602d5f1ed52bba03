import type { Sent } from './sent.ts';

/** Commands of moderation as they are sent. */

export const openRound = (area: string, shown: 'by-person' | 'without-names'): Sent => ({
  type: 'OpenRound',
  area,
  shown,
});
export const answerRound = (item: string, grade: string | null, reason = 'Seen in the cases I read'): Sent => ({
  type: 'AnswerRound',
  item,
  grade,
  reason,
});
export const closeRound = (item: string): Sent => ({ type: 'CloseRound', item });
export const showRound = (item: string): Sent => ({ type: 'ShowRound', item });
export const confirm = (item: string, sees = 'the-same', words = 'I read the file and see the same'): Sent => ({
  type: 'ConfirmItem',
  item,
  sees,
  words,
});
