import { areaMeters } from '../domain/cases.ts';
import { areaWord, listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { countedSource } from '../domain/sources.ts';
import type { AreaSummary, Summary } from '../domain/summary.ts';
import { thinness } from '../domain/thin.ts';
import { voicesOf } from '../domain/voices.ts';
import { casesInWords, sideCounts, tallyInWords } from './areas.ts';
import { balanceInWords } from './balance.ts';
import { thereInWords } from './based-on.ts';
import { areaMeterInWords } from './case.ts';
import { confirmedCases } from './confirmation.ts';
import { criteriaButton } from './criteria.ts';
import { areaStanding } from './finding-standing.ts';
import { firstFitting, shortened } from './fitting.ts';
import { bearingInWords } from './line.ts';
import { andMore, type Button, counted, type Line, type Message, message, type Part, paragraph } from './message.ts';
import { thinInWords } from './settings.ts';
import { sitesInWords } from './sites.ts';

/** One area in detail, to the asker: what there is, out of whom, and what is missing. A map, never a score. */

type Size = { criteria: number; lines: number; sites: number; label: number };
const sizes: [Size, ...Size[]] = [
  { criteria: 60, lines: 5, sites: 8, label: 70 },
  { criteria: 40, lines: 3, sites: 5, label: 50 },
  { criteria: 20, lines: 1, sites: 3, label: 40 },
];

/** Every criterion with its items, those without any too. */
const coverage = ({ area, tally }: AreaSummary, { criteria, label }: Size): Part[] => {
  if (area.criteria.length === 0) return [];
  const shown = area.criteria.slice(0, criteria);
  const rest = area.criteria.length - shown.length;
  return [
    paragraph({ strong: 'Criteria' }),
    {
      list: shown.map(({ id, label: words }): Line => {
        const count = tally.criteria.get(id) ?? 0;
        return [
          `${id} ${shortened(words, label)} · `,
          count === 0 ? { strong: 'nothing yet' } : counted(count, 'item'),
        ];
      }),
    },
    andMore(rest, 'criteria more.'),
  ];
};

/** "Voices: 1 talk with children; not heard yet are parents or carers". */
const voices = ({ framework }: Inspection, { tally }: AreaSummary): string => {
  const asked = voicesOf(framework).map((voice) => ({ ...voice, count: tally.sources.get(voice.source) ?? 0 }));
  const heard = asked
    .filter(({ count }) => count > 0)
    .map(({ source, count }) => countedSource(framework, source, count));
  const missing = asked.filter(({ count }) => count === 0).map(({ called }) => called);
  if (heard.length === 0) return 'Voices: nobody heard yet';
  return `Voices: ${heard.join(', ')}${missing.length > 0 ? `; not heard yet ${missing.length > 1 ? 'are' : 'is'} ${listed(missing, 'and')}` : ''}`;
};

const enquiry = (inspection: Inspection, { area }: AreaSummary, most: number): Part[] => {
  const open = [...inspection.lines.values()].filter(
    ({ standing, content }) => standing === 'open' && content.areas.includes(area.id),
  );
  if (open.length === 0) return [];
  const rest = open.length - most;
  return [
    paragraph({ strong: `Lines still open: ${open.length}` }),
    {
      list: open
        .slice(0, most)
        .map(
          (line): Line => [
            `${line.item} ${shortened(line.content.hypothesis, 80)} (${bearingInWords(inspection, line)})`,
          ],
        ),
    },
    andMore(rest),
  ];
};

const factsOf = ({ inspection }: Summary, each: AreaSummary, size: Size): string[] => {
  const { area, tally, cases } = each;
  const sources = [...tally.sources]
    .sort(([, one], [, other]) => other - one)
    .map(([source, count]) => countedSource(inspection.framework, source, count));
  const agencies = [...tally.agencies]
    .sort(([, one], [, other]) => other - one)
    .map(([agency, count]) => `${shortened(agency, 40)} ${count}`);
  const meter = areaMeters(inspection).find((one) => one.area.id === area.id);
  const planned = meter ? areaMeterInWords(inspection, meter) : '';
  const thin = thinness(inspection, area, { items: tally.items, cases: cases.all });
  const balance = balanceInWords(tally);
  const sites = sitesInWords(inspection, tally, size.sites);
  return [
    sources.length > 0 ? `From ${sources.join(', ')}` : '',
    agencies.length > 0 ? `By agency: ${agencies.join(' · ')}` : '',
    voices(inspection, each),
    casesInWords(inspection, cases),
    confirmedCases(inspection, tally, cases),
    planned ? `Read: ${planned}` : '',
    thin.length > 0 ? `Thin so far: ${thereInWords(inspection, thin)} (thin is ${thinInWords(inspection)})` : '',
    balance ? `Balance: ${balance}` : '',
    sites ? `Sites: ${sites}` : '',
  ].filter(Boolean);
};

/** Each count of evidence, as what shows it. */
const reading = ({ area, tally }: AreaSummary): Button[] => {
  const [strengths, concerns] = sideCounts(tally);
  const all = `find ${areaWord(area)}`;
  return [
    ...(tally.items > 0 ? [{ label: `Read all ${tally.items}`, does: all }] : []),
    ...(strengths > 0 ? [{ label: counted(strengths, 'strength'), does: `${all} strength` }] : []),
    ...(concerns > 0 ? [{ label: counted(concerns, 'concern'), does: `${all} concern` }] : []),
  ];
};

export const areaProgressMessage = (summary: Summary, each: AreaSummary): Message =>
  firstFitting(sizes, (size) =>
    message(
      paragraph(...areaStanding(summary, each), ` · ${tallyInWords(summary.inspection, each)}`),
      { buttons: [...reading(each), ...criteriaButton(summary.inspection, each.area)] },
      { list: factsOf(summary, each, size).map((fact): Line => [fact]) },
      ...coverage(each, size),
      ...enquiry(summary.inspection, each, size.lines),
      { note: 'Only you can see this.' },
    ),
  );
