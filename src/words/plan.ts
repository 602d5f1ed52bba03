import { longDay, shortDay } from '../domain/day-words.ts';
import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import {
  type Planned,
  planColumns,
  plannedFor,
  planVerdictLabels,
  planVerdicts,
  planWords,
} from '../domain/matters/plan.ts';
import { type Recommendation, standingRecommendations } from '../domain/matters/recommendation.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { withdrawnLine } from './correction.ts';
import { within } from './fitting.ts';
import { type Line, lineIf, type Part } from './message.ts';
import { urgencyInWords } from './recommendation.ts';

/** How the authority's plan is put: what it says to each recommendation, and how that was judged. */

/** "of the draft, not judged yet"; "answers it in part, 12 May 2014". */
export const planStanding = ({ draft, judged, withdrawn }: Planned): string => {
  if (withdrawn) return 'withdrawn';
  const stands = judged
    ? `${planVerdictLabels[judged.verdict].toLowerCase()}, judged on ${shortDay(judged.on)}`
    : 'not judged yet';
  return draft ? `of the draft, ${stands}` : stands;
};

/** What the plan says, column by column. */
export const plannedWords = (inspection: Inspection, planned: Planned): string[] =>
  planWords.flatMap((word) => (planned[word] ? [`${inWordsOf(inspection, planColumns[word])}: ${planned[word]}`] : []));

export const plannedLine = (inspection: Inspection, planned: Planned, most: number): Line => [
  { strong: planned.item },
  ` · what the plan says to ${planned.recommendation} · ${planStanding(planned)} — ${within(plannedWords(inspection, planned).join('; '), most)}`,
];

export const plannedParts = (inspection: Inspection, planned: Planned): Part[] => {
  const { item, recommendation, receivedOn, judged, withdrawn } = planned;
  return [
    {
      lines: [
        [{ strong: `Planned action ${item}` }, ` to ${recommendation} · ${planStanding(planned)}`],
        [`Received on ${longDay(receivedOn)}`],
      ],
    },
    { quote: plannedWords(inspection, planned).join('\n') },
    {
      list: [
        ...lineIf(judged, `${nameOfPerson(inspection, judged?.by ?? planned.by)}: ${judged?.reason}`),
        ...withdrawnLine(withdrawn),
      ],
    },
  ];
};

/** A recommendation with what the plan says to it. */
export const planRow = (inspection: Inspection, recommendation: Recommendation, most: number): Line => {
  const planned = plannedFor(inspection, recommendation.item);
  const said = planned ? `${planned.item} ${planStanding(planned)}` : 'the plan says nothing to it';
  return [
    { strong: recommendation.item },
    ` · ${urgencyInWords(inspection, recommendation)} · `,
    { strong: said },
    ` — ${within(recommendation.text, most)}`,
  ];
};

/** "2 answered, 1 in part, none not": how the plan as it came last was judged; empty where nothing of it came. */
export const planInWords = (inspection: Inspection): string => {
  const all = standingRecommendations(inspection).map(({ item }) => plannedFor(inspection, item));
  if (all.every((each) => each === null)) return '';
  const of = planVerdicts.map((verdict) => ({
    label: planVerdictLabels[verdict].toLowerCase(),
    count: all.filter((each) => each?.judged?.verdict === verdict).length,
  }));
  const judged = of.flatMap(({ label, count }) => (count > 0 ? [`${label}: ${count}`] : []));
  const open = all.filter((each) => each && !each.judged).length;
  const silent = all.filter((each) => each === null).length;
  return [
    ...judged,
    ...(open > 0 ? [`not judged yet: ${open}`] : []),
    ...(silent > 0 ? [`says nothing: ${silent}`] : []),
  ].join(', ');
};
