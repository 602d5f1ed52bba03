import { z } from 'zod';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter } from '../matter.ts';
import { type Decision, refuse } from '../refusal.ts';
import { unknownUrgency } from '../urgencies.ts';
import type { Finding } from './finding.ts';
import type { Recommendation, RecommendationEvent } from './recommendation.ts';
import { goneUnder } from './resting.ts';

/*
 * A weakness that names its remedy becomes a recommendation in the remedy's words, once somebody says how soon. It
 * becomes one only: the next is possible when the first was withdrawn.
 */

const recommendRemedy = z.strictObject({
  type: z.literal('RecommendRemedy'),
  finding: z.string(),
  urgency: z.string('Choose how soon.'),
});

/** The recommendation that was made of a finding's remedy and stands; null where none does. */
export const recommendationOf = ({ recommendations }: Inspection, finding: string): Recommendation | null =>
  [...recommendations.values()].find((each) => each.finding === finding && each.withdrawn === null) ?? null;

/** The team's findings whose remedy nobody has recommended, oldest first. */
export const remediesToRecommend = (inspection: Inspection): Finding[] =>
  [...inspection.findings.values()].filter(
    ({ item, content, adopted, withdrawn }) =>
      content.remedy !== null && adopted && !withdrawn && recommendationOf(inspection, item) === null,
  );

/** Why a finding's remedy cannot be recommended; null where it can. */
export const whyNotRecommended = (inspection: Inspection, item: string): string | null => {
  const finding = inspection.findings.get(item);
  if (!finding) return `There is no ${item} here.`;
  if (finding.withdrawn) return `${item} was withdrawn: ${finding.withdrawn.reason}`;
  if (finding.content.remedy === null) return `${item} names no remedy. Recommend it by the concerns that it answers.`;
  if (!finding.adopted) return `${item} is only proposed. Lead or deputy adopts it first.`;
  const already = recommendationOf(inspection, item);
  if (already) return `The remedy of ${item} is recommended already, as ${already.item}.`;
  const gone = goneUnder(inspection, finding.content.evidence);
  if (gone.length > 0) return `${item} rests on ${gone.join(' and ')}. Save it again without.`;
  return null;
};

const decide = (
  { finding: item, urgency }: z.infer<typeof recommendRemedy>,
  inspection: Inspection,
): Decision<RecommendationEvent> => {
  const whyNot = whyNotRecommended(inspection, item);
  if (whyNot !== null) return refuse(null, whyNot);
  const unknown = unknownUrgency(inspection.framework, urgency);
  if (unknown !== null) return refuse('urgency', unknown);
  const { remedy, evidence } = inspection.findings.get(item)?.content ?? { remedy: null, evidence: [] };
  return {
    events: [
      {
        type: 'Recommended',
        item: nextItem(inspection.items, 'A'),
        text: remedy ?? '',
        urgency,
        evidence: [...evidence],
        finding: item,
      },
    ],
  };
};

export const remedyMatter = matter({
  commands: [recommendRemedy],
  events: [],
  act: 'recommend what must be done',
  sealed: true,
  begins: () => ({}),
  decide,
  evolve: {},
  moves: 'nothing',
});
