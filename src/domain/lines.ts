import type { Inspection } from './inspection.ts';
import type { EnquiryLine } from './matters/line.ts';
import type { LineStanding } from './matters/line-content.ts';
import { memberOf } from './standing.ts';

/** Questions asked of the lines of enquiry as they stand. */

/** How many lines stand how. */
export type LineCount = Record<LineStanding, number>;

const counted = (lines: Iterable<EnquiryLine>): LineCount => {
  const count: LineCount = { open: 0, confirmed: 0, contradicted: 0, 'set-aside': 0 };
  for (const { standing } of lines) count[standing] += 1;
  return count;
};

export const lineCount = ({ lines }: Inspection): LineCount => counted(lines.values());

/** The claims of the authority's self-evaluation: what was tested, and what of that stood. */
export const claimCount = ({ lines }: Inspection): LineCount =>
  counted([...lines.values()].filter(({ content }) => content.origin === 'self-evaluation'));

export const allOf = (count: LineCount): number => Object.values(count).reduce((sum, each) => sum + each, 0);

export const testedOf = ({ confirmed, contradicted }: LineCount): number => confirmed + contradicted;

/** Open lines, the oldest first: what was asked first has waited longest. */
export const openLines = ({ lines }: Inspection): EnquiryLine[] =>
  [...lines.values()].filter(({ standing }) => standing === 'open');

/** Every item of evidence that is linked, with its lines in one text: "L-001 L-004". */
export const linesByItem = ({ lines }: Inspection): ReadonlyMap<string, string> => {
  const named = new Map<string, string>();
  for (const { item, links } of lines.values())
    for (const evidence of links.keys()) named.set(evidence, `${named.get(evidence) ?? ''} ${item}`);
  return named;
};

/** Open lines that nobody on the team follows: their owner has left it. */
export const ownerless = (inspection: Inspection): EnquiryLine[] =>
  openLines(inspection).filter(({ content }) => memberOf(inspection, content.owner) === null);
