import type { Sent } from './sent.ts';

/** What is sent once an inspection is published, or for those who read of it then. */

export const published: Sent = { type: 'KeepDate', step: 'published', day: '2013-11-19' };
export const sendQuestionnaire = (asked: string): Sent => ({ type: 'SendQuestionnaire', asked });
/** A director who agrees with two statements, with one of them strongly. */
export const answers = (but: Record<string, unknown> = {}): Sent => ({
  type: 'RecordAnswers',
  from: 'director',
  answers: { manner: 'strongly-agree', clear: 'agree' },
  words: null,
  ...but,
});
export const practice = (but: Record<string, unknown> = {}): Sent => ({
  type: 'SharePractice',
  shares: 'E-002',
  take: 'A duty desk that answers within the day',
  need: 'Contacts waited',
  did: 'Police and social care sat together',
  changed: null,
  ...but,
});
