import { casesNamed } from '../../../src/domain/recording/cases.ts';
import { type ReadLine, readLine } from '../../../src/domain/recording/line.ts';
import type { Refusal } from '../../../src/domain/refusal.ts';
import { signLabels, sourceLabel } from '../../../src/domain/sources.ts';
import type { AskOfInspection } from '../../contract.ts';
import type { Values } from '../../form.ts';
import type { Content, fieldsOf } from './keep.ts';

/** What a line of evidence says, in the fields of the form and of what is kept. */

/** Where nothing is said of a source; an analyst's can only be data. */
export const unstated = ({ member }: AskOfInspection): string => (member.role === 'analyst' ? 'data' : 'not-stated');

/** What a line fills in of the form. */
export const valuesIn = (ask: AskOfInspection, line: ReadLine): Values => ({
  areas: line.area ? [line.area] : [],
  text: line.text,
  sign: line.sign,
  case: line.case,
  source: line.source ?? unstated(ask),
  observedAt: ask.at,
  lines: line.link ? [line.link.line] : [],
  bears: line.link?.way ?? null,
});

type Fields = ReturnType<typeof fieldsOf>;

/** The line of enquiry that a line names; it is asked about where nothing says which way it speaks. */
const linked = ({ link }: ReadLine, fields: Fields) => {
  if (!link) return {};
  return link.way === null && fields.bears === null
    ? { lines: [], askedOf: link.line }
    : { lines: fields.lines.includes(link.line) ? fields.lines : [link.line], bears: link.way ?? fields.bears };
};

/** One item: what its line says, and what the form says where the line says nothing. */
export const contentIn = (fields: Fields, line: ReadLine): Content => {
  const isTaken = line.isCaseNamed && fields.case === null;
  return {
    ...fields,
    areas: line.area ? [line.area] : fields.areas,
    text: line.text,
    sign: line.sign ?? fields.sign,
    case: line.isCaseNamed ? (fields.case ?? line.case) : (line.case ?? fields.case),
    source: line.source ?? fields.source,
    ...linked(line, fields),
    ...(isTaken ? { assumed: ['case' as const] } : {}),
  };
};

/** What stands before the words in the form's own text, where it surely is a mark: an area alone may begin a sentence. */
export const lineTyped = ({ inspection }: AskOfInspection, text: string): ReadLine => {
  const line = readLine(inspection, text);
  const says = line.sign ?? line.source ?? line.link ?? (line.isCaseNamed ? null : line.case);
  if (says !== null && line.doubts.length === 0 && line.text !== '') return line;
  return { ...line, area: null, sign: null, source: null, link: null, case: line.isCaseNamed ? line.case : null, text };
};

/** Where a text says one thing and the form another: it is said at the field, and neither is taken for the other. */
export const wrongBeside = ({ inspection }: AskOfInspection, fields: Fields, line: ReadLine): Refusal[] => {
  const { framework } = inspection;
  const area = framework.areas.find(({ id }) => id === line.area);
  const { sign, source, link } = line;
  const beside: [field: string, said: string | null, isOtherwise: boolean][] = [
    ['areas', area?.short ?? null, fields.areas.length > 0 && !fields.areas.includes(area?.id ?? '')],
    ['sign', sign && signLabels[sign].toLowerCase(), fields.sign !== null && fields.sign !== sign],
    ['source', source && sourceLabel(framework, source), fields.source !== 'not-stated' && fields.source !== source],
    ['lines', link?.line ?? null, fields.lines.length > 0 && !fields.lines.includes(link?.line ?? '')],
    ['bears', link?.way ? `${link.way} ${link.line}` : null, fields.bears !== null && fields.bears !== link?.way],
    ['case', line.isCaseNamed ? null : line.case, fields.case !== null && casesNamed(fields.case)[0] !== line.case],
  ];
  return beside
    .filter(([, said, isOtherwise]) => said && isOtherwise)
    .map(([field, said]) => ({
      field,
      words: `The text begins with ${said}. Choose that here, or take it out there.`,
    }));
};
