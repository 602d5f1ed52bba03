import fc from 'fast-check';
import { acknowledge, closeConcern, concern, erase, meeting, refer, type Sent } from './sent.ts';
import {
  answer,
  challenge,
  changeRecommendation,
  receive,
  recommend,
  request,
  takeBack,
  withdrawRecommendation,
} from './sent-concern.ts';

/** What is done beside evidence and grades: concerns, meetings, challenges, requests and recommendations, by the same few numbers. */
export const anActBeside: fc.Arbitrary<Sent> = fc.constantFrom(
  concern({}),
  refer('K-001', {}),
  acknowledge('K-001', {}),
  closeConcern('K-001'),
  meeting({}),
  challenge({ from: 'team', raisedBy: null }),
  answer('H-001', {}),
  request({ anyway: true }),
  receive('Q-001', {}),
  takeBack('Q-002'),
  recommend({}),
  changeRecommendation('A-001', { text: 'See every child alone' }),
  withdrawRecommendation('A-001'),
  ...['K-001', 'M-001', 'H-001', 'Q-001', 'A-001'].map(erase),
);
