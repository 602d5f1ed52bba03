import { openConcernLines } from '../concern.ts';
import type { DailyPart } from './part.ts';

/** So many are named; a lead reads the whole in a minute. */
const most = 8;

/** Children at risk whose referral is still open, before everything else. */
export const atRiskPart: DailyPart = ({ summary: { inspection } }) => openConcernLines(inspection, most);
