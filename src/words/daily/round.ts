import { roundsUnsettled } from '../../domain/matters/round-answers.ts';
import type { Line } from '../message.ts';
import { roundLine } from '../round.ts';
import type { DailyPart } from './part.ts';

/** So many are told of; /judge round lists them all. */
const most = 3;

/** Rounds that are open, and those whose grades lie far apart and were not settled since. */
export const roundsPart: DailyPart = ({ summary: { inspection } }) => {
  const all = roundsUnsettled(inspection);
  const more = all.length - most;
  return [
    ...all.slice(0, most).map((round) => roundLine(inspection, round)),
    ...(more > 0 ? [[`And ${more} more rounds: /judge round`] as Line] : []),
  ];
};
