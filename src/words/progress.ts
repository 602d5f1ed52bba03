import { inWordsOf } from '../domain/field.ts';
import { areaWord } from '../domain/framework.ts';
import { sitesOf } from '../domain/sites.ts';
import type { AreaSummary, Summary } from '../domain/summary.ts';
import { tallyInWords } from './areas.ts';
import { balanceOfDays, turnedInWords } from './balance.ts';
import { shortOfPlan } from './case.ts';
import { areaStanding } from './finding-standing.ts';
import { firstFitting } from './fitting.ts';
import { givenLine } from './given.ts';
import { claimsInWords } from './line.ts';
import { type Line, type Message, message, type Part, plainLine, titled } from './message.ts';
import { sampleBriefly } from './sample.ts';
import { sitesInWords, untouchedInWords } from './sites.ts';
import { unheardInWords } from './voices.ts';

/** How much is named of the inspection as a whole, where not all fits. */
type Size = { days: number; sites: number };
const sizes: [Size, ...Size[]] = [
  { days: 5, sites: 8 },
  { days: 2, sites: 3 },
  { days: 0, sites: 1 },
];

/** An area in a line, and all its evidence one press away. */
const areaRow = (summary: Summary, each: AreaSummary): Part => {
  const { area, tally } = each;
  const standing = area.kind === 'input' ? givenLine(summary.inspection, each, 80) : areaStanding(summary, each);
  return {
    row: [`${plainLine(standing)} · ${tallyInWords(summary.inspection, each)}`],
    acts: tally.items > 0 ? [{ label: `Read all ${tally.items}`, does: `find ${areaWord(area)}` }] : [],
  };
};

/** What is missing in the inspection as a whole, and how its days went. */
const wholeParts = ({ inspection }: Summary, today: string, size: Size): Part[] => {
  const unheard = unheardInWords(inspection);
  const turned = turnedInWords(inspection, today);
  const sites = sitesInWords(inspection, inspection.whole, size.sites);
  const short = shortOfPlan(inspection, 6);
  const claims = claimsInWords(inspection);
  const { unvisited, silent } = untouchedInWords(sitesOf(inspection));
  const facts: [string, string][] = [
    ['Not heard yet: ', unheard],
    [inWordsOf(inspection, '{Cases} short of the plan: '), short],
    ['Sample: ', sampleBriefly(inspection)],
    ['Self-evaluation: ', claims],
    ['Sites: ', sites],
    ['Not visited: ', unvisited],
    ['No evidence from: ', silent],
    ['Balance: ', turned],
  ];
  const lines = facts.filter(([, words]) => words !== '').map(([label, words]): Line => [{ strong: label }, words]);
  const days = balanceOfDays(inspection, size.days).map((words): Line => [words]);
  return titled([{ strong: 'The inspection as a whole' }], [...lines, ...days]);
};

const inDetail = ({ areas }: Summary) =>
  areas.map(({ area }) => ({ label: area.short, does: `progress ${areaWord(area)}` }));

/** What there is of each area and what is missing in all, to the asker. A map, never a score. `today` is the day there. */
export const progressMessage = (summary: Summary, today: string): Message =>
  firstFitting(sizes, (size) =>
    message(
      { heading: `Progress: ${summary.inspection.authority}` },
      ...summary.areas.map((area) => areaRow(summary, area)),
      { buttons: [], menus: [{ label: 'One area in detail', choices: inDetail(summary) }] },
      ...wholeParts(summary, today, size),
      { note: 'Only you can see this.' },
    ),
  );
