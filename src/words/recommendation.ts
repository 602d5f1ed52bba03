import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import {
  areasOf,
  itemsGoneUnder,
  type Recommendation,
  standingRecommendations,
} from '../domain/matters/recommendation.ts';
import { remediesToRecommend } from '../domain/matters/remedy.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { urgenciesOf } from '../domain/urgencies.ts';
import { correctedMark, withdrawnLine } from './correction.ts';
import { firstOf, shortened, within } from './fitting.ts';
import { type Gap, gap } from './matter-rows.ts';
import { type Line, type Part, paragraph } from './message.ts';
import { momentSeenFrom } from './times.ts';

/** How recommendations are put. */

export const urgencyInWords = ({ framework }: Inspection, { urgency }: Recommendation): string =>
  urgenciesOf(framework).find(({ id }) => id === urgency)?.label ?? urgency;

const gone = (inspection: Inspection, recommendation: Recommendation): string => {
  const items = itemsGoneUnder(inspection, recommendation);
  return items.length > 0 ? `; no longer there: ${items.join(', ')}` : '';
};

/** One in full, for somebody of the team who asks. */
export const recommendationParts = (inspection: Inspection, recommendation: Recommendation, at: string): Part[] => {
  const { item, by, recordedAt, evidence, finding, withdrawn } = recommendation;
  return [
    {
      lines: [
        [
          { strong: `Recommendation ${item}` },
          ` · ${urgencyInWords(inspection, recommendation)} · made ${momentSeenFrom(inspection, recordedAt, at)} by ${nameOfPerson(inspection, by)}${correctedMark(inspection, item)}`,
        ],
        [
          `${listed(areasOf(inspection, recommendation), 'and')} · ${finding === null ? '' : `remedy of ${finding}, `}answers ${listed(evidence, 'and')}${gone(inspection, recommendation)}`,
        ],
      ],
    },
    { quote: recommendation.text },
    { lines: withdrawnLine(withdrawn) },
  ];
};

/** One in a list of answers. */
export const recommendationLine = (inspection: Inspection, recommendation: Recommendation, most: number): Line => [
  { strong: recommendation.item },
  ` · ${urgencyInWords(inspection, recommendation)} · ${listed(areasOf(inspection, recommendation), 'and')}${correctedMark(inspection, recommendation.item)} — ${within(recommendation.text, most)}`,
];

/** A button for each "how soon": pressed, a finding's remedy is a recommendation. */
export const remedyButtons = ({ framework }: Inspection, finding: string): Part[] => [
  paragraph('To recommend it, say how soon:'),
  {
    buttons: urgenciesOf(framework).map(({ id, label }) => ({
      label: shortened(label, 75),
      does: `recommend ${finding} ${id}`,
    })),
  },
];

/** So many findings are named. */
const mostNamed = 10;

/** What the team found with a remedy, of which nobody has said how soon: for the list of recommendations, and before signing. */
export const remedyGaps = (inspection: Inspection): Gap[] => {
  const open = remediesToRecommend(inspection).map(({ item }) => item);
  const what = open.length === 1 ? 'The remedy of' : 'The remedies of';
  const words = open.length > 0 ? `${what} ${firstOf(open, mostNamed)}: nobody has said how soon` : '';
  return gap(words, { label: 'Recommend', does: `recommend ${open[0]}`, act: 'recommend what must be done' });
};

/** Recommendations whose evidence is gone, for whoever signs. */
export const shakenRecommendations = (inspection: Inspection): Gap[] =>
  standingRecommendations(inspection).flatMap((each): Gap[] => {
    const items = itemsGoneUnder(inspection, each);
    const words = `Recommendation ${each.item} answers what is no longer there: ${items.join(', ')}`;
    return items.length > 0 ? gap(words, { label: 'Read', does: each.item }) : [];
  });
