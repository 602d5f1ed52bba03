import { adoptedFindings, speaksInFindings } from '../../domain/findings.ts';
import { type DailyPart, labelled } from './part.ts';

/** How many findings stand, heading by heading: where nothing is graded, this is how far the team has come. */
export const findingsPart: DailyPart = ({ summary: { inspection } }) => {
  if (!speaksInFindings(inspection)) return [];
  const findings = adoptedFindings(inspection);
  const counts = inspection.framework.findings.flatMap(({ id, label }) => {
    const there = findings.filter(({ content }) => content.heading === id && !content.none).length;
    return there > 0 ? [`${label} ${there}`] : [];
  });
  return [labelled('Findings', counts.length > 0 ? counts.join(', ') : 'none yet')];
};
