import type { Sent } from './sent.ts';

/** Commands about challenges, requests and recommendations, as they are sent. */

type But = Record<string, unknown>;

export const challenge = (but: But): Sent => ({
  type: 'RaiseChallenge',
  from: 'authority',
  raisedBy: 'the director',
  against: 'help-and-protection',
  text: 'The sample was too small to bear this grade',
  receivedOn: '2013-11-19',
  due: '2013-11-26',
  ...but,
});
export const answer = (item: string, but: But): Sent => ({
  type: 'AnswerChallenge',
  item,
  outcome: 'not-upheld',
  answer: 'Twelve cases were seen, four of them in depth',
  changed: null,
  ...but,
});

export const request = (but: But): Sent => ({
  type: 'MakeRequest',
  what: 'Audits of the last three months, by team',
  kind: 'case-record',
  askedOf: null,
  due: '2013-11-20',
  anyway: false,
  ...but,
});
export const receive = (item: string, but: But): Sent => ({
  type: 'ReceiveRequest',
  item,
  receivedOn: '2013-11-19',
  note: null,
  ...but,
});
export const takeBack = (item: string): Sent => ({
  type: 'WithdrawRequest',
  item,
  reason: 'It stands in the self-evaluation',
});

export const recommendation = {
  text: 'See every child within the time that their plan says',
  urgency: 'priority-and-immediate-action',
  evidence: ['E-001'],
};
export const recommend = (but: But): Sent => ({ type: 'Recommend', ...recommendation, ...but });
export const changeRecommendation = (item: string, but: But): Sent => ({
  type: 'ChangeRecommendation',
  item,
  ...recommendation,
  ...but,
});
export const withdrawRecommendation = (item: string): Sent => ({
  type: 'WithdrawRecommendation',
  item,
  reason: 'Said twice',
});
