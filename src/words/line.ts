import { areaOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { allOf, claimCount, type LineCount, testedOf } from '../domain/lines.ts';
import type { EnquiryLine } from '../domain/matters/line.ts';
import { type Bearing, bearingOn, origins, standingLabels } from '../domain/matters/line-content.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { weightiestOf } from '../domain/weight.ts';
import { correctedMark } from './correction.ts';
import { firstFitting, shortened } from './fitting.ts';
import { counted, type Line, type Message, message, type Part, paragraph, readRow } from './message.ts';
import { momentOf } from './times.ts';

/** Lines of enquiry as people read them. */

const originOf = ({ content }: EnquiryLine): string =>
  origins.find(({ id }) => id === content.origin)?.of ?? content.origin;

const areasOf = ({ framework }: Inspection, { content }: EnquiryLine): string =>
  content.areas.map((area) => areaOf(framework, area).short).join(', ');

/** "2 for, 1 against"; "no evidence yet". */
export const bearingInWords = (inspection: Inspection, line: EnquiryLine): string => {
  const [inFavour, against] = (['for', 'against'] as const).map((way) => bearingOn(line, way, inspection).length);
  return inFavour || against ? `${inFavour} for, ${against} against` : 'no evidence yet';
};

/** "L-002 · open · a claim of the self-evaluation · Leadership · Chi Lam · 2 for, 1 against — Assessments are timely." */
export const lineLine = (inspection: Inspection, line: EnquiryLine, most: number): Line => [
  { strong: line.item },
  ` · ${[
    standingLabels[line.standing].toLowerCase(),
    originOf(line),
    areasOf(inspection, line),
    nameOfPerson(inspection, line.content.owner),
    bearingInWords(inspection, line),
  ].join(' · ')}${correctedMark(inspection, line.item)} — ${shortened(line.content.hypothesis, most)}`,
];

/** "4 open, 2 confirmed, 1 contradicted"; empty where there is no line. */
export const lineCountInWords = (count: LineCount): string =>
  (['open', 'confirmed', 'contradicted', 'set-aside'] as const)
    .filter((standing) => count[standing] > 0)
    .map((standing) => `${count[standing]} ${standingLabels[standing].toLowerCase()}`)
    .join(', ');

/** "Self-evaluation: 4 of 9 claims tested; 3 stood, 1 did not"; empty where no claim is a line. */
export const claimsInWords = (inspection: Inspection): string => {
  const count = claimCount(inspection);
  const all = allOf(count);
  if (all === 0) return '';
  const tested = testedOf(count);
  const became = tested === 0 ? '' : `; ${count.confirmed} stood, ${count.contradicted} did not`;
  const aside = count['set-aside'] > 0 ? `; ${count['set-aside']} set aside` : '';
  return `${tested} of ${counted(all, 'claim')} tested${became}${aside}`;
};

const settledLine = (inspection: Inspection, { standing, settled }: EnquiryLine): Line[] =>
  settled
    ? [
        [
          `${standingLabels[standing]} by ${nameOfPerson(inspection, settled.by)}, ${momentOf(inspection, settled.at)}${settled.reason ? `: ${settled.reason}` : '.'}`,
        ],
      ]
    : [];

const sidePart = (inspection: Inspection, line: EnquiryLine, way: Bearing, most: number): Part[] => {
  const items = bearingOn(line, way, inspection).flatMap((item) => inspection.evidence.get(item) ?? []);
  const title = way === 'for' ? 'For it' : 'Against it';
  if (items.length === 0) return [{ lines: [[{ strong: title }], ['Nothing yet.']] }];
  const shown = weightiestOf(items, most);
  return [
    paragraph({ strong: `${title}: ${counted(items.length, 'item')}` }),
    ...shown.map(({ item, content }) => readRow(item, [`${item} ${shortened(content.text, 160)}`])),
  ];
};

/** One line whole, to the asker, with what they may do about it. */
export const lineMessage = (inspection: Inspection, line: EnquiryLine, acts: Part): Message =>
  firstFitting([5, 3, 1], (most) =>
    message(
      paragraph({ strong: `${line.item}: ${standingLabels[line.standing].toLowerCase()}` }),
      { quote: line.content.hypothesis },
      {
        lines: [
          [
            `${capital(originOf(line))} · ${areasOf(inspection, line)} · followed by ${nameOfPerson(inspection, line.content.owner)}${correctedMark(inspection, line.item)}`,
          ],
          ...settledLine(inspection, line),
        ],
      },
      ...sidePart(inspection, line, 'for', most),
      ...sidePart(inspection, line, 'against', most),
      { buttons: line.links.size > 0 ? [{ label: 'Read all', does: `find all ${line.item}` }] : [] },
      acts,
    ),
  );

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
