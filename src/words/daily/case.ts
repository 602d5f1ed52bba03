import { caseCountInWords, shortOfPlan } from '../case.ts';
import { type DailyPart, labelled } from './part.ts';

/** The cases registered, and where the reading is short of what is planned. */
export const casesPart: DailyPart = ({ summary: { inspection } }) => {
  const short = shortOfPlan(inspection, 3);
  const facts = [caseCountInWords(inspection), short ? `short of the plan so far (${short})` : ''].filter(Boolean);
  return facts.length > 0 ? [labelled('Cases', facts.join('; '))] : [];
};
