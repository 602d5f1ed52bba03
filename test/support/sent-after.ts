import type { Sent } from './sent.ts';

/** Commands about what the authority sends after an inspection, as they are sent. */

type But = Record<string, unknown>;

export const comment = (but: But): Sent => ({
  type: 'ReceiveComment',
  paragraph: '14',
  text: 'The paragraph says four; it was three',
  offered: 'The duty log of that week',
  proposed: null,
  receivedOn: '2013-11-19',
  due: '2013-11-26',
  ...but,
});
export const answerComment = (item: string, but: But): Sent => ({
  type: 'AnswerComment',
  item,
  answer: 'accepted',
  reason: 'The log says three',
  changed: 'Three notifications were unread',
  ...but,
});
export const planned = (but: But): Sent => ({
  type: 'ReceivePlan',
  recommendation: 'A-001',
  draft: false,
  receivedOn: '2013-11-19',
  says: { owner: 'The head of service', milestones: 'A second duty manager', known: 'The log is read each week' },
  ...but,
});
export const judgePlan = (item: string, but: But): Sent => ({
  type: 'JudgePlan',
  item,
  verdict: 'partly',
  reason: 'It does not say who reads the log',
  judgedOn: '2013-11-19',
  ...but,
});
