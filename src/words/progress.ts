import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { countedSource } from '../domain/sources.ts';
import type { AreaSummary, Summary } from '../domain/summary.ts';
import { casesInWords, tallyInWords } from './areas.ts';
import { balanceInWords, balanceOfDays, turnedInWords } from './balance.ts';
import { shortOfPlan } from './case.ts';
import { confirmedCases } from './confirmation.ts';
import { areaStanding } from './finding-standing.ts';
import { firstFitting, shortened } from './fitting.ts';
import { givenLine } from './given.ts';
import { claimsInWords } from './line.ts';
import { type Line, type Message, message, type Part, titled } from './message.ts';
import { silentInWords, sitesInWords, unvisitedInWords } from './sites.ts';
import { unheardInWords } from './voices.ts';

const balance = ({ tally }: AreaSummary): string => {
  const words = balanceInWords(tally);
  return words === '' ? '' : `Balance: ${words}`;
};

/** How much an area's lines name, where not all fits. */
type Size = { sources: number; criteria: number; days: number; sites: number };
const sizes: [Size, ...Size[]] = [
  { sources: 20, criteria: 3, days: 5, sites: 8 },
  { sources: 20, criteria: 1, days: 5, sites: 5 },
  { sources: 20, criteria: 0, days: 3, sites: 3 },
  { sources: 5, criteria: 0, days: 2, sites: 3 },
  { sources: 3, criteria: 0, days: 1, sites: 1 },
  { sources: 0, criteria: 0, days: 0, sites: 1 },
];

const sources = ({ framework }: Inspection, { tally }: AreaSummary, most: number): string => {
  const counts = [...tally.sources].sort(([, one], [, other]) => other - one);
  if (counts.length === 0 || most === 0) return '';
  const rest = counts.length > most ? ` and ${counts.length - most} sources more` : '';
  return `From ${counts
    .slice(0, most)
    .map(([source, count]) => countedSource(framework, source, count))
    .join(', ')}${rest}`;
};

/** "By agency: Police 3 · Health services 1": what partners contributed, beside the authority. A name may hold a comma. */
const agencies = ({ tally }: AreaSummary, most: number): string => {
  const counts = [...tally.agencies].sort(([, one], [, other]) => other - one);
  const rest = counts.length > most ? ` and ${counts.length - most} more` : '';
  const named = counts.slice(0, most).map(([agency, count]) => `${shortened(agency, 40)} ${count}`);
  return named.length > 0 ? `By agency: ${named.join(' · ')}${rest}` : '';
};

const coverage = ({ area, tally }: AreaSummary, most: number): string => {
  if (area.criteria.length === 0) return '';
  const open = area.criteria.filter((criterion) => !tally.criteria.has(criterion.id));
  const seen = area.criteria.length - open.length;
  const list = open.slice(0, most).map((criterion) => `${criterion.id} ${criterion.label}`);
  const rest = open.length > most ? ` · and ${open.length - most} more` : '';
  const none = list.length > 0 ? `. None yet for ${list.join(' · ')}${rest}` : '';
  return `Criteria with evidence: ${seen} of ${area.criteria.length}${none}`;
};

const areaParts = (summary: Summary, area: AreaSummary, size: Size): Part[] => {
  const title: Line =
    area.area.kind === 'input'
      ? [...givenLine(summary.inspection, area, 80), ` · ${tallyInWords(summary.inspection, area)}`]
      : [...areaStanding(summary, area), ` · ${tallyInWords(summary.inspection, area)}`];
  const facts = [
    sources(summary.inspection, area, size.sources),
    agencies(area, size.sources),
    casesInWords(summary.inspection, area.cases),
    confirmedCases(summary.inspection, area.tally, area.cases),
    balance(area),
    coverage(area, size.criteria),
  ].filter(Boolean);
  return [{ lines: [title] }, { list: facts.map((fact) => [fact]) }];
};

/** What is missing in the inspection as a whole, and how its days went. */
const wholeParts = ({ inspection }: Summary, today: string, size: Size): Part[] => {
  const unheard = unheardInWords(inspection);
  const turned = turnedInWords(inspection, today);
  const sites = sitesInWords(inspection, inspection.whole, size.sites);
  const short = shortOfPlan(inspection, 6);
  const claims = claimsInWords(inspection);
  const facts: [string, string][] = [
    ['Not heard yet: ', unheard],
    [inWordsOf(inspection, '{Cases} short of the plan: '), short],
    ['Self-evaluation: ', claims],
    ['Sites: ', sites],
    ['Not visited: ', unvisitedInWords(inspection)],
    ['No evidence from: ', silentInWords(inspection)],
    ['Balance: ', turned],
  ];
  const lines = facts.filter(([, words]) => words !== '').map(([label, words]): Line => [{ strong: label }, words]);
  const days = balanceOfDays(inspection, size.days).map((words): Line => [words]);
  return titled([{ strong: 'The inspection as a whole' }], [...lines, ...days]);
};

/** Coverage by area, to the asker: what there is and what is missing. A map, never a score. `today` is the day there. */
export const progressMessage = (summary: Summary, today: string): Message =>
  firstFitting(sizes, (size) =>
    message(
      { heading: `Progress: ${summary.inspection.authority}` },
      ...summary.areas.flatMap((area) => areaParts(summary, area, size)),
      ...wholeParts(summary, today, size),
      { note: 'Only you can see this. One area in detail: /judge progress and its word.' },
    ),
  );
