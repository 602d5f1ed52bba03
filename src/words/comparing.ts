import { keyGradesMissing, movementOf } from '../domain/comparing.ts';
import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { previousOnes } from '../domain/matters/previous.ts';
import { findingsMade, gradesGiven, madeOf, type Published } from '../domain/published.ts';
import { countedSource } from '../domain/sources.ts';
import { caseCount } from '../domain/tally.ts';
import { casesInWords } from './areas.ts';
import { contextInWords } from './context.ts';
import { firstFitting, shortened, within } from './fitting.ts';
import { andMore, counted, type Line, lineIf, type Message, message, type Part, paragraph, titled } from './message.ts';
import {
  gradesInWords,
  madeInWords,
  movementInWords,
  previousTitle,
  recommendationsInWords,
  resultInWords,
} from './previous.ts';

/** What an inspection's grades rest on, to be held beside another's. */
const coverageLines = (inspection: Inspection): Line[] => {
  const tally = inspection.whole;
  const strengths = tally.signs.get('strength') ?? 0;
  const concerns = (tally.signs.get('concern') ?? 0) + (tally.signs.get('priority-concern') ?? 0);
  const sources = [...tally.sources]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 6)
    .map(([source, count]) => countedSource(inspection.framework, source, count));
  const sites = [...tally.sites].slice(0, 8).map(([site, items]) => `${shortened(site, 40)} ${items}`);
  return [
    [casesInWords(inspection, caseCount(tally, inspection.cases.registered)) || inWordsOf(inspection, 'No {cases}')],
    [`${counted(tally.items, 'item')}${sources.length > 0 ? `: ${sources.join(', ')}` : ''}`],
    [`${counted(strengths, 'strength')}, ${counted(concerns, 'concern')}`],
    ...lineIf(sites.length > 0, `Sites: ${sites.join(', ')}`),
    [`Context: ${inspection.context ? contextInWords(inspection, inspection.context) : 'not recorded'}`],
  ];
};

/** What an inspection came to so far: its grades, or how much was found under each heading. */
const cameTo = (inspection: Inspection): string => {
  const found = findingsMade(inspection).map(
    ({ heading, findings }) => `${heading.label.toLowerCase()} ${findings.length}`,
  );
  return found.length > 0 ? found.join(', ') : gradesInWords(gradesGiven(inspection));
};

/** How many of each are shown, and how much of their grades. */
type Size = { others: number; earlier: number; grades: number };
const sizes: [Size, ...Size[]] = [
  { others: 6, earlier: 8, grades: 900 },
  { others: 3, earlier: 5, grades: 300 },
  { others: 1, earlier: 3, grades: 160 },
];

const beside = (inspection: Inspection, { grades }: Size): Part[] => [
  paragraph(
    { strong: inspection.authority },
    ` · ${inspection.framework.short}, ${madeInWords(madeOf(inspection))} · ${within(cameTo(inspection), grades)}`,
  ),
  { list: coverageLines(inspection) },
];

const overTime = (inspection: Inspection, { earlier, grades }: Size): Part[] => {
  const moved = gradesGiven(inspection).flatMap(({ of, title }) => {
    const words = movementInWords(movementOf(inspection, of));
    return words === '' ? [] : [`${title} ${words}`];
  });
  const all = previousOnes(inspection);
  const before = all.slice(0, earlier).map((previous): Line => {
    const became = recommendationsInWords(previous);
    return [
      { strong: previousTitle(previous.content) },
      `: ${within(resultInWords(previous.content), grades)}${became ? ` · recommendations: ${became}` : ''} (${previous.item})`,
    ];
  });
  return [
    paragraph({ strong: `${inspection.authority} over time` }),
    before.length === 0
      ? paragraph('No earlier inspection is known here.')
      : {
          list: [
            ...before.reverse(),
            [
              { strong: `${inspection.framework.short}, now` },
              `: ${within(cameTo(inspection), grades)}${moved.length > 0 ? ` · ${within(moved.join('; '), grades)}` : ''}`,
            ],
          ],
        },
    andMore(all.length - earlier, 'before these.'),
  ];
};

const whyNone = (inspection: Inspection): string =>
  keyGradesMissing(inspection)
    ? 'Once every area that counts has its grade, inspections with the same grades stand here.'
    : 'No other inspection kept here has these grades in every area that counts.';

/** What may be held beside an inspection: those that the asker may read whole, and of others what is public. */
export type Beside = { readable: readonly Inspection[]; published: readonly Published[] };

/** One authority over time, and inspections with the same grades side by side: what each rests on, and in what place. */
export const compareMessage = (inspection: Inspection, { readable, published }: Beside): Message =>
  firstFitting(sizes, (size) => {
    const others = readable.slice(0, size.others);
    const more = readable.length - others.length;
    const elsewhere = published.slice(0, size.others * 2);
    const none = inspection.framework.scale.length > 0 && readable.length === 0 && published.length === 0;
    return message(
      { heading: `Compare: ${inspection.authority}` },
      ...overTime(inspection, size),
      { divider: true },
      paragraph({ strong: inspection.framework.scale.length > 0 ? 'With the same grades' : 'What it rests on' }),
      ...beside(inspection, size),
      ...others.flatMap((other) => beside(other, size)),
      andMore(more, 'more that you may read.'),
      ...titled(
        ['Of others only what was signed off and posted:'],
        elsewhere.map((each) => [
          { strong: each.authority },
          ` · ${previousTitle(each)} · ${within(gradesInWords(each.grades), size.grades)}`,
        ]),
      ),
      { lines: lineIf(none, whyNone(inspection)) },
      { note: 'Grades are set beside what they rest on and where. None of this changes a grade.' },
    );
  });
