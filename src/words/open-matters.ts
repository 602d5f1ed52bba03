import type { Inspection } from '../domain/inspection.ts';
import { openChallenges } from '../domain/matters/challenge.ts';
import { dayIn } from '../domain/moments.ts';
import { counted, type Part } from './message.ts';
import { requestsInWords } from './request.ts';

/** What is still open between team and authority, by count: for the board. Nothing where nothing is. */
export const openMatters = (inspection: Inspection, at: string): Part[] => {
  const challenges = openChallenges(inspection).length;
  const words = [
    challenges > 0 ? `${counted(challenges, 'challenge')} to answer` : '',
    requestsInWords(inspection, dayIn(inspection, at)),
  ].filter(Boolean);
  return words.length > 0 ? [{ note: `Still open: ${words.join(' · ')}.` }] : [];
};
