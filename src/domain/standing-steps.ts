import { fieldOf } from './field.ts';
import { adoptedFindings } from './findings.ts';
import { type Step, stepsOf } from './framework.ts';
import type { Inspection } from './inspection.ts';
import { standingRecommendations } from './matters/recommendation.ts';

/** The steps of an inspection's timetable: those of its framework, without those that only stand where something was found, or recommended, as so urgent. */
export const standingSteps = (inspection: Inspection): Step[] =>
  stepsOf(inspection.framework).filter(
    ({ onlyWith }) =>
      onlyWith === undefined ||
      standingRecommendations(inspection).some(({ urgency }) => onlyWith.includes(urgency)) ||
      adoptedFindings(inspection).some(({ content }) => !content.none && onlyWith.includes(content.heading)),
  );

/** By which step a draft of the authority's plan is asked for; null where none is. */
export const draftOfPlan = (inspection: Inspection): Step | null =>
  standingSteps(inspection).find(({ id }) => id === `${fieldOf(inspection.framework).plan.step}-draft`) ?? null;
