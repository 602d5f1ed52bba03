import { adoptedFindings, proposedFindings } from '../../domain/findings.ts';
import { gradeInWords } from '../../domain/framework.ts';
import { goneUnder } from '../../domain/matters/resting.ts';
import { nameOfPerson } from '../../domain/standing.ts';
import { type DailyPart, labelled } from './part.ts';

/** So many of a kind are named. */
const mostNamed = 30;

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
      ? [`${judgement.item} on ${area.short} rests on what was withdrawn (${basis.withdrawn.join(', ')})`]
      : [],
  );
  const findings = proposedFindings(inspection).map((each) => `${each.item} (${nameOfPerson(inspection, each.by)})`);
  const named = [...proposed, ...findings];
  const told = named.slice(0, mostNamed);
  const more = named.length > told.length ? ` and ${named.length - told.length} more` : '';
  const resting = adoptedFindings(inspection).flatMap(({ item, content }) =>
    goneUnder(inspection, content.evidence).map((gone) => `${item} rests on ${gone}`),
  );
  const facts = [
    ...(told.length > 0 ? [`${told.join(', ')}${more}, proposed and not decided`] : []),
    ...shaken,
    ...resting.slice(0, mostNamed),
  ];
  return facts.length > 0 ? [labelled('To settle', facts.join('. '))] : [];
};
