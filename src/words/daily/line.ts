import { listed } from '../../domain/framework.ts';
import { openLines, ownerless } from '../../domain/lines.ts';
import { claimsInWords, openLinesInWords } from '../line.ts';
import { type DailyPart, labelled } from './part.ts';

/** Lines of enquiry that are still open, and how far the authority's own claims were tested. */
export const linesPart: DailyPart = ({ summary: { inspection } }) => {
  const open = openLines(inspection);
  const claims = claimsInWords(inspection);
  const alone = ownerless(inspection).map(({ item }) => item);
  const shown = alone.slice(0, 5);
  const followed =
    alone.length === 0
      ? ''
      : `nobody on the team follows ${listed([...shown, ...(alone.length > 5 ? [`${alone.length - 5} more`] : [])], 'and')}`;
  const facts = [open.length > 0 ? openLinesInWords(inspection, 3) : '', followed].filter(Boolean);
  return [
    ...(facts.length > 0 ? [labelled('Lines still open', facts.join('; '))] : []),
    ...(claims ? [labelled('Self-evaluation', claims)] : []),
  ];
};
