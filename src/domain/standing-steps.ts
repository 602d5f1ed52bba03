import { fieldOf } from './field.ts';
import { adoptedFindings } from './findings.ts';
import { type Step, stepsOf } from './framework.ts';
import type { Inspection } from './inspection.ts';
import { standingRecommendations } from './matters/recommendation.ts';
import type { Stage } from './matters/report.ts';
import { dayIn } from './moments.ts';

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

const last = (days: readonly string[]): string | null => [...days].sort().at(-1) ?? null;

/** The day on which a step was done, where the record tells it by itself: what was sent and published of the report, what came since. */
export const doneOn = (inspection: Inspection, step: string): string | null => {
  const { plan } = fieldOf(inspection.framework);
  const versions = (of: Stage) => inspection.reportVersions.filter(({ stage }) => stage === of);
  const plans = (of: boolean) => [...inspection.planned.values()].filter(({ draft }) => draft === of);
  const came = (all: readonly { receivedOn: string }[]) => last(all.map(({ receivedOn }) => receivedOn));
  if (step === 'draft') return last(versions('authority').map(({ at }) => dayIn(inspection, at)));
  if (step === 'published') return last(versions('published').map(({ at }) => dayIn(inspection, at)));
  if (step === 'comments') return came([...inspection.comments.values()]);
  return step.startsWith(plan.step) ? came(plans(step !== plan.step)) : null;
};
