import type { ReadLine } from '../../../src/domain/recording/line.ts';
import { readLine } from '../../../src/domain/recording/line.ts';
import type { Refusal } from '../../../src/domain/refusal.ts';
import { signLabels } from '../../../src/domain/sources.ts';
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
    : { lines: [link.line], bears: link.way ?? fields.bears };
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

/** Where a text says one thing and the form another: it is said at the field, and nothing is taken for the other. */
export const wrongBeside = ({ inspection }: AskOfInspection, fields: Fields, line: ReadLine): Refusal[] => {
  const { framework } = inspection;
  const area = framework.areas.find(({ id }) => id === line.area);
  const differs = (field: string, said: string | undefined, stands: boolean): Refusal[] =>
    said === undefined || !stands
      ? []
      : [{ field, words: `The text begins with ${said}. Choose that here, or take it out of the text.` }];
  return [
    ...differs('areas', area?.short, fields.areas.length > 0 && !fields.areas.includes(line.area ?? '')),
    ...differs(
      'sign',
      line.sign ? signLabels[line.sign].toLowerCase() : undefined,
      fields.sign !== null && fields.sign !== line.sign,
    ),
  ];
};
