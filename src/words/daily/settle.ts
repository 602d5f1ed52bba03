import { gradeInWords } from '../../domain/framework.ts';
import { nameOfPerson } from '../../domain/standing.ts';
import { type DailyPart, labelled } from './part.ts';

/** What waits for the leads' decision. */
export const settlePart: DailyPart = ({ summary: { inspection, areas } }) => {
  const proposed = areas.flatMap(({ area, proposals }) =>
    proposals.map(
      ({ item, grade, by }) =>
        `${area.short} ${gradeInWords(inspection.framework, grade)} (${item}, ${nameOfPerson(inspection, by)})`,
    ),
  );
  const shaken = areas.flatMap(({ area, judgement, basis }) =>
    judgement && basis && basis.withdrawn.length > 0
      ? [`${judgement.item} on ${area.short} rests on what was withdrawn: ${basis.withdrawn.join(', ')}`]
      : [],
  );
  const facts = [...(proposed.length > 0 ? [`proposed, and not decided: ${proposed.join(', ')}`] : []), ...shaken];
  return facts.length > 0 ? [labelled('To settle', facts.join('. '))] : [];
};
