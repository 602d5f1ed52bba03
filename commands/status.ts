import { summaryOf } from '../src/domain/summary.ts';
import { board } from '../src/words/board.ts';
import { message, paragraph } from '../src/words/message.ts';
import { restrictedIsClosed } from '../src/words/whistleblowing.ts';
import type { InspectionSubcommand } from './contract.ts';

/** What /judge alone answers. */
export const status: InspectionSubcommand = {
  of: 'inspection',
  word: 'status',
  usage: '',
  about: 'Shows where the inspection stands, as /judge alone does.',
  brief: 'where the inspection stands',
  offers: [{ label: 'What waits for me', sealed: true }],
  example: '/judge',
  act: 'read',
  asked: ({ inspection, at, holidays, restrictedClosed }) => {
    const shown = board(summaryOf(inspection), at, holidays);
    const closed = restrictedClosed === null ? [] : [paragraph(restrictedIsClosed(restrictedClosed))];
    return { say: message(...shown.parts, ...closed) };
  },
  form: null,
};
