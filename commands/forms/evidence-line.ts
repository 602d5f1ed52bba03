import type { AskOfInspection } from '../contract.ts';
import { type About, one, type Piece, radio, several, type Values } from '../form.ts';
import { lineChoice } from './line-items.ts';

/** "Line of enquiry" in the evidence form. Where it is not known yet which inspection is meant, there are no lines to offer. */
export const linePieces = ({ inspection }: AskOfInspection, values: Values, about: About): Piece[] => {
  if (about.which) return [];
  const initial = several(values, 'lines').flatMap((item) => {
    const line = inspection.lines.get(item);
    return line ? [lineChoice(line)] : [];
  });
  return [
    {
      is: 'search',
      field: 'lines',
      label: 'Line of enquiry',
      hint: inspection.lines.size > 0 ? 'Type its number or a word from it.' : 'None yet: /judge line opens one.',
      required: false,
      fresh: '',
      initial,
    },
    radio(
      'bears',
      'It speaks',
      [
        { value: 'for', label: 'For the line' },
        { value: 'against', label: 'Against the line' },
      ],
      one(values, 'bears'),
      { required: false },
    ),
  ];
};
