import { longDay, shortDay } from '../domain/day-words.ts';
import { inWordsOf } from '../domain/field.ts';
import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Planned, planColumns, plannedFor, planVerdictLabels, planWords } from '../domain/matters/plan.ts';
import { standingRecommendations } from '../domain/matters/recommendation.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { withdrawnLine } from './correction.ts';
import { within } from './fitting.ts';
import { counted, type Line, lineIf, type Part } from './message.ts';

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
  planWords.flatMap((word) =>
    planned.says[word] ? [`${inWordsOf(inspection, planColumns[word])}: ${planned.says[word]}`] : [],
  );

export const plannedLine = (planned: Planned, most: number): Line => [
  { strong: planned.item },
  ` · to ${planned.recommendation} · ${planStanding(planned)} — ${within(planned.says.milestones ?? '', most)}`,
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

/** "Of 3 recommendations the plan answers 1, 1 in part and 1 not.": as it came last; empty where nothing of it came. */
export const planInWords = (inspection: Inspection): string => {
  const all = standingRecommendations(inspection).map(({ item }) => plannedFor(inspection, item));
  const count = (is: (each: Planned | null) => boolean): number => all.filter(is).length;
  const silent = count((each) => each === null);
  if (silent === all.length) return '';
  const said = [
    [count((each) => each?.judged?.verdict === 'answers'), 'answers', ''],
    [count((each) => each?.judged?.verdict === 'partly'), 'answers', ' in part'],
    [count((each) => each?.judged?.verdict === 'not'), 'does not answer', ''],
    [count((each) => each !== null && each.judged === null), 'is not judged yet on', ''],
    [silent, 'says nothing to', ''],
  ].flatMap(([many, does, how]) => (many === 0 ? [] : [`${does} ${many}${how}`]));
  return `Of ${counted(all.length, 'recommendation')} the plan ${listed(said, 'and')}.`;
};
